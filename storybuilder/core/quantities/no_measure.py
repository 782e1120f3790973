"""Numbers that measure nothing: years, dates, clock times, names, and the "one" of telling."""

import re
from collections.abc import Sequence

from storybuilder.core.quantities.number import Number
from storybuilder.core.token import Token, word_set

_MONTHS = word_set(
    "january february march april june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec"
)
_BEFORE_YEAR = word_set(
    "in since from until till during by early late mid summer spring autumn winter fall year "
    "end beginning start of before after around and to"
)
_NAMED = word_set(
    "version v room phase step stage level tier sprint chapter section page building floor flight "
    "route platform gate bay ward iso iec rfc q h python java windows office year grade class type "
    "covid ticket order case number no unit line row track act article form module week day lane "
    "bus line shift channel model mark series dock block zone hall theatre option plan team group "
    "formula web industry area sector"
)
"""Words before a number that make it a name: "Room 12", "ISO 9001", "week three"."""
_CLOCK_AFTER = {"am", "pm", "a.m", "p.m", "o'clock", "oclock", "noon"}
_CLOCK_BEFORE = {"past", "till"}
_AT = {"at", "until", "till", "before"}
_NO_NOUN = word_set(
    "in on at to for and but so when while because the a i we he she it they that which my our "
    "or then as with from every each sharp this"
)
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
    "percent per % week month year hour minute second million thousand hundred quarter"
)
_RANK_AFTER = word_set("place prize best largest biggest highest lowest percentile rank")
_RANK_BEFORE = word_set("ranked came finished placed came ranking position")
_SMALL_BARE = 13
"""A smaller bare number in words ("us two", "the three") counts nothing by itself."""
_SMALL_WORDS = word_set("two three four five six seven eight nine ten eleven twelve thirty forty")
_BARE_CUES = word_set(
    "number to by of than around about only from at nearly almost under over below above least "
    "most was were is hit reached got had exactly scored"
)
_ID_DIGITS = 7


def measures_nothing(tokens: Sequence[Token], number: Number) -> bool:
    """Whether a number is no quantity: it dates, names, numbers or merely tells."""
    return any(rule(tokens, number) for rule in _RULES)


def _before(tokens: Sequence[Token], number: Number, steps: int = 1) -> str:
    at = number.first - steps
    return tokens[at].lower if at >= 0 else ""


def _after(tokens: Sequence[Token], number: Number, steps: int = 0) -> str:
    at = number.end + steps
    return tokens[at].lower if at < len(tokens) else ""


def _is_year(tokens: Sequence[Token], number: Number) -> bool:
    text = tokens[number.first].text
    if number.end - number.first != 1 or not re.fullmatch(r"(?:19|20)\d\d", text):
        return _is_spoken_year(tokens, number)
    if _before(tokens, number) in ("$", "£", "€", "#"):
        return _before(tokens, number) == "#"
    after = _after(tokens, number)
    if _before(tokens, number) in _BEFORE_YEAR | _MONTHS:
        return not _is_unit(after)
    return not after.endswith("s") and not _is_unit(after)


def _is_spoken_year(tokens: Sequence[Token], number: Number) -> bool:
    """ "twenty nineteen": two numbers that stand side by side."""
    if not number.spelled or number.value is None:
        return False
    return (number.value in (19, 20) and _teens(tokens, number.end)) or (
        10 <= number.value <= 99 and _before(tokens, number) in ("twenty", "nineteen")
    )


