"""Number words: "two hundred and five", "twelve hundred", "two point three", "twenty-first"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from storybuilder.core.token import Token, is_glued, word_at, word_set


def _counted(words: str, first: int, step: int = 1) -> dict[str, int]:
    """The words with their values, each so much more than the one before it."""
    return {word: first + step * at for at, word in enumerate(words.split())}


_ZERO = {"zero": 0, "nought": 0, "nil": 0}
_ONES = _counted("one two three four five six seven eight nine", 1)
_TEENS = _counted(
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10
)
_TENS = _counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
_TENS |= {"fourty": 40, "ninty": 90}
_PLAIN = _ZERO | _ONES | _TEENS
_FIRST_TO_NINTH = _counted("first second third fourth fifth sixth seventh eighth ninth", 1)
_ORDINALS = _FIRST_TO_NINTH | _counted(
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth twentieth",
    10,
)
_ORDINALS |= _counted("thirtieth fortieth fiftieth", 30, 10) | {"hundredth": 100}
SCALES = {
    "thousand": 1e3,
    "grand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "mil": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
}
_LONE_SCALES = {"thousand", "lakh", "million", "crore", "billion", "trillion"}
"""Scales that are a number without one before them: "a million", not "a grand house"."""
_PLURAL_SCALES = {f"{name}s": SCALES[name] for name in _LONE_SCALES}
ARTICLES = {"a", "an"}
SPELLED_DIGITS = frozenset(_ZERO | _ONES)
NUMBER_WORDS = frozenset(_PLAIN | _TENS | SCALES) | {"hundred", "dozen", "half"}
"""Words that are numbers or end one, ordinals left out."""
_OPENERS = NUMBER_WORDS | _ORDINALS.keys() | ARTICLES | {"point", "oh"}
_POINT_AFTER = word_set(
    "from to by of was is were about around nearly almost under over only just reached hit below "
    "above scored and plus minus than got"
)
_MOST_DECIMALS = 9


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words that ends before the token `end`."""

    end: int
    value: float
    ordinal: bool = False


def read_spelled(tokens: Sequence[Token], at: int) -> Spelled | None:
    """The longest number in words that begins here.

    "a" begins one only before "hundred", "thousand" and the like. No more than a handful of tokens
    are looked at, apart from those that the number takes.
    """
    if word_at(tokens, at) not in _OPENERS:
        return None
    whole = _whole(tokens, at) or _leading_point(tokens, at)
    if whole is None or whole.ordinal:
        return whole
    # "at one point three people left" tells of three people.
    if word_at(tokens, at - 1) == "at" and tokens[at].lower == "one":
        return whole
    return _with_decimals(tokens, whole)


def past_hyphen(tokens: Sequence[Token], at: int) -> int:
    """The place after a hyphen that ties two words, as in "twenty-one"; else the place itself."""
    tied = word_at(tokens, at) == "-" and is_glued(tokens, at) and is_glued(tokens, at + 1)
    return at + 1 if tied else at


def _whole(tokens: Sequence[Token], at: int) -> Spelled | None:
    """A number of groups with falling scales: "two million, three hundred thousand and five"."""
    group = _group(tokens, at) or _lone_scale(tokens, at)
    total, least, read = 0.0, float("inf"), None
    while group is not None and (group.value or read is None):
        end, size = (group.end, 1.0) if group.ordinal else _scale(tokens, group.end)
        if group.value * size >= least:
            break
        total, least = total + group.value * size, size
        read = Spelled(end, total, group.ordinal)
        if size == 1:
            break
        group = _next_group(tokens, end)
    return _dozens(tokens, read)


def _scale(tokens: Sequence[Token], at: int) -> tuple[int, float]:
    """Where a word like "million" ends that stands here, and its size; 1 where none does."""
    here = past_hyphen(tokens, at)
    word = word_at(tokens, here)
    size = SCALES.get(word) or _PLURAL_SCALES.get(word)
    if size is None:
        return at, 1.0
    return here + 1, size


def _next_group(tokens: Sequence[Token], at: int) -> Spelled | None:
    """What follows "two thousand": "five hundred", "and five", ", five hundred"."""
    at = past_hyphen(tokens, at)
    if word_at(tokens, at) == "and":
        return _group(tokens, past_hyphen(tokens, at + 1))
    if word_at(tokens, at) != ",":
        return _group(tokens, at)
    group = _group(tokens, at + 1)
    if group is None:
        return None
    # A comma joins only what could not count anew: "two thousand, five of them" are two numbers.
    return group if group.value >= 100 or _scale(tokens, group.end)[1] > 1 else None


