"""What the report says: the one fix, and the findings after it."""

import re

import flet as ft

from storybuilder.ui.parts.text import hint, prose, text
from storybuilder.ui.report_rows import FindingRow
from storybuilder.ui.theme import RADIUS, L, Palette

SIGN = {"fix": "!", "note": "–", "good": "✓"}
_QUOTED = re.compile("(“[^”]*”)")


def one_fix(row: FindingRow, label: str, p: Palette, width: float) -> ft.Control:
    """The single thing to change in the next take: the only tinted ground on a screen."""
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


def findings(rows: tuple[FindingRow, ...], p: Palette, width: float) -> ft.Control:
    """Findings in order of value."""
    return ft.Column([_finding(row, p, width) for row in rows], spacing=14, tight=True)


def _finding(row: FindingRow, p: Palette, width: float) -> ft.Control:
    shade = {"fix": p.signal, "note": p.soft, "good": p.good}[row.severity]
    tail = f" · {row.at}" if row.at else ""
    return ft.Row(
        [
            ft.Container(width=22, content=text(SIGN[row.severity], "strong", shade)),
            ft.Column(
                [
                    _advice(row.message, p),
                    text(row.measure + tail, "small", p.soft, tooltip=hint(row.source, p)),
                ],
                spacing=1,
                tight=True,
                width=width - 22,
            ),
        ],
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _advice(message: str, p: Palette) -> ft.Control:
    """The app speaks; the person's own words in it keep their voice."""
    pieces = [piece for piece in _QUOTED.split(message) if piece]
    if len(pieces) == 1:
        return text(message, "body", p.ink)
    return prose([(piece, "read_small" if piece[0] == "“" else "body", p.ink) for piece in pieces])
