"""Phrasing: what the common words and pairs of words of a sentence say of the part it tells.

Learned from the labelled answers, from words alone that most of their writers use: "as a result"
and "my role" are everybody's, the nouns of one writer's trade are not. Its scores are features of
the model that sees the sentence among its neighbours, never a judgement of their own.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log

from storybuilder.core.parts.cues import without_fillers
from storybuilder.core.token import word_set

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?|\d[\d,.]*|[$£€]")
NUMBER = "#"
_NUMBER_WORDS = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "thousand million half third quarter double twice percent dozen"
)
_START, _END = "^", "$"
_UNLIKELIEST = -4.0


def words_of(text: str) -> list[str]:
    """The words in lower case, fillers left out; every number is the same word."""
    words: list[str] = []
    for found in _WORD.findall(text):
        word = found.lower().replace("’", "'")
        number = not word[0].isalpha() or word in _NUMBER_WORDS
        if not (number and words[-1:] == [NUMBER]):
            words.append(NUMBER if number else word)
    return without_fillers(words)


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
