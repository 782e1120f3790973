"""Measures of two takes: a pair of bars for each part, and a small table."""

import math
from collections.abc import Sequence

import flet as ft

from storybuilder.ui.compare_rows import MeasureRow, PairedPart
from storybuilder.ui.labels import clock
from storybuilder.ui.parts.marker import marker
from storybuilder.ui.parts.text import style, text
from storybuilder.ui.parts.time_bar import NAMES, band, tick_step_s, verdict
from storybuilder.ui.report_rows import PartTime
from storybuilder.ui.theme import Palette, S

NAME_WIDTH, FIGURE_WIDTH, VERDICT_WIDTH = 172, 52, 98
LINE_HEIGHT = 24
BAR_HEIGHT = 10
TICK_WIDTH = 48
_VALUE_WIDTH = 62


def paired_bars(
    rows: Sequence[PairedPart], names: tuple[str, str], p: Palette, width: float
) -> ft.Control:
    """Two bars a part on one scale of seconds, the earlier take in outline above the later."""
    times = [time for row in rows for time in (row.before, row.now)]
    longest = max((max(time.seconds, time.high_s) for time in times), default=0.0)
    end = max(30 * math.ceil(longest / 30), 60)
    room = width - NAME_WIDTH - FIGURE_WIDTH - VERDICT_WIDTH
    scale = room / end
    return ft.Column(
        [
            *[_paired(row, names, p, room, scale) for row in rows],
            ft.Row([ft.Container(width=NAME_WIDTH), _axis(end, scale, room, p)], spacing=0),
        ],
        spacing=S,
        tight=True,
        width=width,
    )


def legend(names: tuple[str, str], p: Palette) -> ft.Control:
    """Which bar is which take, drawn as they are drawn."""
    samples = [(_bar(22, p.soft, p, filled=filled), name) for filled, name in enumerate(names)]
    shaded = ft.Container(
        width=22,
        height=14,
        bgcolor=p.band,
        border=ft.Border.symmetric(horizontal=ft.BorderSide(width=1.5, color=p.edge)),
    )
    return ft.Row(
        [
            ft.Row([sample, text(words, "small", p.faint)], spacing=6, tight=True)
            for sample, words in (*samples, (shaded, "recommended"))
        ],
        spacing=18,
        wrap=True,
        run_spacing=0,
    )


def measures(
    rows: Sequence[MeasureRow], names: tuple[str, str], p: Palette, width: float
) -> ft.Control:
    """A measure a line: its name, both values, and what changed in words."""
    name_width = width - 3 * _VALUE_WIDTH
    head = ft.Row(
        [
            ft.Container(width=name_width),
            *[_cell(text(name, "tiny", p.faint), _VALUE_WIDTH) for name in names],
        ],
        spacing=0,
    )
    lines = [_measure(row, names, p, name_width) for row in rows]
    return ft.Column([head, *lines], spacing=2, tight=True, width=width)


def _measure(row: MeasureRow, names: tuple[str, str], p: Palette, name_width: float) -> ft.Control:
    change = text(row.change, "small", p.soft, no_wrap=True)
    line = ft.Row(
        [
            ft.Container(width=name_width, content=text(row.name, "small", p.ink)),
            _cell(text(row.before, "small", p.soft), _VALUE_WIDTH),
            _cell(text(row.now, "small_strong", p.ink), _VALUE_WIDTH),
            ft.Container(width=_VALUE_WIDTH, padding=ft.Padding.only(left=10), content=change),
        ],
        spacing=0,
    )
    told = f"{row.name}: {row.before} in {names[0].lower()}, {row.now} in {names[1].lower()}"
    return ft.Semantics(
        label=f"{told}, {row.change}" if row.change else told,
        container=True,
        exclude_semantics=True,
        content=line,
    )


def _cell(content: ft.Control, width: float) -> ft.Container:
    return ft.Container(width=width, alignment=ft.Alignment.CENTER_RIGHT, content=content)


def _paired(
    row: PairedPart, names: tuple[str, str], p: Palette, room: float, scale: float
) -> ft.Control:
    part = row.now.part
    name = ft.Row(
        [
            ft.Container(content=marker(part, p), padding=ft.Padding.only(top=1)),
            ft.Column(
                [text(NAMES[part], "body", p.ink), text(row.change, "small", p.soft)],
                spacing=1,
                tight=True,
                width=NAME_WIDTH - 40,
            ),
        ],
        spacing=10,
        width=NAME_WIDTH,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    lines = [
        _line(time, p, room, scale, filled=filled)
        for filled, time in enumerate((row.before, row.now))
    ]
    return ft.Semantics(
        label=_spoken(row, names),
        container=True,
        exclude_semantics=True,
        content=ft.Row(
            [name, ft.Column(lines, spacing=0, tight=True)],
            spacing=0,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
    )


def _spoken(row: PairedPart, names: tuple[str, str]) -> str:
    told = [
        f"{time.seconds:.0f} seconds in {name}, recommended {time.low_s:.0f} to {time.high_s:.0f}, "
        f"{verdict(time)[1]}"
        for name, time in zip(names, (row.before, row.now), strict=True)
    ]
    return f"{NAMES[row.now.part]}: {'; '.join(told)}; {row.change}"


def _line(time: PartTime, p: Palette, room: float, scale: float, *, filled: int) -> ft.Control:
    """One take's bar over its range, its seconds and its verdict."""
    bar = _bar(max(2, time.seconds * scale), p.parts[time.part], p, filled=filled)
    bar.left, bar.top = 0, (LINE_HEIGHT - BAR_HEIGHT) / 2
    ranged = band(time.low_s * scale, (time.high_s - time.low_s) * scale, 3, LINE_HEIGHT - 6, p)
    sign, words, role = verdict(time)
    shade = getattr(p, role) if filled else p.soft
    judged = ft.Row(
        [
            ft.Container(width=16, content=text(sign, "small_strong", shade)),
            text(words, "small", shade, no_wrap=True),
        ],
        spacing=4,
    )
    return ft.Row(
        [
            ft.Stack([*ranged, bar], width=room, height=LINE_HEIGHT),
            _cell(
                text(
                    clock(time.seconds), "strong" if filled else "body", p.ink if filled else p.soft
                ),
                FIGURE_WIDTH,
            ),
            ft.Container(width=VERDICT_WIDTH, padding=ft.Padding.only(left=14), content=judged),
        ],
        spacing=0,
        height=LINE_HEIGHT,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )


def _bar(width: float, color: str, p: Palette, *, filled: int) -> ft.Container:
    """The later take is filled, the earlier one an outline: they differ without colour."""
    return ft.Container(
        width=width,
        height=BAR_HEIGHT,
        bgcolor=color if filled else p.page,
        border=None if filled else ft.Border.all(width=1.5, color=color),
    )


def _axis(end: int, scale: float, room: float, p: Palette) -> ft.Control:
    step = tick_step_s(scale, 30)
    ticks: list[ft.Control] = [
        ft.Container(
            left=at * scale - (TICK_WIDTH / 2 if at else 0),
            width=TICK_WIDTH,
            alignment=ft.Alignment.CENTER if at else ft.Alignment.CENTER_LEFT,
            content=ft.Text(value=clock(at), style=style("tiny", p.faint)),
        )
        for at in range(0, end + 1, step)
    ]
    return ft.Stack(ticks, width=room + TICK_WIDTH / 2, height=18)
