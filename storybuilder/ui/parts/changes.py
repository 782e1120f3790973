"""What became of a text: words that went are struck through, words that came are underlined."""

from collections.abc import Sequence

import flet as ft

from storybuilder.core.diff import Run, TextChange
from storybuilder.ui.labels import units
from storybuilder.ui.parts.text import style, text
from storybuilder.ui.theme import XS, M, Palette, S

SAME = "Nothing in it differs from the text above."
_KEY = (Run("removed", "then only"), Run("added", "now only"))


def changes_of(found: Sequence[TextChange], p: Palette, width: float) -> ft.Control:
    """The texts that differ, each under its name; first what the two signs mean."""
    if not found:
        return text(SAME, "small", p.soft)
    return ft.Column(
        [_marked(_KEY, "tiny", p), *[_text(one, p, width) for one in found]],
        spacing=M,
        tight=True,
        width=width,
    )


def told(found: TextChange) -> str:
    """The change as words, for a screen reader: what is seen in signs only."""
    said = [
        f"{run.change} “{' '.join(run.text.split())}”" for run in found.runs if run.text.strip()
    ]
    return f"{found.name}: " + "; ".join(one for one in said if not one.startswith("same"))


def _text(found: TextChange, p: Palette, width: float) -> ft.Control:
    return ft.Semantics(
        label=told(found),
        exclude_semantics=True,
        content=ft.Column(
            [text(found.name, "small_strong", p.soft), _marked(found.runs, "read_small", p)],
            spacing=XS,
            tight=True,
            width=width,
        ),
    )


def _marked(runs: Sequence[Run], role: str, p: Palette) -> ft.Text:
    """One paragraph; the spaces between runs carry no sign."""
    spans: list[ft.TextSpan] = []
    for run in runs:
        if spans:
            spans.append(ft.TextSpan(text=" ", style=style(role, p.ink)))
        spans.append(ft.TextSpan(text=units(run.text), style=run_style(run, role, p)))
    return ft.Text(spans=spans, semantics_label=None, margin=ft.Margin.only(bottom=S / 2))


def run_style(run: Run, role: str, p: Palette) -> ft.TextStyle:
    """How a run looks: struck through, underlined, or plain."""
    match run.change:
        case "removed":
            return style(
                role, p.soft, decoration=ft.TextDecoration.LINE_THROUGH, decoration_color=p.soft
            )
        case "added":
            return style(
                role,
                p.ink,
                decoration=ft.TextDecoration.UNDERLINE,
                decoration_style=ft.TextDecorationStyle.DOUBLE,
                decoration_color=p.signal,
            )
        case _:
            return style(role, p.ink)