def _teens(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and (
        tokens[at].lower.endswith(("teen", "ty")) or tokens[at].lower in ("ten", "eleven", "twelve")
    )


def _is_unit(word: str) -> bool:
    return word in ("%", "percent", "per", "dollars", "pounds", "euros", "people")


def _is_date(tokens: Sequence[Token], number: Number) -> bool:
    if number.value is None or not 0 < number.value <= 31:
        return False
    before, after = _before(tokens, number), _after(tokens, number)
    of_month = after == "of" and _after(tokens, number, 1) in _MONTHS | {"may"}
    ending = 1 if after in ("st", "nd", "rd", "th") else 0
    return (
        of_month
        or _is_month(tokens, number.end + ending)
        or _is_month(tokens, number.first - 1)
        or (before == "the" and _before(tokens, number, 2) in _MONTHS | {"may"})
    )


def _is_month(tokens: Sequence[Token], at: int) -> bool:
    if not 0 <= at < len(tokens):
        return False
    return tokens[at].lower in _MONTHS or tokens[at].text == "May"


def _is_clock(tokens: Sequence[Token], number: Number) -> bool:
    if number.value is None or not 0 <= number.value <= 24 or number.value % 1:
        return False
    before, after = _before(tokens, number), _after(tokens, number)
    if after in _CLOCK_AFTER or (after in ("a", "p") and _after(tokens, number, 1) == "."):
        return True
    if before in _CLOCK_BEFORE or (before == "to" and _before(tokens, number, 2) == "quarter"):
        return before == "past" or number.value <= 12
    bare = after in _NO_NOUN or not after[:1].isalnum()
    return before in _AT and number.value <= 12 and bare and after != "%"


def _is_name(tokens: Sequence[Token], number: Number) -> bool:
    """ "Room 12", "Q3", "Python 3", "#12", "ticket 4521", "INC00123"."""
    if number.first == 0:
        return False
    previous, token = tokens[number.first - 1], tokens[number.first]
    glued = previous.end_char == token.start_char
    if previous.text in "#_/" or (glued and (previous.is_word or previous.text == ".")):
        return True
    if previous.text == "-" and glued and number.first > 1:
        return tokens[number.first - 2].text.isupper()
    first_of_all = previous.lower == "number" and number.spelled and number.value == 1
    if previous.lower == "top" or first_of_all or _is_measured(tokens, number):
        return False
    named = previous.lower in _NAMED and not previous.lower.endswith("s")
    return named or (not number.spelled and _is_proper(tokens, number.first - 1))


def _is_measured(tokens: Sequence[Token], number: Number) -> bool:
    after = _after(tokens, number)
    return _is_unit(after) or after in _PLAIN_UNITS


_PLAIN_UNITS = word_set(
    "seconds minutes hours days weeks months years second minute hour day week month year "
    "times x k m"
)


def _is_proper(tokens: Sequence[Token], at: int) -> bool:
    """A capitalised word inside a sentence, not "I" and not one that merely opens it."""
    word = tokens[at]
    if not word.is_word or not word.text[0].isupper() or word.text == "I":
        return False
    opens = at == 0 or tokens[at - 1].text in ".!?:;\"'“”-–•*"
    return not opens and word.lower not in _MONTHS


def _is_list_number(tokens: Sequence[Token], number: Number) -> bool:
    """ "1. I asked": a number that opens a line, with its own point or bracket."""
    opens = tokens[number.first].opens_line and not number.spelled
    return opens and _after(tokens, number) in (".", ")") and (number.value or 0) < 20


def _is_id(tokens: Sequence[Token], number: Number) -> bool:
    """Phone-like: seven digits and more in a row, or groups of digits joined by hyphens."""
    text = tokens[number.first].text
    if text.isdigit() and (len(text) >= _ID_DIGITS or (len(text) > 1 and text[0] == "0")):
        return True
    joined = _before(tokens, number) == "-" and _before(tokens, number, 2).isdigit()
    joins = _after(tokens, number) == "-" and _after(tokens, number, 1).isdigit()
    long = text.isdigit() and (
        len(text) >= 3
        or len(_after(tokens, number, 1)) >= 4
        or len(_before(tokens, number, 2)) >= 3
    )
    return (joined and long) or (joins and len(_after(tokens, number, 1)) >= 4)


def _is_decade(tokens: Sequence[Token], number: Number) -> bool:
    """ "the 90s", "3D", "4G", "2FA", "1st-line": letters glued on that are no unit."""
    at = number.end
    if number.spelled or at >= len(tokens) or tokens[at - 1].text[-1:].isalpha():
        return False
    glued = tokens[at].is_word and tokens[at].start_char == tokens[at - 1].end_char
    return glued and tokens[at].lower not in _GLUED_UNITS


_GLUED_UNITS = word_set(
    "x k m bn mn h hr hrs min mins ms sec secs kg km gb mb tb st nd rd th pp hours days weeks "
    "months years minutes seconds p"
)


def _is_ordinal_of_telling(tokens: Sequence[Token], number: Number) -> bool:
    """ "first I", "the second thing"; but "third place" and "ranked third" measure."""
    if not number.ordinal:
        return False
    ending = 0 if number.spelled else 1
    after = _after(tokens, number, ending)
    return after not in _RANK_AFTER and _before(tokens, number) not in _RANK_BEFORE


def _is_one_of_telling(tokens: Sequence[Token], number: Number) -> bool:
    """ "one of my", "one day", "no one"; but "one week" and "only one complaint" measure."""
    if not number.spelled or number.value != 1 or number.ordinal:
        return False
    before, after = _before(tokens, number), _after(tokens, number)
    if after in _UNITS_OF_ONE:
        return False
    if before in ("number", "to", "within"):
        return after in ("-", "another") or (before == "to" and after in ("of", "side"))
    if before in _TELLING_BEFORE and before != "only":
        return True
    if before == "in" and after == "day":
        return False
    return after in _TELLING_AFTER or before not in _ONE_COUNTS or not after[:1].isalpha()


def _is_bare_small(tokens: Sequence[Token], number: Number) -> bool:
    """ "us two", "the three": a small number in words with nothing behind it."""
    if (
        not number.spelled
        or number.value is None
        or number.value >= _SMALL_BARE
        or number.value % 1
    ):
        return False
    after = _after(tokens, number)
    if after in ("or", "to") and _after(tokens, number, 1) in _SMALL_WORDS:
        return False
    bare = (not after[:1].isalpha() and after not in ("%", "-")) or after in _NO_NOUN
    return bare and _before(tokens, number) not in _BARE_CUES


def _is_idiom(tokens: Sequence[Token], number: Number) -> bool:
    """ "nine to five", "one-to-one", "two cents", "second hand", "on all fours"."""
    span = [token.lower for token in tokens[max(0, number.first - 2) : number.end + 2]]
    joined = " ".join(span)
    return any(idiom in joined for idiom in _IDIOMS)


_IDIOMS = (
    "nine to five",
    "nine - to",
    "9 to 5",
    "9 - to",
    "to - five",
    "to - 5",
    "one - to",
    "one to one",
    "one - on",
    "two - way",
    "my two cents",
    "five whys",
    "5 whys",
    "half - way",
)

_RULES = (
    _is_year,
    _is_date,
    _is_clock,
    _is_name,
    _is_list_number,
    _is_id,
    _is_decade,
    _is_ordinal_of_telling,
    _is_one_of_telling,
    _is_bare_small,
    _is_idiom,
)
