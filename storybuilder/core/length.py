"""How long an answer is, against how long it should be."""

import re
from dataclasses import dataclass
from typing import Literal

LengthVerdict = Literal["too_short", "short", "ok", "long", "too_long"]


@dataclass(frozen=True, slots=True)
class Band:
    """A recommended range, in seconds."""

    low_s: float
    high_s: float

    def __contains__(self, seconds: float) -> bool:
        return self.low_s <= seconds <= self.high_s


DEFAULT_TARGET = Band(120, 180)
"""Two to three minutes, spoken."""


@dataclass(frozen=True, slots=True)
class Length:
    """A length in seconds, measured or estimated, with its verdict against a target."""

    seconds: float
    target: Band
    verdict: LengthVerdict


_SPAN = re.compile(r"(?:(\d{1,2}):)?(\d{1,3})\s*[-–]\s*(?:(\d{1,2}):)?(\d{1,3})")


def parse_band(text: str) -> Band | None:
    """Read "2:00-3:00" or "90-150" (seconds); None if it is not a rising span of time."""
    match = _SPAN.fullmatch(text.strip())
    if match is None:
        return None
    low_min, low, high_min, high = match.groups()
    if (low_min and int(low) > 59) or (high_min and int(high) > 59):
        return None
    band = Band(60 * int(low_min or 0) + int(low), 60 * int(high_min or 0) + int(high))
    return band if 0 < band.low_s < band.high_s else None
