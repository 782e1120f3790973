"""Stretches of takes to listen to: each has its word, which starts it and stops it again."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from storybuilder.core.playback import Breakdown
from storybuilder.core.take import Take
from storybuilder.core.voice import Span
from storybuilder.errors import StorybuilderError
from storybuilder.ui.parts.text import link
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import Palette

LOOK_EVERY_S = 0.1
LISTEN, STOP = "Listen", "Stop"
TROUBLES = {
    Breakdown.LOST: "The loudspeaker went away.",
    Breakdown.UNREADABLE: "The recording could not be read on.",
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a take; `words` say which, for a screen reader."""

    take: Take
    span: Span
    words: str


class StretchPlayer:
    """Plays one stretch at a time, and keeps the word of each true."""

    def __init__(self, window: Window) -> None:
        self._window, self._listening = window, window.practice.listening
        self._links: dict[Stretch, ft.TextButton] = {}
        self._heard: Stretch | None = None
        self._turn = 0
        """Counts what was asked for, so that what ends late disturbs nothing that plays since."""

    @property
    def plays(self) -> bool:
        """Whether something is to be heard now."""
        return self._heard is not None

    def link(self, stretch: Stretch, p: Palette) -> ft.Control:
        """The word of a stretch; the last one made for it is kept true."""
        word = link(LISTEN, p, self._clicked(stretch), role="small", color=p.ink)
        self._links[stretch] = word
        self._say(stretch)
        return word

    async def stop(self) -> None:
        """Fall silent."""
        if self._heard is not None:
            self._choose(None)
            await self._window.work(self._listening.hush)

    def _clicked(self, stretch: Stretch) -> Callable[[object], None]:
        return lambda _: self._window.start(lambda: self._toggle(stretch))

    async def _toggle(self, stretch: Stretch) -> None:
        if self._heard == stretch:
            await self.stop()
        else:
            await self._play(stretch, self._choose(stretch))

    def _choose(self, stretch: Stretch | None) -> int:
        """What is to be heard from now on; returns the turn. Nothing comes between its lines."""
        before, self._heard = self._heard, stretch
        self._turn += 1
        for one in (before, stretch):
            if one is not None:
                self._say(one)
        return self._turn

    async def _play(self, stretch: Stretch, mine: int) -> None:
        """Start a stretch, and follow it to its end or until something else is asked for."""
        try:
            playing = await self._window.work(
                self._listening.play, stretch.take, stretch.span.start_s, stretch.span.end_s
            )
        except StorybuilderError:
            self._fell_silent(mine)
            raise
        if self._turn != mine:  # stopped while the device was being opened
            await self._window.work(playing.stop)
            return
        while self._turn == mine and not playing.look().ended:  # noqa: ASYNC110  # it is polled
            await asyncio.sleep(LOOK_EVERY_S)
        self._fell_silent(mine)
        trouble = playing.look().trouble
        if trouble:
            self._window.notice(TROUBLES[trouble])

    def _fell_silent(self, turn: int) -> None:
        """It ended by itself."""
        if self._turn == turn:
            self._choose(None)

    def _say(self, stretch: Stretch) -> None:
        """The word of a stretch: what a click on it does now."""
        button = self._links.get(stretch)
        if button is None or not isinstance(button.content, ft.Text):
            return
        word = STOP if self._heard == stretch else LISTEN
        button.content.value = word
        button.content.semantics_label = f"{word}: {stretch.words}"
        self._window.refresh(button)
