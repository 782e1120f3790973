"""Microphone level: one row of ticks, silence to loud."""

import flet as ft

from storybuilder.ui.parts.text import style, text
from storybuilder.ui.theme import Palette

TICKS = 36
LOUD_FROM = 0.9
"""The last tenth of the meter is too loud; words say so too, not only the colour."""
FLOOR_DBFS = -60.0
"""The level at which the meter is empty: a quiet room."""


def meter_share(dbfs: float) -> float:
    """A level in dB against full scale as a share of the meter, 0 to 1."""
    return min(1.0, max(0.0, 1 - dbfs / FLOOR_DBFS))


class LevelMeter:
    """The ticks are built once; `show` changes only those whose look changed."""

    def __init__(self, p: Palette, width: float, *, centred: bool = True) -> None:
        self._p = p
        self._shown: list[tuple[int, str]] = []
        step = width / TICKS
        self.ticks = [ft.Container(width=max(2, step - 4)) for _ in range(TICKS)]
        self.words = text("", "small", p.soft)
        row = ft.Row(
            list(self.ticks), spacing=4, tight=True, vertical_alignment=ft.CrossAxisAlignment.CENTER
        )
        middle, left = ft.Alignment.CENTER, ft.Alignment.CENTER_LEFT
        self.row = ft.Container(content=row, height=18, alignment=middle if centred else left)
        self.root = ft.Column(
            [self.row, ft.Container(content=self.words, height=22)],
            spacing=6,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER
            if centred
            else ft.CrossAxisAlignment.START,
        )
        self.show(0.0, 0.0, "")

    def show(
        self, level: float, peak: float, words: str, *, trouble: bool = False
    ) -> list[ft.Control]:
        """Set level and peak (0 to 1) and the words; returns the controls that changed.

        Words that tell of trouble stand out.
        """
        looks = [self._look(i, round(level * TICKS), round(peak * TICKS)) for i in range(TICKS)]
        changed: list[ft.Control] = []
        if looks != self._shown:
            for tick, (height, color) in zip(self.ticks, looks, strict=True):
                tick.height, tick.bgcolor = height, color
            self._shown = looks
            changed.append(self.row)
        if words != self.words.value:
            self.words.value = words
            role, color = ("small_strong", self._p.ink) if trouble else ("small", self._p.soft)
            self.words.style = style(role, color)
            changed.append(self.words)
        return changed

    def _look(self, i: int, lit: int, top: int) -> tuple[int, str]:
        if i < lit or i == top - 1:
            return 16, self._p.ink
        return 6, self._p.signal if i >= TICKS * LOUD_FROM else self._p.edge
