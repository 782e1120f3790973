"""Words of a sentence as the judgement of parts sees them: however they are spelled or said."""

import re
from collections.abc import Iterable, Sequence

from storybuilder.core.token import word_set

NUMBER = "#"
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d[\d,.]*|[$£€%]")
_SIGNS = word_set("$ £ € % percent")
_NUMBER_WORDS = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "thousand million half third quarter double twice dozen"
)
_HUNDRED_AND = re.compile(r"\b(hundred|thousand|million) and\b")
_SOUNDS = word_set("um uh er erm hmm uhm")
_STARTERS = word_set("so well okay ok and but right basically actually now")
_LEAST_WORDS = 3
"""Shorter sentences keep their start: "So yeah" is all they say."""
_BRITISH = (
    (re.compile(r"([^aeiou]|[aeiou]r|al)is(e[sd]?|ing|ers?|ations?(?:al)?)(?='|$)"), r"\1iz\2"),
    (re.compile(r"(anal|paral|catal)ys(e[sd]?|ing|ers?)$"), r"\1yz\2"),
    (re.compile(r"(col|fav|behavi|neighb|lab|hon|rum|hum|harb|flav)our"), r"\1or"),
    (re.compile(r"(trave|cance|labe|mode|counse|fue|signa)ll(ed|ing|ers?)$"), r"\1l\2"),
    (re.compile(r"^(cent|met|theat|lit)re(s?)$"), r"\1er\2"),
    (re.compile(r"^programme(s?)$"), r"program\1"),
    (re.compile(r"^learnt$"), "learned"),
)


def words_of(text: str) -> list[str]:
    """The words in lower case, fillers left out; every number is the same word."""
    lower = text.lower().replace("’", "'").replace("per cent", "percent")
    lower = _HUNDRED_AND.sub(r"\1", lower)
    return without_fillers(_numbered(map(_spelled, _WORD.findall(lower))))


def without_fillers(words: Sequence[str]) -> list[str]:
    """The words without um and uh, and without what a voice begins with before it says anything."""
    kept = [word for word in words if word not in _SOUNDS]
    while len(kept) > _LEAST_WORDS and kept[0] in _STARTERS:
        kept = kept[1:]
    return kept


def _numbered(words: Iterable[str]) -> list[str]:
    """Each run of number words, figures and their signs as one word."""
    found: list[str] = []
    for word in words:
        number = word[0].isdigit() or word in _NUMBER_WORDS or word in _SIGNS or word == NUMBER
        if not (number and found[-1:] == [NUMBER]):
            found.append(NUMBER if number else word)
    return found


def _spelled(word: str) -> str:
    """As Americans spell it, so that nobody's spelling counts."""
    for pattern, american in _BRITISH if len(word) > 5 else ():
        word = pattern.sub(american, word)
    return word


def phrase_of(cue: str) -> str:
    """A listed cue as `words_of` would show it; "^" stands for the start of a sentence."""
    start, said = ("^ ", cue.removeprefix("^ ")) if cue.startswith("^ ") else ("", cue)
    return start + " ".join(_numbered(map(_spelled, said.lower().split())))
