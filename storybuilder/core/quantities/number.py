"""Numbers: figures in digits or in words, with their value and their place in the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from text_to_num import find_numbers as find_number_words

from storybuilder.core.token import Token, word_set

_MAGNITUDES = {
    "k": 1e3,
    "thousand": 1e3,
    "grand": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mil": 1e6,
    "million": 1e6,
    "bn": 1e9,
    "billion": 1e9,
    "hundred": 1e2,
    "dozen": 12.0,
}
_GLUED_ONLY = {"k", "m", "mn", "bn"}
_FRACTIONS = {
    "half",
    "third",
    "thirds",
    "quarter",
    "quarters",
    "fifth",
    "fifths",
    "tenth",
    "tenths",
}
_ARTICLES = {"a", "an"}


@dataclass(frozen=True, slots=True)
class Number:
    """A figure over the tokens `first` to `end` (exclusive). `value` is None for "a third"."""

    first: int
    end: int
    value: float | None
    spelled: bool
    """Whether it is written in words."""
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class _WordToken:
    """A token in the form that the number-word library asks for."""

    word: str

    def text(self) -> str:
        return self.word

    def nt_separated(self, previous: object) -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


def numbers_of(tokens: Sequence[Token]) -> tuple[Number, ...]:
    """Every number among the tokens, in order, none overlapping another."""
    found = sorted((*_fractions(tokens), *_digits(tokens), *_words(tokens)), key=_place)
    kept: list[Number] = []
    for number in found:
        if not kept or number.first >= kept[-1].end:
            kept.append(_with_half(number, tokens))
    return tuple(kept)


def _place(number: Number) -> tuple[int, int]:
    return number.first, -number.end


def _digits(tokens: Sequence[Token]) -> Iterator[Number]:
    for at, token in enumerate(tokens):
        value = _digit_value(token.text)
        if value is None:
            continue
        end, times = _magnitude(tokens, at + 1)
        yield Number(at, end, value * times, spelled=False, ordinal=_has_ordinal_ending(tokens, at))


def _digit_value(text: str) -> float | None:
    """The value of "12,400" or "3.5"; None for words and for "8:30", "24/7", "3.11.2"."""
    plain = text.replace(",", "")
    if not (plain[:1].isascii() and plain[:1].isdigit()) or len(plain) > 15:
        return None
    try:
        return float(plain)
    except ValueError:
        return None


def _has_ordinal_ending(tokens: Sequence[Token], at: int) -> bool:
    following = at + 1
    return (
        following < len(tokens)
        and tokens[following].start_char == tokens[at].end_char
        and tokens[following].lower in ("st", "nd", "rd", "th")
    )


def _magnitude(tokens: Sequence[Token], at: int) -> tuple[int, float]:
    """Where a number ends that a word like "million" may follow, and what to multiply it by."""
    if at >= len(tokens) or tokens[at].lower not in _MAGNITUDES:
        return at, 1.0
    glued = tokens[at].start_char == tokens[at - 1].end_char
    if tokens[at].lower in _GLUED_ONLY and not glued:
        return at, 1.0
    return at + 1, _MAGNITUDES[tokens[at].lower]


def _words(tokens: Sequence[Token]) -> Iterator[Number]:
    spoken = [_WordToken(spoken_form) for spoken_form in _spaced(tokens)]
    for found in find_number_words(spoken, "en", threshold=0):
        first, last = (found.start, found.end)
        if not any(token.is_word for token in tokens[first:last]):
            continue
        if first and tokens[first - 1].lower in _ARTICLES and found.value >= 100:
            first -= 1
        end, times = _magnitude(tokens, last)
        value = found.value * (times if tokens[last - 1].lower not in _MAGNITUDES else 1.0)
        yield Number(first, end, float(value), spelled=True, ordinal=found.is_ordinal)
    for at, token in enumerate(tokens):
        if token.lower == "dozen" and at and tokens[at - 1].lower in _ARTICLES:
            yield Number(at - 1, at + 1, 12.0, spelled=True)


def _spaced(tokens: Sequence[Token]) -> Iterator[str]:
    """Token texts for the library: it must not join numbers across digits or signs."""
    for token in tokens:
        yield token.lower if token.is_word or token.text == "-" else ";"


def _fractions(tokens: Sequence[Token]) -> Iterator[Number]:
    """ "half", "a third", "two thirds", "three quarters", "a good half"."""
    for at, token in enumerate(tokens):
        if token.lower not in _FRACTIONS:
            continue
        if token.lower == "half":
            if not _is_clock_half(tokens, at):
                first = at - 1 if at and tokens[at - 1].lower in _ARTICLES else at
                yield Number(first, at + 1, None, spelled=True)
        elif at and tokens[at - 1].lower in _BEFORE_FRACTION and _is_share(tokens, at):
            yield Number(at - 1, at + 1, None, spelled=True)


_BEFORE_FRACTION = {"a", "one", "two", "three", "four", "nine"}
_AFTER_SHARE = {"of", "fewer", "less", "more", "faster", "cheaper", "the", "lower", "higher"}
_BEFORE_SHARE = {"by", "about", "nearly", "almost", "roughly", "around", "over", "under", "only"}


def _is_share(tokens: Sequence[Token], at: int) -> bool:
    """Whether "a third" means a share, not an order ("a third person") or a quarter of a year."""
    if tokens[at].lower.endswith("s"):
        return True
    after = tokens[at + 1].lower if at + 1 < len(tokens) else "."
    before = tokens[at - 2].lower if at > 1 else ""
    return after in _AFTER_SHARE or before in _BEFORE_SHARE


def _is_clock_half(tokens: Sequence[Token], at: int) -> bool:
    """ "half past six", "half six", "half-hearted"."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else "."
    return after in _CLOCK_HALF


_CLOCK_HALF = {"past", "way", "-", "term", "time"} | word_set(
    "one two three four five six seven eight nine ten eleven twelve"
)


def _with_half(number: Number, tokens: Sequence[Token]) -> Number:
    """The number grown by "and a half"."""
    following = [token.lower for token in tokens[number.end : number.end + 3]]
    if following == ["and", "a", "half"] and number.value is not None:
        return replace(number, end=number.end + 3, value=number.value + 0.5)
    return number
