"""A take in progress, drawn: the question, the clock, the level, three controls."""

import math
from dataclasses import dataclass

import flet as ft

from storybuilder.core.band import Band
from storybuilder.core.meter import Meter, Trouble
from storybuilder.ui.parts.buttons import control
from storybuilder.ui.parts.dial import Dial
from storybuilder.ui.parts.frame import Look, gap
from storybuilder.ui.parts.level_meter import LevelMeter, meter_share
from storybuilder.ui.parts.text import Click, text, title
from storybuilder.ui.theme import XL, XS, L, M, Palette, S

QUIET_SHARE = 0.15
"""Below this share of the meter nothing is being said."""
LOW_PX = 720
"""In less height than this the distances are smaller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Controls:
    """What the three controls do."""

    discard: Click
    stop: Click
    pause: Click


def level_words(meter: Meter) -> str:
    """What the level means, in words."""
    if meter.paused and not meter.ended:
        return "Not listening"
    if meter.lost_s and not meter.ended:
        return f"The disk is too slow: {math.ceil(meter.lost_s)} s could not be kept"
    match meter.trouble:
        case Trouble.LOST:
            return "The microphone went away: all of it up to here is kept"
        case Trouble.DISK_FULL:
            return "No room on the disk: all of it up to here is kept"
        case Trouble.MUTED:
            return "Nothing arrives: the microphone is muted or not allowed"
        case Trouble.CLIPPING:
            return "Too loud: move back a little"
        case Trouble.QUIET:
            return "Very quiet: come closer"
        case _:
            return "Good level" if meter_share(meter.peak_dbfs) > QUIET_SHARE else "Listening"


def has_trouble(meter: Meter) -> bool:
    """Whether the words tell of something to be put right."""
    return meter.ended or (not meter.paused and bool(meter.trouble or meter.lost_s))


class RecordingView:
    """Built once for a look and a state (recording or paused); `show` sets clock and level."""

    def __init__(
        self, asked: str, target: Band, meter: Meter, look: Look, controls: Controls
    ) -> None:
        low, p = look.height < LOW_PX, look.p
        self._dial = Dial(target, p, dial_size(asked, look))
        self._level = LevelMeter(p, 300)
        self.show(meter)
        column = ft.Column(
            [
                _lamp(meter.paused, p),
                gap(XS if low else S),
                _question(asked, look),
                ft.Container(expand=True),
                self._dial.root,
                ft.Container(expand=True),
                self._level.root,
                gap(M if low else XL - 6),
                _buttons(meter.paused, controls, p, 200 if look.width > 960 else 180),
            ],
            spacing=0,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            expand=True,
        )
        self.root = ft.Container(
            expand=True,
            alignment=ft.Alignment.TOP_CENTER,
            padding=ft.Padding.only(top=M + 4 if low else 28, bottom=M if low else 22),
            content=column,
        )

    def show(self, meter: Meter) -> list[ft.Control]:
        """Set clock and level; returns the controls that changed."""
        level = 0.0 if meter.paused else meter_share(meter.level_dbfs)
        peak = 0.0 if meter.paused else meter_share(meter.peak_dbfs)
        return [
            *self._dial.show(meter.elapsed_s),
            *self._level.show(level, peak, level_words(meter), trouble=has_trouble(meter)),
        ]


def dial_size(asked: str, look: Look) -> float:
    """The dial gives way to a long question and a low window."""
    lines = min(3, math.ceil(len(asked) * 12 / _question_width(look)))
    rest = 300 if look.height < LOW_PX else 330
    return max(180.0, min(460.0, look.height - rest - (lines - 1) * 35))


def _question_width(look: Look) -> float:
    return min(760.0, look.width - 80)


def _question(asked: str, look: Look) -> ft.Control:
    words = title(
        asked,
        look.p,
        "question",
        text_align=ft.TextAlign.CENTER,
        max_lines=3,
        overflow=ft.TextOverflow.ELLIPSIS,
    )
    return ft.Container(width=_question_width(look), alignment=ft.Alignment.CENTER, content=words)


def _buttons(paused: bool, controls: Controls, p: Palette, wide: float) -> ft.Control:
    go_on = ft.Container(width=18, height=18, border_radius=9, bgcolor=p.signal)
    square = ft.Container(width=20, height=20, bgcolor=p.on_ink, border_radius=2)
    cross = ft.Icon(ft.Icons.CLOSE, size=24, color=p.ink)
    pause, glyph = ("Resume", go_on) if paused else ("Pause", _bars(p.ink))
    return ft.Row(
        [
            control("Discard", "Esc, asks first", cross, p, controls.discard, width=wide),
            control("Stop", "Enter", square, p, controls.stop, width=wide + 60, main=True),
            control(pause, "Space", glyph, p, controls.pause, width=wide),
        ],
        spacing=L,
        tight=True,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _lamp(paused: bool, p: Palette) -> ft.Control:
    lamp = ft.Container(
        width=10,
        height=10,
        border_radius=5,
        bgcolor=None if paused else p.signal,
        border=ft.Border.all(width=2, color=p.edge if paused else p.signal),
    )
    words = text("Paused, kept safe" if paused else "Recording", "small", p.soft)
    return ft.Row([lamp, words], spacing=S, tight=True)


def _bars(color: str) -> ft.Container:
    bars: list[ft.Control] = [ft.Container(width=6, height=20, bgcolor=color) for _ in range(2)]
    return ft.Container(content=ft.Row(bars, spacing=5, tight=True))
