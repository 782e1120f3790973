"""Words from sound: faster-whisper on the processor, with a model from a local folder.

It hears one piece of a recording at a time, cut in the pauses. So silence is never transcribed
(Whisper makes up words in it), a word after a pause cannot slip into the pause, the prompt counts
for every piece, and half an hour needs no more memory than half a minute.
"""

import os
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from storybuilder.adapters.model_folder import check_folder
from storybuilder.adapters.wav_file import RATE_HZ
from storybuilder.adapters.wav_samples import as_floats, opened
from storybuilder.core.language import ENGLISH
from storybuilder.core.transcript import Transcript, Word
from storybuilder.core.voice import Span
from storybuilder.errors import SpeechModelBroken

if TYPE_CHECKING:
    import numpy as np
    from faster_whisper import WhisperModel
    from faster_whisper.transcribe import Segment
    from numpy.typing import NDArray

PROMPT = "Um, uh, so, like, you know."
"""Text in the manner of an unedited answer, without which Whisper tidies fillers away. Kept this
short because long ones cost whole sentences (whisperX discussion 693)."""
NO_SPEECH_SHARE, LEAST_LOG_PROBABILITY, REPEATING_RATIO = 0.6, -1.0, 2.4
"""Whisper's own limits for "nobody spoke", "not sure at all" and "goes round in circles"."""
FEW_CORES, MOST_THREADS = 2, 4
"""So few are all used: the words are waited for. More threads than four make it slower on many
machines."""


class WhisperTranscriber:
    """Loads the model when it is first needed, once, and keeps it."""

    def __init__(
        self, find_folder: Callable[[], Path], language: Callable[[], str] = lambda: ENGLISH
    ) -> None:
        """`find_folder` says where the chosen model is now; it may raise SpeechModelMissing.

        `language` says in which language takes are spoken now.
        """
        self._find_folder, self._language = find_folder, language
        self._lock = threading.Lock()
        self._loaded: tuple[Path, WhisperModel] | None = None
        self._warm: set[Path] = set()

    def ready(self) -> None:
        """Load the model and let it hear a second of silence, which sets up what it needs.

        Raises SpeechModelMissing or SpeechModelBroken.
        """
        folder = self._find_folder()
        with self._lock:
            if folder in self._warm:
                return
        model = self._model(folder)
        for _ in _heard(model, _silence(), folder, self._language()):
            pass
        self._warm = {folder}

    def hear(self, wav: Path, piece: Span) -> Transcript:
        """The words in one piece of a 16 kHz mono WAV, with times from its start.

        Takes seconds, and keeps one core or more busy. May be called from several threads. Raises
        SpeechModelMissing, SpeechModelBroken or AudioUnreadable.
        """
        folder, language = self._find_folder(), self._language()
        start, end = round(piece.start_s * RATE_HZ), round(piece.end_s * RATE_HZ)
        with opened(wav) as samples:
            sound = as_floats(samples.read(start, end - start))
        words: list[Word] = []
        if sound.size:
            for segment in _heard(self._model(folder), sound, folder, language):
                words += _words(segment, start / RATE_HZ)
        return Transcript(tuple(words), language=language, model=folder.name)

    def _model(self, folder: Path) -> "WhisperModel":
        with self._lock:
            if self._loaded is None or self._loaded[0] != folder:
                self._loaded = None  # before loading: two models may not fit in memory
                self._loaded = folder, _load(check_folder(folder))
            return self._loaded[1]


def threads_on(cores: int) -> int:
    """How many threads listen on a computer with so many cores; one core is left to the rest."""
    return cores if cores <= FEW_CORES else min(MOST_THREADS, cores - 1)


def _load(folder: Path) -> "WhisperModel":
    from faster_whisper import WhisperModel

    try:
        return WhisperModel(
            str(folder),
            device="cpu",
            compute_type="int8",
            cpu_threads=threads_on(os.cpu_count() or 1),
            local_files_only=True,
        )
    except Exception as error:  # the tokenizer library raises nothing more specific
        raise SpeechModelBroken(f"the speech model in {folder.name} does not load") from error


def _heard(
    model: "WhisperModel", sound: "NDArray[np.float32]", folder: Path, language: str
) -> "Iterator[Segment]":
    """Segments of one piece that can be believed, with times from its start."""
    prompted = language == ENGLISH and _can_say(model, PROMPT)
    try:
        segments, _ = model.transcribe(
            sound,
            language=language,
            task="transcribe",
            beam_size=5,
            temperature=[0.0, 0.2, 0.4],
            condition_on_previous_text=False,
            initial_prompt=PROMPT if prompted else None,
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


def _silence() -> "NDArray[np.float32]":
    import numpy as np

    return np.zeros(RATE_HZ, np.float32)
