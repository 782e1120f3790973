"""Quantities: numbers that say how much, and whether they tell an outcome."""

from dataclasses import dataclass
from typing import Literal

QuantityKind = Literal["percent", "money", "duration", "count", "multiplier", "change", "rank"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit, as it stands in the judged text."""

    text: str
    start_char: int
    end_char: int
    kind: QuantityKind
    value: float | None
    """The number itself; None where words like "half" or "doubled" carry no single figure."""
    unit: str
    """What is counted, in lower case and singular where known: "%", "$", "week", "ticket"."""
    is_result: bool
    """Whether it tells what came of the action, not the setting it happened in."""
