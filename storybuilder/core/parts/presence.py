"""Presence: whether a part is told anywhere in an answer, judged on the answer as a whole.

A sentence that might tell the task is weak evidence; five of them, or one that says "my goal was",
are strong. The weights are learned from answers with and without each part.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from storybuilder.core.parts.cues import cue_scores
from storybuilder.core.token import count_words

Table = Sequence[Mapping[str, float]]
"""For each sentence of an answer, how likely each label is."""

_SURELY = 1 - 1e-4


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


def evidence_of(label: str, table: Table, texts: Sequence[str], scores: Cues) -> tuple[float, ...]:
    """What model and words say of one part in one answer (of at least one sentence)."""
    words = [count_words(text) or 1 for text in texts]
    likely = [row[label] for row in table]
    cues = [max(-3.0, min(3.0, score[label])) for score in scores]
    best = max(range(len(table)), key=lambda at: likely[at])
    ahead = any(max(row, key=lambda key: row[key]) == label for row in table)
    return (
        *_by_model(likely, words),
        max(cues) / 3,
        cues[best] / 3,
        log(len(texts)),
        float(ahead),
        min(len(texts), 5) / 5,
        best / max(1, len(texts) - 1),
        words[best] / 30,
    )


def _by_model(likely: Sequence[float], words: Sequence[int]) -> tuple[float, ...]:
    """Log odds of the best sentence, the best two, the expected number, the share of words."""
    best, second = (*sorted(likely, reverse=True), 0.0)[:2]
    bounded = min(_SURELY, max(1 - _SURELY, best))
    share = sum(p * count for p, count in zip(likely, words, strict=True)) / sum(words)
    return log(bounded / (1 - bounded)), best, second, min(3.0, sum(likely)), share
