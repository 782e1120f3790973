"""Phrasing: what the common words and pairs of words of a sentence say of the part it tells.

Learned from the labelled answers, from words alone that most of their writers use: "as a result"
and "my role" are everybody's, the nouns of one writer's trade are not. Its scores are features of
the model that sees the sentence among its neighbours, never a judgement of their own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log

_START, _END = "^", "$"
_UNLIKELIEST = -4.0


def phrases_of(words: Sequence[str]) -> frozenset[str]:
    """The words and the pairs of neighbours, with the start and the end as words of their own."""
    pairs = pairwise([_START, *words, _END])
    return frozenset((*words, *(f"{one} {other}" for one, other in pairs)))


@dataclass(frozen=True, slots=True)
class Phrasing:
    """The learned weights, one for each of LABELS, of each phrase that most writers use."""

    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def scores(self, words: Sequence[str]) -> tuple[float, ...]:
        """The logarithm of how likely the words make each label, from -4 to 0."""
        known = (self.weights[phrase] for phrase in phrases_of(words) if phrase in self.weights)
        totals = [sum(column) for column in zip(self.bias, *known, strict=True)]
        most = max(totals)
        whole = most + log(sum(exp(total - most) for total in totals))
        return tuple(max(_UNLIKELIEST, total - whole) for total in totals)
