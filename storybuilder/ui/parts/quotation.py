"""A quotation: the person's own words, in their voice, with a way to hear them."""

from collections.abc import Sequence

import flet as ft

from storybuilder.ui.parts.text import text
from storybuilder.ui.theme import L, M, Palette

_INNER = str.maketrans("“”", "‘’")


def quotation(words: str, heard: Sequence[ft.Control], p: Palette, width: float) -> ft.Control:
    """`heard` stands behind the words, where they can be listened to."""

    said = ft.Row(
        [text(f"“{_bare(words)}”", "aside", p.soft), *heard],
        spacing=M,
        run_spacing=0,
        wrap=True,
        width=width - L,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
    return ft.Container(
        content=said,
        width=width,
        border=ft.Border(left=ft.BorderSide(width=2, color=p.line)),
        padding=ft.Padding.only(left=M),
    )


def _bare(words: str) -> str:
    """On one line, without marks that would close the quotation."""
    return " ".join(words.split()).strip('"“”').translate(_INNER)
