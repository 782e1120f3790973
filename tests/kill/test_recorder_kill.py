"""A take survives its program being killed at any moment.

What is lost is measured against what the device had handed over when the recorder was killed:
never a block that was written; of a device that waits for the disk, at most the last block (a tenth
of a second); of one that does not, at most what was still in the queue besides.
"""

import os
import random
import signal
import subprocess
import sys
import time
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from storybuilder.adapters.recording import BLOCK_FRAMES
from storybuilder.adapters.wav_file import repair
from tests.kill.recording_victims import COUNTS, block

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).parents[2]
AT_ONCE = 4
"""So many recorders run while one of them is being killed."""
BATCHES = 25
LONGEST_S = 0.3


class Victims:
    """Recorders that die at random moments."""

    def __init__(self, folder: Path, asked: IO[str], answered: IO[str]) -> None:
        self._folder, self._asked, self._answered = folder, asked, answered
        self._chance = random.Random(4)

    def killed(self, pace: str) -> list[Path]:
        """Takes of recorders that were all begun, then killed at a moment each."""
        begun = [self._begin(f"{pace}{number}", pace) for number in range(AT_ONCE)]
        for _, recorder in begun:
            time.sleep(self._chance.uniform(0, LONGEST_S / AT_ONCE))
            kill(recorder)
        return [wav for wav, _ in begun]

    def _begin(self, name: str, pace: str) -> tuple[Path, int]:
        wav = self._folder / f"{name}.wav"
        for left_over in (wav, counts_of(wav)):
            left_over.unlink(missing_ok=True)
        self._asked.write(f"{wav} {counts_of(wav)} {pace}\n")
        self._asked.flush()
        return wav, int(self._answered.readline())


def kill(recorder: int) -> None:
    """Kill a process, and wait until the system has taken it away."""
    os.kill(recorder, signal.SIGKILL)
    deadline_s = time.monotonic() + 10
    while True:
        try:
            os.kill(recorder, 0)
        except ProcessLookupError:
            return
        assert time.monotonic() < deadline_s
        time.sleep(0.001)


def counts_of(wav: Path) -> Path:
    return wav.with_suffix(".counts")


def counts(wav: Path) -> tuple[int, int]:
    """Blocks handed over before the last one, and written by then; none if killed too early."""
    kept = counts_of(wav).read_bytes() if counts_of(wav).exists() else b""
    handed, written = COUNTS.unpack(kept) if kept else (0, 0)
    return handed, written


def blocks_kept(wav: Path) -> int:
    """Whole blocks in a take, as any reader of WAV finds them: the first ones, in order."""
    if not wav.exists() or not wav.stat().st_size:
        return 0
    with wave.open(str(wav), "rb") as sound:
        kept = sound.readframes(sound.getnframes())
    whole = len(kept) // (2 * BLOCK_FRAMES)
    assert kept == b"".join(block(number) for number in range(whole))
    return whole


@pytest.fixture
def victims(tmp_path: Path) -> Iterator[Victims]:
    command = [sys.executable, "-m", "tests.kill.recording_victims"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=PROJECT, text=True, **pipes) as server:  # type: ignore[call-overload]
        yield Victims(tmp_path, server.stdin, server.stdout)
        server.stdin.close()
        server.wait(timeout=10)


def test_a_hundred_kills_lose_at_most_the_block_that_was_being_written(victims: Victims) -> None:
    kept = 0
    for _ in range(BATCHES):
        for wav in victims.killed("steady"):
            handed, written = counts(wav)
            assert handed == written
            assert blocks_kept(wav) in (handed, handed + 1)
            kept += blocks_kept(wav)
    assert kept > AT_ONCE * BATCHES


def test_a_hundred_kills_of_a_hasty_device_lose_nothing_that_was_written(victims: Victims) -> None:
    behind = 0
    for _ in range(BATCHES):
        for wav in victims.killed("hasty"):
            handed, written = counts(wav)
            assert written <= blocks_kept(wav) <= handed + 1
            behind = max(behind, handed - written)
    assert behind > 1


def test_repair_finds_a_killed_recording_whole(victims: Victims) -> None:
    for wav in victims.killed("steady"):
        whole = blocks_kept(wav)
        assert wav.stat().st_size == 0 or repair(wav) == pytest.approx(whole * 0.1)
