"""Playback: one look at a recording that is being played to the person."""

from dataclasses import dataclass
from enum import StrEnum

SPEEDS = (0.75, 1.0, 1.25, 1.5)
"""How fast a recording may be played; 1 is as it was spoken. The pitch stays at every speed."""


class Breakdown(StrEnum):
    """Why playing ended before its end."""

    LOST = "lost"
    """The loudspeaker went away."""
    UNREADABLE = "unreadable"
    """The file could not be read on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Playback:
    """Where a player is. Seconds count from the start of the recording, whatever the speed."""

    at_s: float
    """What is being heard now, not what was last given to the device."""
    speed: float = 1.0
    paused: bool = False
    ended: bool = False
    """Nothing more will be heard, by itself or because it was stopped."""
    trouble: Breakdown | None = None
