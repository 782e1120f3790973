from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from storybuilder.adapters.resampling import Resampler
from storybuilder.adapters.wav_file import RATE_HZ
from tests.speech import resample, samples, say

WORDS = "In my last job I led a team of four people, and our model failed on a Friday evening."


def spoken_at(rate_hz: int, folder: Path) -> bytes:
    """Samples of a sentence at some rate."""
    return samples(
        resample(say(WORDS, folder / "said.wav"), folder / "fast.wav", rate_hz)
    ).tobytes()


def in_blocks(sound: bytes, rate_hz: int) -> list[bytes]:
    step = 2 * (rate_hz // 10)
    return [sound[at : at + step] for at in range(0, len(sound), step)]


def resampled(sound: bytes, rate_hz: int) -> npt.NDArray[np.int16]:
    resampler = Resampler(rate_hz)
    heard = b"".join(resampler.after(block) for block in in_blocks(sound, rate_hz))
    return np.frombuffer(heard + resampler.rest(), dtype=np.int16)


@pytest.mark.parametrize("rate_hz", [8_000, 44_100, 48_000, 96_000])
def test_blocks_of_any_rate_become_the_sound_that_another_program_makes_of_the_whole(
    rate_hz: int, tmp_path: Path
) -> None:
    heard = resampled(spoken_at(rate_hz, tmp_path), rate_hz)
    fine = resample(tmp_path / "fast.wav", tmp_path / "fine.wav", RATE_HZ)
    said = np.array(samples(fine), dtype=np.int16)
    assert abs(len(heard) - len(said)) <= 1
    both = min(len(heard), len(said))
    assert np.corrcoef(heard[:both], said[:both])[0, 1] > 0.999


@pytest.mark.parametrize("rate_hz", [44_100, 48_000])
def test_less_than_two_milliseconds_are_held_back(rate_hz: int) -> None:
    resampler = Resampler(rate_hz)
    second = b"".join(resampler.after(bytes(2 * (rate_hz // 10))) for _ in range(10))
    assert 0 <= RATE_HZ - len(second) // 2 <= 0.002 * RATE_HZ
    assert len(second + resampler.rest()) // 2 == pytest.approx(RATE_HZ, abs=1)


def test_nothing_said_is_nothing_heard() -> None:
    assert Resampler(48_000).rest() == b""
