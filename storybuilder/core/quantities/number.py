"""Numbers: figures in digits or in words, with their value and their place in the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from storybuilder.core.quantities.figure import read_figure
from storybuilder.core.quantities.fraction import read_fraction, read_rest
from storybuilder.core.quantities.number_words import SCALES, past_hyphen, read_spelled
from storybuilder.core.token import Token, is_glued, word_at, word_set

_MAGNITUDES = SCALES | {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "hundred": 1e2,
    "dozen": 12.0,
    "thousands": 1e3,
    "millions": 1e6,
}
_LETTERS = {"k", "m", "mn", "bn", "b"}
_MONEY = {"$", "£", "€"}
_MANY = word_set("dozens hundreds thousands millions billions")
_ENDINGS = {"st", "nd", "rd", "th"}
_OPENING_SIGNS = {"-", "−", "+", "minus"}


@dataclass(frozen=True, slots=True)
class Number:
    """A figure over the tokens `first` to `end` (exclusive)."""

    first: int
    end: int
    value: float | None
    """None for a share ("a third") and for what has no single figure ("hundreds of")."""
    spelled: bool
    """Whether it is written in words."""
    ordinal: bool = False
    share: float | None = None
    """Of a share its part of one: 0.25 of "a quarter"."""

    @property
    def is_cardinal(self) -> bool:
        """Whether it counts, rather than telling a place in an order or a part."""
        return not self.ordinal and self.share is None


def numbers_of(tokens: Sequence[Token]) -> tuple[Number, ...]:
    """Every number among the tokens, in order, none overlapping another."""
    return tuple(_read_all(tokens))


def _read_all(tokens: Sequence[Token]) -> Iterator[Number]:
    at = 0
    while at < len(tokens):
        number = _signed(tokens, at) or _read(tokens, at)
        if number is None:
            at += 1
        else:
            yield number
            at = number.end


def _read(tokens: Sequence[Token], at: int) -> Number | None:
    fraction = read_fraction(tokens, at)
    if fraction is not None:
        spelled = not tokens[at].text[0].isdigit()
        if fraction.is_share:
            return Number(at, fraction.end, None, spelled, share=fraction.value)
        return Number(at, fraction.end, fraction.value, spelled)
    return _in_digits(tokens, at) or _in_words(tokens, at)


def _in_digits(tokens: Sequence[Token], at: int) -> Number | None:
    figure = read_figure(tokens, at)
    if figure is None:
        return None
    if is_glued(tokens, figure.end) and word_at(tokens, figure.end) in _ENDINGS:
        return Number(at, figure.end, figure.value, spelled=False, ordinal=True)
    return _grown(tokens, Number(at, figure.end, figure.value, spelled=False))


def _in_words(tokens: Sequence[Token], at: int) -> Number | None:
    word = tokens[at].lower
    if word in _MANY and word_at(tokens, at + 1) == "of":
        return Number(at, at + 1, None, spelled=True)
    spelled = read_spelled(tokens, at)
    if spelled is None:
        return None
    if spelled.ordinal:
        return Number(at, spelled.end, spelled.value, spelled=True, ordinal=True)
    if (word in SCALES or word == "hundred") and _is_some(tokens, at):
        return Number(at, spelled.end, None, spelled=True)
    return _grown(tokens, Number(at, spelled.end, spelled.value, spelled=True))


def _is_some(tokens: Sequence[Token], at: int) -> bool:
    """ "a few hundred", "a couple of thousand"."""
    before = word_at(tokens, at - 1)
    couple = before == "of" and word_at(tokens, at - 2) == "couple"
    return couple or before in ("few", "several", "many", "couple")


def _grown(tokens: Sequence[Token], number: Number) -> Number:
    """The number with what makes it more: "million", "and a half", "and a half million"."""
    last = tokens[number.end - 1].lower
    scale = SCALES.get(last, 1.0)
    number = number if scale > 1 else _scaled(tokens, number)
    rest = read_rest(tokens, number.end)
    if rest is None or number.value is None or last == "dozen":
        return number
    number = replace(number, end=rest.end, value=number.value + rest.value * scale)
    return number if scale > 1 else _scaled(tokens, number)


def _scaled(tokens: Sequence[Token], number: Number) -> Number:
    """The number times the magnitude that stands behind it, if one does."""
    at = past_hyphen(tokens, number.end)
    word = word_at(tokens, at)
    if word not in _MAGNITUDES or number.value is None or number.value < 0:
        return number
    if word in _LETTERS and not _is_magnitude(tokens, number, at):
        return number
    return replace(number, end=at + 1, value=_times(number.value, _MAGNITUDES[word]))


def _times(value: float, size: float) -> float:
    """The product without the dust of binary fractions: 2.3 million is 2300000."""
    return round(value * size, 6)


def _is_magnitude(tokens: Sequence[Token], number: Number, at: int) -> bool:
    """Whether a letter multiplies: "40k", "40 k", "$2b", "2.3 M"; "40 m" is a length."""
    word, paid = tokens[at].lower, word_at(tokens, number.first - 1) in _MONEY
    if word == "b":
        return paid
    if word == "m" and word_at(tokens, number.first - 1) in ("h", "hr"):
        return False
    if paid or word == "k" or word_at(tokens, at + 1) in _MONEY:
        return True
    return is_glued(tokens, at) or tokens[at].text == "M"


def _signed(tokens: Sequence[Token], at: int) -> Number | None:
    """ "-4", "+22", "minus eleven": a sign close to its number and to nothing before it."""
    sign = tokens[at].lower
    if sign not in _OPENING_SIGNS or at + 1 == len(tokens):
        return None
    close = is_glued(tokens, at + 1) and not is_glued(tokens, at) and not tokens[at].opens_line
    if sign != "minus" and not close:
        return None
    number = _in_digits(tokens, at + 1) or (_in_words(tokens, at + 1) if sign == "minus" else None)
    if number is None or number.ordinal or number.value is None:
        return None
    return replace(number, first=at, value=number.value if sign == "+" else -number.value)
