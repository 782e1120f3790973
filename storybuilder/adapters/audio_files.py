"""Sound files from elsewhere, decoded by PyAV (which carries its own FFmpeg) to our WAV.

What a file holds decides, not its name. FFmpeg also reads playlists that point to other files
and to the network; only the formats below are let in, and only from the file itself.
"""

import contextlib
import os
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from storybuilder.adapters.declared_length import declared_s
from storybuilder.adapters.wav_file import RATE_HZ, SAMPLE_BYTES, repair
from storybuilder.adapters.whole_file import private_folder
from storybuilder.errors import AudioTooLong, AudioTooShort, AudioUnreadable, LibraryUnwritable

if TYPE_CHECKING:
    from av.container import InputContainer

SHORTEST_S = 0.3
LONGEST_S = 30 * 60.0
_FORMATS = "wav,w64,flac,mp3,aac,mov,ogg,matroska,aiff,caf"
_LOST_S, _LOST_SHARE = 1.0, 0.05
"""A file breaks off when more than both of these are missing; less is rounding of its format."""
_LOST_WAV_S = 0.25
"""A WAV counts its bytes: there, little is enough."""


class DecodedAudioFiles:
    """Brings sound files in as 16 kHz mono WAV."""

    def bring_in(self, source: Path, wav: Path) -> float:
        """Decode `source` to `wav`, all or nothing, and return its seconds.

        Takes less than a second for ten minutes of sound, and little memory. Raises
        AudioUnreadable, AudioTooShort, AudioTooLong (before anything past the limit is written)
        or LibraryUnwritable.
        """
        _check_file(source)
        part = wav.with_name(wav.name + ".part")
        try:
            seconds = _decode_to(part, source)
            part.replace(wav)
        except OSError as error:
            raise LibraryUnwritable(
                f"{wav.name} could not be written to {wav.parent}",
                "free some space or choose a folder you may write to with --data-dir.",
            ) from error
        finally:
            # Where it could not even be made, that has just been reported.
            with contextlib.suppress(OSError):
                part.unlink()
        return seconds

    def recover(self, wav: Path) -> float:
        """Make a recording that was cut off whole again; its seconds, 0 if empty.

        Raises AudioUnreadable when there is no such file or it is no WAV.
        """
        return repair(wav)


def _check_file(source: Path) -> None:
    try:
        there = source.exists()
    except OSError as error:  # a name too long, a folder that may not be entered
        raise AudioUnreadable(
            f"{source.name} could not be read ({error.strerror})",
            "copy it elsewhere, then try again.",
        ) from error
    if not there:
        raise AudioUnreadable(f"{source.name} does not exist", "check the name and the folder.")
    if source.is_dir():
        raise AudioUnreadable(f"{source.name} is a folder", "name a sound file in it.")
    if not source.is_file():
        raise AudioUnreadable(f"{source.name} is not a file", "name a sound file.")
    if not os.access(source, os.R_OK):
        raise AudioUnreadable(f"{source.name} may not be read", "allow it, or copy the file.")
    if source.stat().st_size == 0:
        raise AudioUnreadable(f"{source.name} is empty")


def _decode_to(part: Path, source: Path) -> float:
    """Write the sound in `source` to `part`. An OSError can only come from writing."""
    private_folder(part.parent)
    samples = 0
    with part.open("wb") as file:
        with wave.open(file, "wb") as out:
            out.setparams((1, SAMPLE_BYTES, RATE_HZ, 0, "NONE", ""))
            for block in _decoded(source):
                samples += len(block) // SAMPLE_BYTES
                _check_longest(source, samples / RATE_HZ)
                out.writeframesraw(block)
        file.flush()
        os.fsync(file.fileno())
    if samples < SHORTEST_S * RATE_HZ:
        raise AudioTooShort(f"{source.name} lasts only {samples / RATE_HZ:.2f} s")
    return samples / RATE_HZ


def _decoded(source: Path) -> Iterator[bytes]:
    """Blocks of 16 kHz mono 16-bit samples. Raises AudioUnreadable or AudioTooLong."""
    import av

    try:
        with av.open(
            str(source),
            metadata_errors="ignore",
            options={"format_whitelist": _FORMATS, "protocol_whitelist": "file"},
        ) as container:
            yield from _blocks(source, container)
    except (av.FFmpegError, ValueError) as error:
        raise AudioUnreadable(f"{source.name} holds no sound that can be decoded") from error


def _blocks(source: Path, container: "InputContainer") -> Iterator[bytes]:
    if not container.streams.audio:
        raise AudioUnreadable(f"{source.name} holds no sound")
    declared = declared_s(source, container)
    _check_longest(source, declared or 0.0)
    there_s = 0.0
    for frame in _resampled(container):
        there_s += frame.samples / RATE_HZ
        yield bytes(frame.planes[0])[: frame.samples * SAMPLE_BYTES]
    if declared is not None and declared - there_s > _tolerated_s(container, declared):
        raise AudioUnreadable(
            f"{source.name} breaks off after {there_s:.0f} of {declared:.0f} s",
            "copy or export it again; it was cut off on the way.",
        )
    if not there_s:
        raise AudioUnreadable(f"{source.name} holds no sound")


def _tolerated_s(container: "InputContainer", declared: float) -> float:
    if container.format.name == "wav":
        return _LOST_WAV_S
    return max(_LOST_S, _LOST_SHARE * declared)


def _resampled(container: "InputContainer") -> Iterator[Any]:
    """Frames of the first sound track, resampled; what is damaged in between is left out."""
    import av

    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE_HZ)
    stream = container.streams.audio[0]
    for packet in container.demux(stream):
        try:
            frames = packet.decode()
        except av.InvalidDataError:
            continue
        for frame in frames:
            frame.pts = None  # a jump in the clock of a damaged file is not our concern
            yield from resampler.resample(frame)
    yield from resampler.resample(None)


def _check_longest(source: Path, seconds: float) -> None:
    if seconds > LONGEST_S:
        raise AudioTooLong(f"{source.name} is longer than {LONGEST_S / 60:.0f} minutes")
