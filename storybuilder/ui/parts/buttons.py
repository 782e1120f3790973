"""Buttons: one filled button a screen, the rest quiet words."""

from typing import Any

import flet as ft

from storybuilder.ui.parts.text import Click, focus_ring, style, text
from storybuilder.ui.theme import MOTION_MS, RADIUS, XS, M, Palette, S


def _face(p: Palette) -> ft.ButtonStyle:
    return ft.ButtonStyle(
        shape=ft.RoundedRectangleBorder(radius=RADIUS),
        text_style=style("strong", p.ink),
        elevation=0,
        shadow_color=ft.Colors.TRANSPARENT,
        side=focus_ring(p),
        animation_duration=MOTION_MS,
    )


def primary(
    label: str, p: Palette, on_click: Click, *, dot: bool = False, **options: Any
) -> ft.FilledButton:
    """The one filled button of a screen; `dot` puts the record dot before its label."""
    face = _face(p)
    face.bgcolor, face.color = p.ink, p.on_ink
    face.padding = ft.Padding.symmetric(horizontal=18, vertical=12)
    row: list[ft.Control] = [text(label, "strong", p.on_ink, no_wrap=True)]
    if dot:
        row.insert(0, ft.Container(width=10, height=10, border_radius=5, bgcolor=p.dot_on_ink))
    return ft.FilledButton(
        content=ft.Row(row, spacing=S + 2, tight=True),
        style=face,
        height=42,
        on_click=on_click,
        **options,
    )


def quiet(
    label: str, p: Palette, on_click: Click, *, chosen: bool = False, **options: Any
) -> ft.TextButton:
    """A secondary action: words only, ground on hover; `chosen` keeps the ground."""
    face = _face(p)
    face.color = p.ink
    face.bgcolor = p.sunk if chosen else ft.Colors.TRANSPARENT
    # An opaque overlay would be painted over the focus ring, so it stays off while focused.
    face.overlay_color = {
        ft.ControlState.FOCUSED: ft.Colors.TRANSPARENT,
        ft.ControlState.HOVERED: p.sunk,
        ft.ControlState.DEFAULT: ft.Colors.TRANSPARENT,
    }
    face.padding = ft.Padding.symmetric(horizontal=M, vertical=10)
    words = text(label, "strong" if chosen else "body", p.ink, no_wrap=True)
    return ft.TextButton(content=words, style=face, height=42, on_click=on_click, **options)


def control(
    label: str,
    key_name: str,
    glyph: ft.Control,
    p: Palette,
    on_click: Click,
    *,
    width: float,
    main: bool = False,
) -> ft.Control:
    """A large control: glyph, word, key. 72 high, so that it can be hit without looking.

    Not reached by Tab on purpose: its key always works, and Enter on a focused button would be
    taken twice, once for the button and once for the screen.
    """
    ink = p.on_ink if main else p.ink
    word = ft.Text(
        value=label,
        style=ft.TextStyle(font_family="Sans Semibold", size=20, height=1.2, color=ink),
    )
    face = ft.Container(
        content=ft.Row([glyph, word], spacing=M, tight=True, alignment=ft.MainAxisAlignment.CENTER),
        height=72,
        width=width,
        alignment=ft.Alignment.CENTER,
        bgcolor=p.ink if main else p.sunk,
        border_radius=RADIUS + 2,
        on_click=on_click,
    )
    button = ft.Semantics(
        label=label, button=True, exclude_semantics=True, on_tap=on_click, content=face
    )
    return ft.Column(
        [button, text(key_name, "tiny", p.faint)],
        spacing=XS + 2,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
