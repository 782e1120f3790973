"""What became of the last take's fix: quiet, above the one fix of this take."""

import flet as ft

from storybuilder.ui.parts.text import text
from storybuilder.ui.report_rows import FollowUpRow
from storybuilder.ui.theme import Palette

SIGN_WIDTH = 22


def follow_up(row: FollowUpRow, p: Palette, width: float) -> ft.Control:
    """A tick when it was done, else a dash; its words and figures below."""
    lines: list[ft.Control] = [text(row.label, "small_strong", p.good if row.done else p.ink)]
    if row.message:
        lines.append(text(row.message, "small", p.soft))
    if row.measure:
        lines.append(text(row.measure, "small", p.ink))
    sign = text("✓" if row.done else "–", "strong", p.good if row.done else p.soft)
    return ft.Semantics(
        label=row.spoken,
        container=True,
        exclude_semantics=True,
        content=ft.Row(
            [
                ft.Container(width=SIGN_WIDTH, content=sign),
                ft.Column(lines, spacing=1, tight=True, width=width - SIGN_WIDTH),
            ],
            spacing=0,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
    )
