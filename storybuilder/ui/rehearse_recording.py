"""A take while it is being told: watched, paused, stopped or discarded."""

import asyncio
from collections.abc import Callable

import flet as ft

from storybuilder.core.meter import Meter
from storybuilder.core.take import Take
from storybuilder.errors import StorybuilderError
from storybuilder.practice.rehearsing import Sitting
from storybuilder.ui.labels import clock
from storybuilder.ui.recording_view import Controls, RecordingView
from storybuilder.ui.screen import Window

LEVEL_HZ = 20


class TakeInProgress:
    """Ends once: by the person, by leaving, or by itself when device or disk give out."""

    def __init__(
        self,
        window: Window,
        sitting: Sitting,
        asked: str,
        *,
        over: Callable[[], None],
        kept: Callable[[Take], None],
    ) -> None:
        """`over` is told as soon as it ends, `kept` once the take is safe."""
        self._window, self._sitting, self._asked = window, sitting, asked
        self._over, self._kept = over, kept
        self._rehearsing = window.practice.rehearsing
        self._ended = False
        self._view: RecordingView | None = None

    def draw(self) -> ft.Control:
        """Nothing but question, clock and level."""
        controls = Controls(
            discard=lambda e: self.ask_discard(),
            stop=lambda e: self._window.start(self.stop),
            pause=lambda e: self.pause(),
        )
        meter, target = self._sitting.look(), self._sitting.take.target
        self._view = RecordingView(self._asked, target, meter, self._window.look, controls)
        return self._view.root

    def press(self, key: str) -> None:
        """Space pauses, Enter stops, Esc asks before discarding."""
        if key in (" ", "Space"):
            self.pause()
        elif key == "Enter":
            self._window.start(self.stop)
        elif key == "Escape":
            self.ask_discard()

    async def watch(self) -> None:
        """Show clock and level until the take ends; paused, the device is still watched."""
        while not self._ended:
            meter = self._sitting.look()
            self._show(meter)
            if meter.ended:
                await self.stop()
                return
            await asyncio.sleep(1 / LEVEL_HZ)

    def _show(self, meter: Meter) -> None:
        if self._view is not None:
            self._window.refresh(*self._view.show(meter))

    def pause(self) -> None:
        """Listen no more for a while, or again."""
        if not self._ended:
            self._sitting.pause(not self._sitting.look().paused)
            self._window.redraw()

    async def keep(self) -> Take | None:
        """End it and keep the take; None where it has ended before. Raises StorybuilderError."""
        if not self._end():
            return None
        return await self._window.work(self._rehearsing.finish, self._sitting)

    async def stop(self) -> None:
        """End it, keep the take, and say so."""
        try:
            take = await self.keep()
        except StorybuilderError:
            self._window.redraw()  # it has stopped all the same; the next start finds the take
            raise
        if take is not None:
            self._kept(take)

    def ask_discard(self) -> None:
        """Ask before the take is deleted."""
        if self._ended:
            return
        self._window.ask(
            "Discard this take?",
            f"{clock(self._sitting.look().elapsed_s)} of recording will be deleted.",
            "Discard",
            self._discard,
        )

    async def _discard(self) -> None:
        if not self._end():
            return
        try:
            await self._window.work(self._rehearsing.discard, self._sitting)
        finally:
            self._window.redraw()

    def _end(self) -> bool:
        """Whether it is this call that ends it."""
        if self._ended:
            return False
        self._ended = True
        self._over()
        return True
