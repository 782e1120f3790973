"""Files that the person names for what goes out."""

from pathlib import Path

from storybuilder.adapters.whole_file import write_whole
from storybuilder.errors import LibraryUnwritable


def write_file(file: Path, content: bytes) -> None:
    """Write a file, all or nothing, for its owner only.

    Raises LibraryUnwritable, with advice that fits a file of the person's choice.
    """
    try:
        write_whole(file, content)
    except LibraryUnwritable as error:
        raise LibraryUnwritable(
            str(error), "free some space, or name a file in a folder you may write to."
        ) from error
