"""Listening to a microphone without keeping anything: how loud it is, and nothing else."""

import threading
from collections.abc import Callable
from dataclasses import replace

from storybuilder.adapters.recording import Gone, Hear, Stream, let_go
from storybuilder.adapters.wav_file import SAMPLE_BYTES
from storybuilder.core.flow import Flow
from storybuilder.core.level import RecentLevels, measure_level
from storybuilder.core.meter import Meter, Trouble

LASTS_S = 20.0
"""Long enough for a few sentences; a microphone is not left open by somebody who walks away."""


class OpenCheck:
    """Keeps the promise of `ports.LevelCheck`. Listens from the moment it is made."""

    def __init__(
        self,
        listen: Callable[[Hear, Gone], Stream],
        *,
        clock: Callable[[], float],
        lasts_s: float = LASTS_S,
    ) -> None:
        """Raises what `listen` raises."""
        self._clock = clock
        self._flow = Flow(opened_s=clock())
        self._levels = RecentLevels()
        self._lost = self._stopped = False
        self._stop_once = threading.Lock()
        self._stream = listen(self._hear, self._gone)
        self._end = threading.Timer(lasts_s, self.stop)
        self._end.daemon = True
        self._end.start()

    def look(self) -> Meter | None:
        """Level, voice and anything wrong, as of now; None once it has ended. Quick."""
        if self._stopped:
            return None
        meter = self._levels.meter(self._flow.heard_s)
        if self._lost or self._flow.is_lost(self._clock()):
            return replace(meter, trouble=Trouble.LOST)
        return meter

    def stop(self) -> None:
        """Give the device back. Safe to call twice."""
        with self._stop_once:
            if not self._stopped:
                self._stopped = True
                self._end.cancel()
                let_go(self._stream)

    def _hear(self, block: bytes, rate_hz: int) -> None:
        # Measured here, in the device's thread: what is late is not kept, so it costs nothing.
        self._levels = self._levels.after(measure_level(block))
        self._flow = self._flow.after(len(block) / SAMPLE_BYTES / rate_hz, self._clock())

    def _gone(self) -> None:
        self._lost = True
