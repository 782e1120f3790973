"""The clock while recording: a dial, the target as a band on it, digits read from a metre away."""

import math

import flet as ft
import flet.canvas as cv

from storybuilder.core.band import Band
from storybuilder.ui.labels import clock
from storybuilder.ui.parts.text import text
from storybuilder.ui.theme import Palette

TURN_S = 240
MARGIN, TRACK, BAND = 40, 26.0, 22


def turn_s(target: Band) -> float:
    """Seconds in one turn: four minutes, or more when the target needs it."""
    return max(TURN_S, 60 * math.ceil(target.high_s / 45))


def standing(seconds: float, target: Band) -> str:
    """Where a take in progress stands, counted from the second its digits show to the next edge."""
    shown_s = math.floor(seconds)
    if shown_s < target.low_s:
        return f"{target.low_s - shown_s:.0f} s to your band"
    if shown_s <= target.high_s:
        return f"in your band, {target.high_s - shown_s:.0f} s left"
    return f"{shown_s - target.high_s:.0f} s over your band"


def marked_s(target: Band) -> list[float]:
    """The seconds named around the dial: both edges, and one minute if it is clear of them."""
    edges = [target.low_s, target.high_s]
    clear_s = turn_s(target) / 24  # closer than 15 degrees, two names would touch
    return edges if any(abs(60 - edge) < clear_s for edge in edges) else [60.0, *edges]


class Dial:
    """Dial, band, elapsed arc and digits. `show` changes only what a tick changes."""

    def __init__(self, target: Band, p: Palette, size: float) -> None:
        self._target, self._p, self._size = target, p, size
        self._turn = turn_s(target)
        self.hand = cv.Canvas(shapes=[], width=size, height=size)
        face = cv.Canvas(shapes=self._face(), width=size, height=size)
        digit = ft.TextStyle(
            font_family="Sans Light",
            size=size * 0.34,
            height=1.0,
            letter_spacing=-size * 0.007,
            color=p.ink,
        )
        self.digits = ft.Text(value="0:00", style=digit)
        self.words = text("", "body", p.soft)
        middle = ft.Column(
            [self.digits, self.words],
            spacing=0,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        )
        layers: list[ft.Control] = [
            ft.Container(left=MARGIN, top=0, content=face),
            ft.Container(left=MARGIN, top=0, content=self.hand),
            ft.Container(
                left=MARGIN,
                top=-4,
                width=size,
                height=size,
                alignment=ft.Alignment.CENTER,
                content=middle,
            ),
            *[self._mark(s) for s in marked_s(target)],
        ]
        self.root = ft.Stack(layers, width=size + 2 * MARGIN, height=size + 20)
        self.show(0.0)

    def show(self, seconds: float) -> list[ft.Control]:
        """Set the clock; returns the controls that changed."""
        digits, words = clock(math.floor(seconds)), standing(seconds, self._target)
        if (digits, words) == (self.digits.value, self.words.value):
            return []
        self.digits.value, self.words.value = digits, words
        self.hand.shapes = self._hand(seconds)
        return [self.digits, self.words, self.hand]

    def _face(self) -> list[cv.Shape]:
        p, low, high = self._p, self._target.low_s, self._target.high_s
        radius = self._size / 2 - TRACK
        ticks = [s for s in range(0, round(self._turn), 15) if not low <= s <= high]
        return [
            self._arc(0, self._turn, 2, p.line),
            self._arc(low, high, BAND, p.band),
            self._spoke(low, radius + BAND / 2, radius - BAND / 2, 2, p.edge),
            self._spoke(high, radius + BAND / 2, radius - BAND / 2, 2, p.edge),
            *[
                self._spoke(s, radius + 1, radius - (9 if s % 60 == 0 else 5), 1.5, p.edge)
                for s in ticks
            ],
        ]

    def _hand(self, seconds: float) -> list[cv.Shape]:
        end, radius = min(seconds, self._turn), self._size / 2 - TRACK
        return [
            self._arc(0, end, 6, self._p.ink),
            self._spoke(end, radius + 13, radius - 13, 3, self._p.ink),
        ]

    def _angle(self, second: float) -> float:
        return second * 2 * math.pi / self._turn - math.pi / 2

    def _arc(self, start: float, end: float, stroke: float, color: str) -> cv.Arc:
        """An arc from second to second, twelve o'clock being 0:00."""
        return cv.Arc(
            x=TRACK,
            y=TRACK,
            width=self._size - 2 * TRACK,
            height=self._size - 2 * TRACK,
            start_angle=self._angle(start),
            sweep_angle=self._angle(end) - self._angle(start),
            paint=ft.Paint(style=ft.PaintingStyle.STROKE, stroke_width=stroke, color=color),
        )

    def _spoke(
        self, second: float, outer: float, inner: float, stroke: float, color: str
    ) -> cv.Line:
        x, y, middle = math.cos(self._angle(second)), math.sin(self._angle(second)), self._size / 2
        return cv.Line(
            x1=middle + x * outer,
            y1=middle + y * outer,
            x2=middle + x * inner,
            y2=middle + y * inner,
            paint=ft.Paint(stroke_width=stroke, color=color),
        )

    def _mark(self, second: float) -> ft.Control:
        angle, edge = self._angle(second), second in (self._target.low_s, self._target.high_s)
        sideways = abs(math.cos(angle))
        reach = self._size / 2 - TRACK + 24 + 12 * sideways
        return ft.Container(
            left=MARGIN + self._size / 2 + math.cos(angle) * reach - 24,
            top=self._size / 2 + math.sin(angle) * reach - 11,
            width=48,
            height=22,
            alignment=ft.Alignment.CENTER,
            content=text(
                clock(second),
                "small_strong" if edge else "small",
                self._p.ink if edge else self._p.soft,
            ),
        )
