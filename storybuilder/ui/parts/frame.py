"""The frame of a screen: the rail of pages, margins, and one scrolling column."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from storybuilder.ui.parts.text import text
from storybuilder.ui.theme import HAIRLINE, RAIL, TOPBAR, WIDE_FROM, WIDEST, XL, XS, M, Palette, S

PAGES = ("Stories", "Questions", "Map", "Rehearse")
LAST_PAGE = "Settings"


@dataclass(frozen=True, slots=True)
class Look:
    """What a screen is drawn for: colours and room, in pixels."""

    p: Palette
    width: float
    height: float

    @property
    def wide(self) -> bool:
        """Whether the rail stands at the side."""
        return self.width >= WIDE_FROM

    @property
    def room(self) -> float:
        """Width between the margins."""
        return min(WIDEST, self.width - RAIL - 88) if self.wide else self.width - 56


def gap(height: float = 0, width: float = 0) -> ft.Container:
    """Empty space taken from the spacing scale."""
    return ft.Container(height=height or None, width=width or None)


def hairline(p: Palette, width: float | None = None) -> ft.Container:
    """A line that separates and means nothing else."""
    return ft.Container(height=HAIRLINE, bgcolor=p.line, width=width)


def scroll(controls: list[ft.Control], look: Look) -> ft.Control:
    """A screen that scrolls as one page."""
    side = 44 if look.wide else 28
    padding = ft.Padding.only(left=side, right=side, top=30 if look.wide else M + 6, bottom=XL)
    column = ft.Column(controls, spacing=0, tight=True, width=look.room)
    return ft.Column(
        [ft.Container(content=column, padding=padding)],
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        spacing=0,
    )


def still(controls: list[ft.Control], look: Look) -> ft.Control:
    """A screen that stands still and fills the window; parts of it may scroll."""
    side = 44 if look.wide else 28
    padding = ft.Padding.only(left=side, right=side, top=30 if look.wide else M + 6, bottom=M)
    column = ft.Column(controls, spacing=0, expand=True)
    return ft.Container(content=column, padding=padding, expand=True)


def shell(
    content: ft.Control, chosen: str, look: Look, go: Callable[[str], None], promise: str = ""
) -> ft.Control:
    """A rail of words at the left, or a bar of words at the top when narrow.

    `promise` says at the foot of the rail what leaves this computer.
    """
    if not look.wide:
        return _bar(content, chosen, look.p, go)
    return _rail(content, chosen, look.p, go, promise)


def _rail(
    content: ft.Control, chosen: str, p: Palette, go: Callable[[str], None], promise: str
) -> ft.Control:
    brand = text("Storybuilder", "read_mark", p.ink)
    rail = ft.Container(
        bgcolor=p.sunk,
        width=RAIL,
        padding=ft.Padding.only(top=30, bottom=22),
        content=ft.Column(
            [
                ft.Container(content=brand, padding=ft.Padding.only(left=20, bottom=26)),
                *[_side_item(label, label == chosen, p, go) for label in PAGES],
                ft.Container(expand=True),
                _side_item(LAST_PAGE, chosen == LAST_PAGE, p, go),
                ft.Container(
                    content=text(promise, "tiny", p.faint),
                    padding=ft.Padding.only(left=20, right=XS, top=S),
                ),
            ],
            spacing=2,
        ),
    )
    return ft.Row(
        [rail, ft.Container(content=content, expand=True)],
        spacing=0,
        expand=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _bar(content: ft.Control, chosen: str, p: Palette, go: Callable[[str], None]) -> ft.Control:
    brand = text("Storybuilder", "read_mark", p.ink)
    bar = ft.Container(
        height=TOPBAR,
        bgcolor=p.sunk,
        padding=ft.Padding.symmetric(horizontal=XL - 4),
        content=ft.Row(
            [
                ft.Container(content=brand, padding=ft.Padding.only(right=M)),
                *[_top_item(label, label == chosen, p, go) for label in PAGES],
                ft.Container(expand=True),
                _top_item(LAST_PAGE, chosen == LAST_PAGE, p, go),
            ],
            spacing=XS,
        ),
    )
    return ft.Column([bar, ft.Container(content=content, expand=True)], spacing=0, expand=True)


def _side_item(label: str, chosen: bool, p: Palette, go: Callable[[str], None]) -> ft.Control:
    mark = ft.Container(width=3, height=18, bgcolor=p.ink if chosen else None)
    inner = ft.Row([mark, _word(label, chosen, p)], spacing=17)
    return _item(label, chosen, inner, go, height=36)


def _top_item(label: str, chosen: bool, p: Palette, go: Callable[[str], None]) -> ft.Control:
    mark = ft.Container(height=3, width=20, bgcolor=p.ink if chosen else None)
    word = ft.Container(content=_word(label, chosen, p), expand=True, alignment=ft.Alignment.CENTER)
    inner = ft.Column([word, mark], spacing=0, horizontal_alignment=ft.CrossAxisAlignment.CENTER)
    return _item(label, chosen, inner, go, height=TOPBAR, padding=M)


def _word(label: str, chosen: bool, p: Palette) -> ft.Text:
    return text(label, "strong" if chosen else "body", p.ink if chosen else p.soft)


def _item(
    label: str,
    chosen: bool,
    inner: ft.Control,
    go: Callable[[str], None],
    *,
    height: float,
    padding: float = 0,
) -> ft.Control:
    return ft.Semantics(
        button=True,
        selected=chosen,
        content=ft.Container(
            content=inner,
            height=height,
            padding=ft.Padding.symmetric(horizontal=padding),
            ink=True,
            on_click=lambda e: go(label),
        ),
    )
