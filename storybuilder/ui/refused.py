"""What stands in the place of a screen that could not be opened."""

from collections.abc import Awaitable, Callable

import flet as ft

from storybuilder.errors import StorybuilderError
from storybuilder.ui.parts.frame import scroll
from storybuilder.ui.parts.states import failure_shown
from storybuilder.ui.screen import Window


class Refused:
    """Why the screen is not here, and a way to try again."""

    def __init__(
        self,
        window: Window,
        page: str,
        failure: StorybuilderError,
        again: Callable[[], Awaitable[None]],
    ) -> None:
        self._window, self._failure, self._again = window, failure, again
        self.page = page

    async def enter(self) -> None:
        """Nothing is loaded."""

    async def leave(self) -> None:
        """Nothing is pending here."""

    async def press(self, key: ft.KeyboardEvent) -> None:
        """No keys of its own."""

    def draw(self) -> ft.Control:
        """What happened, what to do, and the way to try it."""
        look = self._window.look
        way = ("Try again", lambda e: self._window.start(self._again))
        return scroll([failure_shown(self._failure, look.p, min(640.0, look.room), (way,))], look)
