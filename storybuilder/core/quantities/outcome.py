"""Outcomes: whether a measure tells what came of the action or only sets the scene.

A logistic model, learned from the project's own labelled answers and notes, weighs what the words
around a measure show; training it is `storybuilder.training.outcomes`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from storybuilder.core.quantities.measure import Measure
from storybuilder.core.quantities.outcome_features import features_of
from storybuilder.core.sentence import LabelledSentence
from storybuilder.core.token import Token, word_set

_AIMS = word_set("goal aim target objective mandate task brief challenge plan")
_BREAKS = word_set(". ! ? , ; : and but so which because")
_BE = word_set("was is were")


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The learned model."""

    bias: float
    weights: Mapping[str, float]
    """By name of a feature; a name that is not here weighs nothing."""
    least: float
    """A measure is an outcome from this probability on."""

    def tells_outcome(
        self, tokens: Sequence[Token], measure: Measure, sentence: LabelledSentence | None
    ) -> bool:
        """Whether a measure among the tokens is an outcome; `sentence` is the one it stands in.

        Without a sentence the words alone decide, up to the next full stops.
        """
        if _is_aim(tokens, measure):
            return False
        return self.probability_of(features_of(tokens, measure, sentence)) >= self.least

    def probability_of(self, features: Iterable[str]) -> float:
        """How likely a measure of which these hold is an outcome, 0 to 1."""
        score = self.bias + sum(self.weights.get(name, 0.0) for name in features)
        return 1 / (1 + exp(-score))


def _is_aim(tokens: Sequence[Token], measure: Measure) -> bool:
    """Whether its clause says outright what was meant to be: "the goal was to cut it by 15 %"."""
    words: list[str] = []
    for token in reversed(tokens[: measure.first]):
        if token.lower in _BREAKS:
            break
        words.insert(0, token.lower)
    return any(
        one in _AIMS and two in _BE and three == "to"
        for one, two, three in zip(words, words[1:], words[2:], strict=False)
    )
