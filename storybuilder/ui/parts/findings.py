"""What the report says: the one fix, and the findings after it."""

import re
from collections.abc import Callable

import flet as ft

from storybuilder.ui.labels import clock
from storybuilder.ui.parts.text import hint, link, prose, text
from storybuilder.ui.report_rows import FindingRow
from storybuilder.ui.theme import RADIUS, L, M, Palette

SIGN = {"fix": "!", "note": "–", "good": "✓"}
Listen = Callable[[float], None]
"""Plays the take from a second."""
_QUOTED = re.compile("(“[^”]*”)")


def one_fix(
    row: FindingRow, label: str, p: Palette, width: float, listen: Listen | None = None
) -> ft.Control:
    """The single thing to change in the next take: the only tinted ground on a screen.

    Where the take can be heard, `listen` plays it from the words that the fix is about.
    """
    return ft.Semantics(
        container=True,
        content=ft.Container(
            width=width,
            bgcolor=p.signal_wash,
            border_radius=RADIUS,
            padding=ft.Padding.only(left=L, right=L, top=16, bottom=18),
            content=ft.Column(
                [
                    text(label, "small_strong", p.signal),
                    text(row.message, "fix", p.ink),
                    ft.Container(height=2),
                    text(row.measure, "small", p.soft),
                    text(f"Rule: {row.source}", "tiny", p.soft),
                    *_heard(row, listen, p, p.ink),
                ],
                spacing=6,
                tight=True,
            ),
        ),
    )


def no_fix(label: str, p: Palette, width: float) -> ft.Control:
    """Nothing needs fixing: the same place says so."""
    return ft.Container(
        width=width,
        bgcolor=p.sunk,
        border_radius=RADIUS,
        padding=ft.Padding.only(left=L, right=L, top=16, bottom=18),
        content=ft.Column(
            [
                text(label, "small_strong", p.good),
                text("Nothing asks to be fixed. Tell it once more, to a person.", "fix", p.ink),
            ],
            spacing=6,
            tight=True,
        ),
    )


def findings(
    rows: tuple[FindingRow, ...], p: Palette, width: float, listen: Listen | None = None
) -> ft.Control:
    """Findings in order of value."""
    return ft.Column([_finding(row, p, width, listen) for row in rows], spacing=14, tight=True)


def _finding(row: FindingRow, p: Palette, width: float, listen: Listen | None) -> ft.Control:
    shade = {"fix": p.signal, "note": p.soft, "good": p.good}[row.severity]
    heard = _heard(row, listen, p, p.soft)
    tail = f" · {row.at}" if row.at and not heard else ""
    measure = text(row.measure + tail, "small", p.soft, tooltip=hint(row.source, p))
    return ft.Row(
        [
            ft.Container(width=22, content=text(SIGN[row.severity], "strong", shade)),
            ft.Column(
                [
                    _advice(row.message, p),
                    ft.Row([measure, *heard], spacing=M, run_spacing=0, wrap=True),
                ],
                spacing=1,
                tight=True,
                width=width - 22,
            ),
        ],
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _heard(row: FindingRow, listen: Listen | None, p: Palette, shade: str) -> list[ft.Control]:
    """The way to hear the words that a finding is about."""
    at_s = row.listen_s
    if listen is None or at_s is None:
        return []
    name = f"Listen from {clock(at_s)}: {row.message}"
    return [link(f"Listen {clock(at_s)}", p, lambda e: listen(at_s), color=shade, name=name)]


def _advice(message: str, p: Palette) -> ft.Control:
    """The app speaks; the person's own words in it keep their voice."""
    pieces = [piece for piece in _QUOTED.split(message) if piece]
    if len(pieces) == 1:
        return text(message, "body", p.ink)
    return prose([(piece, "read_small" if piece[0] == "“" else "body", p.ink) for piece in pieces])
