"""Rarity: how much it says that a draft and a take share a term."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from storybuilder.core.drafts.term import Term

Weights = Mapping[str, float]
"""The terms of one sentence, each with what it weighs."""


def weights_of(sentences: Sequence[Sequence[Term]]) -> tuple[Weights, ...]:
    """For each sentence of draft and take its terms, a rare one heavier than a frequent one."""
    frequency = Counter(key for terms in sentences for key in {term.key for term in terms})
    rarity = {key: log(1 + len(sentences) / count) for key, count in frequency.items()}
    return tuple({t.key: t.weight * rarity[t.key] for t in terms} for terms in sentences)
