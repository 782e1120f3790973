"""No recording is lost on its way from WAV to FLAC: by a kill, a full disk or a second window."""

import random
import subprocess
import sys
import time
import wave
from pathlib import Path

import numpy as np
import pytest

from storybuilder.adapters.take_files import FolderOfTakes
from storybuilder.adapters.wav_samples import opened
from storybuilder.core.take import TakeId
from tests.kill.saving import ROOT, finish
from tests.kill.test_full_disk import ROOM, Disk, disk, small_disk, small_files

__all__ = ["disk", "small_disk", "small_files"]
ALL = range(1, 25)
ROUNDS = range(8)
FULL = "1.flac was not saved because the disk is full: free some space; until then the recording "


def noise(number: int, seconds: float = 1.0) -> bytes:
    """Samples that FLAC cannot make smaller."""
    loud = np.random.default_rng(number).integers(-32768, 32768, round(seconds * 16_000))
    return loud.astype(np.int16).tobytes()


def record(folder: Path, number: int, seconds: float = 1.0) -> None:
    with wave.open(str(folder / f"{number}.wav"), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(noise(number, seconds))


def started(folder: Path, last: int, room: int | None = None) -> "subprocess.Popen[str]":
    arguments = [str(folder), str(last), *([] if room is None else [str(room)])]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.kill.shrinker", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def is_whole(takes: FolderOfTakes, number: int) -> bool:
    with opened(takes.audio(TakeId(str(number)))) as sound:
        return sound.read(0, sound.count + 1).tobytes() == noise(number, sound.count / 16_000)


def shown(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if not file.name.startswith("."))


@pytest.mark.slow
def test_no_recording_is_lost_to_a_kill(tmp_path: Path) -> None:
    chance = random.Random(4)
    for number in ALL:
        record(tmp_path, number)
    for _ in ROUNDS:
        program = started(tmp_path, ALL[-1])
        assert program.stdout is not None
        program.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.1))
        program.kill()
        finish(program)
        takes = FolderOfTakes(tmp_path)
        assert all(is_whole(takes, number) for number in ALL)
        takes.tidy()
        assert len(shown(tmp_path)) == len(ALL)
        for number in random.Random(5).sample(ALL, 20):  # and once more
            takes.discard(TakeId(str(number)))
            record(tmp_path, number)


@pytest.mark.slow
def test_two_windows_keep_the_same_recordings_as_flac(tmp_path: Path) -> None:
    for number in ALL:
        record(tmp_path, number)
    windows = [started(tmp_path, ALL[-1]) for _ in range(2)]
    assert [finish(window)[-1] for window in windows] == [str(ALL[-1])] * 2
    assert shown(tmp_path) == sorted(f"{number}.flac" for number in ALL)
    assert all(is_whole(FolderOfTakes(tmp_path), number) for number in ALL)


@pytest.mark.slow
def test_a_full_disk_leaves_the_recording_as_it_is(disk: Disk) -> None:
    record(disk.folder, 1, seconds=(ROOM - 2_000) / 32_000)
    (sentence,) = finish(started(disk.folder, 1, disk.file_limit))
    assert sentence.startswith(FULL)
    assert [file.name for file in disk.folder.iterdir()] == ["1.wav"]
    assert is_whole(FolderOfTakes(disk.folder), 1)
