"""The microphones of this computer, through PortAudio."""

import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from storybuilder.adapters.level_check import OpenCheck
from storybuilder.adapters.portaudio import keep_open, portaudio
from storybuilder.adapters.recording import Gone, Hear, Stream, WavRecording
from storybuilder.adapters.wav_file import RATE_HZ
from storybuilder.core.level import BLOCK_S
from storybuilder.errors import MicrophoneUnavailable

LATENCY_S = 0.2
"""Two blocks of patience in the sound system; with less, a busy computer loses sound."""
COMMON_RATES_HZ = (48_000, 44_100)
"""One of these is what a device can do that cannot do 16 kHz, nor what it says itself."""
_INVALID_SAMPLE_RATE = -9997
_IN_USE = -9985

OpenStream = Callable[[str | None, Hear, Gone], Stream]
"""Opens a device by name, None being the default, and listens. Raises MicrophoneUnavailable."""


def free_bytes(folder: Path) -> int:
    """Room left on the disk of a folder. Raises OSError."""
    return shutil.disk_usage(folder).free


class SoundDeviceMicrophone:
    """Keeps the promise of `ports.Microphone`. Making one opens nothing."""

    def __init__(
        self,
        open_stream: OpenStream | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        free_bytes: Callable[[Path], int] = free_bytes,
    ) -> None:
        """Another `open_stream` may play a script instead of listening to a device."""
        self._open_stream = open_stream or self._listen
        self._clock = clock
        self._free_bytes = free_bytes
        self._check: OpenCheck | None = None
        self._check_lock = threading.Lock()

    def devices(self) -> tuple[str, ...]:
        """Names of the microphones there are now, without repetition.

        Raises MicrophoneUnavailable when the sound system is missing. While a recording runs or
        a take is played, the names are those from when it began.
        """
        with portaudio(MicrophoneUnavailable) as library:
            return tuple(_microphones(library))

    def record(self, wav: Path, device: str | None) -> WavRecording:
        """Start recording to a new file. Raises MicrophoneUnavailable or RecordingFailed.

        A level check ends before: many a device serves one listener only.
        """
        with self._check_lock:
            self._end_check()
        return WavRecording(
            wav,
            lambda hear, gone: self._open_stream(device, hear, gone),
            clock=self._clock,
            free_bytes=self._free_bytes,
        )

    def check(self, device: str | None) -> OpenCheck:
        """Listen without keeping anything; the check before ends. Raises MicrophoneUnavailable."""
        with self._check_lock:
            self._end_check()
            self._check = OpenCheck(
                lambda hear, gone: self._open_stream(device, hear, gone), clock=self._clock
            )
            return self._check

    def _end_check(self) -> None:
        if self._check is not None:
            self._check.stop()
            self._check = None

    def _listen(self, device: str | None, hear: Hear, gone: Gone) -> Stream:
        with portaudio(MicrophoneUnavailable) as library:
            number = _number(library, device)
            try:
                stream = _open_at_some_rate(library, number, hear, gone)
            except (library.PortAudioError, ValueError) as error:
                raise refusal(error, device) from error
            keep_open(stream)
            return stream


def _microphones(library: Any) -> dict[str, int]:
    """Number of each microphone by name; the first, where several have the same name."""
    found: dict[str, int] = {}
    for number, device in enumerate(library.query_devices()):
        if device["max_input_channels"] > 0:
            found.setdefault(device["name"], number)
    return found


def _number(library: Any, device: str | None) -> int | None:
    found = _microphones(library)
    if not found:
        raise MicrophoneUnavailable("no microphone was found")
    if device is not None and device not in found:
        raise MicrophoneUnavailable(
            f'there is no microphone called "{device}" now',
            "plug it in again, or choose another one.",
        )
    return None if device is None else found[device]


def _open_at_some_rate(library: Any, number: int | None, hear: Hear, gone: Gone) -> Stream:
    """Open at 16 kHz, else at the first rate that the device accepts."""
    refused: Exception | None = None
    for rate_hz in _rates_hz(library, number):
        try:
            return _open(library, number, rate_hz, hear, gone)
        except library.PortAudioError as error:
            if _INVALID_SAMPLE_RATE not in error.args:
                raise
            refused = error
    assert refused is not None
    raise refused


def _rates_hz(library: Any, number: int | None) -> tuple[int, ...]:
    own = round(library.query_devices(number, "input")["default_samplerate"])
    return tuple(dict.fromkeys((RATE_HZ, own, *COMMON_RATES_HZ)))


def _open(library: Any, number: int | None, rate_hz: int, hear: Hear, gone: Gone) -> Stream:
    def heard(samples: Any, frames: int, when: object, status: object) -> None:
        # `status` is ignored on purpose: sound servers lose sound without setting it.
        hear(bytes(samples), rate_hz)

    stream: Any = library.RawInputStream(
        samplerate=rate_hz,
        channels=1,
        dtype="int16",
        blocksize=round(BLOCK_S * rate_hz),
        latency=LATENCY_S,
        device=number,
        callback=heard,
        finished_callback=gone,
    )
    try:
        stream.start()
    except library.PortAudioError:
        stream.close()  # else it holds the device for as long as the program runs
        raise
    return stream  # type: ignore[no-any-return]  # sounddevice has no types


def refusal(error: Exception, device: str | None) -> MicrophoneUnavailable:
    """What it means to the person that the sound library refused a device."""
    name = "the default microphone" if device is None else f'the microphone "{device}"'
    if _INVALID_SAMPLE_RATE in error.args:
        return MicrophoneUnavailable(
            f"{name} records neither at 16 nor at 44.1 nor at 48 kHz",
            "set it to 48 kHz in the system's sound settings, or choose another one.",
        )
    if _IN_USE in error.args:
        return MicrophoneUnavailable(
            f"{name} is held by another program",
            "close what uses it (a call, another recorder), or choose another one.",
        )
    return MicrophoneUnavailable(
        f"{name} could not be opened",
        "close other programs that use it, allow access to it in the system settings, "
        "or choose another one.",
    )
