import os
import wave
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from storybuilder.adapters.audio_files import DecodedAudioFiles
from storybuilder.adapters.voice_finder import SileroVoiceFinder
from storybuilder.adapters.wav_samples import as_floats, opened
from storybuilder.core.voice import Span, Voice
from storybuilder.errors import AudioUnreadable
from tests.micro_model import sentences
from tests.speech import say

RATE = 16_000


def wav(path: Path, *parts: "NDArray[np.int16]") -> Path:
    with wave.open(str(path), "wb") as sound:
        sound.setparams((1, 2, RATE, 0, "NONE", ""))
        for part in parts:
            sound.writeframes(part.tobytes())
    return path


def silence(seconds: float) -> "NDArray[np.int16]":
    return np.zeros(round(seconds * RATE), np.int16)


def find(path: Path) -> Voice:
    return SileroVoiceFinder().find(path)


@pytest.fixture(scope="module")
def speech(tmp_path_factory: pytest.TempPathFactory) -> "NDArray[np.int16]":
    """A few seconds of speech without silence around it."""
    folder = tmp_path_factory.mktemp("speech")
    spoken = say("Then I met with the engineers and the designers", folder / "said.wav")
    DecodedAudioFiles().bring_in(spoken, folder / "speech.wav")
    with opened(folder / "speech.wav") as samples:
        said = samples.read(0, samples.count)
    loud = np.flatnonzero(np.abs(said.astype(int)) > 300)
    return said[loud[0] : loud[-1]]


def test_speech_is_found_where_it_is(tmp_path: Path, speech: "NDArray[np.int16]") -> None:
    length_s = len(speech) / RATE
    voice = find(wav(tmp_path / "a.wav", silence(2), speech, silence(3), speech, silence(1)))
    assert voice.duration_s == pytest.approx(6 + 2 * length_s)
    spans = [(span.start_s, span.end_s) for span in voice.speech]
    assert spans == [
        pytest.approx((2, 2 + length_s), abs=0.15),
        pytest.approx((5 + length_s, 5 + 2 * length_s), abs=0.15),
    ]


@pytest.mark.parametrize(("gap_s", "pauses"), [(0.1, 0), (0.8, 1)])
def test_a_short_gap_is_part_of_speech(
    tmp_path: Path, speech: "NDArray[np.int16]", gap_s: float, pauses: int
) -> None:
    voice = find(wav(tmp_path / "a.wav", speech, silence(gap_s), speech))
    assert len(voice.pauses(0.2)) == pauses


def test_speech_over_the_end_of_a_block_is_one_stretch(
    tmp_path: Path, speech: "NDArray[np.int16]"
) -> None:
    before_s = 60 - len(speech) / RATE / 2
    voice = find(wav(tmp_path / "a.wav", silence(before_s), speech, silence(5)))
    assert len(voice.speech) == 1
    assert voice.speech[0].start_s == pytest.approx(before_s, abs=0.2)
    assert voice.speaking_s == pytest.approx(len(speech) / RATE, abs=0.25)


def test_speech_longer_than_a_block_is_one_stretch(
    tmp_path: Path, speech: "NDArray[np.int16]"
) -> None:
    often = round(150 * RATE / len(speech))
    voice = find(wav(tmp_path / "a.wav", *[speech] * often))
    assert voice.speaking_s == pytest.approx(often * len(speech) / RATE, rel=0.02)
    assert voice.pauses(0.5) == ()


@pytest.fixture(scope="module")
def two_minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("two")
    spoken = say(" ".join(sentences(n, 10) for n in range(3)), folder / "said.wav")
    DecodedAudioFiles().bring_in(spoken, folder / "a.wav")
    return folder / "a.wav"


def test_two_minutes_read_in_blocks_give_what_one_block_would(two_minutes: Path) -> None:
    from faster_whisper.vad import VadOptions, get_speech_timestamps

    with opened(two_minutes) as samples:
        sound = as_floats(samples.read(0, samples.count))
    options = VadOptions(min_silence_duration_ms=300, min_speech_duration_ms=100, speech_pad_ms=0)
    at_once = [(s["start"], s["end"]) for s in get_speech_timestamps(sound, options)]
    voice = find(two_minutes)
    assert voice.duration_s > 100
    assert len(at_once) > 10
    assert [(round(s.start_s * RATE), round(s.end_s * RATE)) for s in voice.speech] == at_once


@pytest.mark.parametrize("step_s", [0.97, 7.3])
def test_followed_while_it_grows_a_recording_gives_the_voice_of_the_whole(
    tmp_path: Path, two_minutes: Path, step_s: float
) -> None:
    content, whole = two_minutes.read_bytes(), find(two_minutes)
    growing = tmp_path / "growing.wav"
    follower = SileroVoiceFinder().follow(growing)
    for end in range(44, len(content), 2 * round(step_s * RATE)):
        growing.write_bytes(content[:end])
        known = follower.known()
        assert known.speech == cut_off(whole, known.duration_s)
        assert (end - 44) / 2 / RATE - known.duration_s < 0.4 + 2 * 512 / RATE or known.speech
    growing.write_bytes(content)
    assert follower.whole() == whole


def cut_off(voice: Voice, now_s: float) -> tuple[Span, ...]:
    """The speech of a voice up to a time."""
    return tuple(Span(s.start_s, min(s.end_s, now_s)) for s in voice.speech if s.start_s < now_s)


def test_looking_at_the_whole_changes_nothing_of_what_follows(
    tmp_path: Path, two_minutes: Path
) -> None:
    content, growing = two_minutes.read_bytes(), tmp_path / "growing.wav"
    follower = SileroVoiceFinder().follow(growing)
    for end in (44 + 2 * 100_001, 44 + 2 * 100_100, 44 + 2 * 900_333, len(content)):
        growing.write_bytes(content[:end])
        assert follower.whole() == find(growing)


@pytest.mark.parametrize("level", [0, 20, 300])
def test_silence_and_noise_hold_no_voice(tmp_path: Path, level: int) -> None:
    noise = np.random.default_rng(1).normal(0, level, 10 * RATE).astype(np.int16)
    assert find(wav(tmp_path / "a.wav", noise)).speech == ()


def test_hum_holds_no_voice(tmp_path: Path) -> None:
    hum = 3000 * np.sin(2 * np.pi * 50 * np.arange(10 * RATE) / RATE)
    assert find(wav(tmp_path / "a.wav", hum.astype(np.int16))).speech == ()


@pytest.mark.parametrize(
    ("loudest", "dbfs"), [(-32768, 0.0), (16384, -6.02), (-3277, -20.0), (1, -90.31), (0, -120.0)]
)
def test_the_peak_is_measured_against_full_scale(tmp_path: Path, loudest: int, dbfs: float) -> None:
    parts = np.array([loudest], np.int16), silence(61)
    assert find(wav(tmp_path / "a.wav", *parts)).peak_dbfs == pytest.approx(dbfs, abs=0.01)


def test_a_recording_without_samples_has_no_peak(tmp_path: Path) -> None:
    assert find(wav(tmp_path / "a.wav")) == Voice(0.0, (), None)


def test_a_recording_that_was_cut_off_is_as_long_as_it_is(tmp_path: Path) -> None:
    path = wav(tmp_path / "a.wav", silence(5))
    os.truncate(path, 44 + 2 * RATE * 3)
    assert find(path).duration_s == 3


def test_what_is_no_wav_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_text("no sound")
    with pytest.raises(AudioUnreadable):
        find(tmp_path / "a.wav")
