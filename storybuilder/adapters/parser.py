"""Sentences, by spaCy's rule-based sentence finder with additions for drafts and speech."""

import re
from collections.abc import Iterator
from threading import Lock
from typing import TYPE_CHECKING

from storybuilder.core.sentence import Sentence

if TYPE_CHECKING:
    from spacy.language import Language

_MOST_WORDS_UNCUT = 40
"""Speech without punctuation longer than this is cut where a new step begins."""
_LEAST_WORDS = 5
"""No piece of a cut is shorter."""
_STEPS = (
    "so then",
    "then i",
    "then we",
    "and then",
    "after that",
    "as a result",
    "in the end",
    "eventually",
    "my task was",
    "my job was",
    "my role was",
    "what i did(?! not)",
    "so i",
    "so we",
    "and so",
    "since then",
)
_STEP = re.compile(
    rf"(?<=\s)(?:(?:and|so|but|and so) )?(?:{'|'.join(_STEPS)})\b".replace(" ", r"\s+"),
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|approx|vs|cf|incl|no|dr|mr|mrs|ms|prof|sr|jr|st|inc|ltd|co|corp|dept"
    r"|fig|est|min|max|a\.m|p\.m)|\b(?<!['’])(?-i:[A-Z]))\.$",
    re.IGNORECASE,
)
"""An initial is a capital on its own: the s of "Brigid's." is none."""
_NEVER_LAST = re.compile(r"\b(?:e\.g|i\.e|approx|vs|cf|incl|dr|mr|mrs|ms|prof)\.$", re.IGNORECASE)
_BEFORE_A_NUMBER = re.compile(r"\b(?:no|fig)\.$", re.IGNORECASE)
_STARTER = (
    r"(?:I|We|He|She|It|They|You|The|This|That|These|There|Then|So|But|And|My|Our|Their|After|In|On"
    r"|At|When|While|As|For|First|Next|Finally|Eventually|Because|One|What|To)\b"
)
"""Words that begin sentences: after "Inc." or "p.m." they tell an end from an abbreviation."""
_STARTS = re.compile(_STARTER)
_ENDS_AFTER_ABBREVIATION = re.compile(
    r"(?:\b(?i:etc|inc|ltd|co|corp|a\.m|p\.m|ph\.?d)|\b(?<!\.)[B-HJ-Z]|[a-z]\s+I"
    rf"|\d\s?(?i:[kmbsg]|bn|[km]b|ms|min))\.(?=\s+{_STARTER})|\w['’][ST]\.(?=\s)"
)
"""Also after "didn't I." and "I CAN'T.", and after a unit: spaCy takes the m of "£1.3m." for an
initial."""
_OPENER = re.compile(r"(?<=\s)(?:[(\[“‘\"]|\*{1,2})$")
"""Two stars open a heading in notes: "**Task:**"."""
_WORDS = re.compile(r"\S+")
_TELLS = re.compile(r"[^\W\d_]|\d\S*\s[^\n]*\d")
"""A letter, or two figures: "214 → 6" is a sentence, "1." and "..." are none."""
_LIST_NUMBER = re.compile(r"\d{1,3}[.)]")
_LINE = re.compile(r"[^\n]+")


class SpacyParser:
    """Cuts English text into sentences. Loaded at first use, once; safe in several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._language: Language | None = None

    def sentences(self, text: str) -> tuple[Sentence, ...]:
        """The sentences of a text, in order; what lies between them is white space.

        A line end always ends a sentence, so that bullets stay apart.
        """
        spans = [span for line in _LINE.finditer(text) for span in self._of_line(text, line)]
        return tuple(Sentence(text[a:b], a, b) for a, b in _with_signs(text, spans))

    def _of_line(self, text: str, line: re.Match[str]) -> Iterator[tuple[int, int]]:
        pieces = _rejoined(text, list(_openers_moved(text, self._found(line[0], line.start()))))
        for start, end in _parted_after_abbreviations(text, pieces):
            yield from _cut(text, start, end)

    def _found(self, line: str, offset: int) -> Iterator[tuple[int, int]]:
        # One pipeline is shared: its vocabulary grows while it reads, so readers take turns.
        with self._lock:
            spans = [(s.start_char, s.end_char) for s in self._loaded()(line).sents]
        for start, end in spans:
            yield from _stripped(line, start, end, offset)

    def _loaded(self) -> "Language":
        if self._language is None:
            import spacy

            language = spacy.blank("en")
            language.add_pipe("sentencizer")
            self._language = language
        return self._language


def _stripped(text: str, start: int, end: int, offset: int = 0) -> Iterator[tuple[int, int]]:
    """A stretch without the white space around it; nothing if it is all white space."""
    core = text[start:end].strip()
    if core:
        start += text[start:end].index(core)
        yield offset + start, offset + start + len(core)


def _openers_moved(text: str, spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Brackets and quotes that open a sentence belong to it, not to the one before."""
    opened: re.Match[str] | None = None
    for found_start, found_end in spans:
        start = found_start if opened is None else opened.start()
        opened = _OPENER.search(text, start, found_end)
        yield from _stripped(text, start, found_end if opened is None else opened.start())
    if opened is not None:
        yield opened.span()


def _rejoined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces parted after an abbreviation or inside a figure, made whole again."""
    whole: list[tuple[int, int]] = []
    for start, end in spans:
        if whole and _continues(text, whole[-1], start):
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return whole


def _continues(text: str, before: tuple[int, int], start: int) -> bool:
    if before[1] == start:
        return True
    if not _ABBREVIATED.search(text, *before):
        return False
    if _BEFORE_A_NUMBER.search(text, *before):
        return text[start].isdigit()
    return bool(_NEVER_LAST.search(text, *before)) or not _STARTS.match(text, start)


def _parted_after_abbreviations(
    text: str, spans: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """ "Acme Inc. Then I left": spaCy keeps the point with the abbreviation and sees no end."""
    for start, end in spans:
        at = start
        for match in _ENDS_AFTER_ABBREVIATION.finditer(text, start, end):
            yield from _stripped(text, at, match.end())
            at = match.end()
        yield from _stripped(text, at, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A long stretch without punctuation, cut before the words that begin a new step."""
    if len(_WORDS.findall(text, start, end)) <= _MOST_WORDS_UNCUT:
        yield start, end
        return
    at = start
    for step in _STEP.finditer(text, start, end):
        enough = len(_WORDS.findall(text, at, step.start())) >= _LEAST_WORDS
        if enough and len(_WORDS.findall(text, step.start(), end)) >= _LEAST_WORDS:
            yield from _stripped(text, at, step.start())
            at = step.start()
    yield at, end


def _with_signs(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces that tell nothing ("-", "...", "1.") joined to a neighbour."""
    kept: list[tuple[int, int]] = []
    opened: int | None = None
    for found_start, end in spans:
        start = found_start if opened is None else opened
        opened = None
        if _TELLS.search(text, start, end):
            kept.append((start, end))
        elif kept and not _LIST_NUMBER.fullmatch(text, start, end):
            kept[-1] = (kept[-1][0], end)
        else:
            opened = start
    if opened is not None:
        kept.append((opened, spans[-1][1]))
    return kept
