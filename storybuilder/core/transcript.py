"""A transcript: the words of a take, with their seconds."""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Word:
    """One word as heard, with its time in seconds from the start of the recording."""

    text: str
    start_s: float
    end_s: float
    probability: float | None = None
    """How sure the speech model was, 0 to 1; None when it did not say."""


@dataclass(frozen=True)
class Transcript:
    """Words in the order they were spoken. No word: nothing was understood."""

    words: tuple[Word, ...] = ()
    language: str = "en"
    model: str = ""
    """Name of the speech model that heard it, and where it did if not on this computer."""
    rough_times: bool = False
    """Whether some words have no times of their own and were spread by their length."""

    @cached_property
    def text(self) -> str:
        """The words with one space between them: the text that every report judges."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each word begins in `text`, in characters."""
        starts, at = [], 0
        for word in self.words:
            starts.append(at)
            at += len(word.text) + 1
        return tuple(starts)

    def words_between(self, start_char: int, end_char: int) -> tuple[Word, ...]:
        """The words that begin in a stretch of `text`."""
        return tuple(
            word
            for word, at in zip(self.words, self.starts, strict=True)
            if start_char <= at < end_char
        )
