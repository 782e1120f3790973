"""Quantities: numbers that say how much, and whether they tell an outcome."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from storybuilder.core.quantities.measure import Measure, in_unit, measure_of, singular
from storybuilder.core.quantities.measure import QuantityKind as QuantityKind
from storybuilder.core.quantities.no_measure import measures_nothing
from storybuilder.core.quantities.number import numbers_of
from storybuilder.core.quantities.outcome import Outcomes
from storybuilder.core.sentence import LabelledSentence
from storybuilder.core.token import Token, tokens_of, word_set


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit, as it stands in the judged text."""

    text: str
    start_char: int
    end_char: int
    kind: QuantityKind
    value: float | None
    """The number itself, of a change the one it ends at; None where words like "half" or
    "doubled" carry no single figure."""
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
    found = [
        measure_of(tokens, number)
        for number in numbers_of(tokens)
        if not measures_nothing(tokens, number)
    ]
    found.extend(_multiplied(tokens))
    found.extend(_none_at_all(tokens))
    return tuple(_joined(tokens, _apart(sorted(found, key=lambda m: (m.first, -m.end)))))


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


_MULTIPLIERS = {
    "doubled": 2.0,
    "doubling": 2.0,
    "tripled": 3.0,
    "tripling": 3.0,
    "trebled": 3.0,
    "quadrupled": 4.0,
    "twofold": 2.0,
    "threefold": 3.0,
    "fourfold": 4.0,
    "fivefold": 5.0,
    "tenfold": 10.0,
    "halved": None,
    "halving": None,
}
_BEFORE_TWICE = {"as", "the", "more", "our", "what"}
_AFTER_DOUBLE = {"the", "our", "their", "its", "his", "her", "what", "last", "that"}


def _multiplied(tokens: Sequence[Token]) -> Iterator[Measure]:
    """ "doubled", "halved", "twice as many", "double the number"."""
    for at, token in enumerate(tokens):
        after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        twice = token.lower == "twice" and after in _BEFORE_TWICE
        double = token.lower == "double" and after in _AFTER_DOUBLE
        if token.lower in _MULTIPLIERS or twice or double:
            value = _MULTIPLIERS.get(token.lower, 2.0)
            yield Measure(at, at + 1, "multiplier", value, "times")


_NEVER_AGAIN = word_set(
    "complaint complaints incident incidents downtime outage outages defect defects error errors "
    "accident accidents injury injuries bug bugs failure failures finding findings claims losses "
    "delays escalations objections absences breakages returns"
)
"""Nouns whose "no" is an outcome worth counting: "no complaints since"."""


def _none_at_all(tokens: Sequence[Token]) -> Iterator[Measure]:
    """ "without a single complaint", "no major incidents": a count of zero."""
    lower = [token.lower for token in tokens]
    for at, word in enumerate(lower):
        single = word in ("not", "without") and lower[at + 1 : at + 3] == ["a", "single"]
        if single and at + 3 < len(tokens) and tokens[at + 3].is_word:
            yield Measure(at, at + 4, "count", 0.0, lower[at + 3])
        elif word in ("no", "without"):
            noun = next(
                (n for n in range(at + 1, at + 4) if set(lower[n : n + 1]) & _NEVER_AGAIN), 0
            )
            if noun and all(token.is_word for token in tokens[at:noun]):
                yield Measure(at, noun + 1, "count", 0.0, singular(lower[noun]))


def _apart(measures: Iterable[Measure]) -> list[Measure]:
    kept: list[Measure] = []
    for measure in measures:
        if not kept or measure.first >= kept[-1].end:
            kept.append(measure)
    return kept


_ROUGHLY = word_set("about around roughly nearly almost over under like some just only up down ~")
_BETWEEN_RANGE = {("to",), ("-",), ("–",), ("or",)}
_BETWEEN_SHARE = {("out", "of"), ("of", "the"), ("of", "our"), ("of",), ("out", "of", "the")}
_CHANGE_REACH = 6


def _joined(tokens: Sequence[Token], measures: list[Measure]) -> Iterator[Measure]:
    """Measures with "from 19 to 8", "two or three days" and "14 of the 16" made one each."""
    at = 0
    while at < len(measures):
        pair = measures[at : at + 2]
        whole = _pair(tokens, *pair) if len(pair) == 2 else None
        yield whole or measures[at]
        at += 2 if whole else 1


def _pair(tokens: Sequence[Token], one: Measure, other: Measure) -> Measure | None:
    between = tuple(token.lower for token in tokens[one.end : other.first])
    if one.kind == "change" or other.kind == "change":
        return None
    if _is_change(tokens, one, between):
        start = _back_over(tokens, one.first) - 1
        unit = other.unit or one.unit
        baseline = None if one.value is None else in_unit(one.value, one.unit, unit)
        return Measure(start, other.end, "change", other.value, unit, baseline)
    same = not one.unit or one.unit == other.unit or one.kind == other.kind
    if between in _BETWEEN_RANGE and same and one.kind != "rank":
        return replace(other, first=one.first)
    if between in _BETWEEN_SHARE and one.kind == other.kind == "count" and not one.unit:
        return replace(other, first=one.first, value=one.value)
    return None


def _is_change(tokens: Sequence[Token], one: Measure, between: tuple[str, ...]) -> bool:
    """Whether "from" stands before the first figure and "to" before the second."""
    start = _back_over(tokens, one.first)
    if start < 1 or tokens[start - 1].lower != "from":
        return False
    plain = [word for word in between if word not in _ROUGHLY]
    if len(plain) > _CHANGE_REACH or any(sign in between for sign in ".!?;"):
        return False
    return bool(plain) and (plain[-1] == "to" or "to" in plain[-3:])


def _back_over(tokens: Sequence[Token], at: int) -> int:
    while at > 0 and tokens[at - 1].lower in _ROUGHLY:
        at -= 1
    return at
