"""The loudspeaker of the computer that runs the program, through PortAudio."""

import logging
from functools import partial
from pathlib import Path
from typing import Any

from storybuilder.adapters.played_sound import played_sound
from storybuilder.adapters.playing import Fill, Gone, OpenOutput, Output, PlayingRecording
from storybuilder.adapters.portaudio import keep_open, portaudio
from storybuilder.errors import LoudspeakerUnavailable

log = logging.getLogger(__name__)

BLOCK_S = 0.05
LATENCY_S = 0.25
"""Patience in the sound system: while the window draws a long report, no sound is asked for."""


class SoundDeviceLoudspeaker:
    """Keeps the promise of `ports.Loudspeaker`. Making one opens nothing."""

    def __init__(self, open_output: OpenOutput | None = None) -> None:
        """Another `open_output` may play into a script instead of a device."""
        self._open_output = open_output or open_default

    def play(
        self, audio: Path, from_s: float, to_s: float | None, speed: float
    ) -> PlayingRecording:
        """Start playing. Raises LoudspeakerUnavailable or AudioUnreadable."""
        return PlayingRecording(
            partial(played_sound, audio), self._open_output, from_s, to_s, speed
        )


class _Device:
    """A stream of the sound library that plays."""

    def __init__(self, stream: Any, refused: type[Exception]) -> None:
        self._stream, self._refused = stream, refused
        self.rate_hz = round(stream.samplerate)

    def start(self) -> None:
        try:
            self._stream.start()
        except self._refused as error:
            raise _refusal() from error

    def close(self) -> None:
        try:
            self._stream.abort()
            self._stream.close()
        except self._refused as error:  # it is gone already
            log.debug("closing the loudspeaker: %s", error)


def open_default(fill: Fill, gone: Gone) -> Output:
    """Open the default device at its own rate, which every kind of device accepts."""
    with portaudio(LoudspeakerUnavailable) as library:
        try:
            device = library.query_devices(None, "output")
        except (library.PortAudioError, ValueError) as error:
            raise LoudspeakerUnavailable("no loudspeaker was found") from error
        try:
            stream = _opened(library, round(device["default_samplerate"]), fill, gone)
        except (library.PortAudioError, ValueError) as error:
            raise _refusal() from error
        keep_open(stream)
        return _Device(stream, library.PortAudioError)


def _opened(library: Any, rate_hz: int, fill: Fill, gone: Gone) -> Any:
    def asked(samples: Any, frames: int, when: Any, status: object) -> None:
        samples[:] = fill(frames, max(0.0, when.outputBufferDacTime - when.currentTime))

    return library.RawOutputStream(
        samplerate=rate_hz,
        channels=1,
        dtype="int16",
        blocksize=round(rate_hz * BLOCK_S),
        latency=LATENCY_S,
        callback=asked,
        finished_callback=gone,
    )


def _refusal() -> LoudspeakerUnavailable:
    return LoudspeakerUnavailable(
        "the loudspeaker could not be opened",
        "close other programs that use it, or choose another one in the system's sound settings.",
    )