def _group(tokens: Sequence[Token], at: int) -> Spelled | None:
    """Up to 9 999: "five", "forty-two", "a hundred and five", "twelve hundred"."""
    small = _small(tokens, at)
    hundred = _hundred_end(tokens, at, small)
    if hundred is None:
        return small
    value = 100 * (small.value if small else 1)
    rest_at = past_hyphen(tokens, hundred)
    rest_at = past_hyphen(tokens, rest_at + (word_at(tokens, rest_at) == "and"))
    rest = _small(tokens, rest_at)
    if rest is None or not rest.value or _hundred_end(tokens, rest_at, rest) is not None:
        return Spelled(hundred, value)
    return replace(rest, value=value + rest.value)


def _hundred_end(tokens: Sequence[Token], at: int, small: Spelled | None) -> int | None:
    """Where "hundred" ends after these first words, if it stands there."""
    if small is None:
        here = at + (word_at(tokens, at) in ARTICLES)
        return here + 1 if word_at(tokens, here) == "hundred" else None
    if small.ordinal or not small.value:
        return None
    here = past_hyphen(tokens, small.end)
    return here + 1 if word_at(tokens, here) in ("hundred", "hundreds") else None


def _small(tokens: Sequence[Token], at: int) -> Spelled | None:
    """Below a hundred."""
    word = word_at(tokens, at)
    if word in _PLAIN:
        return Spelled(at + 1, _PLAIN[word])
    if word in _ORDINALS:
        return Spelled(at + 1, _ORDINALS[word], ordinal=True)
    if word not in _TENS:
        return None
    here = past_hyphen(tokens, at + 1)
    last = word_at(tokens, here)
    if last in _ONES:
        return Spelled(here + 1, _TENS[word] + _ONES[last])
    if last in _FIRST_TO_NINTH and not _is_time(tokens, here):
        return Spelled(here + 1, _TENS[word] + _FIRST_TO_NINTH[last], ordinal=True)
    return Spelled(at + 1, _TENS[word])


def _is_time(tokens: Sequence[Token], at: int) -> bool:
    """Whether "second" after "thirty" is a time: "a thirty second clip", not "of March"."""
    return tokens[at].lower == "second" and word_at(tokens, at + 1) not in ("of", "place")


def _lone_scale(tokens: Sequence[Token], at: int) -> Spelled | None:
    """ "a million", "thousand", "a dozen": one of it; the scale itself is left to be read."""
    here = at + (word_at(tokens, at) in ARTICLES)
    word = word_at(tokens, here)
    return Spelled(here, 1.0) if word == "dozen" or word in _LONE_SCALES else None


def _dozens(tokens: Sequence[Token], read: Spelled | None) -> Spelled | None:
    if read is None or read.ordinal or word_at(tokens, read.end) != "dozen":
        return read
    return Spelled(read.end + 1, read.value * 12)


def _leading_point(tokens: Sequence[Token], at: int) -> Spelled | None:
    """ "point five", "oh point five"; but "at that point five left" counts five."""
    word = word_at(tokens, at)
    if word == "oh" and word_at(tokens, at + 1) == "point":
        return _decimals(tokens, Spelled(at + 1, 0.0))
    if word == "point" and (at == 0 or word_at(tokens, at - 1) in _POINT_AFTER):
        return _decimals(tokens, Spelled(at, 0.0))
    return None


def _with_decimals(tokens: Sequence[Token], whole: Spelled) -> Spelled:
    return _decimals(tokens, whole) or whole


def _decimals(tokens: Sequence[Token], whole: Spelled) -> Spelled | None:
    """The number grown by "point five" or "point twenty-five"."""
    if word_at(tokens, whole.end) != "point":
        return None
    here, digits = whole.end + 1, ""
    while len(digits) < _MOST_DECIMALS and (digit := _digit(word_at(tokens, here))) is not None:
        here, digits = here + 1, digits + str(digit)
    if not digits:
        small = _small(tokens, here)
        if small is None or small.ordinal:
            return None
        here, digits = small.end, str(int(small.value))
    return Spelled(here, float(f"{whole.value:.0f}.{digits}"))


def _digit(word: str) -> int | None:
    return 0 if word == "oh" else (_ZERO | _ONES).get(word)
