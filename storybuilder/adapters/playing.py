"""One recording being played: read ahead in a thread of its own, given away in the device's."""

import logging
import queue
import threading
import time
from collections.abc import Callable, Generator
from typing import Protocol

from storybuilder.core.playback import Breakdown, Playback
from storybuilder.errors import AudioUnreadable, StorybuilderError

log = logging.getLogger(__name__)

SAMPLE_BYTES = 2
AHEAD = 40
"""So many stretches of sound, each well below a tenth of a second, are read before their turn."""
FIRST_S = 0.6
"""A device asks for more than its latency at once when it starts; a gap there would be heard."""
POLL_S = 0.05
SILENT_S = 1.5
"""A device that asks for nothing for so long is gone, though nobody says so."""

Fill = Callable[[int, float], bytes]
"""Gives the next samples to a device: so many, the first to be heard in so many seconds."""
Gone = Callable[[], None]
"""Told when a device stops, asked or not."""
Sound = Callable[[float, float | None, float, int], Generator[bytes, None, None]]
"""Samples from a second to another (None: the end), at a speed and a rate in Hz."""


class Output(Protocol):
    """An open output device: mono, 16 bit, not yet started."""

    rate_hz: int

    def start(self) -> None:
        """Begin to ask for samples. Raises LoudspeakerUnavailable."""
        ...

    def close(self) -> None:
        """Fall silent at once and let go. Quick; never raises."""
        ...


OpenOutput = Callable[[Fill, Gone], Output]
"""Opens the default device. Raises LoudspeakerUnavailable."""


class _Run:
    """Playing without a break: from one second, at one speed."""

    def __init__(
        self,
        sound: Sound,
        open_output: OpenOutput,
        span: tuple[float, float | None],
        speed: float,
        clock: Callable[[], float],
    ) -> None:
        self._from_s, self._speed, self._clock = span[0], speed, clock
        self._ahead: queue.Queue[bytes] = queue.Queue(AHEAD)
        self._rest = b""
        self._given_s = span[0]
        self._all_read = self._halted = False
        self._gone = threading.Event()
        self._close_once = threading.Lock()
        self.trouble: Breakdown | None = None
        self._asked_s = clock()
        self._heard_at_s = self._asked_s
        """When what was given last will have been heard."""
        self._output = open_output(self._fill, self._gone.set)
        try:
            stretches = sound(*span, speed, self._output.rate_hz)
            self._read_first(stretches)
            self._asked_s = clock()
            self._output.start()
        except StorybuilderError:
            self._output.close()
            raise
        self._thread = threading.Thread(
            target=self._read, args=(stretches,), name="playing", daemon=True
        )
        self._thread.start()

    @property
    def at_s(self) -> float:
        """The second of the recording that is being heard."""
        left_s = max(0.0, self._heard_at_s - self._clock())
        return max(self._from_s, self._given_s - left_s * self._speed)

    @property
    def ended(self) -> bool:
        """Whether everything was heard, or the device went away."""
        if self._halted or self.trouble is Breakdown.LOST:
            return True
        if self._gone.is_set() or self._clock() - self._asked_s > SILENT_S:
            self.trouble = Breakdown.LOST
            log.warning("the loudspeaker went away")
            return True
        return self._is_drained() and self._clock() >= self._heard_at_s

    def halt(self) -> None:
        """Fall silent and let go of the device. Quick; safe to call twice."""
        with self._close_once:
            if not self._halted:
                self._halted = True
                self._output.close()

    def _is_drained(self) -> bool:
        return self._all_read and not self._rest and self._ahead.empty()

    # The device's thread.

    def _fill(self, samples: int, heard_in_s: float) -> bytes:
        now_s, wanted = self._clock(), samples * SAMPLE_BYTES
        self._asked_s = now_s
        block = self._taken(wanted)
        if block:
            seconds = len(block) / SAMPLE_BYTES / self._output.rate_hz
            self._given_s += seconds * self._speed
            self._heard_at_s = now_s + heard_in_s + seconds
        return block.ljust(wanted, b"\0")

    def _taken(self, wanted: int) -> bytes:
        """The next samples, as many as there are by now."""
        pieces, there = [self._rest], len(self._rest)
        while there < wanted:
            try:
                pieces.append(self._ahead.get_nowait())
            except queue.Empty:
                break
            there += len(pieces[-1])
        whole = b"".join(pieces)
        self._rest = whole[wanted:]
        return whole[:wanted]

    def _read_first(self, stretches: Generator[bytes, None, None]) -> None:
        wanted = FIRST_S * self._output.rate_hz * SAMPLE_BYTES
        while len(self._rest) < wanted and (stretch := next(stretches, b"")):
            self._rest += stretch

    # The reader's thread.

    def _read(self, stretches: Generator[bytes, None, None]) -> None:
        try:
            for stretch in stretches:
                if not self._put(stretch):
                    break
        except AudioUnreadable:
            self.trouble = Breakdown.UNREADABLE
            log.warning("a recording could not be read on while it was played")
        finally:
            stretches.close()
            self._all_read = True
        while not self.ended:
            time.sleep(POLL_S)
        self.halt()

    def _put(self, stretch: bytes) -> bool:
        """Lay a stretch ready, when there is room; False if nobody wants it any more."""
        while not self.ended:
            try:
                self._ahead.put(stretch, timeout=POLL_S)
            except queue.Full:
                continue
            return True
        return False


