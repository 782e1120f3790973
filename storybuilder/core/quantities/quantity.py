"""Quantities: numbers that say how much, and whether they tell an outcome."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from storybuilder.core.quantities.change import vague_ends
from storybuilder.core.quantities.joined import joined
from storybuilder.core.quantities.lone_duration import lone_durations
from storybuilder.core.quantities.measure import Measure, measure_of
from storybuilder.core.quantities.measure import QuantityKind as QuantityKind
from storybuilder.core.quantities.multiplied import multipliers
from storybuilder.core.quantities.no_measure import measures_nothing
from storybuilder.core.quantities.none_at_all import none_at_all
from storybuilder.core.quantities.number import numbers_of
from storybuilder.core.quantities.outcome import Outcomes
from storybuilder.core.quantities.standing import standings
from storybuilder.core.sentence import LabelledSentence
from storybuilder.core.token import Token, tokens_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit, as it stands in the judged text."""

    text: str
    start_char: int
    end_char: int
    kind: QuantityKind
    value: float | None
    """The number itself, of a change the one it ends at, of a share the percent ("half": 50); None
    where the words give none: "from weeks to days", "hundreds of users"."""
    unit: str
    """What is counted, in lower case and singular where known: "%", "$", "week", "ticket"."""
    is_result: bool
    """Whether it tells what came of the action, not the setting; False where nobody judged it."""
    baseline: float | None = None
    """What a change starts from, in the same unit: 19 of "from 19 % to 8 %"."""


_FEWEST_TOLD = 3
"""Fewer sentences are a note, not an answer: their labels are guesses, and the words decide."""


def find_quantities(
    text: str, labelled: Iterable[LabelledSentence] = (), outcomes: Outcomes | None = None
) -> tuple[Quantity, ...]:
    """Every quantity of a text in order, never overlapping.

    `outcomes` judges which are results, with the labelled sentences of the same text where they
    are an answer; without it nothing is judged and none is a result.
    """
    tokens = tokens_of(text)
    sentences = tuple(labelled)
    if len(sentences) < _FEWEST_TOLD:
        sentences = ()
    return tuple(
        _quantity(text, tokens, measure, _told(tokens, measure, sentences, outcomes))
        for measure in measures_in(tokens)
    )


def _told(
    tokens: Sequence[Token],
    measure: Measure,
    sentences: Sequence[LabelledSentence],
    outcomes: Outcomes | None,
) -> bool:
    if outcomes is None:
        return False
    within = _part_at(sentences, tokens[measure.first].start_char)
    return outcomes.tells_outcome(tokens, measure, within)


def measures_in(tokens: Sequence[Token]) -> tuple[Measure, ...]:
    """The measures among the tokens, ranges and changes joined, none overlapping."""
    numbers = [
        measure_of(tokens, number)
        for number in numbers_of(tokens)
        if not measures_nothing(tokens, number)
    ]
    certain = {
        *numbers,
        *lone_durations(tokens),
        *multipliers(tokens),
        *none_at_all(tokens),
        *standings(tokens),
    }
    vague = {*vague_ends(tokens)} - certain
    ends = joined(tokens, _apart(certain | vague))
    return tuple(_unsigned(measure) for measure in ends if measure not in vague)


def _apart(measures: Iterable[Measure]) -> Iterator[Measure]:
    """The measures in order; of those that overlap the first, and of those the longest."""
    end = 0
    for measure in sorted(measures, key=lambda m: (m.first, -m.end, m.kind)):
        if measure.first >= end:
            end = measure.end
            yield measure


def _unsigned(measure: Measure) -> Measure:
    """ "-12 %" is said as "twelve percent less": a sign counts in counts and changes only."""
    if measure.kind in ("change", "count") or measure.value is None:
        return measure
    return replace(measure, value=abs(measure.value))


def _quantity(text: str, tokens: Sequence[Token], measure: Measure, is_result: bool) -> Quantity:
    start_char, end_char = tokens[measure.first].start_char, tokens[measure.end - 1].end_char
    return Quantity(
        text=text[start_char:end_char],
        start_char=start_char,
        end_char=end_char,
        kind=measure.kind,
        value=measure.value,
        unit=measure.unit,
        baseline=measure.baseline,
        is_result=is_result,
    )


def _part_at(labelled: Sequence[LabelledSentence], at_char: int) -> LabelledSentence | None:
    return next(
        (s for s in labelled if s.sentence.start_char <= at_char < s.sentence.end_char), None
    )
