"""One sentence to put right: the part it tells, its words, and the way back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import flet as ft

from storybuilder.core.story import Part
from storybuilder.core.voice import Span
from storybuilder.ui.correction_rows import CorrectionRow
from storybuilder.ui.labels import clock
from storybuilder.ui.parts.field import colour, field
from storybuilder.ui.parts.marker import marker
from storybuilder.ui.parts.text import link, style, text
from storybuilder.ui.parts.time_bar import NAMES
from storybuilder.ui.parts.transcript_text import corrected_line
from storybuilder.ui.theme import RADIUS, M, Palette, S

GUTTER = 46
CARET, SIGN_HEIGHT, PLAY_SIGN = 18, 26, 15
AROUND_S = 0.15
"""So much is played before and after a sentence: its words may begin a little earlier."""
CHOICES: tuple[Part | None, ...] = (*Part, None)
NOTHING_SAID = "Nothing was said here."


@dataclass(frozen=True, slots=True, kw_only=True)
class Gestures:
    """What a person does in a row."""

    typed: Callable[["RowToCorrect"], None]
    left: Callable[["RowToCorrect"], None]
    chosen: Callable[["RowToCorrect", Part | None], None]
    restored: Callable[["RowToCorrect"], None]
    listen: Callable[[float, float], None] | None = None
    """Plays the take from one second to another; None where it cannot be heard."""


class RowToCorrect:
    """A sentence. Its controls are made once and follow, so that neither words nor focus go."""

    def __init__(self, row: CorrectionRow, gestures: Gestures, p: Palette) -> None:
        self.row, self._gestures = row, gestures
        self.field = field(
            row.text,
            "read",
            NOTHING_SAID,
            p,
            on_change=lambda e: gestures.typed(self),
            on_blur=lambda e: gestures.left(self),
        )
        self._named = ft.Semantics(content=self.field)
        self._menu = ft.PopupMenuButton(items=self._items(), padding=0)
        self._time = ft.Container()
        self._body = ft.Container(
            content=ft.MergeSemantics(content=self._named),
            padding=ft.Padding.only(left=18, right=S, top=6, bottom=14),
        )
        self._margin = ft.Column([self._menu, self._time], spacing=0, width=GUTTER)
        self.root = ft.Row(
            [ft.Container(content=self._margin, padding=ft.Padding.only(top=5)), self._body],
            spacing=0,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )

    @property
    def edited(self) -> bool:
        """Whether something else is typed than is kept."""
        return "\n" in self.typed or self.typed.split() != self.row.text.split()

    @property
    def typed(self) -> str:
        """The words in the field, as they stand there now."""
        return self.field.value or ""

    def begin(self) -> ft.TextField:
        """Put the caret before the first word; the field is then to be given the keyboard."""
        self.field.selection = ft.TextSelection(base_offset=0, extent_offset=0)
        return self.field

    def take(self, words: str, span: Span) -> None:
        """What is typed is taken over: it says these words now, in this stretch."""
        self.row = replace(self.row, text=words, span=span)
        self._say(words)

    def follow(self, row: CorrectionRow) -> None:
        """Say what is kept now; what was typed meanwhile stays."""
        if not self.edited:
            self._say(row.text)
        self.row = row

    def _say(self, words: str) -> None:
        if self.field.value != words:  # the same words, set again, would move the caret
            self.field.value = words

    def draw(self, number: int, p: Palette, width: float) -> ft.Control:
        """The row in these colours and this width."""
        part = _key(self.row.part)
        colour(self.field, "read", p)
        self.field.width = width - GUTTER - 4 - 18 - S
        self._named.label = f"Words of sentence {number}"
        self._offer(part, number, p)
        self._body.width = width - GUTTER
        self._body.border = ft.Border.only(left=ft.BorderSide(4, p.parts.get(part, p.line)))
        self._time.content = self._second(number, p)
        return self.root

    def _second(self, number: int, p: Palette) -> ft.Control:
        """When it was said; where the take can be heard, a click on it plays the sentence."""
        told, listen = clock(self.row.span.start_s), self._gestures.listen
        second = text(told, "tiny", p.faint)
        if self.row.corrected:
            second.style = style("tiny", p.soft, **corrected_line(p.edge))
        if listen is None:
            return second
        sign = ft.Icon(ft.Icons.PLAY_ARROW, size=PLAY_SIGN, color=p.soft)
        second.semantics_label = f"Listen to sentence {number}"
        play = link(told, p, self._listened)
        play.content = ft.Row([sign, second], spacing=0, tight=True)
        return play

    def _listened(self, _: object) -> None:
        span = self.row.span
        if self._gestures.listen is not None:
            self._gestures.listen(max(0.0, span.start_s - AROUND_S), span.end_s + AROUND_S)

    def _offer(self, part: str, number: int, p: Palette) -> None:
        """Say the part in the menu's sign and name, and in its choices."""
        sign = ft.Row(
            [marker(part, p), ft.Icon(ft.Icons.ARROW_DROP_DOWN, size=CARET, color=p.soft)],
            spacing=0,
            tight=True,
        )
        self._menu.content = _silent(ft.Container(content=sign, height=SIGN_HEIGHT))
        state = ", corrected" if self.row.corrected else ""
        self._menu.tooltip = f"Sentence {number}: {NAMES[part]}{state}. Choose its part"
        self._menu.bgcolor = p.page
        self._menu.shape = ft.RoundedRectangleBorder(
            radius=RADIUS, side=ft.BorderSide(width=1, color=p.edge)
        )
        for choice, item in zip(CHOICES, self._menu.items, strict=False):
            item.content = _choice(choice, p, chosen=choice is self.row.part)
        *_, as_heard = self._menu.items
        as_heard.content = text("As heard", "body", p.ink)
        as_heard.visible = self.row.corrected

    def _items(self) -> list[ft.PopupMenuItem]:
        """The choices, and the way back. They stay: a click may come while it is drawn anew."""
        parts = [ft.PopupMenuItem(on_click=partial(self._chosen, choice)) for choice in CHOICES]
        return [*parts, ft.PopupMenuItem(on_click=self._restored)]

    def _chosen(self, choice: Part | None, _: object) -> None:
        self._gestures.chosen(self, choice)

    def _restored(self, _: object) -> None:
        self._gestures.restored(self)


def _choice(choice: Part | None, p: Palette, *, chosen: bool) -> ft.Control:
    part = _key(choice)
    word = text(NAMES[part], "strong" if chosen else "body", p.ink)
    return ft.Row([_silent(marker(part, p)), word], spacing=M)


def _key(part: Part | None) -> str:
    return part.value if part else "other"


def _silent(mark: ft.Control) -> ft.Control:
    """A sign whose word stands beside it, or is told by what holds it."""
    return ft.Semantics(content=mark, exclude_semantics=True)
