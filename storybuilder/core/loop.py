"""The loop simulator: how many interviews the stories survive without repeating one."""

from dataclasses import dataclass
from typing import Protocol

from storybuilder.core.story_map import StoryMap


class Chance(Protocol):
    """Where the draws come from; random.Random is one."""

    def random(self) -> float:
        """At least 0 and below 1."""
        ...


@dataclass(frozen=True, slots=True)
class Carried:
    """How much of the covered loops hangs on one story."""

    row: int
    lost: int
    """Loops that would no longer be covered without it."""


@dataclass(frozen=True, slots=True)
class Helped:
    """What an ideal story of one competency would add."""

    competency: str
    won: int
    """Loops that would be covered with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loops:
    """What became of the simulated loops."""

    loops: int
    covered: int
    """Loops in which each question has a story of its own that is at least workable."""
    by_unmet: tuple[int, ...]
    """How many loops left no question, one question, two questions ... without a story."""
    carried: tuple[Carried, ...]
    """Every story, the one that carries most first."""
    helped: tuple[Helped, ...]
    """Every competency, the one that would help most first."""

    @property
    def share(self) -> float | None:
        """Share of the loops that were covered; None when there was no question to ask."""
        return self.covered / self.loops if self.loops else None


def simulate(map: StoryMap, loops: int, chance: Chance) -> Loops:
    """Run so many loops of 4 to 6 questions, drawn by how common they are."""
    raise NotImplementedError
