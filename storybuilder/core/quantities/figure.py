"""Figures: numbers in digits, with or without separators: "12,400.5", "1 200", "3,5", ".71"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from storybuilder.core.token import Token, is_glued, word_at

_GROUP = re.compile(r"\d{3}")
_LAST_GROUP = re.compile(r"\d{3}(?:\.\d+)?")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,4}")
_LONGEST = 20
_MOST_GROUPS = 4


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in digits that ends before the token `end`."""

    end: int
    value: float


def read_figure(tokens: Sequence[Token], at: int) -> Figure | None:
    """The figure that begins here; none for words and for "8:30", "24/7", "3.11.2"."""
    text = tokens[at].text
    if text == ".":
        return _leading_point(tokens, at)
    if not (text[0].isascii() and text[0].isdigit()) or len(text) > _LONGEST:
        return None
    if _DOTTED.fullmatch(text):
        return Figure(at + 1, float(text.replace(".", "")))
    return _spaced(tokens, at) or _decimal_comma(tokens, at) or _plain(text, at)


def _plain(text: str, at: int) -> Figure | None:
    try:
        return Figure(at + 1, float(text.replace(",", "")))
    except ValueError:
        return None


def _spaced(tokens: Sequence[Token], at: int) -> Figure | None:
    """ "1 200 000": groups of three, one space apart (of any kind)."""
    digits = tokens[at].text
    if not digits.isdigit() or len(digits) > 3 or digits[0] == "0":
        return None
    if is_glued(tokens, at) and tokens[at - 1].is_word:
        return None
    here = at + 1
    while here <= at + _MOST_GROUPS and _is_group(tokens, here):
        digits += tokens[here].text
        here += 1
    return None if here == at + 1 else Figure(here, float(digits))


def _is_group(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens) or tokens[at].start_char != tokens[at - 1].end_char + 1:
        return False
    last = _LAST_GROUP.fullmatch(tokens[at].text) is not None
    return last and _GROUP.fullmatch(tokens[at - 1].text[-3:].rjust(3, "0")) is not None


def _decimal_comma(tokens: Sequence[Token], at: int) -> Figure | None:
    """ "3,5": one or two digits close behind a comma; "1,2,3" is a list."""
    if not tokens[at].text.isdigit() or word_at(tokens, at - 1) == ",":
        return None
    tight = word_at(tokens, at + 1) == "," and is_glued(tokens, at + 1) and is_glued(tokens, at + 2)
    digits = word_at(tokens, at + 2)
    if not tight or not digits.isdecimal() or len(digits) > 2:
        return None
    if word_at(tokens, at + 3) == "," and is_glued(tokens, at + 3) and is_glued(tokens, at + 4):
        return None
    return Figure(at + 3, float(f"{tokens[at].text}.{digits}"))


def _leading_point(tokens: Sequence[Token], at: int) -> Figure | None:
    """ ".71", with nothing before the point."""
    digits = word_at(tokens, at + 1)
    if is_glued(tokens, at) or not is_glued(tokens, at + 1) or not digits.isdecimal():
        return None
    return Figure(at + 2, float(f"0.{digits}")) if len(digits) < _LONGEST else None
