"""The samples of our own sound files, a stretch at a time: half an hour never lies in memory."""

import os
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

from storybuilder.adapters.flac_file import unpacked
from storybuilder.adapters.wav_file import RATE_HZ, SAMPLE_BYTES
from storybuilder.errors import AudioUnreadable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FULL_SCALE = 32768
"""One more than the loudest 16-bit sample."""
_HEADER_BYTES = 44
"""The least that comes before the samples."""


class WavSamples:
    """An open WAV. Positions count samples from the start."""

    def __init__(self, sound: wave.Wave_read, there: int) -> None:
        self._sound = sound
        self.count = min(sound.getnframes(), there)
        """How many there are, even if a crash left a header that counts more."""

    def read(self, start: int, count: int) -> "NDArray[np.int16]":
        """Samples from `start` on; fewer than `count` where the recording ends."""
        import numpy as np

        self._sound.setpos(min(start, self.count))
        return np.frombuffer(self._sound.readframes(count), dtype=np.int16)


def as_floats(samples: "NDArray[np.int16]") -> "NDArray[np.float32]":
    """The same samples between -1 and 1, as speech models want them."""
    import numpy as np

    return samples.astype(np.float32) / np.float32(FULL_SCALE)


@contextmanager
def opened(audio: Path) -> Iterator[WavSamples]:
    """Open a 16 kHz mono 16-bit WAV, or the FLAC that was made of one.

    A FLAC is unpacked into a temporary file first. Raises AudioUnreadable, also for any other kind
    of WAV, or where there is no room to unpack.
    """
    flac = audio.with_suffix(".flac")
    is_flac = audio == flac or (flac.exists() and not audio.exists())
    with _unpacked(flac) if is_flac else _file(audio) as file:
        try:
            sound = wave.open(file, "rb")  # noqa: SIM115  # closed by the with below
        except (OSError, EOFError, wave.Error) as error:
            raise _no_wav(audio) from error
        with sound:
            if _shape(sound) != (1, SAMPLE_BYTES, RATE_HZ):
                raise AudioUnreadable(f"{audio.name} is not 16 kHz mono with 16 bits")
            there = os.fstat(file.fileno()).st_size
            yield WavSamples(sound, (there - _HEADER_BYTES) // SAMPLE_BYTES)


def _file(wav: Path) -> IO[bytes]:
    try:
        return wav.open("rb")
    except OSError as error:
        raise _no_wav(wav) from error


def _unpacked(flac: Path) -> IO[bytes]:
    try:
        wav = TemporaryFile(prefix="storybuilder-")  # noqa: SIM115  # closed by who opens it
        try:
            unpacked(flac, wav)
        except BaseException:
            wav.close()
            raise
    except OSError as error:
        raise AudioUnreadable(
            f"{flac.name} could not be unpacked into the folder for temporary files",
            "free some space there, then try again.",
        ) from error
    return wav


def _no_wav(wav: Path) -> AudioUnreadable:
    return AudioUnreadable(f"{wav.name} is missing or is no WAV file")


def _shape(sound: wave.Wave_read) -> tuple[int, int, int]:
    return sound.getnchannels(), sound.getsampwidth(), sound.getframerate()
