"""Dates: years, months, weekdays, days, seasons, feasts and times of day, as they are told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storybuilder.core.quantities.number import Number, numbers_of
from storybuilder.core.quantities.number_words import NUMBER_WORDS
from storybuilder.core.token import Token, is_glued, word_at, word_set

Piece = tuple[str, int | str]
"""("month", 3), ("year", 2024), ("weekday", "monday"), ("clock", 570)."""
_MONTHS = {
    name: at
    for at, names in enumerate(
        (
            *("january jan", "february feb", "march mar", "april apr", "may", "june jun"),
            *("july jul", "august aug", "september sept sep", "october oct", "november nov"),
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_WORDS_TOO = word_set("march may mar jan jun dec")
"""Month names that are words or names as well: only with a capital, or next to a number."""
_WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_SEASONS = word_set("spring summer autumn winter")
_FEASTS = word_set(
    "christmas easter ramadan diwali thanksgiving halloween hanukkah passover eid pentecost "
    "carnival"
)
_NEAR = word_set("yesterday tomorrow tonight today")
_NAMED = (("weekday", _WEEKDAYS), ("season", _SEASONS), ("feast", _FEASTS), ("near", _NEAR))
_TURNS = word_set("last next previous coming")
_TURNED = word_set("week month year quarter term semester night evening season decade")
_BEFORE_FALL = word_set("last next this in early late")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)")
_SHORT_DATE = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)?\d\d)")
_JOINS = word_set(", of the in st nd rd th -")
_ORDINAL = (
    "st",
    "nd",
    "rd",
    "th",
    "rds",
    "ths",
    "quarter",
    "quarters",
    "half",
    "½",
    "¼",
    "¾",
    "⅓",
    "⅔",
)
_ENDINGS = word_set("st nd rd th")
_HALF_DAY = 720
_TEENS, _CENTURY = range(10, 100), 2000
_PARTS_OF_HOUR = {"half": 30, "quarter": 15}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date over the tokens `first` to `end` (exclusive) of a passage."""

    first: int
    end: int
    pieces: frozenset[Piece]
    afternoon: bool | None = None
    """Of a time of day, where it is told."""


def dates_in(tokens: Sequence[Token]) -> tuple[Dated, ...]:
    """The dates of a passage in order; pieces that stand together are one date."""
    numbers = numbers_of(tokens) if any(map(may_count, tokens)) else ()
    found: list[Dated] = []
    for one in sorted(_all(tokens, numbers), key=lambda one: (one.first, -one.end)):
        if found and one.first < found[-1].end:
            continue
        if found and _belongs(tokens, found[-1], one):
            found[-1] = Dated(found[-1].first, one.end, found[-1].pieces | one.pieces)
        else:
            found.append(one)
    return tuple(found)


def may_count(token: Token) -> bool:
    """Whether a token may belong to a number, at a glance: most sentences have none."""
    word = token.lower
    return (
        word[0].isdigit() or word[0].isnumeric() or word in NUMBER_WORDS or word.endswith(_ORDINAL)
    )


def _belongs(tokens: Sequence[Token], one: Dated, other: Dated) -> bool:
    """ "12 January, 2023": different pieces of a calendar with nothing between them."""
    kinds = {kind for kind, _ in one.pieces} | {kind for kind, _ in other.pieces}
    calendar = kinds <= {"day", "month", "year", "season", "weekday"}
    between = tokens[one.end : other.first]
    apart = len(one.pieces) + len(other.pieces) == len(kinds)
    return calendar and apart and all(token.lower in _JOINS for token in between)


def _all(tokens: Sequence[Token], numbers: Sequence[Number]) -> Iterator[Dated]:
    for at in range(len(tokens)):
        one = _named(tokens, at) or _clock(tokens, at) or _short(tokens, at) or _spoken(tokens, at)
        if one is not None:
            yield one
    for number in numbers:
        one = _numbered(tokens, number)
        if one is not None:
            yield one


def _named(tokens: Sequence[Token], at: int) -> Dated | None:
    word = tokens[at].lower.removesuffix("'s")
    if word in ("noon", "midday", "midnight"):
        return Dated(at, at + 1, frozenset({("clock", 0)}), afternoon=word != "midnight")
    if word in _TURNS and word_at(tokens, at + 1) in _TURNED:
        return Dated(at, at + 2, frozenset({("turn", f"{word} {word_at(tokens, at + 1)}")}))
    piece = _piece(tokens, at, word)
    return None if piece is None else Dated(at, at + 1, frozenset({piece}))


def _piece(tokens: Sequence[Token], at: int, word: str) -> Piece | None:
    if word in _MONTHS:
        return ("month", _MONTHS[word]) if _is_month(tokens, at) else None
    for kind, names in _NAMED:
        if word in names or word.removesuffix("s") in names:
            return kind, word if word in names else word.removesuffix("s")
    return ("season", "autumn") if word == "fall" and _is_autumn(tokens, at) else None


def _is_autumn(tokens: Sequence[Token], at: int) -> bool:
    """ "in the fall", "last fall"; not "the fall was deep"."""
    before = at - 1 - (word_at(tokens, at - 1) == "the")
    return word_at(tokens, before) in _BEFORE_FALL


def _is_month(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].lower not in _WORDS_TOO:
        return True
    near = (word_at(tokens, at - 1), word_at(tokens, at + 1))
    numbered = any(word[:1].isdigit() or word in _ENDINGS for word in near)
    named = tokens[at].text[0].isupper() and at > 0
    return (
        numbered
        or named
        or near[0] in ("in", "since", "until", "by", "last", "of", "early", "late")
    )


