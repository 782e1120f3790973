"""Quotes: which of the words that a review puts in a person's mouth they really said.

A quote is found where its words follow each other in the text, whatever their case, punctuation,
accents and white space. An ellipsis parts two pieces that stand in this order, not far apart: words
from the two ends of an answer make a sentence that nobody said.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, Protocol, TypeVar

from storybuilder.core.coaching.material import plain
from storybuilder.core.token import Token, tokens_of

FURTHEST = 60
"""Words that may be left out between two pieces: about two sentences."""
_ELLIPSIS = re.compile(r"…|\.{3,}|\. \. \.|\[\s*(?:…|\.{3})\s*\]")


class Quoting(Protocol):
    """What quotes someone."""

    @property
    def quote(self) -> str:
        """The words it says were said."""
        ...


Point = TypeVar("Point", bound=Quoting)


@dataclass(frozen=True, slots=True)
class Placed(Generic[Point]):
    """A point whose quote stands in the text: `text[start_char:end_char]`."""

    point: Point
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class Quoted(Generic[Point]):
    """The points that may be shown, and those that quote what nobody said."""

    kept: tuple[Placed[Point], ...]
    dropped: tuple[Point, ...]


def quoted_in(points: Iterable[Point], text: str) -> Quoted[Point]:
    """Part the points whose quote stands in a text from those that made theirs up."""
    words = _words_of(text)
    kept: list[Placed[Point]] = []
    dropped: list[Point] = []
    for point in points:
        place = words.place_of(point.quote)
        if place is None:
            dropped.append(point)
        else:
            kept.append(Placed(point, *place))
    return Quoted(tuple(kept), tuple(dropped))


def place_of(quote: str, text: str) -> tuple[int, int] | None:
    """Where a quote stands in a text, in characters; None where it does not, or says nothing."""
    return _words_of(text).place_of(quote)


@lru_cache(maxsize=4)
def _words_of(text: str) -> "_Words":
    return _Words(text)


class _Words:
    """The words of a text, to be looked through for many quotes."""

    def __init__(self, text: str) -> None:
        self._tokens = tuple(_spoken(text))
        self._words = [plain(token.lower) for token in self._tokens]

    def place_of(self, quote: str) -> tuple[int, int] | None:
        pieces = [words for piece in _ELLIPSIS.split(quote) if (words := _plain_words(piece))]
        if not pieces:
            return None
        for first in self._starts(pieces[0], 0, len(self._words)):
            end = self._follow(pieces, first)
            if end is not None:
                return self._tokens[first].start_char, self._tokens[end - 1].end_char
        return None

    def _follow(self, pieces: Sequence[Sequence[str]], first: int) -> int | None:
        """Where the last piece ends, if each is found soon after the one before it."""
        end = first + len(pieces[0])
        for piece in pieces[1:]:
            at = next(self._starts(piece, end, end + FURTHEST + 1), None)
            if at is None:
                return None
            end = at + len(piece)
        return end

    def _starts(self, piece: Sequence[str], first: int, end: int) -> Iterator[int]:
        last = min(end, len(self._words) - len(piece) + 1)
        return (
            at
            for at in range(first, last)
            if self._words[at] == piece[0] and self._words[at : at + len(piece)] == piece
        )


def _spoken(text: str) -> Iterator[Token]:
    return (token for token in tokens_of(text) if token.text[0].isalnum())


def _plain_words(text: str) -> list[str]:
    return [plain(token.lower) for token in _spoken(text)]
