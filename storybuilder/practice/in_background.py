"""Work nobody waits for."""

from collections.abc import Callable
from threading import Lock, Thread


class InBackground:
    """One thread at most; it never outlives the program."""

    def __init__(self, name: str, job: Callable[[], None]) -> None:
        self._name, self._job = name, job
        self._lock = Lock()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin unless it is under way already. Quick."""
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._job, name=self._name, daemon=True)
                self._thread.start()

    def wait(self) -> None:
        """Wait until it has ended."""
        if self._thread is not None:
            self._thread.join()
