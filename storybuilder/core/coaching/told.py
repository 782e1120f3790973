"""Told figures: every number of a passage with its unit and what it counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from storybuilder.core.coaching.dated import may_count
from storybuilder.core.coaching.neutral import FUNCTION_WORDS
from storybuilder.core.coaching.passage import Passage, is_substance
from storybuilder.core.coaching.word_form import root
from storybuilder.core.quantities.lone_duration import lone_durations
from storybuilder.core.quantities.measure import Measure
from storybuilder.core.quantities.multiplied import multipliers
from storybuilder.core.quantities.none_at_all import none_at_all
from storybuilder.core.quantities.number import Number, numbers_of
from storybuilder.core.quantities.quantity import QuantityKind, measures_in
from storybuilder.core.quantities.standing import standings
from storybuilder.core.quantities.unit import in_unit
from storybuilder.core.token import Token, is_glued, word_at, word_set

_SIZES = {
    "mm": ("m", 0.001), "millimetre": ("m", 0.001), "millimeter": ("m", 0.001),
    "cm": ("m", 0.01), "centimetre": ("m", 0.01), "centimeter": ("m", 0.01),
    "m": ("m", 1.0), "metre": ("m", 1.0), "meter": ("m", 1.0),
    "km": ("m", 1000.0), "kilometre": ("m", 1000.0), "kilometer": ("m", 1000.0),
    "g": ("g", 1.0), "gram": ("g", 1.0), "kg": ("g", 1000.0), "kilo": ("g", 1000.0),
    "kilogram": ("g", 1000.0), "tonne": ("g", 1e6), "ton": ("g", 1e6),
    "ml": ("l", 0.001), "millilitre": ("l", 0.001), "litre": ("l", 1.0), "liter": ("l", 1.0),
    "kb": ("b", 1e3), "mb": ("b", 1e6), "gb": ("b", 1e9), "tb": ("b", 1e12),
}  # fmt: skip
"""Units of size with the one they are compared in."""
_DETERMINERS = word_set("the my our their his her its these those all a an this that every each")
_OVER = word_set("over above exceeding beyond")
_UNDER = word_set("under below")
_THAN = {"more": "over", "fewer": "under", "less": "under"}
_MOST_KEPT = 1024
"""Passages: those of a sitting are read again with every draft."""
_PHRASE = 3
_TIMED = {"duration"}
_LEAST_PERCENT = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A number over the tokens `first` to `end` (exclusive) of its passage."""

    first: int
    end: int
    value: float
    unit: str = ""
    kind: QuantityKind | None = None
    """None where it measures nothing: "the first", "room 12"."""
    of: frozenset[str] = frozenset()
    """Roots of what it counts or is a share of, where that is said next to it."""
    bound: str = ""
    """ "over" or "under" where it is told as a limit."""
    fraction: bool = False
    """Whether it is a share in words: "a third"."""
    start: float | None = None
    """What a change came from."""
    ordinal: bool = False
    unit_before: str = ""
    """Of a number without a unit, that of the measure before it: "after 24 hours, and after 48"."""


@lru_cache(maxsize=_MOST_KEPT)
def told_in(passage: Passage) -> tuple[Told, ...]:
    """The numbers of a passage in order. A change gives two, its start and its end."""
    tokens = passage.tokens
    counts = any(map(may_count, tokens))
    numbers = numbers_of(tokens) if counts else ()
    measures = measures_in(tokens) if counts else _uncounted(tokens)
    found = [one for measure in measures for one in _of_measure(tokens, measure)]
    found += [one for number in numbers for one in _of_number(tokens, number, found)]
    return tuple(_with_units_before(sorted(found, key=lambda one: (one.first, one.end))))


def _uncounted(tokens: Sequence[Token]) -> Iterator[Measure]:
    """What a sentence without a number measures: "a week", "doubled", "no complaints"."""
    for find in (lone_durations, multipliers, none_at_all, standings):
        yield from find(tokens)


