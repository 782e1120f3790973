"""Where the time went: a take on its clock, and one bar for each part over its range."""

import math

import flet as ft

from storybuilder.core.band import Band
from storybuilder.ui.labels import clock
from storybuilder.ui.parts.marker import marker
from storybuilder.ui.parts.text import hint, text
from storybuilder.ui.report_rows import PartTime, Stretch
from storybuilder.ui.theme import LETTER, XS, Palette

NAMES = {
    "situation": "Situation",
    "task": "Task",
    "action": "Action",
    "result": "Result",
    "other": "Other",
}
TURN_S = 240
"""The clock bar shows at least this much, so that takes can be compared by eye."""
NAME_WIDTH, FIGURE_WIDTH, VERDICT_WIDTH, ROW_HEIGHT = 108, 52, 98, 34
BAND_NAME_WIDTH, TICK_WIDTH = 124, 48


def clock_bar(
    take: tuple[Stretch, ...], target: Band, p: Palette, width: float, *, at_least_s: int = TURN_S
) -> ft.Control:
    """The take from first word to last, coloured by part, under its target band.

    The bar ends at `at_least_s`, so that two takes can share a scale, or where the take needs it.
    """
    total = take[-1].end_s if take else 0.0
    end = max(at_least_s, bar_end_s(total, target))
    scale = width / end
    layers = [
        *band(target.low_s * scale, (target.high_s - target.low_s) * scale, 0, 46, p),
        ft.Container(left=0, top=45, width=width, height=1, bgcolor=p.edge),
        _band_name(target, scale, p),
        *[_stretch(stretch, scale, p) for stretch in take],
        ft.Container(left=total * scale - 1, top=14, width=2, height=31, bgcolor=p.ink),
        *_axis(end, scale, width, p),
    ]
    told = ", ".join(f"{NAMES[s.part]} {clock(s.start_s)} to {clock(s.end_s)}" for s in take)
    parts = f" {told}." if told else ""
    return ft.Semantics(
        label=f"Take of {clock(total)}, target {clock(target.low_s)} to "
        f"{clock(target.high_s)}.{parts}",
        exclude_semantics=True,
        content=ft.Stack(layers, width=width, height=68),
    )


def bar_end_s(total_s: float, target: Band) -> int:
    """The whole minute at which the clock bar of a take ends."""
    return max(TURN_S, math.ceil(max(total_s, target.high_s) / 60) * 60)


def part_bars(
    rows: tuple[PartTime, ...], p: Palette, width: float, *, chosen: str = ""
) -> ft.Control:
    """One bar a part on a common scale of seconds; `chosen` is the part that the fix is about."""
    longest = max([max(row.seconds, row.high_s) for row in rows], default=0.0)
    end = max(30 * math.ceil(longest / 30), 60)
    room = width - NAME_WIDTH - FIGURE_WIDTH - VERDICT_WIDTH
    scale = room / end
    step = tick_step_s(scale, 30)
    axis = ft.Stack(
        [
            _tick(clock(at), at * scale, 0, p) if at else _at(text("0:00", "tiny", p.faint), 0, 0)
            for at in range(0, end + 1, step)
        ],
        width=room + 24,
        height=18,
    )
    return ft.Column(
        [
            *[_part_bar(row, p, room, scale, row.part == chosen) for row in rows],
            ft.Row([ft.Container(width=NAME_WIDTH), axis], spacing=0),
        ],
        spacing=2,
        tight=True,
    )


def verdict(row: PartTime) -> tuple[str, str, str]:
    """(sign, words, colour role) of a part's time: the sign tells it without colour.

    Judged in whole seconds, as shown: never "19 seconds, recommended 6 to 19, 1 s over".
    """
    if row.seconds <= 0:
        return "△", "missing", "signal"
    shown_s, low_s, high_s = round(row.seconds), round(row.low_s), round(row.high_s)
    if shown_s > high_s:
        return "▲", f"{shown_s - high_s} s over", "ink"
    if shown_s < low_s:
        return "▽", f"{low_s - shown_s} s under", "ink"
    return "✓", "in range", "soft"


def tick_step_s(scale: float, least_s: int) -> int:
    """Seconds between two names on an axis of `scale` pixels a second, so that none touch."""
    steps = (30, 60, 120, 300, 600, 1200, 1800)
    wide = (step for step in steps if step >= least_s and step * scale >= TICK_WIDTH)
    return next(wide, 3600)


def split_line(rows: tuple[PartTime, ...], p: Palette, width: float) -> ft.Control:
    """A story's parts as one thin line: for lists, where the shape matters, not the seconds."""
    total = sum(row.seconds for row in rows) or 1
    pieces: list[ft.Control] = [
        ft.Container(
            width=max(1, width * row.seconds / total - 1), height=8, bgcolor=p.parts[row.part]
        )
        for row in rows
        if row.seconds
    ]
    return ft.Row(pieces, spacing=1, tight=True)


