"""Numbers that measure nothing: dates, names, list numbers, identifiers, words of telling."""

from collections.abc import Sequence

from storybuilder.core.quantities.dated import MONTHS, is_dated, is_unit
from storybuilder.core.quantities.number import Number
from storybuilder.core.quantities.number_words import SPELLED_DIGITS
from storybuilder.core.quantities.telling import merely_tells
from storybuilder.core.quantities.unit import is_plural
from storybuilder.core.token import Token, is_glued, word_at, word_set

_NAMED = word_set(
    "version v room phase step stage level tier sprint chapter section page building floor flight "
    "route platform gate bay ward iso iec rfc q h python java windows office year grade class type "
    "covid ticket order case number no unit line row track act article form module week day lane "
    "bus line shift channel model mark series dock block zone hall theatre option plan team group "
    "formula web industry area sector error clause question item figure table exhibit appendix "
    "paragraph http status port boeing android ios angular coach mile pager"
)
"""Words before a number that make it a name: "Room 12", "ISO 9001", "week three"."""
_ALSO_PLAIN = word_set(
    "building plan day week year team office order shift line track act form group area sector "
    "option model block case ticket row mark channel coach mile"
)
"""Of these, words that make no name before what is counted: "we were building 3 calculators"."""
_BEFORE_PLAIN = {"a", "an", "per", "each", "every"}
_PLAIN_UNITS = word_set(
    "seconds minutes hours days weeks months years second minute hour day week month year "
    "times x k m ms"
)
_HYPHENATED = word_set("top sub under over mid pre non up plus")
"""Words tied to a number that make no name of it: "sub-50", not "COVID-19"."""
_OPENING_MARKS = ".!?:;\"'“”-–•*→>|"
_GLUED_UNITS = word_set(
    "x k m bn mn h hr hrs min mins ms s sec secs kg g km cm mm mg ml gb mb tb kb st nd rd th pp "
    "hours days weeks months years minutes seconds p % °"
)
_ID_DIGITS = 7
_MOST_LISTED = 20


def measures_nothing(tokens: Sequence[Token], number: Number) -> bool:
    """Whether a number is no quantity: it dates, names, numbers or merely tells."""
    return (
        is_dated(tokens, number)
        or _is_name(tokens, number)
        or _is_list_number(tokens, number)
        or _is_id(tokens, number)
        or _is_lettered(tokens, number)
        or merely_tells(tokens, number)
    )


def _is_name(tokens: Sequence[Token], number: Number) -> bool:
    """ "Room 12", "Q3", "Python 3", "#12", "ticket 4521", "INC00123", "COVID-19"."""
    first = number.first
    if first == 0 or tokens[first].text in "-−+.":
        return False
    previous = tokens[first - 1]
    if previous.lower in ("x", "×") and is_glued(tokens, first):
        return is_glued(tokens, first - 1)
    if previous.lower == "h" and word_at(tokens, first - 2)[:1].isdigit():
        return False
    if previous.text == "#":
        return not (number.value == 1 and word_at(tokens, first - 2) in _LEADS_FIRST)
    if previous.text in "_/" or (is_glued(tokens, first) and previous.text[-1] in _IN_NAMES):
        return previous.text not in "→>"
    if previous.text == "-" and is_glued(tokens, first):
        return _is_tied(tokens, number)
    return _follows_name(tokens, number)


_LEADS_FIRST = word_set("ranked became the are is was were to as")
_IN_NAMES = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.@")


def _is_tied(tokens: Sequence[Token], number: Number) -> bool:
    """ "COVID-19", "INC-4421": a word tied to digits; "sub-50" and "mid-40" measure."""
    before = number.first - 2
    if before < 0 or not tokens[before].is_word or not is_glued(tokens, number.first - 1):
        return False
    return not number.spelled and tokens[before].lower not in _HYPHENATED


