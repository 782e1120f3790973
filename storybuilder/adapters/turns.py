"""Taking turns: one change at a time, among the threads of this program and every other window."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from storybuilder.adapters.whole_file import private_folder, unwritable
from storybuilder.errors import LibraryBusy

PATIENCE_S = 10.0


class Turns:
    """A lock file beside what it guards; the system frees it when its holder dies.

    A thread that has its turn may take it again. Making a Turns creates nothing.
    """

    def __init__(self, lock: Path, patience_s: float = PATIENCE_S) -> None:
        self._path, self._patience_s = lock, patience_s
        self._threads = threading.RLock()
        # Only one thread at a time comes as far as the file.
        self._windows = FileLock(lock, thread_local=False, poll_interval=0.01)

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Have the turn while in this context. Raises LibraryBusy or LibraryUnwritable."""
        start = time.monotonic()
        if not self._threads.acquire(timeout=self._patience_s):
            raise self._busy()
        try:
            self._acquire(max(0.0, self._patience_s - (time.monotonic() - start)))
            try:
                yield
            finally:
                self._windows.release()
        finally:
            self._threads.release()

    def _acquire(self, patience_s: float) -> None:
        try:
            private_folder(self._path.parent)
            self._windows.acquire(timeout=patience_s)
        except Timeout as error:
            raise self._busy() from error
        except OSError as error:
            raise unwritable("the change", self._path.parent, error) from error

    def _busy(self) -> LibraryBusy:
        waited = f"{self._patience_s:g} s"
        return LibraryBusy(f"another window kept {self._path.parent} to itself for {waited}")
