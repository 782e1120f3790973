"""What plays a take: one large button, where it is, how fast, and a head on the clock bar."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from storybuilder.core.playback import SPEEDS, Playback
from storybuilder.ui.labels import clock, spoken_clock
from storybuilder.ui.parts.buttons import quiet
from storybuilder.ui.parts.text import hint, text
from storybuilder.ui.theme import XS, L, M, Palette, S

BAR_HEIGHT, HEAD_TOP, KNOB = 68, 8, 11
TALL = 52


@dataclass(frozen=True, slots=True, kw_only=True)
class Gestures:
    """What a person does with a player."""

    toggle: Callable[[], None]
    seek: Callable[[float], None]
    choose: Callable[[float], None]
    """Another speed."""


class PlayerBar:
    """A player as it is drawn. It is made once and follows; the clock bar under its head may go."""

    def __init__(self, length_s: float, do: Gestures, p: Palette, width: float) -> None:
        self._length_s, self._do, self._p = length_s, do, p
        self._scale = 0.0
        self._playing: bool | None = None
        self._speed = 0.0
        self._button, self._speeds = ft.Container(), ft.Row(spacing=0, tight=True)
        self._place = text("", "body", p.ink)
        self.head = ft.Container(
            top=HEAD_TOP,
            left=0,
            width=KNOB,
            height=46 - HEAD_TOP,
            content=_head(p),
            ignore_interactions=True,
        )
        place = ft.Container(content=self._place, expand=True)
        self.root = ft.Row([self._button, place, self._speeds], spacing=L, width=width)
        self.show(Playback(at_s=0.0, paused=True))

    def over(self, bar: ft.Control, scale: float, width: float) -> ft.Control:
        """The clock bar with the head on it; a click on it plays on from there.

        `scale` is the bar's pixels for a second.
        """
        self._scale = scale
        touched = ft.GestureDetector(
            content=bar,
            mouse_cursor=ft.MouseCursor.CLICK,
            exclude_from_semantics=True,
            on_tap_down=self._touched,
        )
        return ft.Stack(
            [touched, self.head], width=width, height=BAR_HEIGHT, clip_behavior=ft.ClipBehavior.NONE
        )

    def show(self, playback: Playback) -> list[ft.Control]:
        """Follow what is played; returns the controls that changed."""
        playing = not playback.paused and not playback.ended
        changed = [*self._show_place(playback.at_s)]
        if playing != self._playing:
            self._playing = playing
            self._button.content = self._toggle(playing)
            changed.append(self._button)
        if playback.speed != self._speed:
            self._speed = playback.speed
            self._speeds.controls = [self._choice(speed) for speed in SPEEDS]
            changed.append(self._speeds)
        return changed

    def _show_place(self, at_s: float) -> list[ft.Control]:
        at_s = min(at_s, self._length_s)
        changed: list[ft.Control] = []
        left = round(at_s * self._scale * 2) / 2 - KNOB / 2
        if left != self.head.left:
            self.head.left = left
            changed.append(self.head)
        words = f"{clock(at_s)} of {clock(self._length_s)}"
        if words != self._place.value:
            self._place.value = words
            self._place.semantics_label = (
                f"At {spoken_clock(at_s)} of {spoken_clock(self._length_s)}"
            )
            changed.append(self._place)
        return changed

    def _touched(self, e: ft.TapEvent[ft.GestureDetector]) -> None:
        if e.local_position is not None and self._scale:
            self._do.seek(min(e.local_position.x / self._scale, self._length_s))

    def _toggle(self, playing: bool) -> ft.Control:
        p = self._p
        label, sign = ("Pause", ft.Icons.PAUSE) if playing else ("Play", ft.Icons.PLAY_ARROW)
        button = quiet(label, p, lambda e: self._do.toggle(), chosen=True, tooltip=hint("Space", p))
        words = text(label, "strong", p.ink, no_wrap=True)
        glyph = ft.Icon(sign, size=26, color=p.ink)
        button.content = ft.Row([glyph, words], spacing=S, tight=True)
        button.height, button.width = TALL, 118
        return button

    def _choice(self, speed: float) -> ft.Control:
        chosen = speed == self._speed
        button = quiet(f"{speed:g}×", self._p, lambda e: self._do.choose(speed), chosen=chosen)
        button.height = TALL - M
        assert isinstance(button.content, ft.Text)
        button.content.semantics_label = f"Speed {speed:g}" + (", chosen" if chosen else "")
        assert button.style is not None
        button.style.padding = ft.Padding.symmetric(horizontal=S + XS / 2)
        return button


def gone(p: Palette) -> ft.Control:
    """In place of the player, where the sound is gone."""
    return text("The recording of this take was deleted; its words are kept.", "small", p.soft)


def _head(p: Palette) -> ft.Control:
    """A disc on a stem: told from the line at the end of the take by its shape."""
    disc = ft.Container(width=KNOB, height=KNOB, border_radius=KNOB / 2, bgcolor=p.ink)
    stem = ft.Container(width=2, expand=True, bgcolor=p.ink)
    return ft.Column(
        [disc, stem], spacing=0, horizontal_alignment=ft.CrossAxisAlignment.CENTER, expand=True
    )
