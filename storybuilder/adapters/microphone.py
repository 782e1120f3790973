"""The microphones of this computer, through PortAudio."""

import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from storybuilder.adapters.recording import BLOCK_FRAMES, Gone, Hear, Stream, WavRecording
from storybuilder.adapters.wav_file import RATE_HZ
from storybuilder.errors import MicrophoneUnavailable

LATENCY_S = 0.2
"""Two blocks of patience in the sound system; with less, a busy computer loses sound."""
_INVALID_SAMPLE_RATE = -9997

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
        self._streams: list[Any] = []
        self._portaudio_lock = threading.Lock()

    def devices(self) -> tuple[str, ...]:
        """Names of the microphones there are now, without repetition.

        Raises MicrophoneUnavailable when the sound system is missing. While a recording runs,
        the names are those from when it began.
        """
        with self._portaudio_lock:
            return tuple(_microphones(self._portaudio()))

    def record(self, wav: Path, device: str | None) -> WavRecording:
        """Start recording to a new file. Raises MicrophoneUnavailable or RecordingFailed."""
        return WavRecording(
            wav,
            lambda hear, gone: self._open_stream(device, hear, gone),
            clock=self._clock,
            free_bytes=self._free_bytes,
        )

    def _listen(self, device: str | None, hear: Hear, gone: Gone) -> Stream:
        with self._portaudio_lock:
            portaudio = self._portaudio()
            number = _number(portaudio, device)
            try:
                stream = _open(portaudio, number, hear, gone)
            except (portaudio.PortAudioError, ValueError) as error:
                raise refusal(error, device) from error
            self._streams.append(stream)
            return stream

    def _portaudio(self) -> Any:
        """The library, with a fresh list of devices if that disturbs no recording."""
        portaudio = _load_portaudio()
        self._streams = [stream for stream in self._streams if not stream.closed]
        if not self._streams:
            _list_devices_anew(portaudio)
        return portaudio


def _load_portaudio() -> Any:
    try:
        import sounddevice
    except OSError as error:
        raise MicrophoneUnavailable(
            "the sound library PortAudio is missing",
            "install it (on Debian and Ubuntu: `sudo apt install libportaudio2`), "
            "then start storybuilder again.",
        ) from error
    return sounddevice


def _list_devices_anew(portaudio: Any) -> None:
    # PortAudio lists devices once, when it starts; only a restart shows what was plugged in since.
    try:
        if portaudio._initialized:
            portaudio._terminate()
        portaudio._initialize()
    except portaudio.PortAudioError as error:
        raise MicrophoneUnavailable("the sound system does not answer") from error


def _microphones(portaudio: Any) -> dict[str, int]:
    """Number of each microphone by name; the first, where several have the same name."""
    found: dict[str, int] = {}
    for number, device in enumerate(portaudio.query_devices()):
        if device["max_input_channels"] > 0:
            found.setdefault(device["name"], number)
    return found


def _number(portaudio: Any, device: str | None) -> int | None:
    found = _microphones(portaudio)
    if not found:
        raise MicrophoneUnavailable("no microphone was found")
    if device is not None and device not in found:
        raise MicrophoneUnavailable(
            f'there is no microphone called "{device}" now',
            "plug it in again, or choose another one in Settings.",
        )
    return None if device is None else found[device]


def _open(portaudio: Any, number: int | None, hear: Hear, gone: Gone) -> Stream:
    def heard(samples: Any, frames: int, when: object, status: object) -> None:
        # `status` is ignored on purpose: sound servers lose sound without setting it.
        hear(bytes(samples))

    stream: Any = portaudio.RawInputStream(
        samplerate=RATE_HZ,
        channels=1,
        dtype="int16",
        blocksize=BLOCK_FRAMES,
        latency=LATENCY_S,
        device=number,
        callback=heard,
        finished_callback=gone,
    )
    stream.start()
    return stream  # type: ignore[no-any-return]  # sounddevice has no types


def refusal(error: Exception, device: str | None) -> MicrophoneUnavailable:
    """What it means to the person that the sound library refused a device."""
    name = "the default microphone" if device is None else f'the microphone "{device}"'
    if _INVALID_SAMPLE_RATE in error.args:
        return MicrophoneUnavailable(
            f"{name} cannot record at {RATE_HZ // 1000} kHz",
            "choose another microphone in Settings.",
        )
    return MicrophoneUnavailable(
        f"{name} could not be opened",
        "close other programs that use it, allow access to it in the system settings, "
        "or choose another one in Settings.",
    )
