"""The must-land line: the one sentence that a listener is to remember, and how it was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from storybuilder.core.drafts.rarity import Weights
from storybuilder.core.drafts.stretch import stretch_of
from storybuilder.core.drafts.term import Term, stem
from storybuilder.core.sentence import Sentence
from storybuilder.core.token import Token, tokens_of

Landing = Literal["said", "differently", "not_said"]

DIFFERENTLY = 0.5
"""From this share of its weight on, the line was said in other words."""
FEWEST_TERMS = 2
"""One word of a longer line is no line."""
WORD_FOR_WORD = 0.8
"""From this share of its words on, in their order, the line was said."""
_SPARE_ROOM = 2.0
"""A sentence that is longer than this times the line is not shown whole."""
_CONTRACTED = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}


@dataclass(frozen=True, slots=True)
class MustLand:
    """The line as drafted and what became of it."""

    drafted: str
    landing: Landing
    said: str = ""
    """The words that were said for it; empty if it was not said."""
    start_char: int | None = None
    """Where these words begin in the judged text."""


def land(
    line: str,
    weights: Weights,
    text: str,
    sentences: Sequence[Sentence],
    heard: Sequence[Term],
) -> MustLand:
    """Look for the line in a text. `weights` are those of its terms, `heard` the text's terms."""
    if not weights:
        return _plainly(line, text)
    stretch = stretch_of(weights, heard)
    fewest = min(FEWEST_TERMS, len(weights))
    if stretch is None or stretch.coverage < DIFFERENTLY or stretch.terms < fewest:
        return MustLand(line, "not_said")
    start, end = _whole(stretch.start_char, stretch.end_char, sentences)
    figures = {key for key in weights if key.startswith("#")}
    held = {term.key for term in heard if start <= term.start_char < end}
    verbatim = figures <= held and _in_order(line, text[start:end]) >= WORD_FOR_WORD
    if end - start > _SPARE_ROOM * len(line):
        start, end = stretch.start_char, stretch.end_char
    return MustLand(line, "said" if verbatim else "differently", text[start:end], start)


def _plainly(line: str, text: str) -> MustLand:
    """A line of small words only: it was said if it stands there, word for word."""
    wanted = [token.lower for token in _words(line)]
    tokens = _words(text)
    heard = [token.lower for token in tokens]
    for at in range(len(heard) - len(wanted) + 1 if wanted else 0):
        if heard[at : at + len(wanted)] == wanted:
            start, end = tokens[at].start_char, tokens[at + len(wanted) - 1].end_char
            return MustLand(line, "said", text[start:end], start)
    return MustLand(line, "not_said")


def _words(text: str) -> list[Token]:
    return [token for token in tokens_of(text) if token.text[0].isalnum()]


def _whole(start: int, end: int, sentences: Sequence[Sentence]) -> tuple[int, int]:
    """The sentences that a stretch touches."""
    touched = [s for s in sentences if s.start_char < end and start < s.end_char]
    if not touched:
        return start, end
    return min(start, touched[0].start_char), max(end, touched[-1].end_char)


def _in_order(line: str, said: str) -> float:
    """The share of the line's words that were said in the line's order."""
    wanted, heard = _spelled_out(line), _spelled_out(said)
    row = [0] * (len(heard) + 1)
    for word in wanted:
        before = 0
        for at, other in enumerate(heard, 1):
            before, row[at] = row[at], before + 1 if word == other else max(row[at], row[at - 1])
    return row[-1] / len(wanted) if wanted else 0.0


def _spelled_out(text: str) -> list[str]:
    """The words by their stems, "don't" as "do not"."""
    words = []
    for token in _words(text):
        ending = next((short for short in _CONTRACTED if token.lower.endswith(short)), "")
        words.append(stem(token.lower.removesuffix(ending)))
        words += [_CONTRACTED[ending]] if ending else []
    return words
