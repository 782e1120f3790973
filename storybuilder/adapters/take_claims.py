"""Which takes are being recorded: one lock file each, held by the recording program."""

from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from storybuilder.adapters.whole_file import private_folder, unwritable
from storybuilder.core.take import TakeId


class TakeClaims:
    """ports.Claims over `<takes>/<id>.lock`; the system frees the lock when its holder dies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[TakeId, FileLock] = {}

    def claim(self, take: TakeId) -> bool:
        """Claim a take; False if another running program holds it. Raises LibraryUnwritable."""
        if take in self._held:
            return True
        try:
            private_folder(self._folder)
        except OSError as error:
            raise unwritable("the take", self._folder, error) from error
        lock = FileLock(self._path(take), timeout=0, thread_local=False)
        try:
            lock.acquire()
        except Timeout:
            return False
        self._held[take] = lock
        return True

    def release(self, take: TakeId) -> None:
        """Let go and leave no lock file behind."""
        lock = self._held.pop(take, None)
        if lock is None:
            return
        lock.release()
        with suppress(OSError):  # an empty file that nobody holds does no harm
            self._path(take).unlink()

    @property
    def held(self) -> bool:
        """Whether this program is recording any take now."""
        return bool(self._held)

    def _path(self, take: TakeId) -> Path:
        return self._folder / f"{take}.lock"
