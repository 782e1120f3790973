"""One choice of several: a dot and words, exactly one of them chosen."""

import flet as ft

from storybuilder.ui.parts.text import Click, text
from storybuilder.ui.theme import RADIUS, M, Palette, S


def option(
    label: str,
    chosen: bool,
    on_click: Click,
    p: Palette,
    width: float,
    *,
    role: str = "body",
    chosen_role: str = "strong",
) -> ft.Control:
    """A row to click; the roles say whose words they are."""
    dot = ft.Container(
        width=12,
        height=12,
        border_radius=6,
        bgcolor=p.ink if chosen else None,
        border=ft.Border.all(width=2, color=p.ink if chosen else p.edge),
    )
    words = text(
        label,
        chosen_role if chosen else role,
        p.ink,
        max_lines=1,
        overflow=ft.TextOverflow.ELLIPSIS,
        expand=True,
    )
    return ft.Semantics(
        label=label,
        checked=chosen,
        exclude_semantics=True,
        on_tap=on_click,
        content=ft.Container(
            content=ft.Row([dot, words], spacing=M),
            height=38,
            width=width,
            padding=ft.Padding.symmetric(horizontal=S),
            border_radius=RADIUS,
            ink=True,
            on_click=on_click,
        ),
    )
