"""A place to write with no box around it."""

from typing import Any

import flet as ft

from storybuilder.ui.parts.text import style, text
from storybuilder.ui.theme import Palette


def field(
    value: str,
    role: str,
    hint: str,
    p: Palette,
    *,
    multiline: bool = True,
    **options: Any,
) -> ft.TextField:
    """Focus shows as the caret; `hint` stands where words will. Show it through `named`."""
    made = ft.TextField(
        value=value,
        multiline=multiline,
        border=ft.NoInputBorder(),
        content_padding=0,
        dense=True,
        hint_text=hint,
        cursor_width=2,
        bgcolor=ft.Colors.TRANSPARENT,
        filled=False,
        **options,
    )
    colour(made, role, p)
    return made


def colour(made: ft.TextField, role: str, p: Palette) -> None:
    """Set the colours of a field, new or kept."""
    made.text_style = style(role, p.ink)
    made.hint_style = style(role, p.faint)
    made.cursor_color = p.ink
    made.selection_color = p.band


def named(made: ft.TextField, label: str) -> ft.Control:
    """A field that a screen reader calls by its label, although none is drawn in it."""
    return ft.MergeSemantics(content=ft.Semantics(label=label, content=made))


def boxed(value: str, hint: str, p: Palette, **options: Any) -> ft.TextField:
    """A short field in a form, with a line under it. Show it through `labelled`."""
    return ft.TextField(
        value=value,
        hint_text=hint,
        dense=True,
        content_padding=ft.Padding.only(top=2, bottom=6),
        text_style=style("body", p.ink),
        hint_style=style("body", p.faint),
        cursor_color=p.ink,
        selection_color=p.band,
        border={
            ft.ControlState.FOCUSED: ft.UnderlineInputBorder(side=ft.BorderSide(2, p.ink)),
            ft.ControlState.DEFAULT: ft.UnderlineInputBorder(side=ft.BorderSide(1, p.edge)),
        },
        **options,
    )


def labelled(made: ft.TextField, label: str, p: Palette) -> ft.Control:
    """A field under its name; a label of Material's own would shrink below 13 pixels."""
    seen = ft.Semantics(content=text(label, "small", p.soft), exclude_semantics=True)
    return ft.Column([seen, named(made, label)], spacing=0, tight=True)
