"""Beside the map: why the chosen cell is as it is, the gaps, and what one more story would do."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from storybuilder.core.fit import LEVELS, Level
from storybuilder.ui.map_rows import GapRow, KindRow
from storybuilder.ui.parts.frame import gap, hairline
from storybuilder.ui.parts.heat_legend import glyph
from storybuilder.ui.parts.menu import menu
from storybuilder.ui.parts.text import heading, link, prose, text
from storybuilder.ui.theme import XS, M, Palette, S
from storybuilder.ui.why_rows import SumRow, WhyRows

NUMBER_WIDTH, POINTS_WIDTH, SUM_BAR_WIDTH = 22, 62, 52


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the links of a cell lead."""

    rehearse: Callable[[], None] | None
    """None where no question is asked, but a competency named."""
    open: Callable[[], None]
    set: Callable[[Level | None], None]
    close: Callable[[], None]


@dataclass(frozen=True, slots=True)
class GapWays:
    """Where the links of the gaps lead."""

    see: Callable[[GapRow], None]
    do: Callable[[GapRow], None]
    see_all: Callable[[], None]


def why_view(rows: WhyRows, ways: Ways, p: Palette, width: float) -> ft.Control:
    """One cell in full: level, sentence, how to bend the story, and the sum behind it."""
    level = ft.Row(
        [
            glyph(rows.level, p),
            text(rows.level.capitalize(), "strong", p.ink),
            *([text("set by hand", "small", p.soft)] if rows.by_hand else []),
        ],
        spacing=S,
    )
    pair = prose(
        [
            (rows.story, "read_small", p.ink),
            (" for “", "small", p.soft),
            (rows.question, "read_small", p.ink),
            ("”", "small", p.soft),
        ]
    )
    said = [text(rows.why, "small", p.ink)]
    if rows.bend:
        said.append(text(rows.bend, "small", p.ink))
    close = link("Close", p, lambda e: ways.close(), name="Close the why")
    head = ft.Row(
        [heading("Why", p, "the chosen cell"), close],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )
    return ft.Column(
        [
            head,
            gap(XS),
            level,
            pair,
            gap(XS),
            *said,
            gap(S),
            *[_sum(row, p, width) for row in rows.sums],
            hairline(p, width),
            text(rows.total, "tiny_strong", p.ink),
            gap(XS),
            _ways(rows, ways, p),
        ],
        spacing=3,
        tight=True,
        width=width,
    )


def gaps_view(
    rows: tuple[GapRow, ...],
    more: int,
    ways: GapWays,
    p: Palette,
    width: float,
) -> ft.Control:
    """Questions without a story, the most common first."""
    items = [_gap(at, row, ways, p, width) for at, row in enumerate(rows, 1)]
    if more:
        items.append(link(f"and {more} more", p, lambda e: ways.see_all()))
    return ft.Column(
        [heading("Gaps", p, "most common first"), *items],
        spacing=M,
        tight=True,
        width=width,
    )


def kinds_view(rows: tuple[KindRow, ...], title: str, p: Palette, width: float) -> ft.Control:
    """What one more story of each kind would cover."""
    most = max((row.questions for row in rows), default=1)
    room = width - 150 - 34
    return ft.Column(
        [
            heading(title, p, "questions it would answer well"),
            gap(XS),
            *[_kind(row, room * row.questions / most, p) for row in rows],
        ],
        spacing=S - 2,
        tight=True,
        width=width,
    )


def _kind(row: KindRow, bar: float, p: Palette) -> ft.Control:
    return ft.Semantics(
        label=row.spoken,
        exclude_semantics=True,
        content=ft.Row(
            [
                ft.Container(
                    width=150,
                    content=text(
                        row.label,
                        "small",
                        p.ink,
                        max_lines=1,
                        no_wrap=True,
                        overflow=ft.TextOverflow.ELLIPSIS,
                    ),
                ),
                ft.Container(width=max(2, bar), height=8, bgcolor=p.good),
                text(f"{row.questions}", "small_strong", p.ink),
            ],
            spacing=S - 2,
        ),
    )


def _gap(
    at: int,
    row: GapRow,
    ways: GapWays,
    p: Palette,
    width: float,
) -> ft.Control:
    return ft.Row(
        [
            ft.Container(width=NUMBER_WIDTH, content=text(str(at), "strong", p.signal)),
            ft.Column(
                [
                    text(row.question, "small_strong", p.ink),
                    text(row.words, "small", p.soft),
                    ft.Row(
                        [
                            link(row.todo, p, lambda e: ways.do(row), color=p.ink),
                            link(
                                "See it",
                                p,
                                lambda e: ways.see(row),
                                name=f"See on the map: {row.question}",
                            ),
                        ],
                        spacing=M,
                        wrap=True,
                        run_spacing=0,
                    ),
                ],
                spacing=1,
                tight=True,
                width=width - NUMBER_WIDTH,
            ),
        ],
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _sum(row: SumRow, p: Palette, width: float) -> ft.Control:
    """Points of what was possible: a figure and a bar as long as the points there are."""
    full = SUM_BAR_WIDTH * row.of / 52
    bar = ft.Stack(
        [
            ft.Container(width=full, height=8, bgcolor=p.band),
            ft.Container(width=full * row.points / max(1, row.of), height=8, bgcolor=p.soft),
        ],
        width=SUM_BAR_WIDTH,
        height=8,
    )
    return ft.Semantics(
        label=f"{row.name}: {row.points} of {row.of} points",
        exclude_semantics=True,
        content=ft.Row(
            [
                ft.Container(
                    width=width - POINTS_WIDTH - SUM_BAR_WIDTH - S,
                    content=text(row.name, "tiny", p.soft, no_wrap=True),
                ),
                bar,
                ft.Container(
                    width=POINTS_WIDTH,
                    content=text(f"{row.points} of {row.of}", "tiny", p.ink),
                    alignment=ft.Alignment.CENTER_RIGHT,
                ),
            ],
            spacing=S / 2,
        ),
    )


def _ways(rows: WhyRows, ways: Ways, p: Palette) -> ft.Control:
    found: list[ft.Control] = []
    if ways.rehearse is not None:
        rehearse = ways.rehearse
        found.append(link("Rehearse it", p, lambda e: rehearse(), role="small_strong", color=p.ink))
    found.append(link("Open story", p, lambda e: ways.open()))
    return ft.Row([*found, override_menu(rows, ways.set, p)], spacing=M, wrap=True, run_spacing=0)


def override_menu(
    rows: WhyRows, set_level: Callable[[Level | None], None], p: Palette
) -> ft.Control:
    """The levels to choose from, and the way back to what is computed."""

    def to(level: Level | None) -> Callable[[object], None]:
        return lambda e: set_level(level)

    choices = [(f"{level.capitalize()}   ({KEY_OF[level]})", to(level)) for level in LEVELS]
    choices.append(("As computed   (A)", to(None)))
    return menu("Level of this cell", "Set by hand", choices, p)


KEY_OF: dict[Level, str] = {"strong": "S", "workable": "W", "stretch": "T", "gap": "G"}
"""The key that sets each level."""
