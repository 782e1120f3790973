"""What stands in the margin beside the writing: measures of one part, and of the whole story."""

import flet as ft

from storybuilder.core.band import Band
from storybuilder.ui.draft_rows import PartNote, Remark
from storybuilder.ui.labels import clock, count
from storybuilder.ui.parts.text import prose, text
from storybuilder.ui.parts.time_bar import NAMES, band
from storybuilder.ui.theme import Palette

WHOLE_S = 240
"""The bar of the whole story ends here, unless the target needs more."""


def part_note(note: PartNote, p: Palette, width: float, end_s: float) -> ft.Control:
    """Words and seconds of a part over its range, then at most two remarks."""
    time = note.time
    measure = ft.Row(
        [
            ft.Container(width=36, content=text(clock(time.seconds), "small_strong", p.ink)),
            ft.Container(width=76, content=text(count(note.words, "word"), "small", p.soft)),
            _range_bar(
                time.seconds,
                Band(time.low_s, time.high_s),
                end_s,
                p.parts[time.part],
                p,
                width - 112,
            ),
        ],
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
    remarks = [_remark(remark, p, width) for remark in note.remarks]
    return ft.Semantics(
        label=_told(note),
        exclude_semantics=True,
        content=ft.Column([measure, *remarks], spacing=3, tight=True, width=width),
    )


def _remark(remark: Remark, p: Palette, width: float) -> ft.Control:
    sign = text(remark.sign, "small_strong", p.signal if remark.asks else p.soft)
    words = text(remark.words, "small", p.ink if remark.asks else p.soft)
    return ft.Row(
        [ft.Container(width=18, content=sign), ft.Container(width=width - 18, content=words)],
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _told(note: PartNote) -> str:
    time = note.time
    said = (
        f"{NAMES[time.part]}: {count(note.words, 'word')}, {time.seconds:.0f} seconds, "
        f"recommended {time.low_s:.0f} to {time.high_s:.0f}"
    )
    return ". ".join([said, *(remark.words for remark in note.remarks)])


def whole(
    seconds: float, words: int, words_per_minute: int, target: Band, p: Palette, width: float
) -> ft.Control:
    """The whole story's spoken time over its target."""
    end_s = max(WHOLE_S, target.high_s * 4 / 3)
    figure = ft.Text(
        value=clock(seconds),
        style=ft.TextStyle(font_family="Sans Light", size=44, height=1.0, color=p.ink),
    )
    pace = f"\n{count(words, 'word')} at {words_per_minute} a minute"
    beside = ft.Container(
        padding=ft.Padding.only(bottom=3),
        expand=True,
        content=prose([("spoken", "strong", p.ink), (pace, "small", p.soft)]),
    )
    bar = ft.Column(
        [
            _range_bar(seconds, target, end_s, p.ink, p, width),
            ft.Container(height=1, width=width, bgcolor=p.edge),
        ],
        spacing=0,
        tight=True,
    )
    named = text(f"{clock(target.low_s)}–{clock(target.high_s)}", "tiny", p.faint)
    return ft.Semantics(
        label=f"{clock(seconds)} spoken, {count(words, 'word')}; "
        f"target {clock(target.low_s)} to {clock(target.high_s)}",
        exclude_semantics=True,
        content=ft.Column(
            [
                ft.Row([figure, beside], spacing=14, vertical_alignment=ft.CrossAxisAlignment.END),
                bar,
                ft.Container(
                    padding=ft.Padding.only(left=target.low_s * width / end_s), content=named
                ),
            ],
            spacing=7,
            tight=True,
            width=width,
        ),
    )


def _range_bar(
    seconds: float, wanted: Band, end_s: float, color: str, p: Palette, width: float
) -> ft.Control:
    """A measure over its recommended range, at margin size."""
    scale = width / end_s
    fill = ft.Container(
        left=0, top=4, width=min(width, max(2, seconds * scale)), height=6, bgcolor=color
    )
    ranged = band(wanted.low_s * scale, (wanted.high_s - wanted.low_s) * scale, 0, 14, p)
    return ft.Stack([*ranged, fill], width=width, height=14)
