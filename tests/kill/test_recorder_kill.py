"""A take survives its program being killed at any moment."""

import random
import subprocess
import sys
import time
import wave
from pathlib import Path

import pytest

from storybuilder.adapters.recording import BLOCK_FRAMES
from storybuilder.adapters.wav_file import repair
from tests.kill.recording_victim import block

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).parents[2]
MOMENTS_S = [random.Random(seed).uniform(0, 0.6) for seed in range(30)]


def blocks_written_when_killed(wav: Path, after_s: float) -> int:
    """Record in another process, kill it so long after its first word; its last word."""
    command = [sys.executable, "-m", "tests.kill.recording_victim", str(wav)]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE) as victim:
        assert victim.stdout
        said = victim.stdout.readline()
        time.sleep(after_s)
        victim.kill()
        said += victim.stdout.read()
    return int(said.rpartition(b"\n")[0].split()[-1])


def frames(wav: Path) -> bytes:
    with wave.open(str(wav), "rb") as sound:
        return sound.readframes(sound.getnframes())


@pytest.mark.parametrize("after_s", MOMENTS_S)
def test_a_killed_recording_is_readable_up_to_the_last_block_written(
    tmp_path: Path, after_s: float
) -> None:
    written = blocks_written_when_killed(tmp_path / "take.wav", after_s)
    kept = frames(tmp_path / "take.wav")
    whole = len(kept) // (2 * BLOCK_FRAMES)
    assert whole >= written
    assert kept == b"".join(block(number) for number in range(whole))


def test_repair_finds_a_killed_recording_whole(tmp_path: Path) -> None:
    written = blocks_written_when_killed(tmp_path / "take.wav", 0.3)
    assert repair(tmp_path / "take.wav") >= written * 0.1 > 0
