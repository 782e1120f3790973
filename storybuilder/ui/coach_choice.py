"""What a person chose of a coach's proposal: pieces taken, pieces in words of their own. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from storybuilder.core.coaching.revision import Revision
from storybuilder.core.story import Story


@dataclass(frozen=True, slots=True)
class Chosen:
    """The proposals for the fields of a story, and which of their pieces were taken."""

    revisions: Mapping[str, Revision]
    taken: Mapping[str, frozenset[int]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many pieces are taken."""
        return sum(map(len, self.taken.values()))

    @property
    def pieces(self) -> int:
        """How many there are."""
        return sum(len(one.pieces) for one in self.revisions.values())

    @property
    def untraced(self) -> int:
        """How many of them say what the person never did."""
        return sum(not piece.is_grounded for one in self.revisions.values() for piece in one.pieces)

    @property
    def left_of_own(self) -> int:
        """How many pieces are the person's own and not taken yet."""
        return sum(
            len(one.grounded - self.taken.get(name, frozenset()))
            for name, one in self.revisions.items()
        )

    def is_taken(self, name: str, number: int) -> bool:
        """Whether a piece is taken."""
        return number in self.taken.get(name, ())

    def turned(self, name: str, number: int) -> "Chosen":
        """With a piece taken that was not, or the other way round."""
        pieces = self.taken.get(name, frozenset()) ^ {number}
        return replace(self, taken={**self.taken, name: pieces})

    def with_own(self) -> "Chosen":
        """With every piece taken that is the person's own."""
        return replace(
            self,
            taken={
                name: self.taken.get(name, frozenset()) | one.grounded
                for name, one in self.revisions.items()
            },
        )

    def reworded(self, name: str, number: int, words: str) -> "Chosen":
        """With a piece in the person's words, and taken if nothing untraced is left in it."""
        revised = self.revisions[name].reworded(number, words)
        taken = self.taken.get(name, frozenset()) - {number}
        if number in revised.grounded:
            taken |= {number}
        return Chosen({**self.revisions, name: revised}, {**self.taken, name: taken})

    def applied(self, story: Story) -> Story:
        """The story as it would be."""
        texts = {
            name: one.with_taken(self.taken[name])
            for name, one in self.revisions.items()
            if self.taken.get(name)
        }
        return replace(story, **texts)  # type: ignore[arg-type]  # names are fields of a story
