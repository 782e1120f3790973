"""Figures: when a figure that was said is one that was drafted, another value of it, or neither."""

from collections.abc import Iterator
from dataclasses import dataclass

from storybuilder.core.quantities.measure import in_unit
from storybuilder.core.quantities.quantity import Quantity
from storybuilder.core.token import word_set

_PERCENTS = ("%", "cent", "pct", "pp")
"""What a percentage is written with that is no fraction."""
_HEDGES = word_set("about around roughly nearly almost over under approximately some circa ~")
_NEARLY = 1e-6
_WITHIN_FRACTION = 0.5
"""In points of a percentage: "a third" is 33 %, "two thirds" are 67 %."""
_WITHIN_HEDGE = 0.05
"""As a share of the drafted value: "about four hundred" is 412, not 450."""
LEAST_TELLING = 10
"""A number this large is the same one even of another noun: 41 sites are 41 warehouses."""
_MEASURED = frozenset({"%", "$", "£", "€", "times"})


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its unit. `value` is None where the words carry none that compares."""

    value: float | None
    unit: str
    words: str
    kind: str = "count"
    is_fraction: bool = False
    hedged: bool = False

    @property
    def is_count(self) -> bool:
        """Whether it counts something that other nouns could name as well."""
        return self.kind == "count" and self.unit not in _MEASURED


def figures_of(quantity: Quantity, before: str = "") -> Iterator[Figure]:
    """The numbers of a quantity: a change has two. `before` is the text that leads to it."""
    words = quantity.text.lower().split()
    hedged = bool(_HEDGES & {*words, *before.lower().split()[-2:]})
    kind = "count" if quantity.kind == "change" and quantity.unit not in _MEASURED else ""
    kind = kind or quantity.kind
    value, unit = _as_share(quantity)
    fraction = unit == "%" and not any(mark in quantity.text.lower() for mark in _PERCENTS)
    yield Figure(value, unit, words[-1], kind, fraction, hedged)
    if quantity.baseline is not None:
        yield Figure(quantity.baseline, unit, words[-1], kind, fraction, hedged)


def _as_share(quantity: Quantity) -> tuple[float | None, str]:
    """Value and unit; "halved" is by half."""
    if quantity.unit == "times" and quantity.value == 1 / 2:
        return 50.0, "%"
    return quantity.value, quantity.unit


def is_same(drafted: Figure, said: Figure, *, in_context: bool = False) -> bool:
    """Whether a said figure is the drafted one, however it was put.

    `in_context`: both stand in sentences about the same, so that a small count of another noun is
    the same one as well.
    """
    if drafted.value is None or said.value is None:
        return drafted.value is said.value and drafted.words == said.words
    converted = in_unit(drafted.value, drafted.unit, said.unit)
    bare = not said.unit and not drafted.is_count
    if converted is None or (bare and not in_context):
        telling = in_context or drafted.value >= LEAST_TELLING
        renamed = drafted.is_count and said.is_count and telling
        return renamed and drafted.value == said.value
    return abs(converted - said.value) <= _tolerance(drafted, said, abs(converted))


def _tolerance(drafted: Figure, said: Figure, value: float) -> float:
    if said.is_fraction != drafted.is_fraction:
        return _WITHIN_FRACTION
    return (_WITHIN_HEDGE if said.hedged and not drafted.hedged else _NEARLY) * max(1.0, value)


def is_variant(drafted: Figure, said: Figure) -> bool:
    """Whether they measure the same with another value; a bare count could be anything."""
    known = drafted.value is not None and said.value is not None
    alike = bool(drafted.unit) and bool(said.unit)
    return known and alike and in_unit(1.0, drafted.unit, said.unit) is not None
