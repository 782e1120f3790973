"""Fractions: "half", "a third", "two-thirds", "1/3", and what is half of more: "half a million"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from storybuilder.core.quantities.number_words import (
    ARTICLES,
    SCALES,
    past_hyphen,
    read_spelled,
)
from storybuilder.core.token import Token, word_at, word_set

_PARTS = {
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twelfth": 12,
    "twentieth": 20,
    "hundredth": 100,
    "thousandth": 1000,
}
_PARTS |= {f"{name}s": parts for name, parts in _PARTS.items()}
_WHOLES = SCALES | {"hundred": 1e2, "dozen": 12.0}
_CLOCK_HALF = {"past", "term", "time", "way"} | word_set(
    "one two three four five six seven eight nine ten eleven twelve"
)
_AFTER_SHARE = word_set("of fewer less more faster cheaper the lower higher off smaller shorter")
_BEFORE_SHARE = word_set(
    "by about nearly almost roughly around over under only to from than maybe perhaps just"
)
_TIMES = word_set("hour day week month year minute second night")
_SLASHED = re.compile(r"(\d{1,3}(?:\.\d+)?)/(\d{1,4})")
_FULL_MARKS = {5, 10, 20, 30, 40, 50, 100, 1000}
_SIGNS = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅛": 1 / 8}


@dataclass(frozen=True, slots=True)
class Fraction:
    """A fraction that ends before the token `end`."""

    end: int
    value: float
    is_share: bool
    """Whether it is a part of something: "half of them" is, "half a million" is a plain number."""


def read_fraction(tokens: Sequence[Token], at: int) -> Fraction | None:
    """The fraction that begins here; none for "half past six" and "a third person"."""
    text = tokens[at].lower
    if text in _SIGNS:
        return Fraction(at + 1, _SIGNS[text], is_share=True)
    if "/" in text:
        return _slashed(tokens, at)
    found = _half(tokens, at) or _parts(tokens, at)
    return found and _of_whole(tokens, found)


def read_rest(tokens: Sequence[Token], at: int) -> Fraction | None:
    """What a number grows by: "and a half", "and three quarters", "½", "1/2"."""
    text = word_at(tokens, at)
    if text in _SIGNS or _SLASHED.fullmatch(text):
        found = read_fraction(tokens, at)
        return found if found and found.is_share else None
    at = past_hyphen(tokens, at)
    if word_at(tokens, at) != "and":
        return None
    at = past_hyphen(tokens, at + 1)
    half = past_hyphen(tokens, at + 1) if word_at(tokens, at) in ARTICLES else at
    if word_at(tokens, half) == "half":
        return Fraction(half + 1, 0.5, is_share=True)
    return _quarters(tokens, at)


def _quarters(tokens: Sequence[Token], at: int) -> Fraction | None:
    """ "a quarter", "three quarters" after "two and"."""
    many = {"a": 1, "three": 3}.get(word_at(tokens, at))
    if many is None or not word_at(tokens, at + 1).startswith("quarter"):
        return None
    return Fraction(at + 2, many / 4, is_share=True)


def _slashed(tokens: Sequence[Token], at: int) -> Fraction | None:
    """ "2/3" is a share and "88/100" a mark of 88; "24/7", "80/20" and days "on 3/4" are none."""
    match = _SLASHED.fullmatch(tokens[at].text)
    if match is None or word_at(tokens, at - 1) == "on":
        return None
    part, whole = float(match[1]), int(match[2])
    if part % 1 == 0 and 0 < part < whole < 10:
        return Fraction(at + 1, part / whole, is_share=True)
    if part == 1 and whole > 1:
        return Fraction(at + 1, 1 / whole, is_share=True)
    marked = whole in _FULL_MARKS and part <= whole and (part, whole) != (50, 50)
    return Fraction(at + 1, part, is_share=False) if marked else None


def _half(tokens: Sequence[Token], at: int) -> Fraction | None:
    """ "half", "a half", "one half"."""
    here = past_hyphen(tokens, at + 1) if word_at(tokens, at) in ("a", "an", "one") else at
    if word_at(tokens, here) != "half":
        return None
    after = past_hyphen(tokens, here + 1)
    if after > here + 1 and word_at(tokens, after) not in _TIMES | _WHOLES.keys():
        return None
    return None if word_at(tokens, after) in _CLOCK_HALF else Fraction(here + 1, 0.5, is_share=True)


def _parts(tokens: Sequence[Token], at: int) -> Fraction | None:
    """ "a third", "two thirds", "three-quarters"; "quarter of an hour" has no number before it."""
    if word_at(tokens, at) == "quarter":
        of_time = word_at(tokens, at + 1) in ("of", "hour") and word_at(tokens, at - 1) != "the"
        return Fraction(at + 1, 0.25, is_share=True) if of_time else None
    many = _numerator(tokens, at)
    if many is None:
        return None
    here = past_hyphen(tokens, many.end)
    word = word_at(tokens, here)
    if word not in _PARTS or many.value > _PARTS[word] or not many.value:
        return None
    found = Fraction(here + 1, many.value / _PARTS[word], is_share=True)
    return found if _is_share(tokens, at, here, many.value) else None


def _numerator(tokens: Sequence[Token], at: int) -> Fraction | None:
    if word_at(tokens, at) in ARTICLES:
        return Fraction(at + 1, 1.0, is_share=False)
    spelled = read_spelled(tokens, at)
    if spelled is None or spelled.ordinal or spelled.value > 99 or spelled.value % 1:
        return None
    return Fraction(spelled.end, spelled.value, is_share=False)


def _is_share(tokens: Sequence[Token], first: int, at: int, many: float) -> bool:
    """Whether "a third" means a share, not an order ("a third person") or a quarter of a year."""
    if tokens[at].lower == "quarters" and many == 2:
        return word_at(tokens, at + 1) == "of"
    if tokens[at].lower.endswith("s"):
        return many > 1
    if tokens[at].lower == "quarter" and word_at(tokens, at + 1) in ("past", "to"):
        return False
    after, before = word_at(tokens, at + 1), word_at(tokens, first - 1)
    if after in _AFTER_SHARE or not (before or after):
        return True
    return before in _BEFORE_SHARE and not (after[:1].isalpha() and before in ("to", "from"))


def _of_whole(tokens: Sequence[Token], found: Fraction) -> Fraction:
    """The fraction as a plain number where a million or a dozen follows."""
    here = past_hyphen(tokens, found.end)
    if word_at(tokens, here) == "of":
        here += 1
    here += word_at(tokens, here) in ARTICLES
    word = word_at(tokens, here)
    if word not in _WHOLES:
        return found
    return Fraction(here + 1, found.value * _WHOLES[word], is_share=False)
