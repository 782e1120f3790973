"""How long an answer is, against how long it should be."""

import re
from dataclasses import dataclass
from typing import Literal

from storybuilder.core.band import Band as Band
from storybuilder.core.threshold import Thresholds

LengthVerdict = Literal["too_short", "short", "ok", "long", "too_long"]

DEFAULT_TARGET = Band(120, 180)
"""Two to three minutes, spoken."""


@dataclass(frozen=True, slots=True)
class Length:
    """A length in seconds, measured or estimated, with its verdict against a target."""

    seconds: float
    target: Band
    verdict: LengthVerdict


def judge_length(seconds: float, target: Band, thresholds: Thresholds) -> Length:
    """The verdict on a length; the same rule for every target.

    With the target 2:00-3:00 and the default thresholds: under 1:00 too short, under 1:30 short,
    up to 3:00 ok, up to 4:00 long, more too long. Other targets scale: half and three quarters of
    the low end, the high end, four thirds of it.
    """
    return Length(seconds, target, _verdict(seconds, target, thresholds))


def _verdict(seconds: float, target: Band, thresholds: Thresholds) -> LengthVerdict:
    if seconds < thresholds.too_short_of_low * target.low_s:
        return "too_short"
    if seconds < thresholds.short_of_low * target.low_s:
        return "short"
    if seconds <= target.high_s:
        return "ok"
    return "long" if seconds <= thresholds.too_long_of_high * target.high_s else "too_long"


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
