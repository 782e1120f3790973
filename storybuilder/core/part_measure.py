"""How much of an answer one part takes."""

from dataclasses import dataclass
from typing import Literal

PartVerdict = Literal["missing", "thin", "ok", "heavy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartMeasure:
    """Words, seconds and share (0 to 1) of one part; in a text the share is of words."""

    words: int
    seconds: float | None
    share: float
    verdict: PartVerdict

    @property
    def present(self) -> bool:
        """Whether the part is told at all."""
        return self.verdict != "missing"
