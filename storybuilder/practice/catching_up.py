"""Catching up: writing down, in the background, the takes that waited for a speech model."""

import logging
from collections.abc import Callable

from storybuilder.errors import SpeechModelMissing, StorybuilderError
from storybuilder.ports import Stopped
from storybuilder.practice.in_background import InBackground

log = logging.getLogger(__name__)


class CatchingUp:
    """One thread at most; it ends when nothing waits, and never outlives the program."""

    def __init__(
        self,
        write_down_waiting: Callable[[Stopped], int],
        recording: Stopped,
        afterwards: Callable[[], None] = lambda: None,
    ) -> None:
        """`afterwards` is called, and must be quick, each time that nothing is left to do."""
        self._write_down_waiting, self._recording = write_down_waiting, recording
        self._afterwards = afterwards
        self._background = InBackground("catching up", self._run)

    def start(self) -> None:
        """Begin unless it is under way already; while a take is recorded nothing is done. Quick."""
        self._background.start()

    def wait(self) -> None:
        """Wait until it has ended."""
        self._background.wait()

    def _run(self) -> None:
        self._write_down()
        self._afterwards()

    def _write_down(self) -> None:
        try:
            done = self._write_down_waiting(self._recording)
        except SpeechModelMissing:
            return  # they go on waiting; the report of each says so
        except StorybuilderError as failure:
            log.warning("waiting takes were not written down: %s", type(failure).__name__)
            return
        if done:
            log.info("wrote down %d waiting takes", done)
