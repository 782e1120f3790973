"""A piece of a proposal on the screen: the change, its buttons, and the question it leaves open."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from storybuilder.core.coaching.revision import Kept, Piece, Revision
from storybuilder.core.diff import NAMES
from storybuilder.core.story import Part
from storybuilder.ui.coach_choice import Chosen
from storybuilder.ui.parts.field import boxed, named
from storybuilder.ui.parts.marker import marker
from storybuilder.ui.parts.revision_piece import piece_text, quoted, spoken_piece
from storybuilder.ui.parts.text import link, style, text
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import RADIUS, XS, L, M, Palette, S

GUTTER, WAYS_WIDTH, WIDEST_TEXT = 40.0, 148.0, 720.0
IN_YOUR_WORDS = "In your own words"


@dataclass(frozen=True, slots=True)
class Place:
    """Which piece of which field."""

    name: str
    number: int


@dataclass(frozen=True, slots=True)
class PieceGestures:
    """What a person does with a piece."""

    turn: Callable[[Place], None]
    """Take it, or leave it again."""
    reword: Callable[[Place, str], None]
    """Put it in words of their own."""


class PieceRow:
    """One piece; only this row is sent anew when it changes."""

    def __init__(self, window: Window, place: Place, gestures: PieceGestures, *, first: bool):
        self._window, self._place, self._do = window, place, gestures
        self._first = first
        self._field: ft.TextField | None = None
        self.root = ft.Container()

    def draw(self, chosen: Chosen, p: Palette, width: float) -> ft.Control:
        """The row as it is chosen now."""
        self.root = ft.Container(width=width)
        self._fill(chosen, p)
        return self.root

    def show(self, chosen: Chosen) -> None:
        """Show what was chosen since."""
        self._fill(chosen, self._window.look.p)
        self._window.refresh(self.root)

    def _fill(self, chosen: Chosen, p: Palette) -> None:
        revision, place = chosen.revisions[self._place.name], self._place
        piece, before, after = _around(revision, place.number)
        width = min(WIDEST_TEXT, (self.root.width or 0.0) - GUTTER - WAYS_WIDTH - L)
        taken = chosen.is_taken(place.name, place.number)
        said = spoken_piece(piece, NAMES[place.name], place.number + 1, len(revision.pieces)) + (
            ", accepted" if taken else ""
        )
        change = ft.Semantics(
            label=said,
            exclude_semantics=True,
            content=piece_text(piece, before, after, p, width - 2 * S),
        )
        lines: list[ft.Control] = [change]
        if not piece.is_grounded:
            lines += self._open_question(piece, p, width - 2 * S)
        body = ft.Container(
            content=ft.Column(lines, spacing=XS, tight=True),
            width=width,
            padding=ft.Padding.symmetric(horizontal=S, vertical=XS),
            border_radius=RADIUS,
            bgcolor=p.sunk if taken else None,
        )
        self.root.content = ft.Row(
            [self._gutter(p), body, self._ways(piece, p, taken=taken)],
            spacing=0,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )

    def _gutter(self, p: Palette) -> ft.Control:
        """The letter of the part stands at its first piece."""
        sign = (
            marker(self._place.name, p) if self._first and self._place.name in set(Part) else None
        )
        return ft.Container(
            width=GUTTER - S,
            content=sign,
            alignment=ft.Alignment.TOP_LEFT,
            padding=ft.Padding.only(top=S),
        )

    def _ways(self, piece: Piece, p: Palette, *, taken: bool) -> ft.Control:
        name = f"change {self._place.number + 1} of the {NAMES[self._place.name].lower()}"
        if taken:
            ways: list[ft.Control] = [
                text("✓ Accepted", "small_strong", p.ink),
                self._way("Reject", name, p),
            ]
        elif piece.is_grounded:
            ways = [self._way("Accept", name, p)]
        else:
            ways = [text("Left out", "small", p.soft), self._way("Accept all the same", name, p)]
        return ft.Container(
            content=ft.Column(ways, spacing=0, tight=True),
            padding=ft.Padding.only(left=L, top=S),
            width=WAYS_WIDTH + L,
        )

    def _way(self, words: str, name: str, p: Palette) -> ft.Control:
        return link(
            words,
            p,
            lambda e: self._do.turn(self._place),
            role="small_strong",
            color=p.ink,
            name=f"{words}: {name}",
        )

    def _open_question(self, piece: Piece, p: Palette, width: float) -> list[ft.Control]:
        """What cannot be traced, what would fill it, and a field with the words to put right."""
        questions = dict.fromkeys(claim.question for claim in piece.claims)
        if self._field is None:
            self._field = boxed(piece.added.strip(), "", p, multiline=True, shift_enter=True)
            self._field.on_submit = lambda e: self._reword()
        self._field.width = width - 96
        self._field.text_style = style("read_small", p.ink)
        use = link("Use this", p, lambda e: self._reword(), color=p.ink, name="Use these words")
        return [
            ft.Row(
                [
                    text("!", "strong", p.signal),
                    text(f"Not from your words: {quoted(piece)}.", "small", p.ink, expand=True),
                ],
                spacing=S,
                width=width,
            ),
            text(" ".join(questions), "small", p.soft, width=width),
            ft.Row(
                [named(self._field, IN_YOUR_WORDS), use],
                spacing=M,
                vertical_alignment=ft.CrossAxisAlignment.END,
            ),
        ]

    def _reword(self) -> None:
        if self._field is not None and (self._field.value or "").strip():
            self._do.reword(self._place, self._field.value or "")


def _around(
    revision: Revision, number: int
) -> tuple[Piece, Kept | Piece | None, Kept | Piece | None]:
    """A piece with its neighbours."""
    segments = [None, *revision.segments, None]
    for place, one in enumerate(segments):
        if isinstance(one, Piece) and one.number == number:
            return one, segments[place - 1], segments[place + 1]
    raise ValueError(f"there is no piece {number}")
