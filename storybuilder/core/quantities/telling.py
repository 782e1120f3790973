"""Numbers that merely tell: "one of my colleagues", "the second thing", "you two"."""

from collections.abc import Sequence

from storybuilder.core.quantities.dated import NO_NOUN, is_unit
from storybuilder.core.quantities.none_at_all import tells_mishap
from storybuilder.core.quantities.number import Number
from storybuilder.core.quantities.number_words import NUMBER_WORDS
from storybuilder.core.quantities.unit import duration_named
from storybuilder.core.token import Token, is_glued, word_at, word_set

_TELLING_BEFORE = word_set(
    "no any every some each this that the which another other everyone not anyone for first "
    "last next only good big bad great right wrong"
)
_TELLING_AFTER = word_set(
    "of day thing morning evening afternoon night friday monday tuesday wednesday thursday "
    "saturday sunday time who that i on to another by - or side is was hand way point more "
    "specific particular"
)
_ONE_COUNTS = word_set("just only to than exactly least under within in per nearly almost about")
_UNITS_OF_ONE = word_set(
    "percent per % week month year hour minute second million thousand hundred quarter weekend x"
)
_DAYS_COUNT = word_set("by in within only just to than took takes from every per each about under")
_DAYS_END = word_set("before early earlier late ahead instead sooner faster")
_RANK_AFTER = word_set("place prize best largest biggest highest lowest percentile rank")
_RANK_BEFORE = word_set("ranked came finished placed came ranking position joint finish")
_REGIONS = word_set(
    "region country world class league ranking company county state city district year group "
    "nation division industry team table school"
)
_BE = {"was", "is", "are", "were", "am", "and", "came", "finished", "placed"}
_SMALL_BARE = 13
"""A smaller bare number in words ("us two", "the three") counts nothing by itself."""
_BARE_CUES = word_set(
    "number to by of than around about only from at nearly almost under over below above least "
    "most was were is hit reached got had exactly scored lost top point"
)
_TOLD_HALVES = word_set(
    "the next first second same top other last bottom this each better every front back that"
)
_HALF_OF = {"of", "the", "my", "our", "their", "his", "her"}
_AFTER_HALF = word_set(
    "of the a an my our their his her its as price that what this and but"
) | set(".,;:!?)%")
_BEFORE_HALF = word_set(
    "by in about nearly almost over than under to at only just roughly cut lost less more around "
    "another from maybe like"
)
_IDIOMS = (
    "nine to five",
    "nine - to",
    "9 to 5",
    "9 - to",
    "to - five",
    "to - 5",
    "two - way",
    "my two cents",
    "five whys",
    "5 whys",
    "half - way",
    "in the first place",
)
_IDIOM_WORDS = 4
"""The most tokens of an idiom."""


def merely_tells(tokens: Sequence[Token], number: Number) -> bool:
    """Whether a number is one of speech, not of measurement."""
    return (
        _is_ordinal(tokens, number)
        or _is_one(tokens, number)
        or _is_bare_small(tokens, number)
        or _is_half(tokens, number)
        or _is_idiom(tokens, number)
    )


def _is_ordinal(tokens: Sequence[Token], number: Number) -> bool:
    """ "first I", "the second thing"; but "third place", "ranked third", "4th of 52" measure."""
    if not number.ordinal:
        return False
    end = number.end if number.spelled else number.end + 1
    before, after = word_at(tokens, number.first - 1), word_at(tokens, end)
    if before == "came" and number.value == 1:
        return after not in ("of", "out", "in", "place")
    if after in _RANK_AFTER or before in _RANK_BEFORE:
        return False
    # "The second of two regions" merely follows the first.
    if _is_out_of(tokens, end):
        return before == "the"
    return not (_is_in_region(tokens, before, end) or _is_moved(tokens, number, before, after))


def _is_out_of(tokens: Sequence[Token], at: int) -> bool:
    """ "of 31", "out of 40", "of the 12"."""
    at += word_at(tokens, at) == "out"
    if word_at(tokens, at) != "of":
        return False
    at += 1 + (word_at(tokens, at + 1) in ("the", "all", "a"))
    return _opens_number(tokens, at)


def _opens_number(tokens: Sequence[Token], at: int) -> bool:
    word = word_at(tokens, at)
    return word in NUMBER_WORDS or word[:1].isdigit()


def _is_in_region(tokens: Sequence[Token], before: str, at: int) -> bool:
    """ "was second in the region"."""
    if before not in _BE or word_at(tokens, at) not in ("in", "of"):
        return False
    return any(word_at(tokens, here) in _REGIONS for here in (at + 1, at + 2, at + 3))


def _is_moved(tokens: Sequence[Token], number: Number, before: str, after: str) -> bool:
    """ "from 7th to 3rd"."""
    if before == "from":
        return after == "to"
    return before == "to" and word_at(tokens, number.first - 2) in _ORDINAL_ENDINGS


