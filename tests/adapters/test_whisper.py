"""Heard by a real Whisper, a very small one that knows 366 words (tests/speech_fixture)."""

import json
import os
import re
import shutil
import threading
import wave
from pathlib import Path

import numpy as np
import pytest

from storybuilder.adapters.audio_files import DecodedAudioFiles
from storybuilder.adapters.voice_finder import SileroVoiceFinder
from storybuilder.adapters.whisper import (
    PROMPT,
    WhisperTranscriber,
    is_echo,
    is_made_up,
    threads_on,
)
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Span, Voice
from storybuilder.errors import AudioUnreadable, SpeechModelBroken, SpeechModelMissing
from storybuilder.practice.transcribing import transcribe
from tests.builders import voiced
from tests.micro_model import FOLDER, answer, sentences
from tests.speech import say


def never() -> bool:
    return False


def ignored(share: float) -> None:
    """Progress that nobody watches."""


def plain(text: str) -> list[str]:
    return re.findall(r"[a-z']+", text.lower())


def word_errors(said: list[str], heard: list[str]) -> int:
    """Words to add, drop or replace to turn one text into the other."""
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, 1):
        above, row[0] = row[:], i
        for j, other in enumerate(heard, 1):
            row[j] = min(above[j - 1] + (word != other), above[j] + 1, row[j - 1] + 1)
    return row[-1]


def spoken(path: Path, text: str) -> tuple[Path, Voice]:
    DecodedAudioFiles().bring_in(say(text, path.with_suffix(".said.wav")), path)
    return path, SileroVoiceFinder().find(path)


def heard(wav: Path, voice: Voice, folder: Path = FOLDER) -> Transcript:
    transcript = transcribe(WhisperTranscriber(lambda: folder), wav, voice, ignored, never)
    assert transcript is not None
    return transcript


@pytest.fixture(scope="module")
def long_answer(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Voice]:
    return spoken(tmp_path_factory.mktemp("long") / "a.wav", answer(3))


@pytest.fixture(scope="module")
def long_hearing(long_answer: tuple[Path, Voice]) -> tuple[Transcript, list[float]]:
    """What was heard in it, and the progress told meanwhile."""
    shares: list[float] = []
    transcript = transcribe(WhisperTranscriber(lambda: FOLDER), *long_answer, shares.append, never)
    assert transcript is not None
    return transcript, shares


@pytest.fixture(scope="module")
def short_answer(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Voice]:
    return spoken(tmp_path_factory.mktemp("short") / "a.wav", sentences(4, 2))


def test_an_answer_never_heard_before_is_understood(
    long_hearing: tuple[Transcript, list[float]],
) -> None:
    said, understood = plain(answer(3)), plain(long_hearing[0].text)
    assert word_errors(said, understood) / len(said) <= 0.05


def test_words_are_plain_values_in_order(
    long_answer: tuple[Path, Voice], long_hearing: tuple[Transcript, list[float]]
) -> None:
    transcript = long_hearing[0]
    ends = [0.0]
    for word in transcript.words:
        assert word.text == word.text.strip() != ""
        assert ends[-1] <= word.start_s <= word.end_s <= long_answer[1].duration_s
        ends.append(word.end_s)
    json.dumps([(w.start_s, w.end_s, w.probability) for w in transcript.words])
    assert type(transcript.words[0].start_s) is float
    assert (transcript.model, transcript.language) == ("whisper-micro", "en")


def test_words_lie_where_the_voice_is(tmp_path: Path, short_answer: tuple[Path, Voice]) -> None:
    with wave.open(str(short_answer[0])) as sound:
        once = sound.readframes(sound.getnframes())
    with wave.open(str(tmp_path / "a.wav"), "wb") as twice:
        twice.setparams((1, 2, 16_000, 0, "NONE", ""))
        twice.writeframes(bytes(32_000 * 5) + once + bytes(32_000 * 7) + once)
    voice = SileroVoiceFinder().find(tmp_path / "a.wav")
    words = heard(tmp_path / "a.wav", voice).words
    again_s = 5 + len(once) / 32_000 + 7
    early = [word for word in words if word.start_s < again_s - 6]
    assert words[0].start_s == pytest.approx(5, abs=0.4)
    assert words[len(early)].start_s == pytest.approx(again_s, abs=0.4)
    late = words[len(early) :]
    assert [plain(word.text) for word in early] == [plain(word.text) for word in late]


def test_progress_rises_to_the_end(long_hearing: tuple[Transcript, list[float]]) -> None:
    shares = long_hearing[1]
    assert len(shares) > 3
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.5
    assert shares[-1] == 1.0


@pytest.mark.parametrize("hertz", [0, 50])
def test_silence_and_hum_give_no_words(tmp_path: Path, hertz: int) -> None:
    with wave.open(str(tmp_path / "a.wav"), "wb") as sound:
        sound.setparams((1, 2, 16_000, 0, "NONE", ""))
        hum = 1000 * np.sin(2 * np.pi * hertz * np.arange(4 * 16_000) / 16_000)
        sound.writeframes(hum.astype(np.int16).tobytes())
    voice = SileroVoiceFinder().find(tmp_path / "a.wav")
    assert heard(tmp_path / "a.wav", voice).words == ()
    assert heard(tmp_path / "a.wav", voiced(4.0)).words == ()


