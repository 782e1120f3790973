"""The map: which story answers which question, where nothing does, and what would help."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from storybuilder.core.fit import (
    BY_HAND,
    LEVELS,
    Fit,
    Level,
    Override,
    highest_level,
    level_of,
    match_of,
    score_of,
    strength_of,
    words_value,
)
from storybuilder.core.fit_reason import Lore, explained
from storybuilder.core.offer import Demand, Offer, ideal
from storybuilder.core.story import StoryId

LESS_THAN_WORKABLE: tuple[Level, ...] = ("stretch", "gap")
_Cell = tuple[float, Level]
_RANK = {level: rank for rank, level in enumerate(LEVELS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryMap:
    """Stories x questions, or x competencies: a row a story, a column a question."""

    offers: tuple[Offer, ...]
    demands: tuple[Demand, ...]
    scores: tuple[tuple[float, ...], ...]
    """By row and column, 0 to 1."""
    levels: tuple[tuple[Level, ...], ...]
    """By row and column."""
    lore: Lore = field(repr=False)
    """The competencies, for the sentences of a fit."""
    overrides: Mapping[tuple[StoryId, str], Level] = field(repr=False)
    """By story and question: what the person set by hand."""

    def fit(self, row: int, column: int) -> Fit:
        """Level, score and the sentences of one cell. Quick; made when asked for."""
        offer, demand = self.offers[row], self.demands[column]
        by_hand = self.overrides.get((offer.id, demand.id))
        return explained(offer, demand, self.lore, by_hand)

    def best(self, column: int) -> Level:
        """The best level that any story has for a question; gap without stories."""
        return min((row[column] for row in self.levels), key=_RANK.__getitem__, default="gap")

    def nearest(self, column: int) -> int | None:
        """The row with the best fit for a question; None when all are gaps."""
        rows = range(len(self.offers))
        best = max(rows, key=lambda row: self.scores[row][column], default=None)
        return None if best is None or self.levels[best][column] == "gap" else best


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


def build_map(
    offers: Sequence[Offer],
    demands: Sequence[Demand],
    lore: Lore,
    overrides: Iterable[Override] = (),
) -> StoryMap:
    """Lay every story beside every question. Quick: about a microsecond a cell."""
    by_hand = {(one.story_id, one.question_id): one.level for one in overrides}
    columns = _columns(demands)
    rows = [_set_by_hand(_row(offer, columns), offer, demands, by_hand) for offer in offers]
    return StoryMap(
        offers=tuple(offers),
        demands=tuple(demands),
        scores=tuple(tuple(score for score, _ in row) for row in rows),
        levels=tuple(tuple(level for _, level in row) for row in rows),
        lore=lore,
        overrides=by_hand,
    )


def levels_of(offer: Offer, demands: Sequence[Demand]) -> tuple[Level, ...]:
    """How well one story fits each of these, by the scores alone."""
    return tuple(level for _, level in _row(offer, _columns(demands)))


def coverage(map: StoryMap) -> Coverage:
    """How the questions stand."""
    best = Counter(map.best(column) for column in range(len(map.demands)))
    return Coverage(**{level: best[level] for level in LEVELS})


def gaps(map: StoryMap) -> tuple[Gap, ...]:
    """Questions without a workable story, the most common first, of those the worst first."""
    found = [
        Gap(demand, level, None if nearest is None else map.offers[nearest])
        for column, demand in enumerate(map.demands)
        if (level := map.best(column)) in LESS_THAN_WORKABLE
        for nearest in (map.nearest(column),)
    ]
    return tuple(sorted(found, key=lambda gap: (-gap.demand.commonness, -_RANK[gap.level])))


def one_more(map: StoryMap) -> tuple[OneMore, ...]:
    """What a new story of each competency would cover, best first; those that help nothing last."""
    open_to = [gap.demand for gap in gaps(map)]
    return tuple(
        sorted(
            (OneMore(id, _made_strong(id, open_to)) for id in map.lore.competencies),
            key=lambda more: -more.questions,
        )
    )


def _made_strong(competency: str, demands: Sequence[Demand]) -> int:
    """Questions for which a whole story of this competency would be strong."""
    return levels_of(ideal(competency), demands).count("strong")


@dataclass(frozen=True, slots=True)
class _Columns:
    """The questions of a map, indexed so that a story is laid beside all of them at once."""

    kinds: tuple[Demand, ...]
    """One question of each kind; those of a kind test the same competencies."""
    kind_of: tuple[int, ...]
    """By column, an index of `kinds`."""
    asked: tuple[int, ...]
    """By column, how many words it is about."""
    with_word: Mapping[str, Sequence[int]]
    """By stem the columns that ask with it."""


def _columns(demands: Sequence[Demand]) -> _Columns:
    kinds: dict[tuple[tuple[str, ...], bool], int] = {}
    kind_of = [kinds.setdefault((d.competencies, d.confirmed), len(kinds)) for d in demands]
    with_word: dict[str, list[int]] = {}
    for column, demand in enumerate(demands):
        for word in demand.words:
            with_word.setdefault(word, []).append(column)
    return _Columns(
        kinds=tuple(demands[kind_of.index(kind)] for kind in kinds.values()),
        kind_of=tuple(kind_of),
        asked=tuple(len(demand.words) for demand in demands),
        with_word=with_word,
    )


def _row(offer: Offer, columns: _Columns) -> list[_Cell]:
    """The cells of one story; cells of one kind that share as many words are found once."""
    strength, highest = strength_of(offer), highest_level(offer)
    matches = [match.value if (match := match_of(offer, kind)) else 0.0 for kind in columns.kinds]
    shared = Counter(column for word in offer.words for column in columns.with_word.get(word, ()))

    @cache
    def cell(kind: int, shared: int, asked: int) -> _Cell:
        score = score_of(strength, matches[kind], words_value(shared, asked))
        return score, level_of(score, highest)

    return [
        cell(kind, shared[column], asked if column in shared else 0)
        for column, (kind, asked) in enumerate(zip(columns.kind_of, columns.asked, strict=True))
    ]


def _set_by_hand(
    row: list[_Cell],
    offer: Offer,
    demands: Sequence[Demand],
    by_hand: Mapping[tuple[StoryId, str], Level],
) -> list[_Cell]:
    """What the person set goes before the score."""
    if not by_hand:
        return row
    return [
        cell if level is None else (BY_HAND[level], level)
        for cell, demand in zip(row, demands, strict=True)
        for level in (by_hand.get((offer.id, demand.id)),)
    ]
