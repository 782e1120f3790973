"""Files moved aside: gone for the program, and to be had back until the program ends."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from storybuilder.adapters.whole_file import patiently, private_folder, unwritable

_PREFIX = "aside-"


class Aside:
    """A folder of this program's own beside the files, `aside-<token>`, and a lock that it holds.

    The system frees the lock when the program dies, so any later one knows what nobody can ask
    for any more. Nothing is made before the first file is moved.
    """

    def __init__(self, folder: Path) -> None:
        self._beside = folder
        self._folder = folder / f"{_PREFIX}{secrets.token_hex(5)}"
        self._lock = FileLock(_lock_of(self._folder), timeout=0, thread_local=False)

    def put(self, file: Path) -> None:
        """Move a file aside; nothing happens if there is none. Raises LibraryUnwritable."""
        try:
            if not self._lock.is_locked:
                private_folder(self._beside)
                self._lock.acquire()
            private_folder(self._folder)
            with suppress(FileNotFoundError):
                patiently(lambda: os.replace(file, self._folder / file.name))  # noqa: PTH105
        except OSError as error:
            raise unwritable(file.name, file.parent, error) from error

    def bring_back(self, file: Path) -> bool:
        """Move a file back to where it was; False if it is not here. Raises LibraryUnwritable."""
        try:
            patiently(lambda: (self._folder / file.name).replace(file))
        except FileNotFoundError:
            return False
        except OSError as error:
            raise unwritable(file.name, file.parent, error) from error
        return True

    def names(self) -> tuple[str, ...]:
        """Names of the files that this program can bring back."""
        return tuple(sorted(file.name for file in self._folder.glob("*")))

    def taken_bytes(self) -> int:
        """Room that is taken by what was moved aside, by this program or another."""
        return sum(size_of(file) for folder in self._folders() for file in folder.iterdir())

    def purge(self) -> None:
        """Delete what was moved aside by programs that have ended."""
        for folder in self._folders():
            if folder != self._folder:
                _purge(folder)

    def _folders(self) -> Iterator[Path]:
        return (folder for folder in self._beside.glob(f"{_PREFIX}*") if folder.is_dir())


def size_of(file: Path) -> int:
    """Bytes of a file, 0 if there is none."""
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _purge(folder: Path) -> None:
    lock = FileLock(_lock_of(folder), timeout=0)
    with suppress(OSError, Timeout):  # its program is still there; or the disk is read-only
        with lock:
            shutil.rmtree(folder)
        _lock_of(folder).unlink(missing_ok=True)


def _lock_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.lock")
