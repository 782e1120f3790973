"""Our own sound files: 16 kHz, mono, 16 bit WAV, whole on disk after every block."""

import contextlib
import os
import struct
import wave
from pathlib import Path
from typing import BinaryIO, NamedTuple

from storybuilder.adapters.whole_file import private_folder
from storybuilder.errors import AudioUnreadable, RecordingFailed

RATE_HZ = 16_000
SAMPLE_BYTES = 2
FLUSH_S = 2.0
"""What a power cut may cost. A killed program costs nothing: the system has its blocks already."""
_RIFF_HEAD = struct.Struct("<4sI4s")
_CHUNK_HEAD = struct.Struct("<4sI")
_FORMAT = struct.Struct("<HHIIHH")
_RIFF_SIZE_AT = 4
_SIZE_BYTES = 4
_HEADER_BYTES = 44


class WavWriter:
    """A WAV that grows block by block. Its header is right after each, so it is always readable."""

    def __init__(self, path: Path) -> None:
        """Make the file; an existing one is never touched. Raises RecordingFailed."""
        self._path = path
        self._frames = 0
        self._frames_on_disk = 0
        self._file = _create(path)
        self._wave = wave.open(self._file, "wb")  # noqa: SIM115  # closed in close()
        self._wave.setparams((1, SAMPLE_BYTES, RATE_HZ, 0, "NONE", ""))
        try:
            self.write(b"")
        except RecordingFailed:
            path.unlink()
            raise

    @property
    def seconds(self) -> float:
        """How much has been written."""
        return self._frames / RATE_HZ

    def write(self, block: bytes) -> None:
        """Append 16-bit samples in this machine's byte order; waits for the disk every 2 s.

        Raises RecordingFailed when the disk refuses. The file is then closed, and holds
        everything that came before.
        """
        try:
            self._wave.writeframes(block)
            self._file.flush()
            self._frames += len(block) // SAMPLE_BYTES
            self._sync_when_due()
        except OSError as error:
            self._let_go()
            raise RecordingFailed(
                f"{self._path.name} could not be written beyond {self.seconds:.0f} s"
            ) from error

    def close(self) -> None:
        """Put the last block safely on disk. Does nothing when called again.

        Raises RecordingFailed when the disk refuses.
        """
        if self._file.closed:
            return
        try:
            self._wave.close()
            os.fsync(self._file.fileno())
            self._file.close()
        except OSError as error:
            self._let_go()
            raise RecordingFailed(f"{self._path.name} could not be finished") from error

    def _sync_when_due(self) -> None:
        if self._frames - self._frames_on_disk >= FLUSH_S * RATE_HZ:
            os.fsync(self._file.fileno())
            self._frames_on_disk = self._frames

    def _let_go(self) -> None:
        # The disk has refused and that is being reported. Closing meets the same refusal, and
        # may leave a header that counts samples which never arrived.
        for close in (self._wave.close, self._file.close):
            with contextlib.suppress(OSError):
                close()
        with contextlib.suppress(AudioUnreadable):
            repair(self._path)


def _create(path: Path) -> BinaryIO:
    """A new file that only its owner may read: it will hold someone's voice."""
    try:
        private_folder(path.parent)
        return open(path, "xb", opener=_for_the_owner_only)  # Path.open has none
    except OSError as error:
        raise _refused(path, error) from error


def _refused(path: Path, error: OSError) -> RecordingFailed:
    if isinstance(error, FileExistsError) and path.is_file():
        return RecordingFailed(
            f"{path.name} exists already and was left as it is", "start a new take."
        )
    return RecordingFailed(
        f"{path.name} cannot be written in {path.parent}",
        "choose a folder you may write to with --data-dir.",
    )


def _for_the_owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def seconds(path: Path) -> float:
    """How long a WAV is by its header. Quick. Raises AudioUnreadable."""
    try:
        with wave.open(str(path), "rb") as sound:
            return sound.getnframes() / sound.getframerate()
    except (OSError, EOFError, wave.Error) as error:
        raise AudioUnreadable(f"{path.name} is missing or is no WAV file") from error


def repair(path: Path) -> float:
    """Make a WAV whole that was cut off: its header then counts all samples there are.

    Changes at most the two sizes in the header and half a sample at the end, in place; a file
    that is whole stays as it is. Returns its seconds, 0 if it has no sample. Raises
    AudioUnreadable when there is no such file, or it is no WAV.
    """
    try:
        with path.open("r+b") as file:
            if _is_only_a_beginning(file):
                return 0.0
            return _repaired_s(file, _layout(file))
    except (OSError, struct.error) as error:
        raise AudioUnreadable(f"{path.name} is missing or is no WAV file") from error


class _Layout(NamedTuple):
    """Where the samples of a WAV are, and what its header says of them."""

    riff_bytes: int
    sample_bytes: int
    rate_hz: int
    samples_at: int
    samples_bytes: int


def _is_only_a_beginning(file: BinaryIO) -> bool:
    """Whether the header itself was cut off."""
    head = file.read(_HEADER_BYTES)
    return len(head) < _HEADER_BYTES and head[:4] == b"RIFF"[: len(head)]


def _layout(file: BinaryIO) -> _Layout:
    """Read the chunks up to the samples. Raises struct.error where they end too soon."""
    file.seek(0)
    riff, riff_bytes, kind = _RIFF_HEAD.unpack(file.read(_RIFF_HEAD.size))
    if (riff, kind) != (b"RIFF", b"WAVE"):
        raise struct.error("no RIFF WAVE")
    sample_bytes = rate_hz = 0
    while True:
        name, size = _CHUNK_HEAD.unpack(file.read(_CHUNK_HEAD.size))
        start = file.tell()
        if name == b"data":
            break
        if name == b"fmt ":
            _, _, rate_hz, _, sample_bytes, _ = _FORMAT.unpack(file.read(_FORMAT.size))
        file.seek(start + size + size % 2)
    if not (rate_hz and sample_bytes):
        raise struct.error("no format before the samples")
    return _Layout(riff_bytes, sample_bytes, rate_hz, start, size)


def _repaired_s(file: BinaryIO, said: _Layout) -> float:
    """Correct the header where it is wrong, and return the seconds there are."""
    end = file.seek(0, os.SEEK_END)
    is_whole = (
        said.riff_bytes + _CHUNK_HEAD.size == end and said.samples_at + said.samples_bytes <= end
    )
    there = said.samples_bytes if is_whole else end - said.samples_at
    there -= there % said.sample_bytes
    if not is_whole:
        _rewrite_sizes(file, said.samples_at, there)
    return there / said.sample_bytes / said.rate_hz


def _rewrite_sizes(file: BinaryIO, samples_at: int, samples_bytes: int) -> None:
    file.truncate(samples_at + samples_bytes)
    for at, size in (
        (_RIFF_SIZE_AT, samples_at + samples_bytes - _CHUNK_HEAD.size),
        (samples_at - _SIZE_BYTES, samples_bytes),
    ):
        file.seek(at)
        file.write(struct.pack("<I", size))
    file.flush()
    os.fsync(file.fileno())
