"""Splitting: a pasted text as the texts of a story, each sentence movable, nothing ever lost.

Headings say where a sentence belongs; where there are none, the learned labels do. Every piece
keeps its place in the text: whatever a piece is moved to, the order of the words stays.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from storybuilder.core.sentence import LabelledSentence, Sentence
from storybuilder.core.token import count_words

Slot = Literal[
    "title", "headline", "situation", "task", "action", "result", "lesson", "must_land", "happened"
]
"""Where a piece goes: the name of a text of a story."""
Split = Callable[[str], Sequence[Sentence]]
Label = Callable[[Sequence[Sentence]], Sequence[LabelledSentence]]

FIRST: Slot = "situation"
"""Where a story begins: talk before the first told part belongs here."""
MOST_TITLE_WORDS = 14
_NAMES: dict[str, tuple[Slot, ...]] = {
    "title": ("title",),
    "headline": ("headline",),
    "summary": ("headline",),
    "situation": ("situation",),
    "background": ("situation",),
    "context": ("situation",),
    "setting": ("situation",),
    "the situation": ("situation",),
    "task": ("task",),
    "challenge": ("task",),
    "problem": ("task",),
    "goal": ("task",),
    "objective": ("task",),
    "my task": ("task",),
    "the task": ("task",),
    "action": ("action",),
    "actions": ("action",),
    "approach": ("action",),
    "action taken": ("action",),
    "actions taken": ("action",),
    "what i did": ("action",),
    "the action": ("action",),
    "result": ("result",),
    "results": ("result",),
    "outcome": ("result",),
    "impact": ("result",),
    "the result": ("result",),
    "lesson": ("lesson",),
    "lessons": ("lesson",),
    "lesson learned": ("lesson",),
    "lessons learned": ("lesson",),
    "learning": ("lesson",),
    "learnings": ("lesson",),
    "reflection": ("lesson",),
    "takeaway": ("lesson",),
    "what i learned": ("lesson",),
    "must land": ("must_land",),
    "must-land line": ("must_land",),
    "when it happened": ("happened",),
    "situation and task": ("situation", "task"),
    "situation & task": ("situation", "task"),
    "situation/task": ("situation", "task"),
    "situation / task": ("situation", "task"),
    "action and result": ("action", "result"),
    "result and lesson": ("result", "lesson"),
}
_LETTERS: dict[str, tuple[Slot, ...]] = {
    "s": ("situation",),
    "t": ("task",),
    "a": ("action",),
    "r": ("result",),
    "l": ("lesson",),
}
_ENOUGH_LETTERS = 3
"""One line that begins with "A -" is a list; three different letters of STAR are headings."""
_NAMED = "|".join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True))
_HEADING = re.compile(
    rf"^[ \t]*(?:#{{1,6}}[ \t]*)?(?:\d{{1,2}}[.)][ \t]+)?(?:[-*•][ \t]+)?(?:\*\*|__|\(|\[)?[ \t]*"
    rf"(?:(?P<name>{_NAMED})(?:[ \t]*\([^()\n]{{0,20}}\))?|(?P<letter>[STARL]))[ \t]*"
    r"(?P<sign>[ \t]+[-–—]|(?::|\)|\]|\.)?(?:\*\*|__)?[ \t]*[:.]?)(?=[ \t]|$)[ \t]*",
    re.IGNORECASE | re.MULTILINE,
)
_APART = re.compile(r"\n[ \t]*\n")
"""An empty line sets a title apart from the text below it."""
_TITLE = re.compile(r"^[ \t]*#{1,6}[ \t]+(?=\S)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence of the pasted text, where it stands there, and what it will belong to."""

    text: str
    start_char: int
    end_char: int
    slot: Slot
    opens_line: bool = False
    """Whether a line of the text begins with it."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the text under one heading; no slots where nothing is said of where it goes."""

    start_char: int
    end_char: int
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class Parted:
    """The pieces of a text, in the order of the text, and the headings that stood between them."""

    pieces: tuple[Piece, ...]
    headings: tuple[str, ...] = ()

    def text_of(self, slot: Slot) -> str:
        """What belongs there, in the order of the text; lines begin where they began."""
        told = ""
        for piece in self.of(slot):
            told += ("\n" if piece.opens_line else " ") * bool(told) + piece.text
        return told

    def of(self, slot: Slot) -> tuple[Piece, ...]:
        """The pieces that belong there."""
        return tuple(piece for piece in self.pieces if piece.slot == slot)

    def moved(self, start_char: int, slot: Slot) -> "Parted":
        """The piece that begins there sent to another slot; the rest stays."""
        pieces = tuple(
            replace(piece, slot=slot) if piece.start_char == start_char else piece
            for piece in self.pieces
        )
        return replace(self, pieces=pieces)

    def moved_from(self, start_char: int, slot: Slot) -> "Parted":
        """The cut moved: that piece and those after it in its slot, up to the next other one."""
        at = next(i for i, piece in enumerate(self.pieces) if piece.start_char == start_char)
        here, end = self.pieces[at].slot, at
        while end < len(self.pieces) and self.pieces[end].slot == here:
            end += 1
        run = tuple(replace(piece, slot=slot) for piece in self.pieces[at:end])
        return replace(self, pieces=(*self.pieces[:at], *run, *self.pieces[end:]))


