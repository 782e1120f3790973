"""The sign of a part: its letter on its colour."""

import flet as ft

from storybuilder.ui.theme import LETTER, ROLES, Palette


def marker(part: str, p: Palette, size: float = 20) -> ft.Container:
    """The letter carries the meaning when colour cannot; talk of no part gets a dash."""
    letter = ft.Text(
        value=LETTER[part],
        semantics_label=part.capitalize(),
        style=ft.TextStyle(
            font_family="Sans Semibold",
            size=max(ROLES["tiny"].size, size * 0.66),
            height=1.0,
            color=p.on_parts.get(part, p.soft),
        ),
    )
    return ft.Container(
        width=size,
        height=size,
        border_radius=size * 0.2,
        bgcolor=p.parts.get(part, p.sunk),
        alignment=ft.Alignment.CENTER,
        content=letter,
    )
