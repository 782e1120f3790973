"""Stretches: the place in a text that says most of what was to be said."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from storybuilder.core.drafts.term import Term

_ROOM, _SPARE_ROOM = 2, 4
"""A stretch may hold this many terms for each wanted one, and a few more: speech takes detours."""
_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where it is, and what of the wanted terms it holds."""

    start_char: int
    end_char: int
    coverage: float
    """The share of the wanted weight, 0 to 1."""
    terms: int
    """How many different ones."""


def stretch_of(wanted: Mapping[str, float], heard: Sequence[Term]) -> Stretch | None:
    """The stretch of the heard terms that holds most of the wanted weight, the shortest of these.

    None if nothing of it was heard.
    """
    hits = [at for at, term in enumerate(heard) if term.key in wanted]
    room = _ROOM * len(wanted) + _SPARE_ROOM
    best: tuple[float, int, int] | None = None
    terms = 0
    for place, first in enumerate(hits):
        held, covered = set[str](), 0.0
        for last in hits[place : bisect_left(hits, first + room)]:
            key = heard[last].key
            if key not in held:
                held.add(key)
                covered = round(covered + wanted[key], _DECIMALS)  # the order of adding is chance
                if best is None or (covered, first - last) > (best[0], best[1] - best[2]):
                    best, terms = (covered, first, last), len(held)
    if best is None:
        return None
    covered, first, last = best
    whole = sum(wanted.values())
    return Stretch(heard[first].start_char, heard[last].end_char, covered / whole, terms)
