"""Everything measured about one answer, before it is judged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from storybuilder.core.delivery import Delivery, second_of
from storybuilder.core.drafted import Drafted
from storybuilder.core.length import Length
from storybuilder.core.ownership import Ownership
from storybuilder.core.parts.part_measure import PartMeasure
from storybuilder.core.quantities.quantity import Quantity
from storybuilder.core.sentence import LabelledSentence
from storybuilder.core.story import Part
from storybuilder.core.threshold import Thresholds
from storybuilder.core.transcript import Transcript

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What the findings are drawn from. All character positions index `text`."""

    text: str
    labelled: tuple[LabelledSentence, ...]
    parts: Mapping[Part, PartMeasure]
    quantities: tuple[Quantity, ...]
    length: Length
    delivery: Delivery
    ownership: Ownership
    thresholds: Thresholds
    drafted: Drafted | None = None
    transcript: Transcript | None = None
    question: str = ""
    happened: str = ""
    """When the story happened, as the person wrote it."""
    today: date | None = None
    """None leaves the age of the story unjudged."""

    def told(self, *parts: Part) -> tuple[LabelledSentence, ...]:
        """The sentences that tell these parts."""
        return tuple(sentence for sentence in self.labelled if sentence.part in parts)

    def spans(self, *parts: Part) -> Spans:
        """Where these parts stand in the text."""
        return tuple((s.sentence.start_char, s.sentence.end_char) for s in self.told(*parts))

    def start_of(self, *parts: Part) -> float | None:
        """The second at which the first of these parts begins; None in a text."""
        return next((sentence.start_s for sentence in self.told(*parts)), None)

    def share(self, *parts: Part) -> float:
        """What these parts take of the answer, 0 to 1."""
        return sum(self.parts[part].share for part in parts)

    def second_at(self, char: int) -> float | None:
        """When the word at a character begins; None in a text."""
        return second_of(self.transcript, char) if self.transcript else None
