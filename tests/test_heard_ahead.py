"""Words heard while the take grows, against words heard from the whole file; by the micro model.

The recordings are spoken by espeak-ng, which says when each word begins and ends. None of these
sentences was in what the model was trained on.
"""

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from storybuilder.adapters.voice_finder import SileroVoiceFinder
from storybuilder.adapters.wav_file import RATE_HZ, SAMPLE_BYTES, WavWriter
from storybuilder.adapters.wav_samples import as_floats, opened
from storybuilder.adapters.whisper import WhisperTranscriber
from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.core.piece import pieces
from storybuilder.core.settings import Settings
from storybuilder.core.take import TakeState
from storybuilder.core.transcript import Transcript, Word
from storybuilder.errors import SpeechModelMissing
from storybuilder.places import Places
from storybuilder.practice import Practice
from storybuilder.practice.following import FollowedTake
from storybuilder.practice.precedence import Precedence
from storybuilder.practice.transcribing import transcribe
from storybuilder.program import assemble
from tests.hand_recorder import HandRecorder
from tests.micro_model import FIXTURE, FOLDER
from tests.speech_fixture.starspeech import Espeak

pytestmark = pytest.mark.slow

LOOKS_S = 1.3
WORDS_A_MINUTE = 150
TEXTS = [
    (file, number)
    for file, numbers in (("paragraphs.txt", (0, 3)), ("answers_grammar.txt", (0, 5)))
    for number in numbers
]


@dataclass(frozen=True)
class Said:
    """A recording: its words with their true times, and what was heard in it in both ways."""

    words: tuple[Word, ...]
    ahead: Transcript
    whole: Transcript
    in_one_call: list[str]
    pieces_ahead: int
    pieces_whole: int


def plain(text: str) -> str:
    return re.sub(r"[^a-z']", "", text.lower())


@cache
def espeak() -> Any:
    return Espeak()  # type: ignore[no-untyped-call]  # kept as it was when the fixture was made


def spoken(file: str, number: int) -> tuple[bytes, tuple[Word, ...]]:
    """An answer as 16-bit samples, and when each of its words is said."""
    text = (FIXTURE / file).read_text(encoding="utf-8").split("\n\n")[number].strip()
    sound, times, _ = espeak().say(" ".join(text.split()), wpm=WORDS_A_MINUTE)
    words = (Word(plain(word), start, end) for word, start, end in times)
    return (sound * 32767).astype(np.int16).tobytes(), tuple(word for word in words if word.text)


def grown(wav: Path, sound: bytes) -> Iterator[None]:
    """Write a recording step by step."""
    writer, step = WavWriter(wav), round(LOOKS_S * RATE_HZ) * SAMPLE_BYTES
    for at in range(0, len(sound), step):
        writer.write(sound[at : at + step])
        yield
    writer.close()


def heard(folder: Path, file: str, number: int) -> Said:
    """Hear an answer while it grows, then from its file, then by one call of the library."""
    sound, words = spoken(file, number)
    wav, transcriber = folder / f"{number}{file}.wav", WhisperTranscriber(lambda: FOLDER)
    take = FollowedTake(wav, SileroVoiceFinder(), transcriber, Precedence())
    for _ in grown(wav, sound):
        take.go_on()
    take.ended.set()
    voice, ahead = take.voice(), take.heard()
    assert voice is not None
    both = [
        transcribe(transcriber, wav, voice, lambda done: None, lambda: False, known)
        for known in (ahead, {})
    ]
    assert both[0] is not None
    assert both[1] is not None
    used = sum(piece in ahead for piece in pieces(voice))
    return Said(words, both[0], both[1], in_one_call(wav), used, len(pieces(voice)))


def in_one_call(wav: Path) -> list[str]:
    from faster_whisper import WhisperModel

    model = WhisperModel(str(FOLDER), device="cpu", compute_type="int8")
    with opened(wav) as samples:
        sound = as_floats(samples.read(0, samples.count))
    segments, _ = model.transcribe(sound, language="en", condition_on_previous_text=False)
    return [plain(word) for segment in segments for word in segment.text.split() if plain(word)]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[Said]:
    folder = tmp_path_factory.mktemp("said")
    return [heard(folder, file, number) for file, number in TEXTS]


