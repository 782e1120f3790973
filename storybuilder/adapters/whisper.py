"""Words from sound: faster-whisper on the processor, with a model from a local folder.

The recording is cut in its pauses and heard piece by piece. So silence is never transcribed
(Whisper makes up words in it), a word after a pause cannot slip into the pause, the prompt counts
for every piece, and half an hour needs no more memory than half a minute.
"""

import os
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from storybuilder.adapters.model_folder import check_folder
from storybuilder.adapters.wav_file import RATE_HZ
from storybuilder.adapters.wav_samples import WavSamples, as_floats, opened
from storybuilder.core.transcript import Transcript, Word
from storybuilder.core.voice import Span, Voice
from storybuilder.errors import SpeechModelBroken

if TYPE_CHECKING:
    from faster_whisper import WhisperModel
    from faster_whisper.transcribe import Segment

LEAST_SPEECH_S = 0.5
"""With less voice than this Whisper guesses instead of listening."""
PIECE_S = 28.0
"""One piece fits one 30 s window of Whisper, whose cost is the same however full it is."""
LONG_SILENCE_S = 3.0
"""A pause this long always ends a piece."""
MARGIN_S = 0.3
"""Heard before and after each piece; speech is found to about 40 ms only."""
PROMPT = "Um, uh, so, like, you know."
"""Text in the manner of an unedited answer, without which Whisper tidies fillers away. Kept this
short because long ones cost whole sentences (whisperX discussion 693)."""
NO_SPEECH_SHARE, LEAST_LOG_PROBABILITY, REPEATING_RATIO = 0.6, -1.0, 2.4
"""Whisper's own limits for "nobody spoke", "not sure at all" and "goes round in circles"."""
MOST_THREADS = 4
"""More make it slower on many machines."""


class WhisperTranscriber:
    """Loads the model when it is first needed, once, and keeps it."""

    def __init__(self, find_folder: Callable[[], Path]) -> None:
        """`find_folder` says where the chosen model is now; it may raise SpeechModelMissing."""
        self._find_folder = find_folder
        self._lock = threading.Lock()
        self._loaded: tuple[Path, WhisperModel] | None = None

    def transcribe(
        self, wav: Path, voice: Voice, told: Callable[[float], None], stopped: Callable[[], bool]
    ) -> Transcript | None:
        """The words heard in a 16 kHz mono WAV; None if `stopped()` said so.

        Slow, and one core or more is busy meanwhile. May be called from several threads. Raises
        SpeechModelMissing, SpeechModelBroken or AudioUnreadable.
        """
        if voice.speaking_s < LEAST_SPEECH_S:
            return Transcript()
        folder = self._find_folder()
        words: list[Word] = []
        with opened(wav) as samples:
            if stopped():
                return None
            model = self._model(folder)
            for piece in pieces(voice):
                for segment in _heard(model, samples, piece, folder):
                    if stopped():
                        return None
                    words += _words(segment, piece.start_s)
                    told(_share(piece.start_s + segment.end, voice.duration_s))
                told(_share(piece.end_s, voice.duration_s))
                if stopped():
                    return None
        told(1.0)
        return Transcript(_in_order(words, voice.duration_s), language="en", model=folder.name)

    def _model(self, folder: Path) -> "WhisperModel":
        with self._lock:
            if self._loaded is None or self._loaded[0] != folder:
                self._loaded = None  # before loading: two models may not fit in memory
                self._loaded = folder, _load(check_folder(folder))
            return self._loaded[1]


def pieces(voice: Voice) -> tuple[Span, ...]:
    """What to hear at a time: stretches of speech with little silence, up to PIECE_S.

    Speech without any pause stays in one piece, however long: Whisper then finds its own way.
    """
    found: list[Span] = []
    for speech in voice.speech:
        last = found[-1] if found else None
        if (
            last is not None
            and speech.start_s - last.end_s < LONG_SILENCE_S
            and speech.end_s - last.start_s <= PIECE_S
        ):
            found[-1] = Span(last.start_s, speech.end_s)
        else:
            found.append(speech)
    return tuple(_with_margins(found, voice.duration_s))


