"""A short list of choices behind one word."""

from collections.abc import Sequence

import flet as ft

from storybuilder.ui.parts.states import Choice
from storybuilder.ui.parts.text import style, text
from storybuilder.ui.theme import RADIUS, XS, Palette

ITEM_HEIGHT = 36


def menu(
    name: str, shown: str, choices: Sequence[Choice], p: Palette, *, chosen: str = ""
) -> ft.Control:
    """The word that is `shown` opens the choices; `name` says what is chosen, not drawn."""
    face = ft.Row(
        [
            text(shown, "small", p.ink, no_wrap=True, semantics_label=f"{name}: {shown}"),
            ft.Text(value="▾", style=style("tiny", p.soft), semantics_label=""),
        ],
        spacing=XS,
        tight=True,
    )
    return ft.PopupMenuButton(
        content=ft.Container(
            content=face,
            height=28,
            padding=ft.Padding.symmetric(horizontal=XS),
            alignment=ft.Alignment.CENTER_LEFT,
        ),
        tooltip="",
        bgcolor=p.page,
        shape=ft.RoundedRectangleBorder(radius=RADIUS),
        items=[
            ft.PopupMenuItem(
                content=text(words, "small_strong" if words == chosen else "small", p.ink),
                height=ITEM_HEIGHT,
                on_click=click,
            )
            for words, click in choices
        ],
    )
