"""Numbers that date: years, days of a month, times of day."""

import re
from collections.abc import Sequence

from storybuilder.core.quantities.number import Number
from storybuilder.core.quantities.number_words import SPELLED_DIGITS
from storybuilder.core.quantities.unit import MONEY_SIGNS, is_plural
from storybuilder.core.token import Token, word_at, word_set

MONTHS = word_set(
    "january february march april june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec"
)
NO_NOUN = word_set(
    "in on at to for and but so when while because the a i we he she it they that which my our "
    "or then as with from every each sharp this"
)
"""Words that begin something new, so that a number before them counts nothing."""
_BEFORE_YEAR = word_set(
    "in since from until till during by early late mid summer spring autumn winter fall year "
    "end beginning start of before after around and to"
)
_CLOCK_AFTER = word_set("am pm a.m p.m o'clock oclock noon past")
_CLOCK_BEFORE = {"past", "till"}
_AT = {"at", "until", "till", "before"}
_MINUTE_WORDS = {"five", "ten", "twenty"}
_HALVES = {15, 30, 45}
_MINUTES = {5, 10, 15, 20, 25}
_HOURS = word_set("one two three four five six seven eight nine ten eleven twelve")
_CENTURIES = {19, 20}
_YEAR = re.compile(r"(?:19|20)\d\d")


def is_dated(tokens: Sequence[Token], number: Number) -> bool:
    """Whether a number tells when, not how much."""
    return _is_year(tokens, number) or _is_day(tokens, number) or _is_clock(tokens, number)


def is_unit(word: str) -> bool:
    """Whether a word after a number makes it a quantity whatever stands before it."""
    return word in ("%", "percent", "per", "dollars", "pounds", "euros", "people")


def _is_year(tokens: Sequence[Token], number: Number) -> bool:
    text = tokens[number.first].text
    if number.end - number.first != 1 or not _YEAR.fullmatch(text):
        return _is_spoken_year(tokens, number)
    before, after = word_at(tokens, number.first - 1), word_at(tokens, number.end)
    if before in MONEY_SIGNS or before == "#":
        return before == "#"
    if before in _BEFORE_YEAR | MONTHS:
        return not is_unit(after)
    return not after.endswith("s") and not is_unit(after)


def _is_spoken_year(tokens: Sequence[Token], number: Number) -> bool:
    """ "twenty nineteen", "nineteen ninety", "in two thousand and eight"."""
    if not number.spelled or number.value is None:
        return False
    after = word_at(tokens, number.end)
    if 2000 <= number.value < 2100 and word_at(tokens, number.first - 1) in ("in", "since"):
        return not after[:1].isalpha() or after in NO_NOUN
    if number.value in _CENTURIES and _opens_year(tokens, number.end):
        return True
    if not 1 <= number.value <= 99 or word_at(tokens, number.first - 1) not in _CENTURY_WORDS:
        return False
    return number.value >= 10 and not is_plural(after) and not is_unit(after)


_CENTURY_WORDS = {"nineteen", "twenty"}


def _opens_year(tokens: Sequence[Token], at: int) -> bool:
    """Whether the second half of a year stands here; "twenty thirty people" has none."""
    word = word_at(tokens, at)
    if not (word.endswith(("teen", "ty")) or word in ("ten", "eleven", "twelve", "oh")):
        return False
    after = at + 1 + (word_at(tokens, at + 1) in SPELLED_DIGITS | {"-"})
    after += word_at(tokens, after) in SPELLED_DIGITS
    return not is_plural(word_at(tokens, after)) and not is_unit(word_at(tokens, after))


def _is_day(tokens: Sequence[Token], number: Number) -> bool:
    if number.value is None or not 0 < number.value <= 31:
        return False
    before, after = word_at(tokens, number.first - 1), word_at(tokens, number.end)
    end = number.end + (after in ("st", "nd", "rd", "th"))
    of_month = word_at(tokens, end) == "of" and word_at(tokens, end + 1) in MONTHS | {"may"}
    return (
        of_month
        or _is_month(tokens, end)
        or _is_month(tokens, number.first - 1)
        or (before == "the" and word_at(tokens, number.first - 2) in MONTHS | {"may"})
    )


def _is_month(tokens: Sequence[Token], at: int) -> bool:
    if not 0 <= at < len(tokens):
        return False
    return tokens[at].lower in MONTHS or tokens[at].text == "May"


def _is_clock(tokens: Sequence[Token], number: Number) -> bool:
    if number.value is None:
        return False
    if not 0 <= number.value <= 59 or number.value % 1:
        return False
    return _names_hour(tokens, number) or _names_minutes(tokens, number)


def _names_hour(tokens: Sequence[Token], number: Number) -> bool:
    """ "5 pm", "half past six", "at seven, sharp", "quarter to three", the six of "ten to six"."""
    before, after = word_at(tokens, number.first - 1), word_at(tokens, number.end)
    if number.value is None or number.value > 24:
        return False
    if after in _CLOCK_AFTER:
        return True
    if after in ("a", "p") and word_at(tokens, number.end + 1) == ".":
        return word_at(tokens, number.end + 2) == "m"
    if before in _CLOCK_BEFORE or (
        before == "to" and word_at(tokens, number.first - 2) == "quarter"
    ):
        return before == "past" or number.value <= 12
    if number.spelled and number.value <= 12 and after in ("fifteen", "thirty"):
        noun = word_at(tokens, number.end + 1)
        return not noun[:1].isalpha() or noun in NO_NOUN
    if before == "to" and word_at(tokens, number.first - 2) in _MINUTE_WORDS:
        return word_at(tokens, number.first - 3) in _AT
    bare = after in NO_NOUN or not after[:1].isalnum()
    return before in _AT and number.value <= 12 and bare and after != "%" and after != "to"


def _names_minutes(tokens: Sequence[Token], number: Number) -> bool:
    """The twenty of "twenty past" and "twenty to six", the thirty of "at four thirty"."""
    before, after = word_at(tokens, number.first - 1), word_at(tokens, number.end)
    if after == "past":
        return number.value in _MINUTES
    if before in _HOURS and word_at(tokens, number.first - 2) in _AT and number.value:
        return number.value >= 10 and not is_plural(after) and not is_unit(after)
    if before in _HOURS and number.value in _HALVES:
        return not after[:1].isalpha() or after in NO_NOUN
    hour = word_at(tokens, number.end + 1) in _HOURS and number.spelled
    return after == "to" and hour and before in _AT and number.value in _MINUTES
