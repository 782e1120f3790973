"""What a screen is, and what the window does for it."""

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

import flet as ft

from storybuilder.practice import Practice
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.parts.states import Choice

Answer = TypeVar("Answer")


class Window(Protocol):
    """The window as a screen sees it. Everything here is called on the event loop."""

    practice: Practice
    look: Look

    def go(self, route: str) -> None:
        """Show another screen."""
        ...

    def redraw(self) -> None:
        """Draw the present screen anew."""
        ...

    def refresh(self, *controls: ft.Control) -> None:
        """Send changes of single controls; controls that are not shown are left alone."""
        ...

    def focus(self, control: ft.TextField | ft.KeyboardListener) -> None:
        """Give the keyboard to a control that is shown."""
        ...

    def notice(self, words: str, undo: Choice | None = None) -> None:
        """Say something in passing."""
        ...

    def ask(self, title: str, words: str, yes: str, then: Callable[[], Awaitable[None]]) -> None:
        """Ask before something that cannot be undone."""
        ...

    async def work(self, job: Callable[..., Answer], *given: object) -> Answer:
        """Run slow work off the event loop."""
        ...

    def start(self, job: Callable[[], Awaitable[None]]) -> None:
        """Let a task run beside the screen until it is done."""
        ...

    def repeat(self, job: Callable[[], Awaitable[None]], every_s: float) -> None:
        """Do something small again and again, until another screen is shown."""
        ...

    def post(self, told: Callable[[], None]) -> None:
        """Called from any thread: run `told` on the event loop."""
        ...

    def choose_theme(self) -> None:
        """Take over the theme from the settings."""
        ...


class Screen(Protocol):
    """One page of the program. Exactly one is shown."""

    @property
    def page(self) -> str:
        """The page of the rail that it belongs to; empty when it fills the window."""
        ...

    async def enter(self) -> None:
        """Load what it shows; it is drawn afterwards. Raises StorybuilderError."""
        ...

    def draw(self) -> ft.Control:
        """Its controls, for the window's present look."""
        ...

    async def leave(self) -> None:
        """Put everything in safety; another screen follows, or the end.

        Raises StorybuilderError where that cannot be done; the window then stays here.
        """
        ...

    async def press(self, key: ft.KeyboardEvent) -> None:
        """A key that no field took for itself."""
        ...
