"""A report: everything measured about one take or text, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass

from storybuilder.core.delivery import Delivery
from storybuilder.core.drafted import Drafted
from storybuilder.core.finding import Finding
from storybuilder.core.length import Length
from storybuilder.core.ownership import Ownership
from storybuilder.core.part_measure import PartMeasure
from storybuilder.core.quantity import Quantity
from storybuilder.core.sentence import LabelledSentence
from storybuilder.core.story import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All character positions index `text`. Seconds are None where only a text was judged."""

    file: str
    text: str
    words: int
    duration_s: float | None
    estimated_duration_s: float
    """Time to say the words at the set pace."""
    length: Length
    sentences: tuple[LabelledSentence, ...]
    parts: Mapping[Part, PartMeasure]
    quantities: tuple[Quantity, ...]
    delivery: Delivery
    ownership: Ownership
    drafted: Drafted | None
    """None when there was no draft to compare with."""
    findings: tuple[Finding, ...]
    """In order of value to the next take."""

    @property
    def missing(self) -> tuple[Part, ...]:
        """Parts that are not told at all, in telling order."""
        return tuple(part for part in Part if not self.parts[part].present)

    @property
    def quantified_result(self) -> bool:
        """Whether any quantity tells an outcome."""
        return any(quantity.is_result for quantity in self.quantities)

    @property
    def fix(self) -> Finding | None:
        """The one finding to work on in the next take."""
        return next((finding for finding in self.findings if finding.severity == "fix"), None)
