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


def passage(value: Passage, p: Palette, width: float, said: ft.Control | None = None) -> ft.Control:
    """Letter and second in the margin, a spine in the part's colour, a wash that fades out.

    `said` stands in place of its words.
    """
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
        content=said
        or ft.Text(spans=[span(run, value.part, p) for run in value.runs], selectable=True),
    )
    return ft.Row(
        [ft.Container(content=margin, padding=ft.Padding.only(top=9)), body],
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def span(run: Run, part: str, p: Palette, size: float | None = None) -> ft.TextSpan:
    """One run of words. Each mark differs in shape as well as in colour."""
    words, told = units(run.text), f"{run.text}, corrected" if run.corrected else run.text
    line = ft.TextDecorationStyle.DOTTED if run.corrected else None
    match run.mark:
        case "number":
            underline = _underline(p.parts.get(part, p.edge), 2, line)
            return _span(words, f"number: {told}", style("read_mark", p.ink, **underline), size)
        case "changed":
            underline = _underline(p.signal, 2, ft.TextDecorationStyle.DOUBLE)
            face = style("read_mark", p.signal, **underline)
            return _span(words, f"differs from the draft: {told}", face, size)
        case "filler":
            underline = _underline(p.edge, 1.5, ft.TextDecorationStyle.WAVY)
            face = style("read_italic", p.soft, **underline)
            return _span(words, f"filler: {told}", face, size)
        case "possible":
            face = style("read_italic", p.soft)
            return _span(f"({words}) ", "possible filler", face, size)
        case "pause":
            face = style("small", p.soft)
            return _span(f" ⟨ {words} ⟩ ", f"pause of {run.text}", face, size)
        case "":
            if run.corrected:
                face = style("read", p.ink, **corrected_line(p.edge))
                return _span(words, told, face, size)
            return ft.TextSpan(text=words, style=style("read", p.ink))


def legend(
    p: Palette, *, changed: bool, corrected: bool = False, possible: bool = False
) -> ft.Control:
    """What the marks mean, drawn as they are drawn."""
    samples = [(Run("41", "number"), "number"), (Run("um", "filler"), "filler")]
    if changed:
        samples.insert(1, (Run("50 %", "changed"), "not as drafted"))
    if possible:
        samples.append((Run("um?", "possible"), "perhaps a filler"))
    samples.append((Run("3.1 s", "pause"), "pause"))
    if corrected:
        samples.append((Run("word", corrected=True), "corrected by you"))
    spans: list[ft.TextSpan] = []
    for run, means in samples:
        spans += [
            span(run, "situation", p, 14),
            ft.TextSpan(text=f" {means}     ", style=style("small", p.faint)),
        ]
    return ft.Text(spans=spans)


def corrected_line(color: str) -> dict[str, Any]:
    """The mark of what the person put right: a dotted line."""
    return _underline(color, 2, ft.TextDecorationStyle.DOTTED)


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
