"""Frameworks: the words in which an employer names what it looks for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from storybuilder.core.competency import Competency

NEUTRAL, OWN = "neutral", "own"
MOST_ITEMS = 40
"""Of a framework of the person's own; the longest in use has 16."""


@dataclass(frozen=True, slots=True)
class Item:
    """One principle or behaviour of an employer, and the competencies that show it, best first."""

    id: str
    label: str
    meaning: str
    """In one line, in our words."""
    competencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Framework:
    """A named set of them; `source` says where the names were read."""

    id: str
    name: str
    source: str
    items: tuple[Item, ...]

    def items_of(self, competency: str) -> tuple[Item, ...]:
        """The items that a competency shows, those it shows best first.

        Of two that it shows equally well, the one that fewer others show comes first.
        """
        found = [item for item in self.items if competency in item.competencies]
        return tuple(
            sorted(
                found,
                key=lambda item: (item.competencies.index(competency), len(item.competencies)),
            )
        )


class FrameworkMisfit(ValueError):
    """Why a text is no framework, as a sentence that completes "the framework ..."."""


def neutral(competencies: Sequence[Competency]) -> Framework:
    """Our own words: every competency is an item of its own."""
    items = tuple(Item(one.id, one.label, f"{one.shows}.", (one.id,)) for one in competencies)
    return Framework(NEUTRAL, "Neutral", "the competencies of this program", items)


def framework_label(framework: Framework, competency: Competency) -> str:
    """What an employer calls a competency: the item that it shows best.

    Where another competency shows that item better, ours follows in brackets, so that no two
    share a label; ours alone where the framework has no word for it.
    """
    items = framework.items_of(competency.id)
    if not items:
        return competency.label
    best = items[0]
    leads = best.competencies[0] == competency.id
    return best.label if leads else f"{best.label} ({competency.label.lower()})"


def own_framework(text: str, competencies: Sequence[Competency]) -> Framework:
    """A framework of the person's own: lines like "Customers first: customer focus, integrity".

    Competencies go by label or id. Raises FrameworkMisfit.
    """
    ids = {name.casefold(): one.id for one in competencies for name in (one.id, one.label)}
    lines = [(at, line.strip()) for at, line in enumerate(text.splitlines(), 1) if line.strip()]
    if not lines:
        raise FrameworkMisfit("has no lines")
    if len(lines) > MOST_ITEMS:
        raise FrameworkMisfit(f"has more than {MOST_ITEMS} lines")
    items = tuple(_item(at, line, ids) for at, line in lines)
    labels = [item.label.casefold() for item in items]
    for (at, _), label in zip(lines, labels, strict=True):
        if labels.count(label) > 1:
            raise FrameworkMisfit(f"names the item of line {at} twice")
    return Framework(OWN, "Your own", "written by you", items)


def _item(at: int, line: str, ids: dict[str, str]) -> Item:
    label, colon, rest = (piece.strip() for piece in line.rpartition(":"))
    named = [name.strip().casefold() for name in rest.split(",") if name.strip()]
    if not colon or not label or not named:
        raise FrameworkMisfit(f"lacks a name, a colon or a competency in line {at}")
    if not set(named) <= ids.keys():
        raise FrameworkMisfit(f"names a competency in line {at} that there is not")
    found = tuple(dict.fromkeys(ids[name] for name in named))
    slug = re.sub(r"\W+", "_", label.casefold()).strip("_")
    return Item(slug or f"line_{at}", label, "", found)
