"""What a recording in progress shows: length, level, and anything that is wrong with it."""

from dataclasses import dataclass
from enum import StrEnum

SILENCE_DBFS = -120.0
"""The level of digital zero: below everything that 16 bits can hold."""


class Trouble(StrEnum):
    """Something the person should know while recording. Everything spoken so far is kept."""

    QUIET = "quiet"
    """Speech so soft that words will be missed."""
    CLIPPING = "clipping"
    """Too loud: the peaks are cut off."""
    MUTED = "muted"
    """Nothing but digital silence: muted, or not allowed to listen."""
    LOST = "lost"
    """The device went away, or delivers too little; recording has ended."""
    DISK_FULL = "disk_full"
    """No room left to write; recording has ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meter:
    """One look at a recording. Levels are dB against full scale, -120 being silence."""

    elapsed_s: float
    """Seconds recorded, pauses left out."""
    level_dbfs: float = SILENCE_DBFS
    """Loudness (RMS) of the last tenth of a second."""
    peak_dbfs: float = SILENCE_DBFS
    """Loudest sample of the last second."""
    paused: bool = False
    trouble: Trouble | None = None
    voiced: bool = False
    """Whether a voice was heard in the last five seconds, loud enough for its words."""
    lost_s: float = 0.0
    """Seconds that the device delivered and that could not be kept."""

    @property
    def ended(self) -> bool:
        """Whether recording has ended by itself."""
        return self.trouble in (Trouble.LOST, Trouble.DISK_FULL)
