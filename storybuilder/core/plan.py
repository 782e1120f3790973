"""The plan for an interview: a primary and a backup story for each question."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from storybuilder.core.findings.quote import quote
from storybuilder.core.story_map import StoryMap

BACKUP_WORTH = 0.5
"""A backup is told in about half of the interviews at most: when its primary was told already."""
MOST_QUESTIONS = 100
"""More are not one interview, and the exact plan would take seconds."""
_MOST_NAMED = 3

Pair = tuple[int | None, int | None]
"""Rows of the primary and of the backup story of one question."""
Worth = Sequence[Sequence[float]]
"""By row and column the score of a story for a question; 0 where it must not be told."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is told when one question is asked: columns and rows of the map."""

    column: int
    primary: int | None
    """None when no story answers it."""
    backup: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The best use of the stories for these questions."""

    map: StoryMap
    choices: tuple[Choice, ...]
    """One for each question, in the order of the map."""
    share: int
    """No story is primary for more questions than this, nor backup for more."""
    loads: Mapping[int, int]
    """For how many questions each row is primary; rows that are for none are left out."""
    value: float
    """Sum of the scores of the primaries and half the scores of the backups: no plan has more."""
    conflicts: tuple[str, ...]
    """What could not be as one would wish, one sentence each."""


def share_of(map: StoryMap, slack: int = 0) -> int:
    """How many questions a story is primary for at most: an even share, and `slack` more."""
    return max(1, ceil(len(map.demands) / max(1, len(map.offers))) + slack)


def worth_of(map: StoryMap) -> Worth:
    """What a plan may count: the scores, and nothing for a gap."""
    return tuple(
        tuple(0.0 if level == "gap" else score for score, level in zip(scores, levels, strict=True))
        for scores, levels in zip(map.scores, map.levels, strict=True)
    )


def value_of(pairs: Sequence[Pair], worth: Worth) -> float:
    """What a plan is worth: the primaries in full, the backups half."""
    return sum(
        (0.0 if primary is None else worth[primary][column])
        + (0.0 if backup is None else BACKUP_WORTH * worth[backup][column])
        for column, (primary, backup) in enumerate(pairs)
    )


def build_plan(map: StoryMap, pairs: Sequence[Pair], share: int) -> Plan:
    """The plan that these pairs make, with what there is to say about it."""
    choices = tuple(Choice(column, *pair) for column, pair in enumerate(pairs))
    return Plan(
        map=map,
        choices=choices,
        share=share,
        loads=Counter(choice.primary for choice in choices if choice.primary is not None),
        value=value_of(pairs, worth_of(map)),
        conflicts=(*_crowded(map, choices), *_unanswered(map, choices)),
    )


def _crowded(map: StoryMap, choices: Sequence[Choice]) -> list[str]:
    """Stories that are the best for more questions than they take."""
    wanted: dict[int, list[Choice]] = {}
    for choice in choices:
        row = map.nearest(choice.column)
        if row is not None and (choice.primary == row or _is_worse(map, choice, row)):
            wanted.setdefault(row, []).append(choice)
    return [
        _crowd(map, row, by)
        for row, by in wanted.items()
        if any(choice.primary != row for choice in by)
    ]


def _is_worse(map: StoryMap, choice: Choice, best: int) -> bool:
    """Whether the best story is told elsewhere, and what is told instead is not as good."""
    scores = [row[choice.column] for row in map.scores]
    return choice.primary is None or scores[choice.primary] < scores[best]


def _crowd(map: StoryMap, row: int, wanted: Sequence[Choice]) -> str:
    others = [choice.primary for choice in wanted if choice.primary != row]
    one, taken = len(others) == 1, len(wanted) - len(others)
    to = [_title(map, other) for other in dict.fromkeys(others) if other is not None]
    go, stay = ("goes", "stays") if one else ("go", "stay")
    where = f"{go} to {_listed(to)}" if to else f"{stay} without a story"
    return (
        f"{_title(map, row)} is the best story for {len(wanted)} of these; it takes "
        f"{taken or 'none'} of them, the {'other' if one else 'others'} {where}."
    )


def _unanswered(map: StoryMap, choices: Sequence[Choice]) -> list[str]:
    open_to = [choice.column for choice in choices if choice.primary is None]
    if not open_to:
        return []
    named = _listed([quote(map.demands[column].text) for column in open_to])
    without = [column for column in open_to if map.best(column) == "gap"]
    if len(without) == len(open_to):
        return [f"No story answers {named}."]
    return [f"No story is left for {named}: allow each a larger share, or write one more."]


def _title(map: StoryMap, row: int) -> str:
    return f"“{map.offers[row].title}”"


def _listed(names: Sequence[str]) -> str:
    """At most three by name: “a”, “b”, “c” and 4 more."""
    shown, more = list(names[:_MOST_NAMED]), len(names) - _MOST_NAMED
    last = f"{more} more" if more > 0 else shown.pop()
    return f"{', '.join(shown)} and {last}" if shown else last
