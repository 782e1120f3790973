"""Why a cell of the map is as it is, decided without drawing it. Pure."""

from dataclasses import dataclass

from storybuilder.core.fit import FROM_SCORE, LEVELS, Fit, Level
from storybuilder.core.story_map import StoryMap
from storybuilder.ui.map_rows import ARTICLE

COMPONENTS = {
    "competencies": "What it shows",
    "complete": "Complete",
    "words": "Words in common",
    "unheard": "New to this employer",
    "quantified": "A figure in the result",
    "rehearsed": "Rehearsed",
    "recent": "Recent",
    "by hand": "Set by hand",
}
_STRONG = round(100 * FROM_SCORE["strong"])


@dataclass(frozen=True, slots=True)
class SumRow:
    """One part of a score, in points of 100."""

    name: str
    points: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyRows:
    """A cell in full."""

    level: Level
    story: str
    question: str
    why: str
    bend: str
    sums: tuple[SumRow, ...]
    total: str
    by_hand: bool


def why_rows(map: StoryMap, column: int, row: int) -> WhyRows:
    """Everything there is to say about one cell."""
    fit = map.fit(row, column)
    return WhyRows(
        level=fit.level,
        story=map.offers[row].title,
        question=map.demands[column].text,
        why=fit.why,
        bend=fit.bend,
        sums=sum_rows(fit),
        total=_total(fit),
        by_hand=fit.by_hand,
    )


def sum_rows(fit: Fit) -> tuple[SumRow, ...]:
    """The parts of a score, the largest possible first; the points add up to the score."""
    parts = sorted(fit.parts, key=lambda part: -part.weight)
    points = [100 * part.value * part.weight for part in parts]
    return tuple(
        SumRow(COMPONENTS.get(part.name, part.name.capitalize()), whole, round(100 * part.weight))
        for part, whole in zip(parts, _whole(points), strict=True)
    )


def set_words(fit: Fit, level: Level | None) -> str:
    """What was done by hand, said in passing; `fit` is the cell afterwards."""
    if level is None:
        return f"The level is computed again: {fit.level}"
    return f"Set to {level} by hand"


def _total(fit: Fit) -> str:
    points = f"{round(100 * fit.score)} of 100"
    if fit.by_hand:
        return f"{points}, by your hand"
    above = LEVELS[: LEVELS.index(fit.level)]
    if any(fit.score >= FROM_SCORE[level] for level in above):
        return f"{points}, held at {fit.level}"
    begins = [f"{ARTICLE[level]} begins at {round(100 * FROM_SCORE[level])}" for level in above]
    return f"{points}; {begins[-1]}" if begins else f"{points}; strong begins at {_STRONG}"


def _whole(points: list[float]) -> list[int]:
    """Rounded so that they add up to the rounded sum: the largest rests are rounded up."""
    floors = [int(point) for point in points]
    missing = round(sum(points)) - sum(floors)
    by_rest = sorted(range(len(points)), key=lambda at: floors[at] - points[at])
    for at in by_rest[:missing]:
        floors[at] += 1
    return floors