def test_listening_before_it_is_ready_and_getting_ready_twice_load_one_model(
    short_answer: tuple[Path, Voice],
) -> None:
    transcriber = WhisperTranscriber(lambda: FOLDER)
    transcriber.ready()
    model = transcriber._model(FOLDER)
    transcriber.ready()
    transcribe(transcriber, *short_answer, ignored, never)
    assert transcriber._model(FOLDER) is model


@pytest.mark.parametrize(("cores", "threads"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (16, 4)])
def test_listening_leaves_a_core_to_the_rest_where_there_are_more_than_two(
    cores: int, threads: int
) -> None:
    assert threads_on(cores) == threads


def test_getting_ready_says_that_there_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(SpeechModelMissing):
        WhisperTranscriber(lambda: tmp_path / "no such model").ready()


def test_the_model_is_loaded_once_for_all_threads(
    short_answer: tuple[Path, Voice],
) -> None:
    transcriber, texts = WhisperTranscriber(lambda: FOLDER), []

    def listen() -> None:
        transcript = transcribe(transcriber, *short_answer, ignored, never)
        texts.append(transcript.text if transcript else None)

    threads = [threading.Thread(target=listen) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == [heard(*short_answer).text] * 3
    assert transcriber._model(FOLDER) is transcriber._model(FOLDER)


def test_another_model_is_used_as_soon_as_it_is_chosen(
    tmp_path: Path, short_answer: tuple[Path, Voice]
) -> None:
    other = Path(shutil.copytree(FOLDER, tmp_path / "other"))
    chosen = [FOLDER]
    transcriber = WhisperTranscriber(lambda: chosen[0])
    transcribe(transcriber, *short_answer, ignored, never)
    chosen[0] = other
    transcript = transcribe(transcriber, *short_answer, ignored, never)
    assert transcript is not None
    assert transcript.model == "other"


def test_the_language_of_a_take_is_kept_with_its_words(short_answer: tuple[Path, Voice]) -> None:
    chosen = ["de"]
    transcriber = WhisperTranscriber(lambda: FOLDER, lambda: chosen[0])
    german = transcribe(transcriber, *short_answer, ignored, never)
    chosen[0] = "en"
    english = transcribe(transcriber, *short_answer, ignored, never)
    assert german is not None
    assert english is not None
    assert (german.language, english.language) == ("de", "en")


def test_a_model_deleted_while_in_use_goes_on_listening(
    tmp_path: Path, short_answer: tuple[Path, Voice]
) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "model"))
    transcriber = WhisperTranscriber(lambda: folder)

    def delete(share: float) -> None:
        shutil.rmtree(folder, ignore_errors=True)

    first = transcribe(transcriber, *short_answer, delete, never)
    assert not folder.exists()
    assert first is not None
    assert transcribe(transcriber, *short_answer, ignored, never) == first
    with pytest.raises(SpeechModelMissing):
        heard(*short_answer, folder)


@pytest.mark.parametrize("name", ["model.bin", "tokenizer.json"])
def test_a_damaged_model_is_said_to_be_broken(
    tmp_path: Path, short_answer: tuple[Path, Voice], name: str
) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "model"))
    os.truncate(folder / name, 1000)
    with pytest.raises(SpeechModelBroken):
        heard(*short_answer, folder)


@pytest.mark.parametrize("name", ["tokenizer.json", "config.json"])
def test_a_file_that_only_looks_right_is_said_to_be_broken(
    tmp_path: Path, short_answer: tuple[Path, Voice], name: str
) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "model"))
    (folder / name).write_text('{"model": what is this}')
    with pytest.raises(SpeechModelBroken, match="in model does not load"):
        heard(*short_answer, folder)


def test_a_recording_that_is_not_there_is_said_to_be_unreadable(tmp_path: Path) -> None:
    with pytest.raises(AudioUnreadable):
        heard(tmp_path / "a.wav", voiced(10))


def test_a_voice_beyond_the_end_of_the_recording_is_passed_over(
    short_answer: tuple[Path, Voice],
) -> None:
    wav, voice = short_answer
    beyond = Voice(900, (*voice.speech, Span(800, 810)))
    assert heard(wav, beyond).text == heard(wav, voice).text


@pytest.mark.parametrize(
    ("no_speech", "log_probability", "ratio", "text", "made_up"),
    [
        (0.61, -1.01, 1.0, "Thank you.", True),
        (0.61, -0.99, 1.0, "Thank you.", False),
        (0.59, -1.01, 1.0, "Thank you.", False),
        (0.0, -0.2, 2.41, "and then and then and then", True),
        (0.0, -0.2, 2.40, "and then and then", False),
        (0.0, -0.2, 1.0, PROMPT, True),
    ],
)
def test_what_whisper_most_likely_invented_is_dropped(
    no_speech: float, log_probability: float, ratio: float, text: str, made_up: bool
) -> None:
    from faster_whisper.transcribe import Segment

    segment = Segment(
        id=1,
        seek=0,
        start=0.0,
        end=1.0,
        text=text,
        tokens=[],
        avg_logprob=log_probability,
        compression_ratio=ratio,
        no_speech_prob=no_speech,
        words=None,
        temperature=0.0,
    )
    assert is_made_up(segment) is made_up


def test_only_the_whole_prompt_counts_as_its_echo() -> None:
    assert is_echo(PROMPT)
    assert is_echo(f" {PROMPT.lower()} {PROMPT}")
    assert is_echo("Um uh so like you know, um, uh")
    assert not is_echo("Um, uh, so, like,")
    assert not is_echo("Um, uh, so, like, you know I led the team")
    assert not is_echo("")
