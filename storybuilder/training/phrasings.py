"""Training of phrasing: which common words and pairs of words speak for which part."""

from collections import Counter
from collections.abc import Sequence
from math import ceil

from storybuilder.core.parts.cues import LABELS
from storybuilder.core.parts.phrasing import Phrasing, phrases_of
from storybuilder.core.parts.words import words_of
from storybuilder.training.corpus import Answer

SHARE = 0.7
"""A phrase counts when at least this share of the writers use it: what fewer use is what they
talk about, and misleads on strangers."""
STRENGTH = 0.02
"""Inverse regularisation; weaker is better at home and worse with strangers."""
STACKS = 6
DIGITS = 3


def train_phrasing(answers: Sequence[Answer]) -> Phrasing:
    """Learn from every sentence on its own. The same answers give the same weights."""
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    said = [phrases_of(words_of(text)) for answer in answers for text in answer.texts]
    labels = [LABELS.index(label) for answer in answers for label in answer.labels]
    columns = CountVectorizer(
        analyzer=sorted, binary=True, vocabulary=_common(answers), dtype=float
    )
    model = LogisticRegression(C=STRENGTH, max_iter=300).fit(columns.fit_transform(said), labels)
    weights = model.coef_.T.round(DIGITS).tolist()
    rows = dict(zip(columns.get_feature_names_out(), map(tuple, weights), strict=True))
    bias = tuple(round(value, DIGITS) for value in model.intercept_.tolist())
    return Phrasing(bias, {str(phrase): row for phrase, row in rows.items()})


def phrasings_of_strangers(answers: Sequence[Answer]) -> dict[str, Phrasing]:
    """For each writer a phrasing learned from others.

    The model that sees the scores must learn what they are worth on a stranger's words, so in
    training it sees each answer through a phrasing that has not seen its writer.
    """
    sources = sorted({answer.source for answer in answers})
    found: dict[str, Phrasing] = {}
    folds = min(STACKS, len(sources))
    for fold in range(folds):
        held = set(sources[fold::folds])
        others = [answer for answer in answers if answer.source not in held]
        found |= dict.fromkeys(held, train_phrasing(others or answers))
    return found


def _common(answers: Sequence[Answer]) -> list[str]:
    """Phrases in the order of the alphabet that enough writers use."""
    used = {
        (answer.source, phrase)
        for answer in answers
        for text in answer.texts
        for phrase in phrases_of(words_of(text))
    }
    writers = Counter(phrase for _, phrase in used)
    least = ceil(SHARE * len({answer.source for answer in answers}))
    return sorted(phrase for phrase, count in writers.items() if count >= least)
