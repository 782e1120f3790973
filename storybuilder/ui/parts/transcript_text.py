"""A transcript to read: passages on the ground of their part, marks in the line."""

from typing import Any

import flet as ft

from storybuilder.ui.labels import clock, units
from storybuilder.ui.parts.marker import marker
from storybuilder.ui.parts.text import style, text
from storybuilder.ui.report_rows import Passage, Run
from storybuilder.ui.theme import Palette, S

GUTTER = 46


def transcript(passages: tuple[Passage, ...], p: Palette, width: float) -> ft.Control:
    """The whole take. Passages touch, so that order and size stay visible."""
    return ft.Column([passage(value, p, width) for value in passages], spacing=2, tight=True)


def passage(value: Passage, p: Palette, width: float) -> ft.Control:
    """Letter and second in the margin, a spine in the part's colour, a wash that fades out."""
    margin = ft.Column(
        [
            marker(value.part, p, 16 if value.inset else 20),
            text("" if value.start_s is None else clock(value.start_s), "tiny", p.faint),
        ],
        spacing=3,
        width=GUTTER,
        horizontal_alignment=ft.CrossAxisAlignment.START,
    )
    wash = ft.LinearGradient(
        begin=ft.Alignment.CENTER_LEFT,
        end=ft.Alignment.CENTER_RIGHT,
        stops=[0, 0.55],
        colors=[p.tint(value.part), p.page],
    )
    spine = ft.BorderSide(width=4, color=p.parts.get(value.part, p.line))
    body = ft.Container(
        width=width - GUTTER,
        padding=ft.Padding.only(left=18, right=S, top=6, bottom=8),
        gradient=wash,
        border=ft.Border.only(left=spine),
        content=ft.Text(spans=[span(run, value.part, p) for run in value.runs], selectable=True),
    )
    return ft.Row(
        [ft.Container(content=margin, padding=ft.Padding.only(top=9)), body],
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def span(run: Run, part: str, p: Palette, size: float | None = None) -> ft.TextSpan:
    """One run of words. Each mark differs in shape as well as in colour."""
    words = units(run.text)
    match run.mark:
        case "number":
            underline = _underline(p.parts.get(part, p.edge), 2)
            return _span(words, f"number: {run.text}", style("read_mark", p.ink, **underline), size)
        case "changed":
            underline = _underline(p.signal, 2, ft.TextDecorationStyle.DOUBLE)
            told = f"differs from the draft: {run.text}"
            return _span(words, told, style("read_mark", p.signal, **underline), size)
        case "filler":
            underline = _underline(p.edge, 1.5, ft.TextDecorationStyle.WAVY)
            face = style("read_italic", p.soft, **underline)
            return _span(words, f"filler: {run.text}", face, size)
        case "pause":
            face = style("small", p.soft)
            return _span(f" ⟨ {words} ⟩ ", f"pause of {run.text}", face, size)
        case "":
            return ft.TextSpan(text=words, style=style("read", p.ink))


def legend(p: Palette, *, changed: bool) -> ft.Control:
    """What the marks mean, drawn as they are drawn."""
    samples = [(Run("41", "number"), "number"), (Run("um", "filler"), "filler")]
    if changed:
        samples.insert(1, (Run("50 %", "changed"), "not as drafted"))
    samples.append((Run("3.1 s", "pause"), "pause"))
    spans: list[ft.TextSpan] = []
    for run, means in samples:
        spans += [
            span(run, "situation", p, 14),
            ft.TextSpan(text=f" {means}     ", style=style("small", p.faint)),
        ]
    return ft.Text(spans=spans)


def _underline(
    color: str, thickness: float, shape: ft.TextDecorationStyle | None = None
) -> dict[str, Any]:
    return {
        "decoration": ft.TextDecoration.UNDERLINE,
        "decoration_color": color,
        "decoration_thickness": thickness,
        "decoration_style": shape,
    }


def _span(words: str, told: str, face: ft.TextStyle, size: float | None) -> ft.TextSpan:
    if size is not None:
        face.size = size
    return ft.TextSpan(text=words, semantics_label=told, style=face)
