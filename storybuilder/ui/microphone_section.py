"""Microphone: which ones are plugged in, which one is used, and a check of its level."""

from collections.abc import Callable

import flet as ft

from storybuilder.errors import StorybuilderError
from storybuilder.ui.level_check import LevelChecking
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.option import option
from storybuilder.ui.parts.states import failure_shown, problem
from storybuilder.ui.parts.text import heading, link
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import XS, Palette, S

LOOK_AGAIN_S = 3.0
"""A microphone that was just plugged in is listed before one wonders where it is."""
OWN_CHOICE = "The system's own choice"


class MicrophoneSection:
    """Follows what is plugged in for as long as its screen is shown; folded, it is two lines.

    Changes send this section only, so that nobody loses the caret over a plug.
    """

    def __init__(
        self, window: Window, *, folded: bool = False, busy: Callable[[], bool] = lambda: False
    ) -> None:
        """While `busy`, nobody is looking and the sound system is left alone."""
        self._window, self._busy = window, busy
        self._setting_up = window.practice.setting_up
        self._folded = folded
        self._names: tuple[str, ...] = ()
        self._failure: StorybuilderError | None = None
        self._level = LevelChecking(window, self.look_again)
        self._pane = ft.Column(spacing=0, tight=True)
        self._p: Palette | None = None
        self._room = 0.0
        self._told = False

    async def enter(self) -> None:
        """See which microphones there are, and keep looking."""
        await self._look()
        self._window.repeat(self._follow, LOOK_AGAIN_S)

    async def rest(self) -> None:
        """Listen no more: a take begins, or another screen is shown."""
        await self._level.stop()

    def unfold(self) -> None:
        """Show every microphone there is."""
        self._folded = False
        self._redraw()

    @property
    def some(self) -> bool:
        """Whether any microphone is plugged in."""
        return bool(self._names)

    @property
    def missing(self) -> bool:
        """Whether the chosen one is not plugged in while others are."""
        chosen = self._setting_up.settings.microphone
        return bool(chosen and self._names) and chosen not in self._names

    def draw(self, p: Palette, room: float, *, told: bool = False) -> list[ft.Control]:
        """Heading, what is wrong unless that was `told` elsewhere, the choice, and the check."""
        self._p, self._room, self._told = p, room, told
        self._pane.controls = self._rows(p, room)
        return [self._pane]

    def _rows(self, p: Palette, room: float) -> list[ft.Control]:
        if not self._names and self._told:
            return [heading("Microphone", p, "none is plugged in now")]
        if self._failure is not None:
            return [heading("Microphone", p), gap(S), failure_shown(self._failure, p, room)]
        if not self._names:
            todo = "Plug one in, or allow access to it in the system settings; it is listed then."
            return [
                heading("Microphone", p),
                gap(S),
                problem("No microphone was found.", todo, p, room),
            ]
        if self._folded and not self.missing:
            return self._folded_rows(p, room)
        rows: list[ft.Control] = [heading("Microphone", p), gap(S)]
        chosen = self._setting_up.settings.microphone
        if self.missing:
            todo = "Plug it in again, or choose another one."
            rows += [problem(f"“{chosen}” is not plugged in now.", todo, p, room), gap(S)]
        rows += [self._device(name, name == chosen, p, room) for name in ("", *self._names)]
        if not self.missing:
            rows += [gap(S), self._level.draw(p, room)]
        return rows

    def _folded_rows(self, p: Palette, room: float) -> list[ft.Control]:
        name = self._setting_up.settings.microphone or OWN_CHOICE
        other = link("Choose another", p, lambda e: self.unfold(), color=p.ink)
        head = ft.Row([heading("Microphone", p, name), other], spacing=S, wrap=True)
        return [head, gap(XS), self._level.draw(p, room)]

    def _device(self, name: str, chosen: bool, p: Palette, room: float) -> ft.Control:
        async def taken() -> None:
            await self._window.work(lambda: self._setting_up.choose(microphone=name))
            self._redraw()
            if self._level.listening:
                await self._level.begin()

        return option(name or OWN_CHOICE, chosen, lambda e: self._window.start(taken), p, room)

    async def _follow(self) -> None:
        # While a microphone is open, the sound system would list the same ones again.
        if not self._busy() and not self._level.listening:
            await self.look_again()

    async def look_again(self) -> None:
        """See at once what has changed."""
        before = self._names, str(self._failure)
        await self._look()
        if (self._names, str(self._failure)) != before:
            self._redraw()

    async def _look(self) -> None:
        try:
            self._names, self._failure = (
                await self._window.work(self._setting_up.microphones),
                None,
            )
        except StorybuilderError as failure:
            self._names, self._failure = (), failure

    def _redraw(self) -> None:
        if self._p is not None:
            self._pane.controls = self._rows(self._p, self._room)
            self._window.refresh(self._pane)
