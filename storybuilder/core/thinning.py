"""Thinning: whose sound may go when the recordings take too much room. Words and reports stay.

Nothing here says which take is the best: which two of a story are worth hearing again, the person
knows; the last two are what a rehearsal compares.
"""

import calendar
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from storybuilder.core.take import Take, TakeState

MONTHS = (1, 3, 6, 12)
"""The ages to choose from."""


@dataclass(frozen=True, slots=True)
class OlderThan:
    """Takes recorded more than so many calendar months ago."""

    months: int


@dataclass(frozen=True, slots=True)
class AllButLast:
    """Of each story, or question asked without one, all takes but the last so many."""

    kept: int = 2


Rule = OlderThan | AllButLast


def thinned(takes: Iterable[Take], rule: Rule, now: datetime) -> tuple[Take, ...]:
    """The takes whose sound goes by a rule, oldest first; never one whose words are not written."""
    ready = [take for take in takes if take.state is TakeState.READY and take.deleted_at is None]
    match rule:
        case OlderThan(months):
            before = months_before(now, months)
            chosen = [take for take in ready if take.recorded_at < before]
        case AllButLast(kept):
            chosen = [
                take
                for told in _by_what_was_told(ready)
                for take in sorted(told, key=_when)[: max(0, len(told) - kept)]
            ]
    return tuple(sorted(chosen, key=_when))


def months_before(at: datetime, months: int) -> datetime:
    """The same day and time so many months before; the last of the month where there is no such."""
    year, month = divmod(at.year * 12 + at.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return at.replace(year=year, month=month + 1, day=min(at.day, last))


def _by_what_was_told(takes: Iterable[Take]) -> Iterable[list[Take]]:
    told: defaultdict[tuple[str, str], list[Take]] = defaultdict(list)
    for take in takes:
        key = ("", take.question) if take.story_id is None else (take.story_id, take.telling)
        told[key].append(take)
    return told.values()


def _when(take: Take) -> tuple[datetime, str]:
    return take.recorded_at, take.id
