"""A take against its draft: which figures were said, missed or changed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from storybuilder.core.quantities.measure import in_unit
from storybuilder.core.quantities.quantity import Quantity, find_quantities
from storybuilder.core.story import Story


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that was said differently from how it was drafted."""

    drafted: str
    said: str
    start_char: int
    """Where it was said, in the judged text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """The draft's figures, as they are written there."""

    said: tuple[str, ...]
    missed: tuple[str, ...]
    changed: tuple[Change, ...]


_NEARLY = 1e-6


@dataclass(frozen=True, slots=True)
class _Figure:
    """One number with its unit; `words` stands in where there is no number ("half")."""

    value: float | None
    unit: str
    words: str


def compare_with_draft(story: Story, quantities: Sequence[Quantity]) -> Drafted:
    """Which figures of the draft were said, missed or changed.

    Figures are compared by value and unit, so "thirty-two percent" is "32 %" and "120 minutes"
    are "two hours". One counts as changed only when kind and unit agree and the said figure
    stands for no other figure of the draft.
    """
    drafted = _distinct(find_quantities(story.spoken_text))
    heard = [figure for quantity in quantities for figure in _figures(quantity)]
    said = [one for one in drafted if all(_is_among(f, heard) for f in _figures(one))]
    free = _unclaimed(quantities, said)
    missed, changed = [], []
    for one in (one for one in drafted if one not in said):
        other = next((q for q in free if q.kind == one.kind and _is_variant(one, q)), None)
        if other is None:
            missed.append(one.text)
        else:
            free.remove(other)
            changed.append(Change(one.text, other.text, other.start_char))
    return Drafted(
        said=tuple(one.text for one in said), missed=tuple(missed), changed=tuple(changed)
    )


def _figures(quantity: Quantity) -> Iterator[_Figure]:
    words = quantity.text.lower().split()[-1]
    yield _Figure(quantity.value, quantity.unit, words)
    if quantity.baseline is not None:
        yield _Figure(quantity.baseline, quantity.unit, words)


def _distinct(quantities: Iterable[Quantity]) -> list[Quantity]:
    """Each figure once, however often the draft repeats it."""
    kept: dict[tuple[_Figure, ...], Quantity] = {}
    for quantity in quantities:
        kept.setdefault(tuple(_figures(quantity)), quantity)
    return list(kept.values())


def _is_among(figure: _Figure, heard: Iterable[_Figure]) -> bool:
    return any(_is_same(figure, other) for other in heard)


def _is_same(one: _Figure, other: _Figure) -> bool:
    if one.value is None or other.value is None:
        return one.value is other.value and one.words == other.words
    converted = in_unit(one.value, one.unit, other.unit)
    return converted is not None and abs(converted - other.value) <= _NEARLY * max(
        1.0, abs(converted)
    )


def _unclaimed(quantities: Iterable[Quantity], said: Sequence[Quantity]) -> list[Quantity]:
    """What was said and stands for no figure of the draft."""
    claimed = [figure for one in said for figure in _figures(one)]
    return [q for q in quantities if not all(_is_among(f, claimed) for f in _figures(q))]


def _is_variant(one: Quantity, other: Quantity) -> bool:
    """The same kind of figure with another value; a bare count could be anything."""
    known = one.value is not None and other.value is not None
    return known and one.unit == other.unit and bool(one.unit)
