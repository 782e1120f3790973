"""Say something: whether the chosen microphone hears a voice, and how loud it arrives."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import flet as ft

from storybuilder.core.meter import Meter, Trouble
from storybuilder.errors import StorybuilderError
from storybuilder.ports import LevelCheck
from storybuilder.ui.parts.level_meter import LevelMeter, meter_share
from storybuilder.ui.parts.states import failure_shown
from storybuilder.ui.parts.text import link, text
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import L, Palette

LEVEL_HZ = 20
PATIENCE_S = 8.0
"""Who has said nothing by then may be speaking into another microphone."""
METER_PX, WORDS_PX = 300, 420
ROW_PX = 46
"""As high with the meter as without, so that nothing below it moves."""


@dataclass(frozen=True, slots=True)
class Still:
    """Nobody listens; what the last check came to, if there was one, or why it was refused."""

    outcome: str = ""
    trouble: bool = False
    refused: StorybuilderError | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """The microphone is being opened."""


@dataclass(frozen=True, slots=True)
class Listening:
    """The level is shown; nothing is kept."""

    check: LevelCheck


def check_words(meter: Meter, *, voiced: bool) -> str:
    """What is heard now, in words; `voiced` is whether a voice has been heard at any time."""
    match meter.trouble:
        case Trouble.LOST | Trouble.DISK_FULL:
            return "The microphone went away."
        case Trouble.MUTED:
            return "Nothing arrives: the microphone is muted or not allowed."
        case Trouble.CLIPPING:
            return "Your voice arrives too loud: move back a little."
        case Trouble.QUIET:
            return "Your voice arrives very quietly: come closer."
    if voiced:
        return "Your voice arrives at a good level."
    if meter.elapsed_s > PATIENCE_S:
        return "No voice yet: speak up, or choose another microphone."
    return "Listening: say a sentence or two."


class LevelChecking:
    """One row: a way to begin, or the meter with its words. Changes send this row only."""

    def __init__(self, window: Window, lost: Callable[[], Awaitable[None]]) -> None:
        """`lost` is called when the microphone went away during a check."""
        self._window, self._lost = window, lost
        self._phase: Still | Opening | Listening = Still()
        self._meter: LevelMeter | None = None
        self._pane = ft.Container()
        self._p: Palette | None = None
        self._room = 0.0

    @property
    def listening(self) -> bool:
        """Whether a microphone is open, or is being opened."""
        return not isinstance(self._phase, Still)

    def draw(self, p: Palette, room: float) -> ft.Control:
        """The row, for these colours and this width."""
        self._p, self._room = p, room
        self._pane.content = self._drawn(p, room)
        return self._pane

    async def begin(self) -> None:
        """Listen to the chosen microphone until it ends by itself or is stopped."""
        await self.stop()
        opening = Opening()
        self._show(opening)
        try:
            check = await self._window.work(self._window.practice.setting_up.check_level)
        except StorybuilderError as failure:
            if self._phase is opening:
                self._show(Still(refused=failure))
            return
        if self._phase is not opening:  # stopped meanwhile
            await self._window.work(check.stop)
            return
        listening = Listening(check)
        self._show(listening)
        await self._watch(listening)

    async def stop(self) -> None:
        """Give the microphone back; nothing happens when none is open."""
        phase, self._phase = self._phase, Still()
        if isinstance(phase, Listening):
            await self._window.work(phase.check.stop)

    async def _watch(self, listening: Listening) -> None:
        voiced, outcome = False, Still()
        while self._phase is listening:
            meter = listening.check.look()
            if meter is None:  # its time is over, or a take began
                self._show(outcome)
                return
            voiced = voiced or meter.voiced
            words = check_words(meter, voiced=voiced)
            outcome = Still(words if voiced or meter.trouble else "", trouble=bool(meter.trouble))
            if meter.ended:
                await self.stop()
                self._show(outcome)
                await self._lost()
                return
            self._show_level(meter, words)
            await asyncio.sleep(1 / LEVEL_HZ)

    def _show_level(self, meter: Meter, words: str) -> None:
        if self._meter is not None:
            level, peak = meter_share(meter.level_dbfs), meter_share(meter.peak_dbfs)
            trouble = meter.trouble is not None
            self._window.refresh(*self._meter.show(level, peak, words, trouble=trouble))

    def _show(self, phase: Still | Opening | Listening) -> None:
        self._phase = phase
        if self._p is not None:
            self._pane.content = self._drawn(self._p, self._room)
            self._window.refresh(self._pane)

    def _drawn(self, p: Palette, room: float) -> ft.Control:
        self._meter = None
        match self._phase:
            case Still(refused=StorybuilderError() as failure):
                again = ("Try again", lambda e: self._window.start(self.begin))
                return failure_shown(failure, p, room, (again,))
            case Still(outcome, trouble):
                return self._still(outcome, trouble, p)
            case Opening():
                return ft.Row([text("Opening the microphone …", "small", p.soft)], height=ROW_PX)
            case Listening():
                return self._listening(p)

    def _still(self, outcome: str, trouble: bool, p: Palette) -> ft.Control:
        label = "Check it again" if outcome else "Check the level"
        said = outcome or "Listens for 20 s and keeps nothing."
        role, color = ("small_strong", p.ink) if trouble else ("small", p.soft)
        begin = link(label, p, lambda e: self._window.start(self.begin), color=p.ink)
        return ft.Row([begin, text(said, role, color)], spacing=L, height=ROW_PX)

    def _listening(self, p: Palette) -> ft.Control:
        self._meter = LevelMeter(p, METER_PX, centred=False)
        self._meter.show(0.0, 0.0, "Listening: say a sentence or two.")
        stop = link("Stop checking", p, lambda e: self._window.start(self._stopped), color=p.ink)
        meter = ft.Container(content=self._meter.root, width=WORDS_PX)
        end = ft.CrossAxisAlignment.END
        return ft.Row([meter, stop], spacing=L, height=ROW_PX, vertical_alignment=end)

    async def _stopped(self) -> None:
        await self.stop()
        self._show(Still())
