"""Suggestions: which competencies a question or a story is likely about, and the words why."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One competency that a text is likely about."""

    id: str
    score: float
    """0 to 1: how likely."""
    evidence: tuple[tuple[int, int], ...]
    """Spans of the text, in characters, that speak for it most."""


Suggester = Callable[[str], tuple[Suggestion, ...]]
"""The likely competencies of a text, best first; none for a text that says nothing."""


def evidence_words(text: str, suggestion: Suggestion) -> tuple[str, ...]:
    """The words of a text that speak for a suggestion, each once."""
    return tuple(dict.fromkeys(text[start:end] for start, end in suggestion.evidence))
