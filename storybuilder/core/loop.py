"""The loop simulator: how many interviews the stories survive without repeating one."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from storybuilder.core.offer import ideal
from storybuilder.core.story_map import LESS_THAN_WORKABLE, StoryMap, levels_of

FEWEST, MOST = 4, 6
"""Questions in one loop; fewer only where there are not as many."""
MORE_COMMON = 2.0
"""A question is drawn this many times as often as one that is a step less common."""


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


Able = Sequence[Sequence[int]]
"""By question of a loop the stories that are at least workable."""
Told = dict[int, int]
"""By story the question of the loop that it answers."""
Played = tuple[tuple[int, ...], Able, Told]
"""The columns of a loop, who could answer each, and who did."""


def simulate(map: StoryMap, loops: int, chance: Chance) -> Loops:
    """Run so many loops of 4 to 6 questions, drawn by how common they are.

    What a story carries and what a new one would help is found on the same loops.
    """
    able = _able(map)
    played = [_played(loop, able) for loop in _drawn(map, loops, chance)]
    unmet = Counter(len(loop) - len(told) for loop, _, told in played)
    return Loops(
        loops=len(played),
        covered=unmet[0],
        by_unmet=tuple(unmet[count] for count in range(max(unmet, default=-1) + 1)),
        carried=_carried(played, len(map.offers)),
        helped=_helped(played, _opened(map)),
    )


def _able(map: StoryMap) -> list[list[int]]:
    """By column the rows that are at least workable."""
    return [
        [row for row, levels in enumerate(map.levels) if levels[column] not in LESS_THAN_WORKABLE]
        for column in range(len(map.demands))
    ]


def _opened(map: StoryMap) -> Mapping[str, frozenset[int]]:
    """By competency the columns that an ideal story of it would answer."""
    return {
        id: frozenset(
            column
            for column, level in enumerate(levels_of(ideal(id), map.demands))
            if level not in LESS_THAN_WORKABLE
        )
        for id in map.lore.competencies
    }


def _drawn(map: StoryMap, loops: int, chance: Chance) -> list[tuple[int, ...]]:
    if not map.demands:
        return []
    upto = list(accumulate(MORE_COMMON**demand.commonness for demand in map.demands))
    return [_one_loop(upto, chance) for _ in range(loops)]


def _one_loop(upto: Sequence[float], chance: Chance) -> tuple[int, ...]:
    """Columns of one loop; `upto` adds up how often each question is drawn."""
    length = min(len(upto), FEWEST + int(chance.random() * (MOST - FEWEST + 1)))
    loop: dict[int, None] = {}
    while len(loop) < length:
        at = bisect_right(upto, chance.random() * upto[-1])
        loop[min(at, len(upto) - 1)] = None  # the product may round up to the whole
    return tuple(loop)


def _played(loop: tuple[int, ...], able: Able) -> Played:
    """As many questions of a loop as can be are answered, each by a story of its own."""
    here = [able[column] for column in loop]
    told: Told = {}
    for question in range(len(loop)):
        _answer(question, here, told, set())
    return loop, here, told


def _answer(question: int, able: Able, told: Told, tried: set[int]) -> bool:
    """Find a story for one more question; others may change theirs for it (an augmenting path)."""
    free = next(
        (story for story in able[question] if story not in told and story not in tried), None
    )
    if free is not None:
        told[free] = question
        return True
    for story in able[question]:
        if story in tried:
            continue
        tried.add(story)
        if _answer(told[story], able, told, tried):
            told[story] = question
            return True
    return False


def _carried(played: Sequence[Played], stories: int) -> tuple[Carried, ...]:
    lost = [0] * stories
    for loop, able, told in played:
        if len(told) == len(loop):
            for story in told:
                lost[story] += not _goes_without(story, able, told)
    ranked = sorted(range(stories), key=lambda story: -lost[story])
    return tuple(Carried(story, lost[story]) for story in ranked)


def _goes_without(story: int, able: Able, told: Told) -> bool:
    """Whether a covered loop would be covered without one of its stories."""
    others = {other: question for other, question in told.items() if other != story}
    return _answer(told[story], able, others, {story})


def _helped(played: Sequence[Played], opened: Mapping[str, frozenset[int]]) -> tuple[Helped, ...]:
    """A loop is won when one question is open and the new story can answer it.

    Or it answers one whose story then goes to the open one.
    """
    open_to = [_could_change(*one) for one in played if len(one[0]) - len(one[2]) == 1]
    won = {
        id: sum(not columns.isdisjoint(one) for one in open_to) for id, columns in opened.items()
    }
    return tuple(Helped(id, won[id]) for id in sorted(won, key=lambda id: -won[id]))


def _could_change(loop: tuple[int, ...], able: Able, told: Told) -> set[int]:
    """Columns that a new story could answer so that no question of the loop stays open."""
    (unmet,) = set(range(len(loop))) - set(told.values())
    reached, waiting = {unmet}, [unmet]
    while waiting:
        onward = {told[story] for story in able[waiting.pop()]} - reached
        reached |= onward
        waiting += onward
    return {loop[question] for question in reached}
