"""Where someone speaks: the Silero detector that comes with faster-whisper. Needs no download."""

import math
import os
from pathlib import Path
from typing import TYPE_CHECKING

from storybuilder.adapters.wav_file import RATE_HZ
from storybuilder.adapters.wav_samples import FULL_SCALE, WavSamples, as_floats, opened
from storybuilder.core.voice import Span, Voice

if TYPE_CHECKING:
    import numpy as np
    from faster_whisper.vad import VadOptions
    from numpy.typing import NDArray

LEAST_SILENCE_S = 0.3
"""Shorter silences are part of speech. The detector's own 2 s would hide every pause."""
LEAST_SPEECH_S = 0.1
SILENCE_DBFS = -120.0
"""Level of a recording in which every sample is zero."""
_WINDOW = 512
"""Samples that the detector judges at a time."""
_BLOCK = 60 * RATE_HZ
_RUN_UP = RATE_HZ // 4
"""Heard again before each block, for the detector to settle; with one window more, still shorter
than any silence we report, so that nothing is found twice."""


class SileroVoiceFinder:
    """Finds speech block by block, in memory that does not grow with the recording."""

    def find(self, wav: Path) -> Voice:
        """The voice in a 16 kHz mono WAV, to about 40 ms. Raises AudioUnreadable."""
        with opened(wav) as samples:
            stretches, loudest = _listen(samples)
            return Voice(
                duration_s=samples.count / RATE_HZ,
                speech=tuple(Span(a / RATE_HZ, b / RATE_HZ) for a, b in _joined(stretches)),
                peak_dbfs=_dbfs(loudest) if samples.count else None,
            )


def _listen(samples: WavSamples) -> tuple[list[tuple[int, int]], int]:
    """Stretches of speech, and the loudest sample. A stretch may overlap the one before it."""
    _without_telemetry()
    from faster_whisper.vad import get_speech_timestamps

    options = _options()
    stretches: list[tuple[int, int]] = []
    at = loudest = 0
    while at < samples.count:
        block = samples.read(at, _BLOCK)
        loudest = max(loudest, _loudest(block))
        found = [(s["start"], s["end"]) for s in get_speech_timestamps(as_floats(block), options)]
        is_last = at + len(block) >= samples.count
        heard = len(block)
        if not is_last and found and found[-1][1] >= len(block) and found[-1][0] > _RUN_UP:
            # Cut off in mid-speech: the next block hears that stretch again from its start.
            heard = found.pop()[0]
        stretches += [(at + start, at + end) for start, end in found]
        if is_last:
            break
        at += heard - _RUN_UP
        at -= at % _WINDOW
    return stretches, loudest


def _without_telemetry() -> None:
    """Keep onnxruntime, which runs the detector, from reporting to its maker.

    From version 1.29 on it sends an id of the computer and what it runs, unless told not to.
    """
    # Heeded on Linux and macOS, and only when it stands there before the first import.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime  # type: ignore[import-untyped]  # it comes without types

    # Heeded on Windows, where events go to the system, which then follows its own settings.
    onnxruntime.disable_telemetry_events()


def _options() -> "VadOptions":
    from faster_whisper.vad import VadOptions

    return VadOptions(
        min_silence_duration_ms=round(LEAST_SILENCE_S * 1000),
        min_speech_duration_ms=round(LEAST_SPEECH_S * 1000),
        speech_pad_ms=0,
    )


def _joined(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """One stretch where speech went on over the end of a block."""
    joined: list[tuple[int, int]] = []
    for start, end in stretches:
        if joined and start - joined[-1][1] < LEAST_SILENCE_S * RATE_HZ:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _loudest(block: "NDArray[np.int16]") -> int:
    return max(int(block.max()), -int(block.min()))


def _dbfs(sample: int) -> float:
    return 20 * math.log10(sample / FULL_SCALE) if sample else SILENCE_DBFS
