"""A measure: a number with the unit that stands around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from storybuilder.core.quantities.fraction import read_rest
from storybuilder.core.quantities.number import Number
from storybuilder.core.quantities.number_words import NUMBER_WORDS, past_hyphen
from storybuilder.core.quantities.unit import (
    GLUED_DURATIONS,
    HUNDREDTHS,
    MONEY_CODES,
    MONEY_SIGNS,
    MONEY_WORDS,
    duration_named,
    is_plural,
    may_be_noun,
    singular,
)
from storybuilder.core.quantities.unit import in_unit as in_unit
from storybuilder.core.token import Token, is_glued, word_at, word_set

QuantityKind = Literal["percent", "money", "duration", "count", "multiplier", "change", "rank"]

_NATIONS = word_set("us american canadian australian swiss")
_OF_DURATION = word_set(
    "full working business whole solid extra additional more straight consecutive calendar "
    "school long short hard other good further"
)
_STOP = word_set(
    "a an the i we he she it they you that this these those which who in on at to for from with by "
    "of and or but so as than then because when while if is was were are be been has had have do "
    "did does not no my our their his her its us them me there here after before per each every "
    "into out up down instead again already about within without over under until since during "
    "would could should can will also just even only still now came went said got made rather"
)
_COMPARED = word_set("as more less the too better fewer our my their its what")
_NOT_COMPARED = word_set("over after under per her either never ever together other another later")
_ENDINGS = ("st", "nd", "rd", "th")
_RANKING = word_set("ranked rank ranking position placed")
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
    for read in (_money, _rank, _percent, _share, _times, _duration):
        found = read(tokens, number)
        if found is not None:
            return found
    return _count(tokens, number)


def is_percent_at(tokens: Sequence[Token], at: int) -> int | None:
    """Where "%", "percent", "per cent" or "percentage points" ends that stands here."""
    at = past_hyphen(tokens, _past_or_so(tokens, at))
    if word_at(tokens, at) == "per":
        at = past_hyphen(tokens, at + 1)
        if word_at(tokens, at) != "cent":
            return None
    elif word_at(tokens, at) not in ("%", "percent", "percentage", "pct", "pp"):
        return None
    return at + 1 + (word_at(tokens, at + 1) in ("point", "points"))


def _money(tokens: Sequence[Token], number: Number) -> Measure | None:
    if not number.is_cardinal:
        return None
    before = word_at(tokens, number.first - 1)
    sign = MONEY_SIGNS.get(before) or MONEY_CODES.get(before)
    if sign:
        return Measure(number.first - 1, number.end, "money", number.value, sign)
    sign = MONEY_SIGNS.get(word_at(tokens, number.end))
    if sign:
        return Measure(number.first, number.end + 1, "money", number.value, sign)
    if tokens[number.end - 1].lower == "grand":
        return Measure(number.first, number.end, "money", number.value, "")
    return _money_in_words(tokens, number)


def _money_in_words(tokens: Sequence[Token], number: Number) -> Measure | None:
    at = past_hyphen(tokens, number.end)
    at += word_at(tokens, at) in _NATIONS
    word, value = word_at(tokens, at).removesuffix("'s"), number.value
    if word not in MONEY_WORDS or (word == "p" and not is_glued(tokens, at)):
        return None
    if word in HUNDREDTHS and value is not None:
        value = value / 100
    return Measure(number.first, at + 1, "money", value, MONEY_WORDS[word])


def _percent(tokens: Sequence[Token], number: Number) -> Measure | None:
    value, at = number.value, number.end
    if number.share is not None and word_at(tokens, at) in ("a", "of"):
        at += 1 + (word_at(tokens, at + 1) == "a")
        value = number.share
    end = is_percent_at(tokens, at)
    return None if end is None else Measure(number.first, end, "percent", value, "%")


def _share(tokens: Sequence[Token], number: Number) -> Measure | None:
    """ "by a third" and "in half" change, "half of them" is a share, "half an hour" a time."""
    if number.share is None:
        return None
    duration = _part_of_duration(tokens, number)
    if duration is not None:
        return duration
    value = 100 * number.share
    before, after = word_at(tokens, number.first - 1), word_at(tokens, number.end)
    if before == "by" or (before == "in" and after != "of"):
        return Measure(number.first - 1, number.end, "change", value, "%")
    return Measure(number.first, number.end, "percent", value, "%")


def _part_of_duration(tokens: Sequence[Token], number: Number) -> Measure | None:
    """ "half a day", "half-hour", "three quarters of an hour"."""
    at = past_hyphen(tokens, number.end)
    at += word_at(tokens, at) == "of"
    at += word_at(tokens, at) in ("a", "an")
    unit = duration_named(word_at(tokens, at))
    if unit is None or word_at(tokens, at) == "quarters":
        return None
    return Measure(number.first, at + 1, "duration", number.share, unit)


def _times(tokens: Sequence[Token], number: Number) -> Measure | None:
    before = word_at(tokens, number.first - 1)
    if before in ("x", "×") and is_glued(tokens, number.first):
        return Measure(number.first - 1, number.end, "multiplier", number.value, "times")
    at = past_hyphen(tokens, number.end)
    word = word_at(tokens, at)
    if word in ("x", "×", "fold"):
        return Measure(number.first, at + 1, "multiplier", number.value, "times")
    if word != "times":
        return None
    after = word_at(tokens, at + 1)
    compared = after in _COMPARED or (after.endswith("er") and after not in _NOT_COMPARED)
    kind: QuantityKind = "multiplier" if compared else "count"
    return Measure(number.first, at + 1, kind, number.value, "times" if compared else "time")


def _rank(tokens: Sequence[Token], number: Number) -> Measure | None:
    before = word_at(tokens, number.first - 1)
    if number.ordinal:
        return _ordinal_rank(tokens, number)
    if before == "top":
        percent = is_percent_at(tokens, number.end)
        unit = "" if percent is None else "%"
        return Measure(number.first - 1, percent or number.end, "rank", number.value, unit)
    if (before == "number" and number.value == 1) or (before == "#" and number.value == 1):
        return Measure(number.first - 1, number.end, "rank", 1.0, "")
    if before in _RANKING and is_percent_at(tokens, number.end) is None:
        return Measure(number.first, number.end, "rank", number.value, "")
    return None


def _ordinal_rank(tokens: Sequence[Token], number: Number) -> Measure:
    end = number.end + (word_at(tokens, number.end) in _ENDINGS)
    word = word_at(tokens, end)
    named = word not in _STOP and word[:1].isalpha()
    return Measure(number.first, end + named, "rank", number.value, "")


def _duration(tokens: Sequence[Token], number: Number) -> Measure | None:
    at = number.end
    if is_glued(tokens, at) and word_at(tokens, at) in GLUED_DURATIONS:
        unit = GLUED_DURATIONS[word_at(tokens, at)]
        return Measure(number.first, at + 1, "duration", number.value, unit)
    if word_at(tokens, at) == "m" and word_at(tokens, number.first - 1) == "h":
        return Measure(number.first, at + 1, "duration", number.value, "minute")
    at = past_hyphen(tokens, _past_or_so(tokens, at))
    for _ in range(2):
        at += word_at(tokens, at) in _OF_DURATION
    named = duration_named(word_at(tokens, at))
    if named is None:
        return None
    rest = read_rest(tokens, at + 1)
    if rest is None or number.value is None:
        return Measure(number.first, at + 1, "duration", number.value, named)
    return Measure(number.first, rest.end, "duration", number.value + rest.value, named)


def _past_or_so(tokens: Sequence[Token], at: int) -> int:
    """The place after "+", "-odd", "or so", "or more"."""
    if word_at(tokens, at) == "+" or word_at(tokens, past_hyphen(tokens, at)) in ("odd", "plus"):
        return past_hyphen(tokens, at) + 1
    if word_at(tokens, at) == "or" and word_at(tokens, at + 1) in ("so", "more"):
        return at + 2
    return at


def _count(tokens: Sequence[Token], number: Number) -> Measure:
    """A count with its noun; the unit is empty when none follows."""
    after = _past_or_so(tokens, number.end)
    of_many = number.value is None and word_at(tokens, after) == "of"
    at = _noun_at(tokens, after + of_many)
    if at is None:
        return Measure(number.first, number.end, "count", number.value, "")
    return Measure(number.first, at + 1, "count", number.value, singular(tokens[at].lower))


def _noun_at(tokens: Sequence[Token], at: int) -> int | None:
    """Where the counted noun stands: the first plural near by, else the very next word."""
    here = past_hyphen(tokens, at)
    words: list[int] = []
    while len(words) < _NOUN_REACH and here < len(tokens):
        word = tokens[here].lower
        if not tokens[here].is_word or "'" in word or word in _STOP or word in NUMBER_WORDS:
            break
        words.append(here)
        here = past_hyphen(tokens, here + 1)
    plural = next((place for place in words if is_plural(tokens[place].lower)), None)
    if plural is not None:
        return plural
    first = next(iter(words), None)
    return first if first is not None and may_be_noun(tokens[first].lower) else None
