"""Beats: the sentences of a draft, each one step of the story."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from storybuilder.core.sentence import Sentence
from storybuilder.core.story import Part, Story

Split = Callable[[str], Sequence[Sentence]]
"""Cuts a text into its sentences."""


@dataclass(frozen=True, slots=True)
class Beat:
    """A sentence of the draft, and where a take says it."""

    text: str
    part: Part
    span: tuple[int, int] | None = None
    """Start and end in the judged text; None if it was not said, or not looked for yet."""
    has_content: bool = True
    """Whether it holds a word that could be found again."""

    @property
    def said(self) -> bool | None:
        """Whether enough of it was said in one place; None where nobody could tell."""
        return True if self.span else (False if self.has_content else None)


def lines_of(text: str) -> tuple[Sentence, ...]:
    """Every line as one sentence: for a draft that nobody cut better."""
    sentences, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            sentences.append(Sentence(line, at, at + len(line)))
        at += len(line) + 1
    return tuple(sentences)


def beats_of(story: Story, split: Split = lines_of) -> tuple[Beat, ...]:
    """The sentences of a draft in telling order."""
    return tuple(
        Beat(sentence.text, part) for part in Part for sentence in split(story.text_of(part))
    )