def part_text(text: str, split: Split, label: Label) -> Parted:
    """Cut a text into pieces: by its headings, and by the labels where there are none.

    Every character that is no white space is in exactly one piece or one heading.
    """
    sections, headings = sections_of(text)
    pieces: list[Piece] = []
    for section in sections:
        pieces += _pieces(text, section, split, label, pieces[-1].slot if pieces else FIRST)
    return Parted(tuple(pieces), headings)


def sections_of(text: str) -> tuple[tuple[Section, ...], tuple[str, ...]]:
    """The stretches between headings, and the headings themselves."""
    found = _headings(text)
    before = _preamble(text, found[0].start() if found else len(text), bool(found))
    ends = [match.start() for match in found[1:]] + [len(text)]
    after = [
        Section(match.end(), end, _slots(match)) for match, end in zip(found, ends, strict=False)
    ]
    titled = [text[: before[0].start_char].strip()] if before and before[0].slots else []
    headings = [mark for mark in titled if mark] + [match[0].strip() for match in found]
    return (*before, *after), tuple(headings)


def _headings(text: str) -> list[re.Match[str]]:
    """The headings; letters count once enough of them head a line."""
    found = [match for match in _HEADING.finditer(text) if _heads(text, match)]
    letters = {match["letter"].lower() for match in found if match["letter"]}
    enough = len(letters & {"s", "t", "a", "r"}) >= _ENOUGH_LETTERS
    return [match for match in found if match["name"] or enough]


def _heads(text: str, match: re.Match[str]) -> bool:
    """A name followed by a sign, marked as a heading, or alone on its line; else it is prose."""
    signed = bool(match["sign"].strip())
    if match["letter"]:
        return signed
    ends_line = match.end() == len(text) or text[match.end()] == "\n"
    return (signed and match["sign"].strip() != ".") or ends_line


def _slots(match: re.Match[str]) -> tuple[Slot, ...]:
    return _NAMES[match["name"].lower()] if match["name"] else _LETTERS[match["letter"].lower()]


def _preamble(text: str, end: int, headed: bool) -> tuple[Section, ...]:
    """What stands before the first heading: a title if it is marked or short, then free text."""
    first = re.match(r"\s*", text[:end])
    start = first.end() if first else 0
    line_end = text.find("\n", start, end)
    line_end = end if line_end < 0 else line_end
    mark = _TITLE.match(text, start)
    line = text[start:line_end].strip()
    short = 0 < count_words(line) <= MOST_TITLE_WORDS and line[-1:] not in ".!?,;:"
    rest = text[line_end:end]
    alone = headed if not rest.strip() else _APART.match(rest)
    if start >= end or not (mark or (short and alone)):
        return (Section(0, end),) if start < end else ()
    title = Section(mark.end() if mark else start, line_end, ("title",))
    return (title, Section(line_end, end))


def _pieces(
    text: str, section: Section, split: Split, label: Label, before: Slot
) -> Iterator[Piece]:
    """The sentences of one section; talk stays with what it follows."""
    body, offset = text[section.start_char : section.end_char], section.start_char
    sentences = tuple(split(body))
    slots = section.slots[0] if section.slots else before
    for sentence, found in zip(sentences, _found(sentences, section.slots, label), strict=True):
        slots = found or slots
        start = offset + sentence.start_char
        opens = "\n" in text[:start][len(text[:start].rstrip()) :]
        yield Piece(sentence.text, start, offset + sentence.end_char, slots, opens)


def _found(
    sentences: Sequence[Sentence], slots: tuple[Slot, ...], label: Label
) -> Sequence[Slot | None]:
    """What headings and labels say of each sentence; None where neither says anything."""
    if len(slots) == 1 or not sentences:
        return [*slots] * len(sentences)
    told: list[Slot | None] = [
        one.part.value if one.part is not None else None for one in label(sentences)
    ]
    return [slot if not slots or slot in slots else None for slot in told]
