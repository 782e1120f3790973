"""How loud a recording is, block by block, and what is wrong with that.

Nothing here knows a device or a thread: bytes in, values out. A block is a tenth of a second.
"""

import math
from array import array
from dataclasses import dataclass
from operator import mul

from storybuilder.core.meter import SILENCE_DBFS, Meter, Trouble

BLOCK_S = 0.1
"""Seconds of sound in one block: short enough for a meter, long enough for a mean."""
MUTED_BLOCKS = 30
"""Digital zero for longer than this: a real room always has some noise in it."""
CLIPPED_SAMPLE = 32_700
"""A sample this far out (of 32 768) has most likely been cut off."""
CLIPPED_SAMPLES = 3
"""So many of them in a block sound harsh; one or two may be chance."""
REMEMBERED_BLOCKS = 100
"""Ten seconds: clipping is reported until it has not happened for that long."""
CLIPPED_BLOCKS = 1
"""Reported above this, 1 % of what is remembered: a single knock on the table is no trouble."""
QUIET_DBFS = -45.0
"""Speech softer than this loses words: at -60 the voice finder hears nothing at all of it."""
QUIET_BLOCKS = 50
"""Five seconds of soft speech before it is reported."""
VOICE_ABOVE_NOISE_DB = 10.0
"""Speech comes and goes by more than this; a fan or a hum stays within it."""
QUIETEST_ROOM_DBFS = -80.0
"""No microphone hears less in a real room; below it a device is still being switched on."""
VOICE_BLOCKS = 10
"""A second of it in five is speech; less may be a key or a chair."""


@dataclass(frozen=True, slots=True)
class Level:
    """One block's loudness against full scale, -120 dB being digital zero."""

    rms_dbfs: float = SILENCE_DBFS
    peak_dbfs: float = SILENCE_DBFS
    clipped: bool = False


def measure_level(block: bytes) -> Level:
    """The level of 16-bit mono samples in this machine's byte order. Takes about 0.1 ms."""
    samples = array("h", block)
    peak = max(max(samples), -min(samples)) if samples else 0
    if peak == 0:
        return Level()
    power = sum(map(mul, samples, samples)) / len(samples)
    return Level(_dbfs(math.sqrt(power)), _dbfs(peak), _clipped(samples, peak))


def _dbfs(amplitude: float) -> float:
    return max(SILENCE_DBFS, 20 * math.log10(amplitude / 32_768))


def _clipped(samples: "array[int]", peak: int) -> bool:
    # Counting costs as much as all the rest, so only a block that could be clipped is counted.
    if peak < CLIPPED_SAMPLE:
        return False
    return sum(abs(sample) >= CLIPPED_SAMPLE for sample in samples) >= CLIPPED_SAMPLES


@dataclass(frozen=True, slots=True)
class RecentLevels:
    """The blocks of the last ten seconds, newest last."""

    blocks: tuple[Level, ...] = ()

    def after(self, block: Level) -> "RecentLevels":
        """These levels one block later."""
        return RecentLevels((*self.blocks[1 - REMEMBERED_BLOCKS :], block))

    @property
    def rms_dbfs(self) -> float:
        """Loudness of the newest block."""
        return self.blocks[-1].rms_dbfs if self.blocks else SILENCE_DBFS

    @property
    def peak_dbfs(self) -> float:
        """Loudest sample of the last second."""
        return max((block.peak_dbfs for block in self.blocks[-10:]), default=SILENCE_DBFS)

    @property
    def trouble(self) -> Trouble | None:
        """The one thing most worth saying about these levels, if any."""
        if self._muted():
            return Trouble.MUTED
        if sum(block.clipped for block in self.blocks) > CLIPPED_BLOCKS:
            return Trouble.CLIPPING
        return Trouble.QUIET if self._quiet() else None

    @property
    def voiced(self) -> bool:
        """Whether speech was heard in the last five seconds, loud enough for its words."""
        voice = self._voice_dbfs
        return voice is not None and voice >= QUIET_DBFS

    def meter(self, elapsed_s: float) -> Meter:
        """What these levels show after so many seconds."""
        return Meter(
            elapsed_s=elapsed_s,
            level_dbfs=self.rms_dbfs,
            peak_dbfs=self.peak_dbfs,
            trouble=self.trouble,
            voiced=self.voiced,
        )

    def _muted(self) -> bool:
        latest = self.blocks[-MUTED_BLOCKS - 1 :]
        return len(latest) > MUTED_BLOCKS and all(
            block.peak_dbfs == SILENCE_DBFS for block in latest
        )

    def _quiet(self) -> bool:
        voice = self._voice_dbfs if len(self.blocks) >= QUIET_BLOCKS else None
        return voice is not None and voice < QUIET_DBFS

    @property
    def _voice_dbfs(self) -> float | None:
        """Loudness of the speech in the last five seconds; None where there is no second of it."""
        latest = sorted(block.rms_dbfs for block in self.blocks[-QUIET_BLOCKS:])
        if len(latest) < VOICE_BLOCKS:
            return None
        noise_dbfs = max(latest[len(latest) // 10], QUIETEST_ROOM_DBFS)
        voice = [level for level in latest if level > noise_dbfs + VOICE_ABOVE_NOISE_DB]
        return _mean_dbfs(voice) if len(voice) >= VOICE_BLOCKS else None


def _mean_dbfs(levels: list[float]) -> float:
    """The level of the mean power: a few loud blocks outweigh many soft ones, as they do by ear."""
    return 10 * math.log10(sum(10 ** (level / 10) for level in levels) / len(levels))
