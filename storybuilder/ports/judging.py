"""What judging a text and planning an interview need from libraries."""

from collections.abc import Sequence
from typing import Protocol

from storybuilder.core.parts.hint import Hint
from storybuilder.core.plan import Pair, Worth
from storybuilder.core.sentence import LabelledSentence, Sentence


class Labeller(Protocol):
    """Tells which part each sentence tells."""

    def label(
        self, sentences: Sequence[Sentence], hints: Sequence[Hint] = ()
    ) -> tuple[LabelledSentence, ...]:
        """The sentences of one answer, in order, each with its part.

        `hints` has one for each sentence where a draft is at hand.
        """
        ...


class Parser(Protocol):
    """Cuts a text into sentences."""

    def sentences(self, text: str) -> tuple[Sentence, ...]:
        """The sentences of a text, in order; what lies between them is white space."""
        ...


class Planner(Protocol):
    """Finds the best use of a few stories."""

    def pairs(self, worth: Worth, share: int) -> tuple[Pair, ...]:
        """Primary and backup story of each question, so that their worth is the largest there is.

        No story is primary for more than `share` questions, nor backup for more, nor both for one;
        none is told where it is worth 0, and there is no backup without a primary. Without
        stories there are no pairs.
        """
        ...
