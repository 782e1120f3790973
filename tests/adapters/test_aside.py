import subprocess
import sys
from pathlib import Path

import pytest

from storybuilder.adapters.aside import Aside, size_of
from storybuilder.errors import LibraryUnwritable

ENDS_AFTER_PUTTING = """
import os, sys
from pathlib import Path
from storybuilder.adapters.aside import Aside
Aside(Path(sys.argv[1])).put(Path(sys.argv[1]) / sys.argv[2])
os._exit(9)
"""


def file(folder: Path, name: str = "t1.wav", size: int = 100) -> Path:
    (folder / name).write_bytes(bytes(size))
    return folder / name


def put_by_a_program_that_was_killed(path: Path) -> None:
    command = [sys.executable, "-c", ENDS_AFTER_PUTTING, str(path.parent), path.name]
    assert subprocess.run(command, check=False).returncode == 9


def test_a_file_is_gone_and_comes_back_as_it_was(tmp_path: Path) -> None:
    aside, sound = Aside(tmp_path), file(tmp_path)
    aside.put(sound)
    assert not sound.exists()
    assert aside.bring_back(sound)
    assert sound.read_bytes() == bytes(100)
    assert not aside.bring_back(sound)


def test_what_is_not_there_is_not_moved_and_nothing_is_made(tmp_path: Path) -> None:
    aside = Aside(tmp_path / "takes")
    assert not aside.bring_back(tmp_path / "takes" / "t1.wav")
    aside.purge()
    assert (aside.taken_bytes(), list(tmp_path.iterdir())) == (0, [])


def test_its_room_counts_until_it_is_deleted(tmp_path: Path) -> None:
    first, second = Aside(tmp_path), Aside(tmp_path)
    first.put(file(tmp_path, size=70))
    second.put(file(tmp_path, "t2.wav", 30))
    assert first.taken_bytes() == second.taken_bytes() == 100


def test_what_a_killed_program_moved_aside_is_deleted(tmp_path: Path) -> None:
    put_by_a_program_that_was_killed(file(tmp_path))
    aside = Aside(tmp_path)
    assert aside.taken_bytes() == 100
    aside.purge()
    assert (aside.taken_bytes(), list(tmp_path.iterdir())) == (0, [])


def test_what_another_window_moved_aside_can_still_come_back(tmp_path: Path) -> None:
    first, sound = Aside(tmp_path), file(tmp_path)
    first.put(sound)
    Aside(tmp_path).purge()
    first.purge()
    assert first.bring_back(sound)


def test_a_folder_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "takes").write_text("mine")
    with pytest.raises(LibraryUnwritable):
        Aside(tmp_path / "takes").put(tmp_path / "takes" / "t1.wav")


def test_a_file_that_is_not_there_has_no_size(tmp_path: Path) -> None:
    assert (size_of(file(tmp_path, size=7)), size_of(tmp_path / "none")) == (7, 0)