def _follows_name(tokens: Sequence[Token], number: Number) -> bool:
    previous = tokens[number.first - 1]
    first_of_all = previous.lower == "number" and number.spelled and number.value == 1
    if previous.lower == "top" or first_of_all or _is_measured(tokens, number):
        return False
    if previous.lower == "to" and _follows_version(tokens, number):
        return True
    if previous.lower in _NAMED:
        counts = previous.lower in _ALSO_PLAIN and is_plural(word_at(tokens, number.end))
        return not counts and word_at(tokens, number.first - 2) not in _BEFORE_PLAIN
    # No version is below one: "AUC 0.91" measures.
    part = number.value is not None and 0 < number.value < 1
    return not number.spelled and not part and _is_proper(tokens, number.first - 1)


def _follows_version(tokens: Sequence[Token], number: Number) -> bool:
    """The 3.12 of "from Python 3.8 to 3.12"."""
    at = number.first - 2
    versions = not number.spelled and at > 0 and tokens[at].text[0].isdigit()
    return versions and "." in tokens[at].text and _is_proper(tokens, at - 1)


def _is_measured(tokens: Sequence[Token], number: Number) -> bool:
    after = word_at(tokens, number.end)
    return is_unit(after) or after in _PLAIN_UNITS


def _is_proper(tokens: Sequence[Token], at: int) -> bool:
    """A capitalised word inside a sentence, not "I" and not one that merely opens it."""
    word = tokens[at]
    if not word.is_word or not word.text[0].isupper() or word.text == "I":
        return False
    opens = at == 0 or tokens[at - 1].text in _OPENING_MARKS or word.opens_line
    return not opens and word.lower not in MONTHS


def _is_list_number(tokens: Sequence[Token], number: Number) -> bool:
    """ "1. I asked": a number that opens a line, with its own point or bracket."""
    opens = tokens[number.first].opens_line and not number.spelled
    listed = opens and word_at(tokens, number.end) in (".", ")")
    return listed and (number.value or 0) < _MOST_LISTED


def _is_id(tokens: Sequence[Token], number: Number) -> bool:
    """Phone-like: many digits in a row, groups joined by hyphens, digits said one by one."""
    text = tokens[number.first].text
    if number.spelled:
        return _is_dictated(tokens, number)
    if number.end > number.first + 1 or not text.isdigit():
        return False
    if len(text) >= _ID_DIGITS or (len(text) > 1 and text[0] == "0"):
        return True
    before = word_at(tokens, number.first - 2) if word_at(tokens, number.first - 1) == "-" else ""
    after = word_at(tokens, number.end + 1) if word_at(tokens, number.end) == "-" else ""
    joined = before.isdigit() and (len(text) >= 4 or len(before) >= 3)
    return joined or (after.isdigit() and len(after) >= 4)


def _is_dictated(tokens: Sequence[Token], number: Number) -> bool:
    """ "five five five": three digits in words and more in a row."""
    if number.end != number.first + 1 or tokens[number.first].lower not in SPELLED_DIGITS:
        return False
    digits = [
        word_at(tokens, at) in SPELLED_DIGITS for at in range(number.first - 2, number.first + 3)
    ]
    return any(all(digits[start : start + 3]) for start in range(3))


def _is_lettered(tokens: Sequence[Token], number: Number) -> bool:
    """ "the 90s", "3D", "4G", "2FA", "1st-line": letters glued on that are no unit."""
    at = number.end
    if number.spelled or at >= len(tokens) or tokens[at - 1].text[-1:].isalpha():
        return False
    if tokens[at].lower == "s":
        return is_glued(tokens, at) and _is_decade(tokens, number)
    glued = tokens[at].is_word and is_glued(tokens, at)
    return glued and tokens[at].lower not in _GLUED_UNITS


def _is_decade(tokens: Sequence[Token], number: Number) -> bool:
    """ "the 90s", "the 1950s", "in my 30s", "under-12s"; "30s" are seconds."""
    text, before = tokens[number.first].text, word_at(tokens, number.first - 1)
    if before == "-" and is_glued(tokens, number.first):
        return True
    round_year = text.isdigit() and text[-1] == "0"
    return round_year and (len(text) == 4 or int(text) > 60 or before in _OWNERS)


_OWNERS = word_set("my his her their our the early mid late")
