"""A sentence: the unit that belongs to one part of a story."""

from dataclasses import dataclass

from storybuilder.core.story import Part


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the judged text: `text == judged[start_char:end_char]`."""

    text: str
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledSentence:
    """A sentence with the part it tells; `part` is None for talk that tells none."""

    sentence: Sentence
    part: Part | None
    confidence: float
    """0 to 1."""
    start_s: float | None = None
    end_s: float | None = None