def _with_units_before(found: Sequence[Told]) -> Iterator[Told]:
    unit = ""
    for one in found:
        yield replace(one, unit_before=unit) if not one.unit else one
        unit = one.unit if one.kind in ("duration", "money", "percent") else unit


def _of_measure(tokens: Sequence[Token], measure: Measure) -> Iterator[Told]:
    value, unit, kind = measure.value, measure.unit, measure.kind
    if value is None:
        return
    if unit == "times" and value == 0.5:
        value, unit = 50.0, "%"
    told = Told(
        first=measure.first,
        end=measure.end,
        value=value,
        unit=unit,
        kind=kind,
        of=_counted(tokens, measure),
        bound=_bound(tokens, measure.first),
        fraction=unit == "%" and not _is_percent(tokens[measure.first : measure.end]),
        start=measure.baseline,
    )
    yield told
    if measure.baseline is not None:
        yield replace(told, value=measure.baseline, start=None)


def _is_percent(tokens: Sequence[Token]) -> bool:
    return any(t.lower in ("%", "percent", "percentage", "cent", "pct", "pp") for t in tokens)


def _of_number(tokens: Sequence[Token], number: Number, found: Sequence[Told]) -> Iterator[Told]:
    """A number that no measure tells by itself: "year 9", the 150 of "two out of 150"."""
    value = number.value if number.value is not None else 100 * (number.share or 0)
    around = [one for one in found if one.first <= number.first < one.end]
    known = {one.value for one in around} | {one.start for one in around}
    if number.value is None and number.share is None:
        return
    if value in known or abs(value) in known or (around and number.share is not None):
        return
    glued = is_glued(tokens, number.first) and tokens[number.first - 1].is_word
    if glued and not number.spelled:
        return
    after = word_at(tokens, number.end)
    yield Told(
        first=number.first,
        end=number.end,
        value=value,
        unit=around[0].unit if around and around[0].kind != "count" else "",
        of=frozenset({root(after)})
        if around and after.isalpha() and after not in FUNCTION_WORDS
        else frozenset(),
        fraction=number.share is not None,
        ordinal=number.ordinal,
    )


def _counted(tokens: Sequence[Token], measure: Measure) -> frozenset[str]:
    """Roots of the words between a number and its noun, or behind "of": "40 % of the requests"."""
    if measure.kind == "count" and measure.unit and " " not in measure.unit:
        inside = [t for t in tokens[measure.first : measure.end] if is_substance(t)]
        if inside:
            return frozenset({root(inside[-1].lower)})
    at = measure.end
    if word_at(tokens, at) != "of":
        return frozenset()
    found: set[str] = set()
    for token in tokens[at + 1 : at + 2 + _PHRASE]:
        if is_substance(token):
            found.add(root(token.lower))
        elif found or token.lower not in _DETERMINERS:
            break
    return frozenset(found)


def _bound(tokens: Sequence[Token], first: int) -> str:
    before, earlier = word_at(tokens, first - 1), word_at(tokens, first - 2)
    if before == "than":
        return _THAN.get(earlier, "")
    if (earlier, before) in (("at", "least"),):
        return "over"
    if before in _OVER:
        return "over"
    return "under" if before in _UNDER else ""


def equals(one: Told, other: Told) -> bool:
    """Whether two figures have the same value, in units that convert into each other."""
    value = converted(one.value, one.unit, other.unit)
    if not other.unit and other.unit_before and one.unit:
        value = converted(one.value, one.unit, other.unit_before)
        value = one.value if value is None else value
    if value is None:
        return False
    within = _LEAST_PERCENT if one.fraction != other.fraction else 1e-6 * max(1.0, abs(value))
    return abs(value - other.value) <= within


def converted(value: float, unit: str, other: str) -> float | None:
    """A value in another unit; None where they do not convert. No unit is any unit."""
    plain = in_unit(value, unit, other)
    if plain is not None:
        return plain
    if unit in _SIZES and other in _SIZES and _SIZES[unit][0] == _SIZES[other][0]:
        return value * _SIZES[unit][1] / _SIZES[other][1]
    return None