def band(left: float, wide: float, top: float, high: float, p: Palette) -> list[ft.Control]:
    """A recommended range: pale ground with an edge on both sides that holds 3:1."""
    return [
        ft.Container(left=left, top=top, width=wide, height=high, bgcolor=p.band),
        ft.Container(left=left, top=top, width=1.5, height=high, bgcolor=p.edge),
        ft.Container(left=left + wide - 1.5, top=top, width=1.5, height=high, bgcolor=p.edge),
    ]


def _part_bar(row: PartTime, p: Palette, room: float, scale: float, chosen: bool) -> ft.Control:
    measured: list[ft.Control] = [
        *band(row.low_s * scale, (row.high_s - row.low_s) * scale, 4, ROW_HEIGHT - 8, p),
        ft.Container(
            left=0,
            top=12,
            width=max(2, row.seconds * scale),
            height=10,
            bgcolor=p.parts[row.part],
        ),
    ]
    name = ft.Row(
        [marker(row.part, p), text(NAMES[row.part], "body", p.ink)], spacing=10, width=NAME_WIDTH
    )
    figure = ft.Container(
        width=FIGURE_WIDTH,
        alignment=ft.Alignment.CENTER_RIGHT,
        content=text(clock(row.seconds), "strong", p.ink),
    )
    line = ft.Row(
        [
            name,
            ft.Stack(measured, width=room, height=ROW_HEIGHT),
            figure,
            _judged(row, p, chosen),
        ],
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
    return ft.Semantics(
        label=f"{NAMES[row.part]}: {row.seconds:.0f} seconds, recommended "
        f"{row.low_s:.0f} to {row.high_s:.0f}, {verdict(row)[1]}",
        exclude_semantics=True,
        content=ft.Container(
            content=line, height=ROW_HEIGHT, tooltip=hint(row.note, p) if row.note else None
        ),
    )


def _judged(row: PartTime, p: Palette, chosen: bool) -> ft.Control:
    sign, words, role = verdict(row)
    chosen = chosen and role != "soft"  # nothing to mark where the time is right
    shade = p.signal if chosen else getattr(p, role)
    return ft.Container(
        width=VERDICT_WIDTH,
        padding=ft.Padding.only(left=14),
        content=ft.Row(
            [
                ft.Container(width=16, content=text(sign, "strong", shade)),
                text(words, "small_strong" if chosen else "small", shade, no_wrap=True),
            ],
            spacing=XS,
        ),
    )


def _stretch(stretch: Stretch, scale: float, p: Palette) -> ft.Control:
    long = (stretch.end_s - stretch.start_s) * scale
    color = p.parts.get(stretch.part, p.line)
    letter = text(LETTER[stretch.part], "tiny_strong", p.on_parts.get(stretch.part, p.soft))
    return ft.Container(
        left=stretch.start_s * scale,
        top=22,
        width=max(1.5, long - 1.5),
        height=18,
        bgcolor=color,
        alignment=ft.Alignment.CENTER_LEFT,
        padding=ft.Padding.only(left=5 if long > 22 else max(0, long / 2 - 5)),
        tooltip=hint(
            f"{NAMES[stretch.part]} {clock(stretch.start_s)} to {clock(stretch.end_s)}", p
        ),
        content=letter if long > 11 else None,
    )


def _band_name(target: Band, scale: float, p: Palette) -> ft.Control:
    """The target in words, in the band; beside it, where there is room, when it is too narrow."""
    words = text(
        f"target {clock(target.low_s)}–{clock(target.high_s)}", "tiny", p.soft, no_wrap=True
    )
    low, high = target.low_s * scale, target.high_s * scale
    if high - low > BAND_NAME_WIDTH:
        return _at(words, low + 8, 2)
    return _at(words, low - BAND_NAME_WIDTH + 6 if low >= BAND_NAME_WIDTH else high + 8, 2)


def _axis(end: int, scale: float, width: float, p: Palette) -> list[ft.Control]:
    step = tick_step_s(scale, 60)
    last = ft.Container(
        left=width - TICK_WIDTH,
        top=50,
        width=TICK_WIDTH,
        alignment=ft.Alignment.CENTER_RIGHT,
        content=text(clock(end), "tiny", p.faint),
    )
    return [
        *[
            _tick(clock(at), at * scale, 50, p)
            for at in range(step, end, step)
            if (end - at) * scale >= TICK_WIDTH * 1.25  # the name of the end stands left of it
        ],
        _at(text("0:00", "tiny", p.faint), 0, 50),
        last,
    ]


def _at(control: ft.Control, left: float, top: float) -> ft.Container:
    return ft.Container(content=control, left=left, top=top)


def _tick(value: str, x: float, top: float, p: Palette) -> ft.Container:
    return ft.Container(
        left=x - TICK_WIDTH / 2,
        top=top,
        width=TICK_WIDTH,
        alignment=ft.Alignment.CENTER,
        content=text(value, "tiny", p.faint),
    )
