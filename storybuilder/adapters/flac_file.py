"""Our sound files as FLAC: every sample as it was, in about 60 % of the room.

A FLAC takes the place of a WAV only after it was read back and found to hold the same samples.
"""

import hashlib
import os
import tempfile
import wave
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from storybuilder.adapters.wav_file import RATE_HZ, SAMPLE_BYTES
from storybuilder.adapters.whole_file import DRAFT, FULL, patiently, sync_folder, unwritable
from storybuilder.errors import AudioUnreadable

SHAPE = (1, SAMPLE_BYTES, RATE_HZ)
_AT_ONCE = 4096
"""Samples a frame."""
_WAV_HEADER_BYTES = 44
_CHECKSUM = slice(26, 42)
"""Where STREAMINFO, the first block of every FLAC, keeps the MD5 of all samples."""


def shrink(wav: Path, flac: Path, stopped: Callable[[], bool]) -> bool:
    """Put a FLAC in the place of one of our WAVs; False if `stopped()` said so, or none was there.

    At any moment the WAV or the whole FLAC is there. Both may be, after a kill or where a reader
    keeps the WAV open (Windows); the next call then leaves the FLAC alone. Raises
    LibraryUnwritable, or AudioUnreadable for a WAV that is not ours or holds more than its header
    says; the WAV then stays.
    """
    try:
        if not wav.exists():
            return False
        if not holds_the_same(flac, wav) and not _drafted(wav, flac, stopped):
            return False
    except AudioUnreadable:
        if wav.exists():
            raise
        return False  # another window was quicker, or it was moved away
    with suppress(OSError):  # both there is fine
        patiently(lambda: wav.unlink(missing_ok=True))
    return True


def holds_the_same(flac: Path, wav: Path) -> bool:
    """Whether a FLAC has every sample of a WAV, and no other; False for a damaged one."""
    try:
        for _ in flac_blocks(flac):
            pass
        return _checksum(flac) == _sum_of(_wav_blocks(wav))
    except AudioUnreadable:
        return False


def flac_blocks(flac: Path) -> Iterator[bytes]:
    """The samples of one of our FLACs, some thousand at a time. Raises AudioUnreadable.

    Damage is told at the end at the latest: then the sum of all samples is another than it was.
    """
    import av

    checksum = hashlib.md5(usedforsecurity=False)
    try:
        with av.open(str(flac), format="flac", options={"protocol_whitelist": "file"}) as sound:
            for frame in sound.decode(audio=0):
                block = bytes(frame.planes[0])[: frame.samples * SAMPLE_BYTES]
                checksum.update(block)
                yield block
    except (av.FFmpegError, OSError, IndexError) as error:
        raise AudioUnreadable(f"{flac.name} is missing, damaged or no FLAC file") from error
    if checksum.digest() != _checksum(flac):
        raise AudioUnreadable(f"{flac.name} is damaged")


def unpacked(flac: Path, file: IO[bytes]) -> None:
    """Write a FLAC of ours as a WAV. Raises AudioUnreadable, or OSError where there is no room."""
    with wave.open(file, "wb") as out:
        out.setparams((*SHAPE, 0, "NONE", ""))
        for block in flac_blocks(flac):
            out.writeframesraw(block)
    file.flush()
    file.seek(0)


def _drafted(wav: Path, flac: Path, stopped: Callable[[], bool]) -> bool:
    """Write the FLAC under another name, read it back, and give it its own. False if stopped."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{flac.name}.", suffix=DRAFT, dir=flac.parent)
        draft = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                if not _encoded(wav, file, stopped):
                    return False
                file.flush()
                os.fsync(file.fileno())
            if not holds_the_same(draft, wav):
                raise AudioUnreadable(f"{wav.name} could not be kept as FLAC and stays as it is")
            if not wav.exists():  # moved away meanwhile, on purpose: it must not come back
                return False
            patiently(lambda: draft.replace(flac))
        finally:
            draft.unlink(missing_ok=True)
        sync_folder(flac.parent)
        return True
    except OSError as error:
        failure = unwritable(flac.name, flac.parent, error)
        if failure.hint == FULL:
            failure.hint = "free some space; until then the recording stays as it is."
        raise failure from error


def _encoded(wav: Path, file: IO[bytes], stopped: Callable[[], bool]) -> bool:
    import av
    import numpy as np

    with av.open(file, "w", format="flac") as container:
        stream = container.add_stream("flac", rate=RATE_HZ, layout="mono", format="s16")
        at = 0
        for block in _wav_blocks(wav):
            if stopped():
                return False
            samples = np.frombuffer(block, dtype=np.int16)
            frame = av.AudioFrame.from_ndarray(samples[np.newaxis], format="s16", layout="mono")
            frame.sample_rate, frame.pts = RATE_HZ, at
            at += len(samples)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return True


def _wav_blocks(wav: Path) -> Iterator[bytes]:
    """The samples of one of our WAVs. Raises AudioUnreadable, also where there is more to it."""
    try:
        with wave.open(str(wav), "rb") as sound:
            shape = (sound.getnchannels(), sound.getsampwidth(), sound.getframerate())
            told = _WAV_HEADER_BYTES + sound.getnframes() * SAMPLE_BYTES
            if shape != SHAPE or told != wav.stat().st_size:
                raise AudioUnreadable(f"{wav.name} is no recording of ours, or is not whole")
            while block := sound.readframes(_AT_ONCE):
                yield block
    except (OSError, EOFError, wave.Error) as error:
        raise AudioUnreadable(f"{wav.name} is missing or is no WAV file") from error


def _sum_of(blocks: Iterator[bytes]) -> bytes:
    checksum = hashlib.md5(usedforsecurity=False)
    for block in blocks:
        checksum.update(block)
    return checksum.digest()


def _checksum(flac: Path) -> bytes:
    """The sum of all samples that a FLAC says it has."""
    try:
        with flac.open("rb") as file:
            return file.read(_CHECKSUM.stop)[_CHECKSUM]
    except OSError as error:
        raise AudioUnreadable(f"{flac.name} is missing or may not be read") from error
