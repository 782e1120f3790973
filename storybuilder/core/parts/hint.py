"""Hints: what is known of a sentence's part before its words are judged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from storybuilder.core.parts.cues import LABELS
from storybuilder.core.parts.presence import Table


@dataclass(frozen=True, slots=True)
class Hint:
    """How much likelier each label is than the words alone would make it; 1 says nothing."""

    weights: Mapping[str, float] = field(default_factory=lambda: dict.fromkeys(LABELS, 1.0))
    surely: str = ""
    """The label of a part that this sentence tells beyond doubt; empty if there is none."""


def weighed(table: Table, hints: Sequence[Hint]) -> Table:
    """The table with the hints taken in; every row sums to 1 again. No hints change nothing."""
    if not hints:
        return table
    return [_weighed(row, hint) for row, hint in zip(table, hints, strict=True)]


def _weighed(row: Mapping[str, float], hint: Hint) -> Mapping[str, float]:
    raised = {label: likely * hint.weights[label] for label, likely in row.items()}
    total = sum(raised.values())
    return {label: value / total for label, value in raised.items()} if total else row
