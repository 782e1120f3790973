"""Quotes of a take, each with the word that plays just these words."""

import flet as ft

from storybuilder.core.coaching.quotes import place_of
from storybuilder.core.correction import corrected
from storybuilder.core.take import Take
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Span
from storybuilder.ui.labels import clock
from storybuilder.ui.screen import Window
from storybuilder.ui.stretch_player import Stretch, StretchPlayer
from storybuilder.ui.theme import Palette

LEAD_S = 0.15
"""A word's first sound begins a little before the model says it does."""


class QuotesHeard:
    """Finds quotes in the words of a take, as they were put right, and plays them."""

    def __init__(self, window: Window, take: Take | None) -> None:
        """Without a take there is nothing to hear, and every quote is silent."""
        self._window, self._take = window, take
        self._player = StretchPlayer(window)
        self._words = Transcript()
        self._audible = False

    async def look(self) -> None:
        """Read the words, and see whether the sound is there."""
        if self._take is not None:
            await self._window.work(self._read, self._take)

    def _read(self, take: Take) -> None:
        practice = self._window.practice
        _, words = practice.reviewing.heard(take) or (None, None)
        self._words = corrected(words, take.corrections) if words else Transcript()
        self._audible = practice.listening.audible(take)

    @property
    def text(self) -> str:
        """All that was said in the take; empty without one."""
        return self._words.text

    def span(self, quote: str) -> Span | None:
        """Where a quote is to be heard; None where it does not stand in the take."""
        place = place_of(quote, self._words.text)
        words = self._words.words_between(*place) if place else ()
        if not words:
            return None
        return Span(max(0.0, words[0].start_s - LEAD_S), words[-1].end_s + LEAD_S)

    def link(self, quote: str, p: Palette) -> list[ft.Control]:
        """The word that plays a quote; nothing where there is nothing to hear."""
        span = self.span(quote) if self._audible else None
        if self._take is None or span is None:
            return []
        return [self._player.link(Stretch(self._take, span, f"at {clock(span.start_s)}"), p)]

    async def stop(self) -> None:
        """Fall silent."""
        await self._player.stop()
