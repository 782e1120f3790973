"""A program that saves again and again and says so after each save, until it is killed.

    saver.py stories|takes|words|versions|count FOLDER NAME LAST [ROOM]

`count` adds 1 to one story, `words` keeps ever more words of one take, `versions` adds to one
story; `stories` and `takes` keep a value of their own for each number.
With ROOM no file may grow beyond so many bytes. A save that is refused ends the program, with
the person's sentence as its last line.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from storybuilder.adapters.library import Library
from storybuilder.adapters.take_files import FolderOfTakes
from storybuilder.adapters.version_files import FolderOfVersions
from storybuilder.core.story import Story, Version
from storybuilder.core.take import TakeId
from storybuilder.errors import LibraryUnwritable
from tests.builders import NOON, spoken, story, take, voiced

TEXT = "We had four weeks and no budget, so I asked each team for one engineer. " * 20
WORDS_EACH = 500


def _further(present: Story | None) -> Story:
    return story("shared", position=1.0 if present is None else present.position + 1)


def _step(kind: str, folder: Path, name: str) -> Callable[[int], object]:
    library = Library(folder / "library.json")
    words, versions = FolderOfTakes(folder / "takes"), FolderOfVersions(folder / "versions")
    steps: dict[str, Callable[[int], object]] = {
        "stories": lambda n: library.stories.change(
            f"{name}-{n}", lambda _: story(f"{name}-{n}", action=TEXT)
        ),
        "takes": lambda n: library.takes.change(f"{name}-{n}", lambda _: take(f"{name}-{n}")),
        "count": lambda n: library.stories.change("shared", _further),
        "words": lambda n: words.keep(
            TakeId(name), voiced(float(n)), spoken("word " * WORDS_EACH * n)
        ),
        "versions": lambda n: versions.keep(
            Version(kept_at=NOON, reason=str(n), story=story(name, action=TEXT * 5))
        ),
    }
    return steps[kind]


def limit_files(room: int) -> None:
    """For systems where a test may not make a small disk: they are all POSIX."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))


def main(kind: str, folder: str, name: str, last: str, room: str = "") -> None:
    if room:
        limit_files(int(room))
    step = _step(kind, Path(folder), name)
    for number in range(1, int(last) + 1):
        try:
            step(number)
        except LibraryUnwritable as refusal:
            sys.stdout.write(refusal.sentence() + "\n")
            return
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
