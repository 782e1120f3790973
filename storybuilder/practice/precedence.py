"""Who comes first when several takes wait for their words."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition, Lock


class Precedence:
    """One take is written down at a time: two at once take longer than one after the other.

    What a person waits for goes first; work in the background is told to give way.
    """

    def __init__(self) -> None:
        self._one, self._waiting = Lock(), 0
        self._changed = Condition()

    @contextmanager
    def foreground(self) -> Iterator[None]:
        """A turn that somebody waits for, or soon will: also for pieces of a take that grows."""
        self._count(1)
        try:
            with self._one:
                yield
        finally:
            self._count(-1)

    @contextmanager
    def background(self) -> Iterator[Callable[[], bool]]:
        """A turn nobody waits for; gives a function that says whether to make way."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting == 0)
        with self._one:
            yield lambda: self._waiting > 0

    @property
    def is_wanted(self) -> bool:
        """Whether a person waits for a turn, or has one now."""
        return self._waiting > 0

    def _count(self, by: int) -> None:
        with self._changed:
            self._waiting += by
            self._changed.notify_all()
