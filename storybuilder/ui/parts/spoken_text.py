"""A transcript to listen to: a click on a word plays from there, the word being heard is marked.

Selecting works as in a text that is only read. A screen reader hears each paragraph as one.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby

import flet as ft

from storybuilder.core.transcript import Transcript
from storybuilder.ui.parts.transcript_text import passage, span
from storybuilder.ui.report_rows import Passage, Run
from storybuilder.ui.spoken_words import BETWEEN, Piece, paragraphs, pieces, word_heard
from storybuilder.ui.theme import Palette

Click = Callable[[float], None]
AT_ONCE_WORDS = 500
"""More words than a take of three minutes has; those of a longer one arrive a little later."""


class SpokenText:
    """The whole take. Following it changes the spans of two words, never a whole passage.

    A span for every word takes time, so a long take is there to be read before all of its words
    can be clicked: `arrive` makes the rest, a paragraph at a time.
    """

    def __init__(
        self,
        passages: tuple[Passage, ...],
        words: Transcript,
        p: Palette,
        width: float,
        play: Click,
    ) -> None:
        """`play` is given the second of what was clicked."""
        self._words, self._p, self._play = words, p, play
        self._spans: dict[int, list[ft.TextSpan]] = {}
        self._next: dict[int, ft.TextSpan] = {}
        """What follows a word in its paragraph."""
        self._later: list[tuple[ft.Text, str, tuple[Piece, ...]]] = []
        self._there = 0
        """How many pieces have spans of their own."""
        self._now: int | None = None
        self._plain: list[tuple[ft.TextSpan, str | None, ft.TextStyle | None]] = []
        """How what is drawn otherwise looks while it is not being heard."""
        cut = [(value, pieces(value, words)) for value in passages]
        self.marks = sorted({one.at_s for _, found in cut for one in found if one.marks})
        """The seconds of numbers, fillers and pauses."""
        self.root = ft.Column(
            [passage(value, p, width, self._said(value, found)) for value, found in cut],
            spacing=2,
            tight=True,
        )

    def arrive(self) -> ft.Control | None:
        """Make the words of one more paragraph; returns what changed, None once all are there."""
        if not self._later:
            return None
        text, part, found = self._later.pop(0)
        text.spans = self._words_of(part, found)
        return text

    def show(self, at_s: float | None) -> list[ft.Control]:
        """Mark the word that is heard at a second, None for none; returns what changed."""
        now = None if at_s is None else word_heard(self._words, at_s)
        if now == self._now:
            return []
        self._now, changed = now, [one for one, _, _ in self._plain]
        for one, words, style in self._plain:
            one.text, one.style = words, style
        self._plain = []
        for one in self._spans.get(-1 if now is None else now, []):
            self._keep(one)
            one.style = self._heard(one.style)
        self._lend_space(now)
        changed += [one for one, _, _ in self._plain if one not in changed]
        return list(changed)

    def _keep(self, one: ft.TextSpan) -> None:
        self._plain.append((one, one.text, one.style))

    def _heard(self, style: ft.TextStyle | None) -> ft.TextStyle:
        """The word being heard: on a ground of ink, in its own letters, so that nothing moves."""
        return replace(style or ft.TextStyle(), color=self._p.on_ink, bgcolor=self._p.ink)

    def _lend_space(self, now: int | None) -> None:
        """Give the space after the heard word to the next one: the ground ends with the word."""
        after = None if now is None else self._next.get(now)
        last = self._plain[-1][0] if self._plain else None
        if after is None or last is None or not (last.text or "").endswith(" "):
            return
        self._keep(after)
        last.text, after.text = (last.text or "")[:-1], f" {after.text}"

    def _said(self, value: Passage, found: tuple[Piece, ...]) -> ft.Control:
        parts = [self._paragraph(value.part, part) for part in paragraphs(found)]
        return ft.Column(parts, spacing=0, tight=True)

    def _paragraph(self, part: str, found: tuple[Piece, ...]) -> ft.Control:
        whole = [span(run, part, self._p) for run in _runs(found)]
        told = "".join(_told(one, run) for one, run in zip(whole, _runs(found), strict=True))
        text = ft.Text(spans=whole, selectable=True)
        if self._there < AT_ONCE_WORDS:
            text.spans = self._words_of(part, found)
        else:
            self._later.append((text, part, found))
        return ft.Semantics(label=told, exclude_semantics=True, content=text)

    def _words_of(self, part: str, found: tuple[Piece, ...]) -> list[ft.TextSpan]:
        """One span for each piece of a paragraph."""
        self._there += len(found)
        spans = [self._span(part, piece) for piece in found]
        for piece, after in zip(found, spans[1:], strict=False):
            if piece.word is not None:
                self._next[piece.word] = after
        return spans

    def _span(self, part: str, piece: Piece) -> ft.TextSpan:
        made = span(piece.run, part, self._p)
        made.semantics_label = None  # told by the paragraph
        made.on_click = partial(self._clicked, piece.at_s)
        if piece.word is not None:
            self._spans.setdefault(piece.word, []).append(made)
        return made

    def _clicked(self, at_s: float, _: object) -> None:
        self._play(at_s)


def _runs(found: Iterable[Piece]) -> Iterator[Run]:
    """The pieces of a paragraph, with those put together that look alike."""
    for _, alike in groupby(found, key=lambda one: (one.run.mark, one.run.corrected)):
        first, *more = [one.run for one in alike]
        yield replace(first, text="".join(run.text for run in (first, *more)))


def _told(made: ft.TextSpan, run: Run) -> str:
    """What a screen reader hears of a run."""
    plain = made.text or ""
    if run.mark in BETWEEN:
        return f" ({made.semantics_label or plain}) "
    return made.semantics_label or plain
