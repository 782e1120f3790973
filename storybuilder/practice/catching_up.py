"""Catching up: writing down, in the background, the takes that waited for a speech model."""

import logging
from collections.abc import Callable
from threading import Lock, Thread

from storybuilder.errors import SpeechModelMissing, StorybuilderError
from storybuilder.ports import Stopped

log = logging.getLogger(__name__)


class CatchingUp:
    """One thread at most; it ends when nothing waits, and never outlives the program."""

    def __init__(self, write_down_waiting: Callable[[Stopped], int], recording: Stopped) -> None:
        self._write_down_waiting, self._recording = write_down_waiting, recording
        self._lock = Lock()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin unless it is under way already; while a take is recorded nothing is done. Quick."""
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._run, name="catching up", daemon=True)
                self._thread.start()

    def wait(self) -> None:
        """Wait until it has ended."""
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        try:
            done = self._write_down_waiting(self._recording)
        except SpeechModelMissing:
            return  # they go on waiting; the report of each says so
        except StorybuilderError as failure:
            log.warning("waiting takes were not written down: %s", type(failure).__name__)
            return
        if done:
            log.info("wrote down %d waiting takes", done)
