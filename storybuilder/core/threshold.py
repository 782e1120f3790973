"""Thresholds: every number that a judgement rests on, with its source. The only such table."""

from dataclasses import dataclass

from storybuilder.core.length import Band
from storybuilder.core.story import Part

SPLIT_SOURCE = (
    "Career-centre guides give 20/10/60/10 % and neighbours of it (careers.uw.edu; dandyhire.com)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The person can change each; the defaults and their sources are the project's."""

    split: tuple[tuple[Part, float, float], ...] = (
        (Part.SITUATION, 0.10, 0.25),
        (Part.TASK, 0.05, 0.15),
        (Part.ACTION, 0.50, 0.70),
        (Part.RESULT, 0.10, 0.25),
    )
    """Recommended share of the answer for each part, low and high. Source: SPLIT_SOURCE."""

    def share_of(self, part: Part) -> Band:
        """The recommended share of one part, 0 to 1."""
        return next(Band(low, high) for name, low, high in self.split if name is part)
