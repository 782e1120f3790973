"""Listening to a take: what the gestures of a person make of the player."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from storybuilder.core.playback import Breakdown, Playback
from storybuilder.core.take import Take
from storybuilder.ports import Playing
from storybuilder.ui.screen import Window
from storybuilder.ui.spoken_words import mark_before, next_mark

LOOK_EVERY_S = 0.1
NEAR_THE_END_S = 0.3
"""From here on, playing begins again at the beginning."""
TROUBLES = {
    Breakdown.LOST: "The loudspeaker went away: connect it again, then press Play.",
    Breakdown.UNREADABLE: "The recording could not be read any further: its words are kept.",
}


class Player:
    """Plays one take. Gestures come on the event loop; what takes time happens off it, in order."""

    def __init__(
        self, window: Window, take: Take, length_s: float, shown: Callable[[Playback], None]
    ) -> None:
        """`shown` is told where it is, again and again while something is heard."""
        self._window, self._listening = window, window.practice.listening
        self._take, self.length_s, self._shown = take, length_s, shown
        self._playing: Playing | None = None
        self._rests = Playback(at_s=0.0, paused=True)
        """Where it is while nothing was begun."""
        self.marks: Sequence[float] = ()
        """The seconds to which Left and Right lead."""
        self._one = asyncio.Lock()
        self._followed = self._closed = False

    def look(self) -> Playback:
        """Where it is now."""
        return self._rests if self._playing is None else self._playing.look()

    # ------------------------------------------------------------ gestures
    def toggle(self) -> None:
        """Play, or pause; from the beginning once the end was reached."""
        self._do(self._toggle)

    def play(self, from_s: float, to_s: float | None = None) -> None:
        """Play from a second on."""
        self._do(partial(self._play, from_s, to_s))

    def seek(self, at_s: float) -> None:
        """Go elsewhere; what plays plays on, and what does not does not."""
        self._do(partial(self._seek, at_s))

    def choose(self, speed: float) -> None:
        """Play faster or slower."""
        self._do(partial(self._choose, speed))

    def press(self, key: str) -> bool:
        """Space plays and pauses, Left and Right go to the mark before and after."""
        at_s = self.look().at_s
        if key == " ":
            self.toggle()
        elif key == "Arrow Left":
            self.seek(mark_before(self.marks, at_s))
        elif key == "Arrow Right" and (mark := next_mark(self.marks, at_s)) is not None:
            self.seek(mark)
        return key in (" ", "Arrow Left", "Arrow Right")

    async def close(self) -> None:
        """Fall silent for good."""
        self._closed = True
        async with self._one:
            if self._playing is not None:
                await self._window.work(self._playing.stop)

    # ------------------------------------------------------------ what they make of it
    def _do(self, gesture: Callable[[], Awaitable[None]]) -> None:
        async def done() -> None:
            async with self._one:
                if self._closed:
                    return
                try:
                    await gesture()
                finally:  # where it failed it stands still, and is to be seen standing
                    self._shown(self.look())
            await self._follow()

        self._window.start(done)

    async def _toggle(self) -> None:
        now = self.look()
        if self._playing is None or now.ended:
            over = now.at_s > self.length_s - NEAR_THE_END_S
            await self._play(0.0 if over else now.at_s, None)
        else:
            await self._window.work(self._playing.pause, not now.paused)

    async def _play(self, from_s: float, to_s: float | None) -> None:
        speed = self.look().speed
        self._playing = await self._window.work(
            self._listening.play, self._take, from_s, to_s, speed
        )

    async def _seek(self, at_s: float) -> None:
        now = self.look()
        if self._playing is None or now.ended:
            self._rest(Playback(at_s=at_s, speed=now.speed, paused=True))
        else:
            await self._window.work(self._playing.seek, at_s)

    async def _choose(self, speed: float) -> None:
        now = self.look()
        if self._playing is None or now.ended:
            self._rest(Playback(at_s=now.at_s, speed=speed, paused=True))
        else:
            await self._window.work(self._playing.set_speed, speed)

    def _rest(self, playback: Playback) -> None:
        self._playing, self._rests = None, playback

    async def _follow(self) -> None:
        """Show where it is while something is heard; one follower is enough."""
        if self._followed:
            return
        self._followed = True
        try:
            while not self._closed and _heard(now := self.look()):
                self._shown(now)
                await asyncio.sleep(LOOK_EVERY_S)
        finally:
            self._followed = False
        if self._closed:
            return
        self._shown(self.look())
        trouble = self.look().trouble
        if trouble is not None:
            self._window.notice(TROUBLES[trouble])


def _heard(playback: Playback) -> bool:
    return not playback.paused and not playback.ended
