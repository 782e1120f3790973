"""A program that keeps recordings as FLAC, one after the other, and says so after each.

    shrinker.py FOLDER LAST [ROOM]

The recordings are the takes 1 to LAST of the folder. With ROOM no file may grow beyond so many
bytes. A refusal ends the program, with the person's sentence as its last line.
"""

import sys
from pathlib import Path

from storybuilder.adapters.take_files import FolderOfTakes
from storybuilder.core.take import TakeId
from storybuilder.errors import LibraryUnwritable
from tests.kill.saver import limit_files


def main(folder: str, last: str, room: str = "") -> None:
    if room:
        limit_files(int(room))
    takes = FolderOfTakes(Path(folder))
    for number in range(1, int(last) + 1):
        try:
            takes.shrink(TakeId(str(number)), lambda: False)
        except LibraryUnwritable as refusal:
            sys.stdout.write(refusal.sentence() + "\n")
            return
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