_ORDINAL_ENDINGS = word_set(
    "st nd rd th first second third fourth fifth sixth seventh eighth ninth tenth"
)


def _is_one(tokens: Sequence[Token], number: Number) -> bool:
    """ "one of my", "one day", "no one"; but "one week" and "only one complaint" measure."""
    if not number.spelled or number.value != 1 or number.ordinal:
        return False
    before, after = word_at(tokens, number.first - 1), word_at(tokens, number.end)
    if after in _UNITS_OF_ONE or _is_chance(tokens, number) or _is_day_long(tokens, number):
        return False
    if (after == "time" and before in ("only", "just")) or (before, after) == ("from", "to"):
        return False
    if before in ("number", "to", "within"):
        return after in ("-", "another") or (before == "to" and after in ("of", "side"))
    if tells_mishap(tokens, number) and before != "no":
        return False
    return _tells_one(before, after)


def _tells_one(before: str, after: str) -> bool:
    if before in _TELLING_BEFORE and before != "only":
        return True
    if before == "by" and after == "-":
        return True
    return after in _TELLING_AFTER or before not in _ONE_COUNTS or not after[:1].isalpha()


def _is_chance(tokens: Sequence[Token], number: Number) -> bool:
    """ "one in five", "one out of ten"."""
    after = word_at(tokens, number.end)
    if after == "in":
        here = number.end + 1 + (word_at(tokens, number.end + 1) == "every")
        return _opens_number(tokens, here) and word_at(tokens, here) != "one"
    return after == "out" and _is_out_of(tokens, number.end)


def _is_day_long(tokens: Sequence[Token], number: Number) -> bool:
    """ "one day before the deadline", "within one day"; "one day it broke" is telling."""
    if duration_named(word_at(tokens, number.end)) != "day":
        return False
    after = word_at(tokens, number.end + 1)
    spare = after == "to" and word_at(tokens, number.end + 2) == "spare"
    return word_at(tokens, number.first - 1) in _DAYS_COUNT or after in _DAYS_END or spare


def _is_bare_small(tokens: Sequence[Token], number: Number) -> bool:
    """ "us two", "the three": a small number in words with nothing behind it."""
    if not number.spelled or number.value is None or number.ordinal:
        return False
    if number.value >= _SMALL_BARE or number.value % 1 or number.value < 0:
        return False
    before = word_at(tokens, number.first - 1)
    if before in ("in", "or", "every") and _opens_number(tokens, number.first - 2):
        return False
    after = word_at(tokens, number.end)
    if after in ("or", "to", "in", "out") and _opens_number(tokens, number.end + 1):
        return False
    if after == "out" and _is_out_of(tokens, number.end):
        return False
    if after in ("a", "an", "per", "each") and duration_named(word_at(tokens, number.end + 1)):
        return False
    bare = (not after[:1].isalpha() and after not in ("%", "-", "→", "$", "£", "€")) or (
        after in NO_NOUN
    )
    return bare and before not in _BARE_CUES


def _is_half(tokens: Sequence[Token], number: Number) -> bool:
    """ "the first half", "half right"; "half of them", "by half", "half the cost" measure."""
    if number.share is None or tokens[number.end - 1].lower != "half":
        return False
    before, after = word_at(tokens, number.first - 1), word_at(tokens, number.end)
    if duration_named(after) is not None or after in ("-", "an", "a"):
        return False
    if before in _TOLD_HALVES:
        return after not in _HALF_OF
    return after not in _AFTER_HALF and before not in _BEFORE_HALF and after != ""


def _is_idiom(tokens: Sequence[Token], number: Number) -> bool:
    """ "nine to five", "one-to-one", "two cents", "in the first place"."""
    if _is_one_to_one(tokens, number):
        return True
    unit_at = number.end + 2 * (word_at(tokens, number.end) == "to")
    if is_unit(word_at(tokens, unit_at)) or duration_named(word_at(tokens, unit_at)) is not None:
        return False
    start = max(0, number.first - _IDIOM_WORDS + 1)
    around = " ".join(token.lower for token in tokens[start : number.end + 2])
    return any(idiom in around for idiom in _IDIOMS)


def _is_one_to_one(tokens: Sequence[Token], number: Number) -> bool:
    """Either one of "one-to-one", "one on one"; "thirty-one to one" falls."""
    if number.value != 1 or not number.spelled:
        return False
    for one in (number.first, number.first - 2, number.first - 4):
        after = [token.lower for token in tokens[max(0, one) : one + 5] if token.text != "-"]
        if one >= 0 and after[:1] == ["one"] and tuple(after[1:3]) in _TO_ONE:
            return not is_glued(tokens, one)
    return False


_TO_ONE = {("to", "one"), ("on", "one")}
