"""How long a sound file says it is, where it says so at all.

FFmpeg always answers, if need be with an estimate from the size and the first bit rate. An
estimate must not convict a whole file of breaking off, so only written lengths count here.
"""

import struct
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from av.container import InputContainer

_UNKNOWN_BYTES = 0x7FFF_F000
"""From here up, the size of a WAV chunk says that the writer did not know it yet."""
_MP3_LENGTH_TAGS = (b"Xing", b"Info", b"VBRI")
_MICROSECONDS = 1_000_000


def declared_s(source: Path, container: "InputContainer") -> float | None:
    """Seconds that the container claims for its sound; None where it claims nothing."""
    kind = container.format.name
    stream = container.streams.audio[0]
    if kind == "aac" or (kind == "mp3" and not _mp3_tells(source)):
        return None
    if kind == "wav":
        return _wav_s(source)
    if stream.duration is not None and stream.time_base is not None:
        return float(stream.duration * stream.time_base)
    if container.duration is not None and len(container.streams) == 1:
        return container.duration / _MICROSECONDS
    return None


def _mp3_tells(source: Path) -> bool:
    """Whether the first frame, behind any ID3 tag, holds a table with the length."""
    with source.open("rb") as file:
        head = file.read(10)
        start = 0
        if head[:3] == b"ID3" and len(head) == 10:
            # Four bytes with seven bits each.
            start = 10 + sum(
                byte << shift for byte, shift in zip(head[6:], (21, 14, 7, 0), strict=True)
            )
        file.seek(start)
        first_frame = file.read(2048)
    return any(tag in first_frame for tag in _MP3_LENGTH_TAGS)


def _wav_s(source: Path) -> float | None:
    """What the data chunk of a WAV claims, whether or not the file holds it."""
    with source.open("rb") as file:
        file.seek(12)
        bytes_per_s = 0
        while len(head := file.read(8)) == 8:
            name, size = struct.unpack("<4sI", head)
            if name == b"data":
                known = bytes_per_s and 0 < size < _UNKNOWN_BYTES
                return size / bytes_per_s if known else None
            start = file.tell()
            if name == b"fmt ":
                bytes_per_s = int.from_bytes(file.read(16)[8:12], "little")
            file.seek(start + size + size % 2)
    return None
