"""What two takes said of one part, side by side."""

from collections.abc import Sequence

import flet as ft

from storybuilder.ui.parts.marker import marker
from storybuilder.ui.parts.text import text
from storybuilder.ui.parts.transcript_text import span
from storybuilder.ui.report_rows import Run
from storybuilder.ui.theme import Palette, S

GUTTER, BETWEEN = 36, 32
Said = tuple[ft.Control, tuple[Run, ...]]
"""The line above a passage, and its words."""


def column_width(width: float) -> float:
    """What one take has of a given width."""
    return (width - GUTTER - BETWEEN) / 2


def heads(before: ft.Control, now: ft.Control, width: float) -> ft.Control:
    """What stands above the two columns."""
    return _row(ft.Container(), before, now, width)


def part_said(
    part: str, before: Sequence[Said] | str, now: Sequence[Said] | str, p: Palette, width: float
) -> ft.Control:
    """The part's letter, then what each take said; a sentence where it said nothing."""
    letter = ft.Container(content=marker(part, p), padding=ft.Padding.only(top=4))
    columns = [
        text(said, "small", p.soft) if isinstance(said, str) else _passages(part, said, p, width)
        for said in (before, now)
    ]
    return _row(letter, columns[0], columns[1], width)


def _row(letter: ft.Control, before: ft.Control, now: ft.Control, width: float) -> ft.Control:
    wide = column_width(width)
    # Containers to a screen reader: each take is read to its end before the other.
    told = [ft.Semantics(content=one, container=True) for one in (before, now)]
    return ft.Row(
        [
            ft.Container(width=GUTTER, content=letter, alignment=ft.Alignment.TOP_LEFT),
            ft.Container(width=wide, content=told[0], padding=ft.Padding.only(top=4)),
            ft.Container(width=BETWEEN),
            ft.Container(width=wide, content=told[1], padding=ft.Padding.only(top=4)),
        ],
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _passages(part: str, said: Sequence[Said], p: Palette, width: float) -> ft.Control:
    """Several passages stand apart, as other parts came between them."""
    return ft.Column(
        [_passage(part, *one, p, column_width(width)) for one in said], spacing=S, tight=True
    )


def _passage(
    part: str, head: ft.Control, runs: tuple[Run, ...], p: Palette, width: float
) -> ft.Control:
    wash = ft.LinearGradient(
        begin=ft.Alignment.CENTER_LEFT,
        end=ft.Alignment.CENTER_RIGHT,
        stops=[0, 0.55],
        colors=[p.tint(part), p.page],
    )
    body = ft.Text(spans=[span(run, part, p) for run in runs], selectable=True)
    return ft.Container(
        width=width,
        padding=ft.Padding.only(left=16, right=S, top=4, bottom=8),
        gradient=wash,
        border=ft.Border.only(left=ft.BorderSide(width=4, color=p.parts.get(part, p.line))),
        content=ft.Column([head, body], spacing=2, tight=True),
    )
