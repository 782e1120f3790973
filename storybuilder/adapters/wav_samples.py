"""The samples of our own WAV files, a stretch at a time: half an hour never lies in memory."""

import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

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
def opened(wav: Path) -> Iterator[WavSamples]:
    """Open a 16 kHz mono 16-bit WAV. Raises AudioUnreadable, also for any other kind of WAV."""
    try:
        sound = wave.open(str(wav), "rb")  # noqa: SIM115  # closed by the with below
    except (OSError, EOFError, wave.Error) as error:
        raise AudioUnreadable(f"{wav.name} is missing or is no WAV file") from error
    with sound:
        if _shape(sound) != (1, SAMPLE_BYTES, RATE_HZ):
            raise AudioUnreadable(f"{wav.name} is not 16 kHz mono with 16 bits")
        yield WavSamples(sound, (wav.stat().st_size - _HEADER_BYTES) // SAMPLE_BYTES)


def _shape(sound: wave.Wave_read) -> tuple[int, int, int]:
    return sound.getnchannels(), sound.getsampwidth(), sound.getframerate()
