"""Variations: an answer told otherwise, so that a model cannot lean on what never changes."""

from collections.abc import Iterator
from random import Random

from storybuilder.core.parts.cues import LABELS

Told = tuple[tuple[str, ...], str]
"""Sentences and their labels."""
ODDS_RESULT_FIRST = 0.3
ODDS_MERGED = 0.5


def variations(texts: tuple[str, ...], labels: str, chance: Random) -> Iterator[Told]:
    """The answer itself; each part left out; the result first; two sentences run together."""
    yield texts, labels
    if set(LABELS[:4]) <= set(labels):
        yield from (without(part, texts, labels) for part in LABELS[:4])
        if chance.random() < ODDS_RESULT_FIRST:
            yield _result_first(texts, labels)
    pairs = [at for at in range(len(labels) - 1) if labels[at] == labels[at + 1]]
    if len(texts) > 3 and pairs and chance.random() < ODDS_MERGED:
        yield _merged(texts, labels, chance.choice(pairs))


def without(part: str, texts: tuple[str, ...], labels: str) -> Told:
    """The answer with one part left out."""
    return _chosen([at for at, label in enumerate(labels) if label != part], texts, labels)


def _result_first(texts: tuple[str, ...], labels: str) -> Told:
    places = range(len(labels))
    return _chosen(sorted(places, key=lambda at: labels[at] != "R"), texts, labels)


def _merged(texts: tuple[str, ...], labels: str, at: int) -> Told:
    """Two sentences of one part as one, as a voice runs on."""
    joined = f"{texts[at].rstrip('.!?')} and {texts[at + 1]}"
    return (*texts[:at], joined, *texts[at + 2 :]), labels[: at + 1] + labels[at + 2 :]


def _chosen(places: list[int], texts: tuple[str, ...], labels: str) -> Told:
    return tuple(texts[at] for at in places), "".join(labels[at] for at in places)