def _clock(tokens: Sequence[Token], at: int) -> Dated | None:
    """ "16:40", "4.40 pm", "half past nine", "quarter to three"."""
    word = tokens[at].lower
    match = _CLOCK.fullmatch(tokens[at].text)
    if match is not None:
        end, afternoon = _half_of_day(tokens, at + 1)
        if ":" not in word and afternoon is None:
            return None
        return _at(at, end, int(match[1]) * 60 + int(match[2]), afternoon)
    if word not in _PARTS_OF_HOUR or word_at(tokens, at + 1) not in ("past", "to"):
        return None
    hour = next((n for n in numbers_of(tokens[at + 2 : at + 3]) if n.value is not None), None)
    if hour is None or hour.value is None or hour.value > 12:
        return None
    minutes = _PARTS_OF_HOUR[word] * (1 if tokens[at + 1].lower == "past" else -1)
    end, afternoon = _half_of_day(tokens, at + 3)
    return _at(at, end, int(hour.value) * 60 + minutes, afternoon)


def _at(first: int, end: int, minutes: int, afternoon: bool | None) -> Dated:
    if minutes >= _HALF_DAY + 60:
        afternoon = True
    return Dated(first, end, frozenset({("clock", minutes % _HALF_DAY)}), afternoon)


def _half_of_day(tokens: Sequence[Token], at: int) -> tuple[int, bool | None]:
    """Where "am" or "p.m." ends that stands here, and whether it is the afternoon."""
    word = word_at(tokens, at)
    if word in ("am", "pm"):
        return at + 1, word == "pm"
    if word in ("a", "p") and word_at(tokens, at + 1) == "." and word_at(tokens, at + 2) == "m":
        return at + 3, word == "p"
    return at + (word in ("o'clock", "oclock")), None


def _short(tokens: Sequence[Token], at: int) -> Dated | None:
    """ "12/01/2023": either order of day and month."""
    match = _SHORT_DATE.fullmatch(tokens[at].text)
    if match is None:
        return None
    year = int(match[3]) + (_CENTURY if len(match[3]) == 2 else 0)
    return Dated(at, at + 1, frozenset({("year", year), ("short", f"{match[1]}/{match[2]}")}))


def _spoken(tokens: Sequence[Token], at: int) -> Dated | None:
    """ "twenty twenty-three", "nineteen ninety"."""
    century = {"twenty": 2000, "nineteen": 1900}.get(tokens[at].lower)
    if century is None or at + 1 >= len(tokens) or is_glued(tokens, at + 1):
        return None
    rest = next((n for n in numbers_of(tokens[at + 1 : at + 4]) if n.first == 0), None)
    if rest is None or rest.value is None or rest.value not in _TEENS or not rest.spelled:
        return None
    end = at + 1 + rest.end
    noun = word_at(tokens, end)
    if noun.endswith("s") and len(noun) > 2 and noun not in _WEEKDAYS:
        return None
    return Dated(at, end, frozenset({("year", century + int(rest.value))}))


def _numbered(tokens: Sequence[Token], number: Number) -> Dated | None:
    value, end = number.value, number.end
    if value is None or value % 1:
        return None
    if _is_year(tokens, number):
        return Dated(number.first, end, frozenset({("year", int(value))}))
    end += word_at(tokens, end) in _ENDINGS and not number.spelled
    if 0 < value <= 31 and _by_month(tokens, number.first, end):
        return Dated(number.first, end, frozenset({("day", int(value))}))
    clock_end, afternoon = _half_of_day(tokens, number.end)
    if clock_end > number.end and value <= 24:
        return _at(number.first, clock_end, int(value) * 60, afternoon)
    quarter = word_at(tokens, number.first - 1) == "q" and is_glued(tokens, number.first)
    if quarter and value <= 4:
        return Dated(number.first - 1, end, frozenset({("quarter", int(value))}))
    if number.ordinal and value <= 4 and word_at(tokens, end) == "quarter":
        return Dated(number.first, end + 1, frozenset({("quarter", int(value))}))
    return None


def _is_year(tokens: Sequence[Token], number: Number) -> bool:
    if number.end - number.first == 1 and _YEAR.fullmatch(tokens[number.first].text):
        after = word_at(tokens, number.end)
        money = word_at(tokens, number.first - 1) in ("$", "£", "€")
        counted = after.endswith("s") and len(after) > 3 and after.isalpha()
        return not (money or counted or after in ("%", "people", "$", "€", "£"))
    before = word_at(tokens, number.first - 1)
    spoken = number.value is not None and 2000 <= number.value < 2100
    return number.spelled and spoken and before in ("in", "since", "of", "until", "from")


def _by_month(tokens: Sequence[Token], first: int, end: int) -> bool:
    """ "12 January", "the 12th of January", "May 1st", "the 22nd"."""
    behind = end + (word_at(tokens, end) == "of")
    before = first - 1 - (word_at(tokens, first - 1) == "the")
    if any(0 <= at < len(tokens) and _is_month_at(tokens, at) for at in (behind, before)):
        return True
    told_as_day = end < len(tokens) + 1 and word_at(tokens, end - 1) in _ENDINGS
    after = word_at(tokens, end)
    return told_as_day and word_at(tokens, first - 1) == "the" and not after[:1].isalpha()


def _is_month_at(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].lower in _MONTHS and (
        tokens[at].lower not in _WORDS_TOO or tokens[at].text[0].isupper()
    )
