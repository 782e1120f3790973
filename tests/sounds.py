"""Sound files of every kind for tests, encoded by PyAV: no program needs to be installed."""

from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

CODECS = {
    ".wav": "pcm_s24le",
    ".flac": "flac",
    ".mp3": "libmp3lame",
    ".m4a": "aac",
    ".ogg": "libopus",
    ".webm": "libopus",
}
_CONTAINERS = {".m4a": "mp4"}
_AT_ONCE = 1024


def tone(seconds: float, rate_hz: int = 48_000) -> "NDArray[np.float32]":
    """A tone of 440 Hz at -10 dBFS."""
    at_s = np.arange(round(seconds * rate_hz)) / rate_hz
    return (10 ** (-10 / 20) * np.sin(2 * np.pi * 440 * at_s)).astype(np.float32)


def encode(
    path: Path,
    sound: "NDArray[np.float32]",
    rate_hz: int = 48_000,
    codec: str = "",
    kind: str = "",
    **options: str,
) -> Path:
    """Write `sound` to both channels of a stereo file; the suffix (or `kind`) says how."""
    kind = kind or path.suffix
    container = _CONTAINERS.get(kind, kind.removeprefix("."))
    with av.open(str(path), "w", format=container, options=options) as out:
        stream = out.add_stream(codec or CODECS[kind], rate=rate_hz)
        assert isinstance(stream, av.AudioStream)
        stream.layout = "stereo"
        for at in range(0, len(sound), _AT_ONCE):
            part = np.stack([sound[at : at + _AT_ONCE]] * 2)
            frame = av.AudioFrame.from_ndarray(part, format="fltp", layout="stereo")
            frame.sample_rate, frame.pts = rate_hz, at
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return path


def cut(path: Path, share: float, name: str = "") -> Path:
    """The first part of a file, as a broken copy leaves it."""
    content = path.read_bytes()
    torso = path.with_name(name or f"cut{path.suffix}")
    torso.write_bytes(content[: round(len(content) * share)])
    return torso
