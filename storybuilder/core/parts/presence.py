"""Presence: whether a part is told anywhere in an answer, judged on the answer as a whole.

A sentence that might tell the task is weak evidence; five of them, or one that says "my goal was",
are strong. The weights are learned from answers with and without each part.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from storybuilder.core.parts.cues import LABELS, cue_scores
from storybuilder.core.parts.words import words_of

Table = Sequence[Mapping[str, float]]
"""For each sentence of an answer, how likely each label is."""

_SURELY = 1 - 1e-4
_TINY = 1e-9
_LEAST_UNTOLD = -8.0


@dataclass(frozen=True, slots=True)
class Presence:
    """A logistic model of one part, and how sure it must be."""

    bias: float
    weights: tuple[float, ...]
    """One for each piece of evidence."""
    least: float
    """Below this probability the part is called missing."""

    def probability(self, evidence: Sequence[float]) -> float:
        """How likely the part is told, 0 to 1."""
        total = self.bias + sum(w * e for w, e in zip(self.weights, evidence, strict=True))
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))

    def tells(self, evidence: Sequence[float]) -> bool:
        """Whether the part is told."""
        return self.probability(evidence) >= self.least


Cues = Sequence[Mapping[str, float]]
"""The cue scores of each sentence: worked out once an answer, as all four parts ask for them."""


def cues_of(texts: Sequence[str]) -> Cues:
    """The cue scores of every sentence."""
    return [cue_scores(text) for text in texts]


def evidence_of(table: Table, texts: Sequence[str], scores: Cues) -> tuple[float, ...]:
    """What model and words say of all four parts of one answer (of at least one sentence).

    One part is judged by the evidence of all: where nothing else could be the task, the half
    sentence that might be one counts for more.
    """
    words = [len(words_of(text)) or 1 for text in texts]
    found: list[float] = []
    for label in LABELS[:4]:
        likely = [row[label] for row in table]
        cues = [max(-3.0, min(3.0, score[label])) for score in scores]
        ahead = any(max(row, key=lambda key: row[key]) == label for row in table)
        found += (*_by_model(likely, words), *_by_best(likely, cues, words), float(ahead))
    return (*found, log(len(texts)), min(len(texts), 5) / 5)


def _by_best(
    likely: Sequence[float], cues: Sequence[float], words: Sequence[int]
) -> tuple[float, ...]:
    """The strongest cue, and the cue, place and length of the sentence that is likeliest."""
    best = max(range(len(likely)), key=lambda at: likely[at])
    place = best / max(1, len(likely) - 1)
    return max(cues) / 3, cues[best] / 3, place, words[best] / 30


def _by_model(likely: Sequence[float], words: Sequence[int]) -> tuple[float, ...]:
    """Log odds of the best sentence, the best two, the expected number, the share of words, and
    the logarithm of the odds that no sentence tells it."""
    best, second = (*sorted(likely, reverse=True), 0.0)[:2]
    bounded = min(_SURELY, max(1 - _SURELY, best))
    share = sum(p * count for p, count in zip(likely, words, strict=True)) / sum(words)
    untold = max(_LEAST_UNTOLD, sum(log(max(_TINY, 1 - p)) for p in likely))
    return log(bounded / (1 - bounded)), best, second, min(3.0, sum(likely)), share, untold
