"""Where someone speaks: the Silero detector that comes with faster-whisper. Needs no download.

The detector is fed window by window and keeps its state, so that it can go on where it was: a
recording followed while it grows gives the voice that the whole file gives.
"""

import math
import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from storybuilder.adapters.wav_file import RATE_HZ
from storybuilder.adapters.wav_samples import FULL_SCALE, WavSamples, as_floats, opened
from storybuilder.core.voice import Span, Voice

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST_SILENCE_S = 0.3
"""Shorter silences are part of speech. The detector's own 2 s would hide every pause."""
LEAST_SPEECH_S = 0.1
SPEECH_FROM, SILENCE_BELOW = 0.5, 0.35
"""The detector's own limits; what lies between is what the window before it was."""
SILENCE_DBFS = -120.0
"""Level of a recording in which every sample is zero."""
_WINDOW = 512
"""Samples that the detector judges at a time."""
_CONTEXT = 64
"""Samples of the window before that it hears again with each."""
_STATE = 128
_BLOCK = 10 * RATE_HZ // _WINDOW * _WINDOW
"""Read at a time, so that memory does not grow with the recording."""


class SileroVoiceFinder:
    """Finds speech to about 40 ms."""

    def find(self, wav: Path) -> Voice:
        """The voice in a 16 kHz mono WAV. Raises AudioUnreadable."""
        return self.follow(wav).whole()

    def follow(self, wav: Path) -> "SileroFollower":
        """Follow a WAV that grows. Quick: nothing is read yet."""
        return SileroFollower(wav)


class SileroFollower:
    """The voice in a WAV that grows: each look reads only what is new."""

    def __init__(self, wav: Path) -> None:
        self._wav = wav
        self._judged, self._loudest = 0, 0
        self._detector, self._stretches = _Detector(), _Stretches()

    def known(self) -> Voice:
        """What is certain by now, cut off where it ends to be. Raises AudioUnreadable."""
        with opened(self._wav) as samples:
            self._go_on(samples)
        until, speech = self._stretches.certain(self._judged)
        return self._voice(until, speech)

    def whole(self) -> Voice:
        """The voice in all that is recorded, as if it ended here. Raises AudioUnreadable."""
        with opened(self._wav) as samples:
            self._go_on(samples)
            rest = samples.read(self._judged, samples.count - self._judged)
            ended = self._stretches.copy()
            ended.hear(self._detector.copy().judge(_filled(rest)))
            self._loudest = max(self._loudest, _loudest(rest))
            return self._voice(samples.count, ended.until(samples.count))

    def _go_on(self, samples: WavSamples) -> None:
        while (count := min(_BLOCK, samples.count - self._judged) // _WINDOW * _WINDOW) > 0:
            block = samples.read(self._judged, count)
            self._loudest = max(self._loudest, _loudest(block))
            self._stretches.hear(self._detector.judge(as_floats(block)))
            self._judged += count

    def _voice(self, until: int, speech: list[tuple[int, int]]) -> Voice:
        return Voice(
            duration_s=until / RATE_HZ,
            speech=tuple(Span(a / RATE_HZ, b / RATE_HZ) for a, b in speech),
            peak_dbfs=_dbfs(self._loudest) if until else None,
        )


class _Detector:
    """Silero, between two windows."""

    def __init__(self) -> None:
        self._state: tuple[Any, Any] | None = None
        self._context: Any = None

    def copy(self) -> "_Detector":
        """One that can go on from here on its own; the state is never changed in place."""
        copied = _Detector()
        copied._state, copied._context = self._state, self._context
        return copied

    def judge(self, sound: "NDArray[np.float32]") -> list[float]:
        """How likely each window of whole windows is speech, 0 to 1."""
        _without_telemetry()
        import numpy as np
        from faster_whisper.vad import get_vad_model

        windows = sound.reshape(-1, _WINDOW)
        if self._state is None:
            start = np.zeros((1, 1, _STATE), np.float32)
            self._state, self._context = (start, start), np.zeros((1, _CONTEXT), np.float32)
        ends = windows[:, -_CONTEXT:]
        heard = np.concatenate([np.concatenate([self._context, ends[:-1]]), windows], axis=1)
        h, c = self._state
        likely, h, c = get_vad_model().session.run(None, {"input": heard, "h": h, "c": c})
        self._state, self._context = (h, c), ends[-1:].copy()
        return [float(one) for one in likely.ravel()]


@dataclass
class _Stretches:
    """Stretches of speech, from the likelihood of each window. Positions count samples."""

    settled: list[tuple[int, int]] = field(default_factory=list)
    at: int = 0
    start: int | None = None
    """Where the stretch began that has not ended yet."""
    quiet: int | None = None
    """Where the silence began in it that is still too short to end it."""

    def copy(self) -> "_Stretches":
        """One that can go on from here on its own."""
        return replace(self, settled=list(self.settled))

    def hear(self, likely: list[float]) -> None:
        """Go on by one window each."""
        for one in likely:
            if one >= SPEECH_FROM:
                self.start = self.at if self.start is None else self.start
                self.quiet = None
            elif one < SILENCE_BELOW and self.start is not None:
                self._fall_silent(self.start)
            self.at += _WINDOW

    def _fall_silent(self, start: int) -> None:
        self.quiet = self.at if self.quiet is None else self.quiet
        if self.at - self.quiet < LEAST_SILENCE_S * RATE_HZ:
            return
        if _is_long_enough(start, self.quiet):
            self.settled.append((start, self.quiet))
        self.start = self.quiet = None

    def certain(self, now: int) -> tuple[int, list[tuple[int, int]]]:
        """Up to where nothing can change any more, and the stretches until there."""
        if self.start is None:
            return now, self.settled
        end = now if self.quiet is None else self.quiet
        if not _is_long_enough(self.start, end):
            return self.start, self.settled
        return end, [*self.settled, (self.start, end)]

    def until(self, end: int) -> list[tuple[int, int]]:
        """The stretches of a recording that ends here."""
        if self.start is None or not _is_long_enough(self.start, end):
            return self.settled
        return [*self.settled, (self.start, end)]


def _is_long_enough(start: int, end: int) -> bool:
    return end - start > LEAST_SPEECH_S * RATE_HZ


def _filled(rest: "NDArray[np.int16]") -> "NDArray[np.float32]":
    """What is left at the end, filled up with silence to a whole window."""
    import numpy as np

    return np.pad(as_floats(rest), (0, _WINDOW - len(rest)))


def _without_telemetry() -> None:
    """Keep onnxruntime, which runs the detector, from reporting to its maker.

    From version 1.29 on it sends an id of the computer and what it runs, unless told not to.
    """
    # Heeded on Linux and macOS, and only when it stands there before the first import.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime  # type: ignore[import-untyped]  # it comes without types

    # Heeded on Windows, where events go to the system, which then follows its own settings.
    onnxruntime.disable_telemetry_events()


def _loudest(block: "NDArray[np.int16]") -> int:
    return max(int(block.max()), -int(block.min())) if len(block) else 0


def _dbfs(sample: int) -> float:
    return 20 * math.log10(sample / FULL_SCALE) if sample else SILENCE_DBFS
