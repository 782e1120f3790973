"""Weights: what training learned of how much each feature of a text speaks for a competency."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt

from storybuilder.core.suggesting.features import Heard, features_of, sentences_heard
from storybuilder.core.suggestion import Suggestion

MOST = 5
"""So many competencies are suggested at most."""
MOST_SPANS = 3
"""So many pieces of the text stand for one suggestion at most."""
LEAST_SHARE = 0.3
"""A word is evidence if it says at least this much of what the most telling word says."""
LONG = 30
"""From so many words on, each counts less: a long story says more, not the same thing louder."""

_NOTHING: Mapping[str, float] = {}

Place = tuple[int, int]
"""A sentence and a word of it."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """A text as the model hears it."""

    sentences: Sequence[Sequence[Heard]]
    shown: Mapping[str, Sequence[Sequence[Place]]]
    """By name of a feature, the words that show it and say something alone, each time."""

    @property
    def loudness(self) -> float:
        """How much one feature counts, 0 to 1; 1 in a text that is not LONG."""
        words = sum(len(sentence) for sentence in self.sentences)
        return 1.0 if words <= LONG else sqrt(LONG / words)


def hear(text: str) -> Hearing:
    """The features of a text and where they stand; a feature counts once, however often shown."""
    sentences = sentences_heard(text)
    shown: dict[str, list[Sequence[Place]]] = {}
    for number, sentence in enumerate(sentences):
        for name, places in features_of(sentence):
            saying = [(number, at) for at in places if sentence[at].says]
            shown.setdefault(name, []).append(saying)
    return Hearing(sentences, shown)


@dataclass(frozen=True, slots=True)
class Weights:
    """The learned model: one logistic regression a competency."""

    bias: Mapping[str, float]
    """By competency: all that can be suggested."""
    by_feature: Mapping[str, Mapping[str, float]]
    """By name of a feature, then by competency; what is not here weighs nothing."""

    def suggest(self, text: str) -> tuple[Suggestion, ...]:
        """The likely competencies, best first, each with words that speak for it."""
        hearing = hear(text)
        scores = self.scores(hearing)
        best = sorted(scores, key=lambda id: (-scores[id], id))[:MOST]
        said = self._said(best, hearing)
        return tuple(
            Suggestion(id, scores[id], _evidence(said[id], hearing)) for id in best if said[id]
        )

    def scores(self, hearing: Hearing) -> dict[str, float]:
        """How likely each competency is, 0 to 1."""
        sums = dict.fromkeys(self.bias, 0.0)
        for name in hearing.shown:
            for id, weight in self.by_feature.get(name, _NOTHING).items():
                sums[id] += weight
        loudness = hearing.loudness
        return {id: _likelihood(self.bias[id] + loudness * said) for id, said in sums.items()}

    def _said(self, ids: Sequence[str], hearing: Hearing) -> dict[str, dict[Place, float]]:
        """How much each word speaks for each of these; a feature is shared among its words."""
        said: dict[str, dict[Place, float]] = {id: {} for id in ids}
        for name, times in hearing.shown.items():
            weights = self.by_feature.get(name, _NOTHING)
            for id in weights.keys() & said.keys():
                if weights[id] > 0:
                    _share(weights[id], times, said[id])
        return said


def _share(weight: float, times: Sequence[Sequence[Place]], said: dict[Place, float]) -> None:
    for places in times:
        for place in places:
            said[place] = said.get(place, 0.0) + weight / len(places)


def _evidence(said: Mapping[Place, float], hearing: Hearing) -> tuple[tuple[int, int], ...]:
    """The most telling spans, the most telling first; words that stand together are one."""
    least = LEAST_SHARE * max(said.values())
    spans: dict[tuple[str, ...], tuple[float, int, int]] = {}
    for run in _runs([place for place in sorted(said) if said[place] >= least], hearing):
        words = [hearing.sentences[number][at] for number, at in run]
        stems = tuple(word.stem for word in words)
        span = (sum(said[place] for place in run), words[0].start_char, words[-1].end_char)
        if stems not in spans or span[0] > spans[stems][0]:
            spans[stems] = span
    best = sorted(spans.values(), key=lambda span: (-span[0], span[1]))
    return tuple((start, end) for _, start, end in best[:MOST_SPANS])


def _runs(places: Sequence[Place], hearing: Hearing) -> Iterator[list[Place]]:
    """Places with no saying word between them in one sentence, together."""
    run: list[Place] = []
    for number, at in places:
        if run and not _together(run[-1], (number, at), hearing):
            yield run
            run = []
        run.append((number, at))
    if run:
        yield run


def _together(one: Place, other: Place, hearing: Hearing) -> bool:
    """Whether at most one word, and none that says something, stands between two."""
    (number, at), (next_number, next_at) = one, other
    between = hearing.sentences[number][at + 1 : next_at]
    return number == next_number and len(between) <= 1 and not any(w.says for w in between)


def _likelihood(logit: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, logit))))