def _with_margins(found: list[Span], duration_s: float) -> Iterator[Span]:
    """Widen each piece, at most to the middle of the silence between two."""
    for i, span in enumerate(found):
        before_s = found[i - 1].end_s if i else -span.start_s
        after_s = found[i + 1].start_s if i + 1 < len(found) else 2 * duration_s - span.end_s
        yield Span(
            max(span.start_s - MARGIN_S, (before_s + span.start_s) / 2),
            min(span.end_s + MARGIN_S, (after_s + span.end_s) / 2),
        )


def _load(folder: Path) -> "WhisperModel":
    from faster_whisper import WhisperModel

    threads = max(1, min(MOST_THREADS, (os.cpu_count() or 1) - 1))
    try:
        return WhisperModel(
            str(folder),
            device="cpu",
            compute_type="int8",
            cpu_threads=threads,
            local_files_only=True,
        )
    except Exception as error:  # the tokenizer library raises nothing more specific
        raise SpeechModelBroken(f"the speech model in {folder.name} does not load") from error


def _heard(
    model: "WhisperModel", samples: WavSamples, piece: Span, folder: Path
) -> "Iterator[Segment]":
    """Segments of one piece that can be believed, with times from its start."""
    start, end = round(piece.start_s * RATE_HZ), round(piece.end_s * RATE_HZ)
    sound = as_floats(samples.read(start, end - start))
    if not sound.size:
        return
    try:
        segments, _ = model.transcribe(
            sound,
            language="en",
            task="transcribe",
            beam_size=5,
            temperature=[0.0, 0.2, 0.4],
            condition_on_previous_text=False,
            initial_prompt=PROMPT if _can_say(model, PROMPT) else None,
            vad_filter=False,
            word_timestamps=True,
            no_speech_threshold=NO_SPEECH_SHARE,
            log_prob_threshold=LEAST_LOG_PROBABILITY,
            compression_ratio_threshold=REPEATING_RATIO,
        )
        yield from (segment for segment in segments if not is_made_up(segment))
    except (RuntimeError, ValueError) as error:
        raise SpeechModelBroken(f"the speech model in {folder.name} fails to listen") from error


def _can_say(model: "WhisperModel", text: str) -> bool:
    """Whether the model knows every word of a text: an unknown one would only confuse it."""
    tokenizer = model.hf_tokenizer
    tokens = tokenizer.encode(f" {text}", add_special_tokens=False).ids
    return bool(tokenizer.decode(tokens).strip() == text)


def is_made_up(segment: "Segment") -> bool:
    """Whether Whisper most likely invented this: in silence, in circles, or out of the prompt."""
    unsure = segment.avg_logprob < LEAST_LOG_PROBABILITY
    return (
        (unsure and segment.no_speech_prob > NO_SPEECH_SHARE)
        or segment.compression_ratio > REPEATING_RATIO
        or is_echo(segment.text)
    )


def is_echo(text: str) -> bool:
    """Whether a text is the whole prompt, said once or again and again."""
    said, prompt = _plain_words(text), _plain_words(PROMPT)
    rounds = len(said) // len(prompt) + 1
    return len(said) >= len(prompt) and said == (prompt * rounds)[: len(said)]


def _plain_words(text: str) -> list[str]:
    return re.findall(r"[a-z']+", text.lower())


def _words(segment: "Segment", from_s: float) -> Iterator[Word]:
    """Words of a segment, as plain Python values; punctuation on its own is none."""
    for word in segment.words or ():
        text = word.word.strip()
        if any(letter.isalnum() for letter in text):
            yield Word(
                text, from_s + float(word.start), from_s + float(word.end), float(word.probability)
            )


def _in_order(words: Iterable[Word], duration_s: float) -> tuple[Word, ...]:
    """No word begins before the one before it ended, none lies outside the recording."""
    ordered: list[Word] = []
    free_s = 0.0
    for word in words:
        start_s = min(max(word.start_s, free_s), duration_s)
        free_s = min(max(word.end_s, start_s), duration_s)
        ordered.append(Word(word.text, start_s, free_s, word.probability))
    return tuple(ordered)


def _share(heard_s: float, duration_s: float) -> float:
    return min(1.0, float(heard_s) / duration_s)