def error_rate(said: list[list[str]], understood: list[list[str]]) -> float:
    """Words to add, drop or replace, against words said."""
    errors = sum(word_errors(a, b) for a, b in zip(said, understood, strict=True))
    return errors / sum(map(len, said))


def word_errors(said: list[str], understood: list[str]) -> int:
    row = list(range(len(understood) + 1))
    for i, word in enumerate(said, 1):
        above, row[0] = row[:], i
        for j, other in enumerate(understood, 1):
            row[j] = min(above[j - 1] + (word != other), above[j] + 1, row[j - 1] + 1)
    return row[-1]


def words_of(transcript: Transcript) -> list[str]:
    return [plain(word.text) for word in transcript.words]


def test_most_pieces_were_heard_before_the_end(answers: list[Said]) -> None:
    for answer in answers:
        assert answer.pieces_ahead >= answer.pieces_whole - 1 >= 2


def test_heard_ahead_no_more_words_are_wrong_than_heard_at_once(
    answers: list[Said],
) -> None:
    said = [[word.text for word in answer.words] for answer in answers]
    ahead = error_rate(said, [words_of(answer.ahead) for answer in answers])
    whole = error_rate(said, [words_of(answer.whole) for answer in answers])
    one_call = error_rate(said, [answer.in_one_call for answer in answers])
    assert ahead <= whole + 0.02, f"{ahead:.3f} heard ahead, {whole:.3f} from the file"
    assert ahead <= one_call + 0.02, f"{ahead:.3f} heard ahead, {one_call:.3f} in one call"
    assert ahead < 0.1


def time_errors_s(answer: Said) -> list[float]:
    """How far the start and the end of each word that was understood is off."""
    said = [word.text for word in answer.words]
    blocks = SequenceMatcher(a=said, b=words_of(answer.ahead), autojunk=False)
    pairs = [
        (answer.words[block.a + at], answer.ahead.words[block.b + at])
        for block in blocks.get_matching_blocks()
        for at in range(block.size)
    ]
    return [abs(a.start_s - b.start_s) for a, b in pairs] + [
        abs(a.end_s - b.end_s) for a, b in pairs
    ]


def test_words_heard_ahead_stand_where_they_were_said(answers: list[Said]) -> None:
    errors = sorted(error for answer in answers for error in time_errors_s(answer))
    within = sum(error <= 0.3 for error in errors) / len(errors)
    assert errors[len(errors) // 2] <= 0.05
    assert within >= 0.97


def test_a_model_that_is_deleted_during_a_take_makes_it_wait_and_say_so(tmp_path: Path) -> None:
    model = Path(shutil.copytree(FOLDER, tmp_path / "model"))
    practice, sound = recorded_by_hand(tmp_path, model), spoken("answers_grammar.txt", 2)[0]
    rehearsing, reviewing = practice.rehearsing, practice.reviewing
    sitting = rehearsing.begin(story_id=None, question="", target=DEFAULT_TARGET, device=None)
    assert isinstance(rehearsing.microphone, HandRecorder)
    rehearsing.microphone.latest.say(sound[: len(sound) // 2])
    until(lambda: rehearsing.following.heard(sitting.take.id))
    model.rename(tmp_path / "away")
    rehearsing.microphone.latest.say(sound[len(sound) // 2 :])
    until(lambda: not rehearsing.following.heard(sitting.take.id))
    take = rehearsing.finish(sitting)
    with pytest.raises(SpeechModelMissing, match="there is no model folder"):
        reviewing.write_down(take, lambda done: None, lambda: False)
    assert rehearsing.take(take.id).state is TakeState.WAITING
    (tmp_path / "away").rename(model)
    assert reviewing.write_down_waiting(lambda: False) == 1


def recorded_by_hand(folder: Path, model: Path) -> Practice:
    """The program with this speech model, and a recorder in which a test speaks."""
    practice = assemble(Places(folder / "data"), Settings(), model).practice
    return replace(practice, rehearsing=replace(practice.rehearsing, microphone=HandRecorder()))


def until(happened: Callable[[], object]) -> None:
    """Wait until something has happened."""
    pause = threading.Event()
    assert any(happened() or pause.wait(0.01) for _ in range(6000)), "it never happened"
