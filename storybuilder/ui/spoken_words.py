"""A transcript as it is listened to: which words its runs are, and when each is heard. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from storybuilder.core.transcript import Transcript
from storybuilder.ui.labels import units
from storybuilder.ui.report_rows import Mark, Passage, Run

BETWEEN: tuple[Mark, ...] = ("pause", "possible")
"""What stands between the words and is none."""
AFTER_S = 0.5
"""A word counts as heard for so long after its end; in shorter gaps the eye would lose it."""
BACK_S = 1.0
"""A mark that began less than this ago is where one is, not the one before."""
LONG_WORDS = 120
"""A passage of more words is broken where a sentence ends: a long one is slow to draw anew."""
_ENDS = (".", "!", "?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run within one word: a word, a part of one, or what lies between two."""

    run: Run
    word: int | None
    """Its place in the transcript; None for what lies between."""
    at_s: float
    """Where a click on it begins to play."""
    marks: bool
    """Whether a mark begins here."""


def pieces(passage: Passage, words: Transcript) -> tuple[Piece, ...]:
    """A passage cut at its words."""
    found: list[Piece] = []
    char = passage.start_char
    for run in passage.runs:
        if run.mark in BETWEEN:
            found.append(Piece(run, None, _silent_from_s(words, char), marks=True))
            continue
        whole = replace(run, text=units(run.text))
        for place, (first, end) in enumerate(_cuts(char, char + len(run.text), words.starts)):
            word = max(0, bisect_right(words.starts, first) - 1)
            part = replace(whole, text=whole.text[first - char : end - char])
            marks = bool(run.mark) and place == 0
            found.append(Piece(part, word, words.words[word].start_s, marks))
        char += len(run.text)
    return tuple(found)


def paragraphs(found: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    """The pieces of a passage, a long one in several parts."""
    here: list[Piece] = []
    for piece in found:
        here.append(piece)
        if len(here) >= LONG_WORDS and piece.run.text.rstrip().endswith(_ENDS):
            yield tuple(here)
            here = []
    if here:
        yield tuple(here)


def word_heard(words: Transcript, at_s: float) -> int | None:
    """Which word is heard at a second; None in a silence."""
    at = bisect_right(words.words, at_s, key=lambda word: word.start_s) - 1
    return at if at >= 0 and at_s <= words.words[at].end_s + AFTER_S else None


def next_mark(marks: Sequence[float], at_s: float) -> float | None:
    """The second of the next mark; None after the last."""
    return next((mark for mark in marks if mark > at_s + 0.05), None)


def mark_before(marks: Sequence[float], at_s: float) -> float:
    """The second of the mark before; the beginning, before the first."""
    return max((mark for mark in marks if mark < at_s - BACK_S), default=0.0)


def _cuts(first: int, end: int, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """A stretch of characters, cut where a word begins."""
    inside = starts[bisect_right(starts, first) : bisect_left(starts, end)]
    return pairwise((first, *inside, end))


def _silent_from_s(words: Transcript, char: int) -> float:
    """When the silence before the word at a character begins."""
    before = bisect_left(words.starts, char) - 1
    return words.words[before].end_s if before >= 0 else 0.0
