"""What was sent to the coach: the person's own record, to be read and cleared."""

from datetime import UTC, datetime

import flet as ft

from storybuilder.core.coaching.sent import Sent
from storybuilder.ui.labels import moment
from storybuilder.ui.parts.frame import gap, hairline, scroll
from storybuilder.ui.parts.text import link, text, title
from storybuilder.ui.screen import Window
from storybuilder.ui.sent_rows import help_name, news, outcome_words
from storybuilder.ui.theme import XL, XS, L, M, Palette, S

ABOUT = (
    "Each call is written down here before it is made, word for word, as masked as it was sent. "
    "The record stays on this computer and is in no export."
)
NONE_YET = "When you ask the coach for something, the call will stand here."


class SentLogScreen:
    """Every call, newest first; the text of each unfolds."""

    page = "Settings"

    def __init__(self, window: Window) -> None:
        self._window, self._coaching = window, window.practice.coaching
        self._calls: tuple[Sent, ...] = ()
        self._open: set[str] = set()

    async def enter(self) -> None:
        """Read the record. Raises LibraryUnreadable."""
        self._calls = await self._window.work(self._coaching.sent)

    async def leave(self) -> None:
        """Nothing is kept."""

    async def press(self, key: ft.KeyboardEvent) -> None:
        """No keys of its own."""

    # ------------------------------------------------------------ drawing
    def draw(self) -> ft.Control:
        """How many calls there were, then each."""
        look = self._window.look
        p, room = look.p, min(760.0, look.room)
        back = link("Settings", p, lambda e: self._window.go("/settings"))
        rows: list[ft.Control] = [
            ft.Row([back]),
            title(news(self._calls), p),
            gap(S),
            text(ABOUT if self._calls else NONE_YET, "body", p.soft, width=room),
            gap(L),
        ]
        if self._calls:
            clear = link("Clear the record", p, lambda e: self._clear(), color=p.ink)
            rows += [ft.Row([clear]), gap(M)]
        now = datetime.now(UTC).astimezone()
        for one in self._calls:
            rows += [hairline(p, room), gap(M), self._call(one, now, p, room), gap(M)]
        return scroll([*rows, gap(XL)], look)

    def _call(self, one: Sent, now: datetime, p: Palette, room: float) -> ft.Control:
        opened = one.id in self._open
        word = "Hide the text" if opened else "Show the text"
        spoken = f"{word}: {help_name(one.help)}, {moment(one.at, now)}"
        head = ft.Row(
            [
                text(moment(one.at, now), "small", p.soft),
                text(help_name(one.help), "strong", p.ink, expand=True),
                link(word, p, lambda e: self._turn(one.id), name=spoken, end=True),
            ],
            spacing=M,
            width=room,
        )
        rows: list[ft.Control] = [
            head,
            text(f"{one.model} at {one.address}", "small", p.soft, width=room),
            text(outcome_words(one.outcome), "small", p.soft, width=room),
        ]
        if opened:
            rows += [gap(XS), text(one.text, "small", p.ink, width=room, selectable=True)]
        return ft.Column(rows, spacing=2, tight=True, width=room)

    # ------------------------------------------------------------ gestures
    def _turn(self, id: str) -> None:
        self._open ^= {id}
        self._window.redraw()

    def _clear(self) -> None:
        async def cleared() -> None:
            await self._window.work(self._coaching.clear_sent)
            self._open.clear()
            await self.enter()
            self._window.redraw()

        self._window.ask(
            "Clear the record of what was sent?",
            "It cannot be brought back. What was sent stays with the service.",
            "Clear it",
            cleared,
        )
