"""The map: which story answers which question, where nothing does, and what would help."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from storybuilder.core.competency import Competency
from storybuilder.core.fit import Fit, Level
from storybuilder.core.offer import Demand, Offer


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryMap:
    """Stories x questions, or x competencies: a row a story, a column a question."""

    offers: tuple[Offer, ...]
    demands: tuple[Demand, ...]
    scores: tuple[tuple[float, ...], ...]
    """By row and column, 0 to 1."""
    levels: tuple[tuple[Level, ...], ...]
    """By row and column."""
    competencies: Mapping[str, Competency] = field(repr=False)
    overrides: Mapping[tuple[str, str], Level] = field(repr=False)
    """By story and question: what the person set by hand."""

    def fit(self, row: int, column: int) -> Fit:
        """Level, score and the sentences of one cell."""
        raise NotImplementedError

    def best(self, column: int) -> Level:
        """The best level that any story has for a question; gap without stories."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many questions have a story of each level as their best."""

    strong: int
    workable: int
    stretch: int
    gap: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A question whose best story is a stretch, or that has none."""

    demand: Demand
    level: Level
    nearest: Offer | None
    """The story that comes closest; None when all are gaps."""


@dataclass(frozen=True, slots=True)
class OneMore:
    """What one more complete story of a competency would cover."""

    competency: str
    questions: int
    """Questions that are now a gap or a stretch and would have a strong story."""


def coverage(map: StoryMap) -> Coverage:
    """How the questions stand."""
    raise NotImplementedError


def gaps(map: StoryMap) -> tuple[Gap, ...]:
    """Questions without a workable story, the most common first, of those the worst first."""
    raise NotImplementedError


def one_more(map: StoryMap) -> tuple[OneMore, ...]:
    """What a new story of each competency would cover, best first; those that help nothing last."""
    raise NotImplementedError
