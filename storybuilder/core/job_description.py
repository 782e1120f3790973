"""Job descriptions: which competencies one asks for, and in which words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from storybuilder.core.suggestion import Suggester, Suggestion, evidence_words

LIKELY = 0.3
"""Below this a line does not ask for a competency."""
MOST_LINES = 500
"""So much is read; the longest job description is a tenth of it."""
MOST_WORDS = 8
"""So many different words at most stand for one wish."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A competency that a job description asks for."""

    competency: str
    score: float
    """How likely some line asks for it, 0 to 1; more lines make it likelier."""
    lines: int
    """How many lines ask for it."""
    words: tuple[str, ...]
    """Those that speak for it, as they stand there, the most telling line's first."""


def wishes_of(text: str, suggest: Suggester) -> tuple[Wish, ...]:
    """The competencies that a job description asks for, best first."""
    lines = [(line, suggest(line)) for line in _lines(text)]
    ids = {one.id for _, found in lines for one in found if one.score >= LIKELY}
    wishes = [_wish(id, lines) for id in ids]
    return tuple(sorted(wishes, key=lambda wish: (-wish.score, wish.competency)))


def _lines(text: str) -> list[str]:
    """Its bullets and sentences."""
    pieces = re.split(r"\n+|(?<=[.!?;])\s+", text)
    found = [line for piece in pieces if (line := piece.strip(" \t-*•–·"))]
    return found[:MOST_LINES]


def _wish(id: str, lines: Sequence[tuple[str, Sequence[Suggestion]]]) -> Wish:
    asking = [
        (line, one)
        for line, found in lines
        for one in found
        if one.id == id and one.score >= LIKELY
    ]
    asking.sort(key=lambda pair: -pair[1].score)
    words = dict.fromkeys(word for line, one in asking for word in evidence_words(line, one))
    return Wish(
        competency=id,
        score=1 - prod(1 - one.score for _, one in asking),
        lines=len(asking),
        words=tuple(words)[:MOST_WORDS],
    )
