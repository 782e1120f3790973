"""PortAudio, which is one for the whole program: shared by all that opens its streams."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from storybuilder.errors import LoudspeakerUnavailable, MicrophoneUnavailable

Unavailable = type[MicrophoneUnavailable] | type[LoudspeakerUnavailable]

_alone = threading.Lock()
_streams: list[Any] = []


@contextmanager
def portaudio(unavailable: Unavailable) -> Iterator[Any]:
    """The library, for nobody else meanwhile, with a fresh list of devices.

    While a stream is open, its own or another's, the devices are those from before it was opened:
    to list them anew would end it. Raises `unavailable` when the sound system is missing.
    """
    with _alone:
        library = _loaded(unavailable)
        _streams[:] = [stream for stream in _streams if not stream.closed]
        if not _streams:
            _list_devices_anew(library, unavailable)
        yield library


def keep_open(stream: Any) -> None:
    """Leave PortAudio as it is until this stream is closed. Call it where it was opened."""
    _streams.append(stream)


def _loaded(unavailable: Unavailable) -> Any:
    try:
        import sounddevice
    except OSError as error:
        raise unavailable(
            "the sound library PortAudio is missing",
            "install it (on Debian and Ubuntu: `sudo apt install libportaudio2`), "
            "then start storybuilder again.",
        ) from error
    return sounddevice


def _list_devices_anew(library: Any, unavailable: Unavailable) -> None:
    # PortAudio lists devices once, when it starts; only a restart shows what was plugged in since.
    try:
        if library._initialized:
            library._terminate()
        library._initialize()
    except library.PortAudioError as error:
        raise unavailable("the sound system does not answer") from error
