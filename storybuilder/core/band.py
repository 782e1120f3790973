"""A recommended range."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Band:
    """A recommended range, in seconds unless its user says otherwise (shares: 0 to 1)."""

    low_s: float
    high_s: float

    def __contains__(self, seconds: float) -> bool:
        return self.low_s <= seconds <= self.high_s
