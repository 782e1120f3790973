"""Duplicates: a story that is there already, under another id."""

from collections import Counter
from collections.abc import Iterable

from storybuilder.core.story import Story
from storybuilder.core.token import tokens_of

NEARLY = 0.85
"""Of the words of both, this share in common is nearly the same text: a few corrections."""


def duplicate_of(story: Story, others: Iterable[Story]) -> Story | None:
    """The one with the same title and nearly the same text; None if there is none."""
    title, words = _folded(story.title), _words(story)
    for other in others:
        if _folded(other.title) == title and _shared(words, _words(other)) >= NEARLY:
            return other
    return None


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())


def _words(story: Story) -> Counter[str]:
    return Counter(token.lower for token in tokens_of(story.spoken_text))


def _shared(one: Counter[str], other: Counter[str]) -> float:
    """Twice what is common, of all words of both; 1 where neither has any."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0