class PlayingRecording:
    """Keeps the promise of `ports.Playing`. Every gesture is a new run, so that it is at once."""

    def __init__(
        self,
        sound: Sound,
        open_output: OpenOutput,
        from_s: float,
        to_s: float | None,
        speed: float,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Raises LoudspeakerUnavailable or AudioUnreadable."""
        self._sound, self._open_output, self._clock = sound, open_output, clock
        self._at_s, self._to_s, self._speed = from_s, to_s, speed
        self._paused = self._stopped = False
        self._one_gesture = threading.Lock()
        self._run: _Run | None = None
        self._go_on()

    def look(self) -> Playback:
        """Where it is now. Quick; never raises."""
        run = self._run
        if run is None:
            return Playback(
                at_s=self._at_s, speed=self._speed, paused=self._paused, ended=self._stopped
            )
        ended = run.ended
        return Playback(at_s=run.at_s, speed=self._speed, ended=ended, trouble=run.trouble)

    def pause(self, paused: bool) -> None:
        """Fall silent, or go on from where it was heard last."""
        with self._one_gesture:
            if self._stopped or paused == self._paused:
                return
            if not paused:
                self._go_on()
            elif self._run is not None and not self._run.ended:
                self._halt()
                self._paused = True

    def seek(self, at_s: float) -> None:
        """Go on from another second, to the end of the recording; a pause stays one."""
        with self._one_gesture:
            if self._stopped:
                return
            self._halt()
            self._at_s, self._to_s = max(0.0, at_s), None
            if not self._paused:
                self._go_on()

    def set_speed(self, speed: float) -> None:
        """Go on faster or slower, from where it was heard last."""
        with self._one_gesture:
            if self._stopped or speed == self._speed:
                return
            over = self._run is not None and self._run.ended
            self._speed = speed
            if not self._paused and not over:
                self._halt()
                self._go_on()

    def stop(self) -> Playback:
        """Fall silent for good, and return the last look. Quick; safe to call twice."""
        with self._one_gesture:
            self._halt()
            self._stopped = True
        return self.look()

    def _halt(self) -> None:
        """Fall silent and remember where."""
        run = self._run
        if run is not None:
            self._at_s = run.at_s
            run.halt()
            self._run = None

    def _go_on(self) -> None:
        """Play on; where that fails, it is as if it had been paused here."""
        self._paused = True
        self._run = _Run(
            self._sound,
            self._open_output,
            (self._at_s, self._to_s),
            self._speed,
            self._clock,
        )
        self._paused = False
