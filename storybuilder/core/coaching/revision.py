"""A proposed text against the present one, in pieces that are taken or left one by one.

Taking no piece gives the present text, letter for letter. Taking all gives the words proposed.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from storybuilder.core.coaching.claim import Claim

BRIDGE_WORDS = 2
"""So few unchanged words between two changes read as part of one change."""
_WORDS = re.compile(r"\w+")
_ENDS = r".,;:!?…)\]\"”"
_TOKEN = re.compile(rf"\s*\S+?(?=[{_ENDS}]*(?:\s|\Z))|[{_ENDS}]+")
"""A word with the white space before it, or the signs after one: a sentence may end earlier
without its last word being told as changed."""

_ENDS_SENTENCE = re.compile(r"[.!?…]")


@dataclass(frozen=True, slots=True)
class Kept:
    """Words that stay as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One change: `removed` gives way to `added`; either may be empty. Both with their spaces."""

    number: int
    """Its place among the changes, from 0."""
    removed: str
    added: str
    claims: tuple[Claim, ...] = ()
    """What in it cannot be traced to the person; their places are in the proposed text."""

    @property
    def is_grounded(self) -> bool:
        """Whether everything in it is the person's own."""
        return not self.claims


@dataclass(frozen=True, slots=True)
class Revision:
    """A text and what is proposed for it."""

    segments: tuple[Kept | Piece, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The changes, in order."""
        return tuple(one for one in self.segments if isinstance(one, Piece))

    def with_taken(self, taken: Collection[int]) -> str:
        """The text once these pieces are taken, by their numbers, and the others are left."""
        text = ""
        for one in self.segments:
            words = _words(one, taken)
            joins = not text or not words or text[-1].isspace() or _joins(words)
            text += words if joins else f" {words}"
        return text.strip("\n ")

    def reworded(self, number: int, words: str) -> "Revision":
        """The same with a piece in the person's own words; what they left of the untraced stays so.

        A claim has gone when one of its words has: its place no longer holds.
        """

        def own(piece: Piece) -> Piece:
            left = tuple(one for one in piece.claims if _is_left(one, piece.added, words))
            space = piece.added[: len(piece.added) - len(piece.added.lstrip())]
            return replace(piece, added=f"{space}{words.strip()}", claims=left)

        return Revision(
            tuple(
                own(one) if isinstance(one, Piece) and one.number == number else one
                for one in self.segments
            )
        )

    @property
    def grounded(self) -> frozenset[int]:
        """Numbers of the pieces in which everything is the person's own."""
        return frozenset(piece.number for piece in self.pieces if piece.is_grounded)


def revision(before: str, after: str, claims: Sequence[Claim] = ()) -> Revision:
    """The pieces that lead from one text to the other; `claims` are what is untraced in `after`.

    Each claim is held against every change it touches, or the nearest one: none is lost.
    """
    stretches = list(_stretches(before, after))
    changes = [new for _, new, same in stretches if not same]
    held = [[claim for claim in claims if new in _blamed(claim, changes)] for new in changes]
    segments: list[Kept | Piece] = []
    number = 0
    for old, new, same in stretches:
        if same:
            segments.append(Kept(old.text))
            continue
        segments.append(Piece(number, old.text, new.text, tuple(held[number])))
        number += 1
    return Revision(tuple(segments))


def _joins(words: str) -> bool:
    """Whether words bring the white space before them along, or want none."""
    return words[0].isspace() or re.match(f"[{_ENDS}]", words) is not None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of one of the texts, with its place in it."""

    text: str
    start: int
    end: int


def _blamed(claim: Claim, changes: "Sequence[_Stretch]") -> "list[_Stretch]":
    """The changes that a claim touches; the nearest where it touches none."""

    def distance(change: _Stretch) -> int:
        return max(change.start - claim.end_char, claim.start_char - change.end, 0)

    touched = [one for one in changes if claim.start_char < one.end and one.start < claim.end_char]
    return touched or sorted(changes, key=distance)[:1]


def _is_left(claim: Claim, before: str, after: str) -> bool:
    """Whether all that a text said of a claim is still in it; a claim may reach beyond the text."""
    old, new = (set(_WORDS.findall(text.lower())) for text in (before, after))
    return set(_WORDS.findall(claim.text.lower())) & old <= new


def _words(segment: Kept | Piece, taken: Collection[int]) -> str:
    if isinstance(segment, Kept):
        return segment.text
    return segment.added if segment.number in taken else segment.removed


def _stretches(before: str, after: str) -> Iterator[tuple[_Stretch, _Stretch, bool]]:
    """Both texts side by side, cut where they begin and cease to be the same."""
    old, new = list(_TOKEN.finditer(before)), list(_TOKEN.finditer(after))
    for a, b, c, d, same in _bridged(_runs(old, new)):
        ends = [d] if a < b else _sentence_ends(new, c, d)
        for first, last in pairwise([c, *ends]):
            yield _cut(before, old, a, b), _cut(after, new, first, last), same
    if rest := before[old[-1].end() :] if old else before:
        yield _Stretch(rest, len(before), len(before)), _Stretch("", len(after), len(after)), True


def _sentence_ends(tokens: Sequence[re.Match[str]], first: int, last: int) -> list[int]:
    """Where the sentences of an addition end, so that one can be taken without another."""
    inner = (at + 1 for at in range(first, last - 1) if _ENDS_SENTENCE.match(tokens[at][0]))
    return [*inner, last]


_Run = tuple[int, int, int, int, bool]


def _runs(old: Sequence[re.Match[str]], new: Sequence[re.Match[str]]) -> list[_Run]:
    words = [[token[0].strip() for token in tokens] for tokens in (old, new)]
    # Without junk: frequent words are words too, and the texts are short.
    found = SequenceMatcher(None, words[0], words[1], autojunk=False).get_opcodes()
    return [(a, b, c, d, kind == "equal") for kind, a, b, c, d in found]


def _bridged(runs: Sequence[_Run]) -> Iterator[_Run]:
    """Join changes that a few unchanged words part."""
    held: _Run | None = None
    for place, run in enumerate(runs):
        a, b, c, d, same = run
        inside = 0 < place < len(runs) - 1
        if same and not (inside and b - a <= BRIDGE_WORDS):
            if held is not None:
                yield held
            held = None
            yield run
            continue
        held = (held[0], b, held[2], d, False) if held else (a, b, c, d, False)
    if held is not None:
        yield held


def _cut(text: str, tokens: Sequence[re.Match[str]], first: int, last: int) -> _Stretch:
    if first == last:
        at = tokens[first].start() if first < len(tokens) else len(text)
        return _Stretch("", at, at)
    start, end = tokens[first].start(), tokens[last - 1].end()
    return _Stretch(text[start:end], start, end)
