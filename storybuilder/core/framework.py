"""Frameworks: the words in which an employer names what it looks for."""

from dataclasses import dataclass


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
        """The items that a competency shows, those it shows best first."""
        found = [item for item in self.items if competency in item.competencies]
        return tuple(sorted(found, key=lambda item: item.competencies.index(competency)))
