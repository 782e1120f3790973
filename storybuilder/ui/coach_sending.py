"""A call under way: the answer appears as it comes, and Stop ends it at once."""

import asyncio
import threading
from dataclasses import dataclass, field

import flet as ft

from storybuilder.core.story import Part, Story
from storybuilder.practice.coaching import Coached, Preview
from storybuilder.ui.apart import apart
from storybuilder.ui.coach_words import sends
from storybuilder.ui.parts.buttons import primary
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.text import Click, hint, text, title
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import XS, L, M, Palette

SHOW_EVERY_S = 0.1
"""Ten times a second reads as a flow; the leaf is all that is sent."""
WAITING = "Waiting for the first words …"
NOT_YET = "None of this is in your story. It is held against your own words once it is whole."


@dataclass
class Line:
    """What the worker's thread has heard, and whether anybody still wants to hear more."""

    texts: tuple[str, ...] = ()
    over: threading.Event = field(default_factory=threading.Event)

    def hear(self, texts: tuple[str, ...]) -> None:
        """From the worker's thread; shown at the next turn."""
        self.texts = texts


class Sending:
    """One call, from the click to its end."""

    def __init__(self, window: Window, preview: Preview, story: Story, part: Part | None) -> None:
        self._window = window
        self.preview, self._story, self._part = preview, story, part
        self._line = Line()
        self._shown = text(WAITING, "read_small", window.look.p.soft)

    @property
    def is_stopped(self) -> bool:
        """Whether nobody wants the answer any more."""
        return self._line.over.is_set()

    def stop(self) -> None:
        """End it; the call is closed within a tenth of a second, whatever the network does."""
        self._line.over.set()

    async def result(self) -> Coached | None:
        """Send, and wait for what came of it; None when stopped. Raises what sending raises."""
        asked = asyncio.ensure_future(apart(self._send))
        while not asked.done() and not self.is_stopped:
            await asyncio.wait({asked}, timeout=SHOW_EVERY_S)
            self._show()
        if not self.is_stopped:
            return await asked
        asked.cancel()  # what comes now is nobody's business
        return None

    def _send(self) -> Coached | None:
        """In a thread of its own."""
        coaching, line = self._window.practice.coaching, self._line
        return coaching.send(
            self.preview, self._story, line.hear, line.over.is_set, part=self._part
        )

    def draw(self, stop: Click, p: Palette, width: float) -> list[ft.Control]:
        """What has come so far."""
        self._shown = text(self._words, "read_small", p.soft, width=min(width, 720.0))
        return [
            title("The coach is answering.", p),
            gap(XS),
            text(f"{sends(self.preview, 'Sent')}.", "body", p.soft),
            text(NOT_YET, "small", p.soft),
            gap(M),
            ft.Row([primary("Stop", p, stop, tooltip=hint("Esc", p))]),
            gap(L),
            self._shown,
        ]

    @property
    def _words(self) -> str:
        return "\n\n".join(self._line.texts) or WAITING

    def _show(self) -> None:
        if self._words != self._shown.value and not self.is_stopped:
            self._shown.value = self._words
            self._window.refresh(self._shown)
