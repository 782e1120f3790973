"""A disk without room refuses a save in one plain sentence, and keeps what was saved before."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from storybuilder.adapters.library import Library
from storybuilder.adapters.take_files import FolderOfTakes
from storybuilder.adapters.version_files import FolderOfVersions
from storybuilder.core.story import StoryId
from storybuilder.core.take import TakeId
from tests.kill import saving
from tests.kill.saver import WORDS_EACH

ROOM = 300_000
FULL = "was not saved because the disk is full: free some space, then save again; "


@dataclass(frozen=True)
class Disk:
    """A folder with little room: because the disk is small, or because files may not grow."""

    folder: Path
    file_limit: int | None = None

    def fill(self, kind: str, name: str) -> tuple[int, str]:
        """Save until it is refused: how many saves were reported, and the sentence."""
        program = saving.start(kind, self.folder, name, last=10_000, room=self.file_limit)
        *saved, sentence = saving.finish(program)
        return len(saved), sentence


def mounted(folder: Path) -> bool:
    """Whether a small disk of its own could be put on the folder: that takes root, on Linux."""
    if sys.platform != "linux" or shutil.which("mount") is None:
        return False
    size = f"size={ROOM}"
    command = ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Disk]:
    """A disk that is really full soon; where nobody may make one, files that may not grow."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not mounted(folder):
        yield Disk(folder, ROOM)
        return
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def small_files(tmp_path: Path) -> Disk:
    return Disk(tmp_path, ROOM)


@pytest.fixture(params=["small_disk", "small_files"])
def disk(request: pytest.FixtureRequest) -> Disk:
    found: Disk = request.getfixturevalue(request.param)
    return found


def test_every_saved_story_survives_a_full_disk(disk: Disk) -> None:
    saved, sentence = disk.fill("stories", "s")
    assert FULL in sentence
    assert saved > 10
    library = Library(disk.folder / "library.json")
    assert {str(s.id) for s in library.stories.all()} == {f"s-{n + 1}" for n in range(saved)}
    assert (library.recovered, list(disk.folder.glob(".*.draft"))) == (None, [])


def test_a_smaller_library_can_be_saved_once_there_is_room(small_disk: Disk) -> None:
    saved, _ = small_disk.fill("stories", "s")
    for copy in small_disk.folder.glob("library.json.bak*"):
        copy.unlink()
    library = Library(small_disk.folder / "library.json")
    library.stories.remove("s-1")
    assert len(Library(small_disk.folder / "library.json").stories.all()) == saved - 1


def test_every_kept_version_survives_a_full_disk(disk: Disk) -> None:
    saved, sentence = disk.fill("versions", "s1")
    assert FULL in sentence
    assert saved > 10
    kept = FolderOfVersions(disk.folder / "versions").versions(StoryId("s1"))
    assert [version.reason for version in kept] == [str(n) for n in range(saved, 0, -1)]


def test_the_words_of_a_take_survive_a_full_disk(disk: Disk) -> None:
    saved, sentence = disk.fill("words", "t1")
    assert FULL in sentence
    assert saved > 5
    heard = FolderOfTakes(disk.folder / "takes").heard(TakeId("t1"))
    assert heard is not None
    assert heard[1] is not None
    assert (heard[0].duration_s, len(heard[1].words)) == (saved, saved * WORDS_EACH)
