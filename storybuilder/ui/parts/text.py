"""Text in a role of the type scale, and what hangs on it: headings, hints, links."""

from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft

from storybuilder.ui.labels import units
from storybuilder.ui.theme import FALLBACK, MOTION_MS, RADIUS, ROLES, M, Palette

Click = Callable[[Any], Awaitable[None] | None]


def style(role: str, color: str, **extra: Any) -> ft.TextStyle:
    """The text style of a role; `extra` adds decoration or ground."""
    step = ROLES[role]
    return ft.TextStyle(
        font_family=step.family,
        size=step.size,
        height=step.height,
        letter_spacing=step.tracking,
        color=color,
        font_family_fallback=FALLBACK,
        **extra,
    )


def text(value: str, role: str, color: str, **options: Any) -> ft.Text:
    """One run of text in a role."""
    return ft.Text(value=units(value), style=style(role, color), **options)


def prose(runs: list[tuple[str, str, str]], **options: Any) -> ft.Text:
    """Several (text, role, colour) runs as one paragraph."""
    spans = [
        ft.TextSpan(text=units(value), style=style(role, color)) for value, role, color in runs
    ]
    return ft.Text(spans=spans, **options)


def title(value: str, p: Palette, role: str = "title", **options: Any) -> ft.Control:
    """The first line of a screen: its news."""
    return ft.Semantics(heading_level=1, content=text(value, role, p.ink, **options))


def heading(label: str, p: Palette, note: str = "") -> ft.Row:
    """A section head, with a quiet note on the same line."""
    head: list[ft.Control] = [ft.Semantics(content=text(label, "heading", p.ink), heading_level=2)]
    if note:
        head.append(text(note, "small", p.faint))
    return ft.Row(
        head, spacing=M, vertical_alignment=ft.CrossAxisAlignment.END, wrap=True, run_spacing=0
    )


def hint(words: str, p: Palette) -> ft.Tooltip:
    """A tooltip in our colours; screen readers get the control's own name instead."""
    return ft.Tooltip(
        message=words,
        exclude_from_semantics=True,
        bgcolor=p.ink,
        text_style=style("tiny", p.on_ink),
        wait_duration=400,
    )


def link(
    label: str,
    p: Palette,
    on_click: Click,
    *,
    role: str = "small",
    color: str = "",
    name: str = "",
    end: bool = False,
) -> ft.TextButton:
    """Words that lead somewhere: underlined, reached by Tab like every button.

    A short word does not float in its least width; at the `end` of a line it stands at its right.
    """
    shade = color or p.soft
    underlined = style(
        role,
        shade,
        decoration=ft.TextDecoration.UNDERLINE,
        decoration_color=p.edge,
        decoration_thickness=1,
    )
    return ft.TextButton(
        content=ft.Text(value=units(label), style=underlined, semantics_label=name or None),
        on_click=on_click,
        style=ft.ButtonStyle(
            padding=ft.Padding.symmetric(horizontal=2, vertical=0),
            alignment=ft.Alignment.CENTER_RIGHT if end else ft.Alignment.CENTER_LEFT,
            shape=ft.RoundedRectangleBorder(radius=RADIUS),
            overlay_color={
                ft.ControlState.FOCUSED: ft.Colors.TRANSPARENT,
                ft.ControlState.HOVERED: p.sunk,
                ft.ControlState.DEFAULT: ft.Colors.TRANSPARENT,
            },
            side=focus_ring(p),
            animation_duration=MOTION_MS,
            visual_density=ft.VisualDensity.COMPACT,
        ),
        height=28,
    )


def focus_ring(p: Palette, rest: str = "") -> dict[ft.ControlState, ft.BorderSide]:
    """A 3-pixel ring in the signal colour while the keyboard is here; `rest` is the border else."""
    return {
        ft.ControlState.FOCUSED: ft.BorderSide(width=3, color=p.signal),
        ft.ControlState.DEFAULT: ft.BorderSide(
            width=1 if rest else 0, color=rest or ft.Colors.TRANSPARENT
        ),
    }


def key(name: str, p: Palette) -> ft.Text:
    """A keyboard hint."""
    return text(name, "tiny", p.faint)
