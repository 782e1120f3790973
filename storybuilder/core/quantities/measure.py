"""A measure: a number with the unit that stands around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from storybuilder.core.quantities.number import Number
from storybuilder.core.token import Token, word_set

QuantityKind = Literal["percent", "money", "duration", "count", "multiplier", "change", "rank"]

_SIGNS = {"$": "$", "£": "£", "€": "€"}
_MONEY_WORDS = {
    "dollar": "$",
    "dollars": "$",
    "usd": "$",
    "bucks": "$",
    "pound": "£",
    "pounds": "£",
    "quid": "£",
    "gbp": "£",
    "p": "£",
    "pence": "£",
    "euro": "€",
    "euros": "€",
    "eur": "€",
    "cents": "$",
    "rupees": "rupee",
    "francs": "franc",
    "kronor": "krona",
    "grand": "",
}
_DURATIONS = {
    "ms": "millisecond",
    "millisecond": "millisecond",
    "sec": "second",
    "second": "second",
    "min": "minute",
    "minute": "minute",
    "hr": "hour",
    "hour": "hour",
    "day": "day",
    "night": "night",
    "weekend": "weekend",
    "week": "week",
    "fortnight": "fortnight",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "yr": "year",
    "decade": "decade",
}
_GLUED_DURATIONS = {"h": "hour", "s": "second"}
_OF_DURATION = word_set(
    "full working business whole solid extra additional more straight consecutive calendar "
    "school long short hard other good"
)
_SECONDS = {
    "millisecond": 0.001,
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86400.0,
    "week": 7 * 86400.0,
    "fortnight": 14 * 86400.0,
}
_PEOPLE = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "staff": "staff",
}
_STOP = word_set(
    "a an the i we he she it they you that this these those which who in on at to for from with by "
    "of and or but so as than then because when while if is was were are be been has had have do "
    "did does not no my our their his her its us them me there here after before per each every "
    "into out up down instead again already about within without over under until since during "
    "would could should can will also just even only still now came went said got made"
)
_NOT_PLURAL = ("ss", "us", "is", "'s")
_NOUN_REACH = 3


@dataclass(frozen=True, slots=True)
class Measure:
    """A kind and unit over the tokens `first` to `end` (exclusive)."""

    first: int
    end: int
    kind: QuantityKind
    value: float | None
    unit: str
    baseline: float | None = None


def measure_of(tokens: Sequence[Token], number: Number) -> Measure:
    """What a number measures, from the signs and words next to it."""
    for read in (_money, _percent, _share, _times, _rank, _duration):
        found = read(tokens, number)
        if found is not None:
            return found
    return _count(tokens, number)


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _money(tokens: Sequence[Token], number: Number) -> Measure | None:
    sign = _SIGNS.get(_word(tokens, number.first - 1))
    if sign:
        return Measure(number.first - 1, number.end, "money", number.value, sign)
    sign = _SIGNS.get(_word(tokens, number.end))
    if sign:
        return Measure(number.first, number.end + 1, "money", number.value, sign)
    if tokens[number.end - 1].lower == "grand":
        return Measure(number.first, number.end, "money", number.value, "")
    at = number.end
    word = _word(tokens, at)
    if word not in _MONEY_WORDS or (
        word == "p" and tokens[at].start_char != tokens[at - 1].end_char
    ):
        return None
    value = number.value
    if word in ("p", "pence", "cents") and value is not None:
        value = value / 100
    return Measure(number.first, at + 1, "money", value, _MONEY_WORDS[word])


def _percent(tokens: Sequence[Token], number: Number) -> Measure | None:
    at = number.end
    if _word(tokens, at) == "-" and _word(tokens, at + 1).startswith("percent"):
        at += 1
    if _word(tokens, at) == "per" and _word(tokens, at + 1) == "cent":
        at += 1
    elif _word(tokens, at) not in ("%", "percent", "percentage", "pct"):
        return None
    if _word(tokens, at + 1) in ("point", "points"):
        at += 1
    return Measure(number.first, at + 1, "percent", number.value, "%")


def _share(tokens: Sequence[Token], number: Number) -> Measure | None:
    """ "by a third" changes; "half of them" is a share. Neither carries a single figure."""
    if number.value is not None:
        return None
    if (
        _word(tokens, number.first - 1) in ("by", "in")
        and _word(tokens, number.end) not in _DURATIONS
    ):
        return Measure(number.first - 1, number.end, "change", None, "")
    if _word(tokens, number.end) in ("a", "an") or _word(tokens, number.end) in _DURATIONS:
        return _half_of_unit(tokens, number)
    return Measure(number.first, number.end, "percent", None, "")


def _half_of_unit(tokens: Sequence[Token], number: Number) -> Measure:
    """ "half a day", "half an hour": a duration of its own."""
    at = number.end + (_word(tokens, number.end) in ("a", "an"))
    unit = _DURATIONS.get(_word(tokens, at))
    if unit is None:
        return Measure(number.first, number.end, "percent", None, "")
    return Measure(number.first, at + 1, "duration", 0.5, unit)


def _times(tokens: Sequence[Token], number: Number) -> Measure | None:
    at = number.end
    word = _word(tokens, at)
    if word in ("x", "×") or (word == "fold") or (word == "-" and _word(tokens, at + 1) == "fold"):
        return Measure(number.first, at + 1 + (word == "-"), "multiplier", number.value, "times")
    if word != "times":
        return None
    compared = _word(tokens, at + 1) in _COMPARED or _word(tokens, at + 1).endswith("er")
    kind: QuantityKind = "multiplier" if compared else "count"
    return Measure(number.first, at + 1, kind, number.value, "times" if compared else "time")


_COMPARED = {"as", "more", "less", "the", "too", "better", "our", "my", "their", "its", "what"}


def _rank(tokens: Sequence[Token], number: Number) -> Measure | None:
    if number.ordinal:
        end = number.end + (_word(tokens, number.end) in ("st", "nd", "rd", "th"))
        named = _word(tokens, end) not in _STOP and _word(tokens, end)[:1].isalpha()
        return Measure(number.first, end + named, "rank", number.value, "")
    before = _word(tokens, number.first - 1)
    first_of_all = before == "number" and number.value == 1
    if before == "top" and _word(tokens, number.end) not in ("%", "percent", "per"):
        return Measure(number.first - 1, number.end, "rank", number.value, "")
    return Measure(number.first - 1, number.end, "rank", 1.0, "") if first_of_all else None


def _duration(tokens: Sequence[Token], number: Number) -> Measure | None:
    at = number.end
    glued = at < len(tokens) and tokens[at].start_char == tokens[at - 1].end_char
    if glued and _word(tokens, at) in _GLUED_DURATIONS:
        unit = _GLUED_DURATIONS[_word(tokens, at)]
        return Measure(number.first, at + 1, "duration", number.value, unit)
    at += _word(tokens, at) == "-"
    at += _word(tokens, at) in _OF_DURATION
    word = _word(tokens, at)
    named = _DURATIONS.get(word) or _DURATIONS.get(word.removesuffix("s").removesuffix("'"))
    if named is None or (named == "quarter" and number.value is None):
        return None
    return Measure(number.first, at + 1, "duration", number.value, named)


def _count(tokens: Sequence[Token], number: Number) -> Measure:
    """A count with its noun; the unit is empty when none follows."""
    at = _noun_at(tokens, number.end)
    if at is None:
        return Measure(number.first, number.end, "count", number.value, "")
    return Measure(number.first, at + 1, "count", number.value, singular(tokens[at].lower))


def _noun_at(tokens: Sequence[Token], at: int) -> int | None:
    """Where the counted noun stands: the first plural near by, else the very next word."""
    if _word(tokens, at) == "-":
        at += 1
    words: list[int] = []
    for here in range(at, min(at + _NOUN_REACH, len(tokens))):
        if not tokens[here].is_word or tokens[here].lower in _STOP:
            break
        words.append(here)
    plural = next((here for here in words if _is_plural(tokens[here].lower)), None)
    return plural if plural is not None else next(iter(words), None)


def _is_plural(word: str) -> bool:
    return word in _PEOPLE or (word.endswith("s") and not word.endswith(_NOT_PLURAL))


def in_unit(value: float, unit: str, other: str) -> float | None:
    """A value in another unit: 2 hours are 120 minutes; None where the two do not convert."""
    if not unit or not other or unit == other:
        return value
    if unit in _SECONDS and other in _SECONDS:
        return value * _SECONDS[unit] / _SECONDS[other]
    return None


def singular(noun: str) -> str:
    """The noun for one: "tickets" and "ticket" are the same unit."""
    if noun in _PEOPLE:
        return _PEOPLE[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    return noun[:-1] if _is_plural(noun) else noun
