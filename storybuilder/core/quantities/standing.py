"""Standing without a figure: "highest in the region", "top quartile", "an A", "won gold"."""

from collections.abc import Iterator, Sequence

from storybuilder.core.quantities.measure import Measure
from storybuilder.core.token import Token, is_glued, word_at, word_set

_BEST = word_set(
    "best highest lowest fastest quickest largest biggest strongest smoothest youngest cheapest "
    "shortest longest safest cleanest top"
)
_AMONG = word_set("in on at across among within")
_FIELD = word_set("the our my all its their any")
_GROUPS = word_set(
    "class year company league division group region school table department team county country "
    "branch course field batch cohort store site pack bunch season quarter leaderboard ranking"
)
"""After "of the" only these rank: "top of the page" is a place, "part of the budget" a share."""
_NO_FIELD = word_set("world interest interests page end morning")
_REACH = 3
_SLICES = word_set("quartile decile tercile percentile")
_MEDALS = word_set("gold silver bronze")
_GOT = word_set(
    "got get received earned won took gave given awarded with scored achieved it a made for and"
)
_GRADES = frozenset("abc")
_HONOURS = word_set("distinction merit")
_WINNERS = word_set("champion champions winner winners runner runners")
_AFTER_GRADE = word_set("in on for from and at after . , ; ! ) plus minus overall this with")
_BE = word_set("was were is are am be been became become as the")


def standings(tokens: Sequence[Token]) -> Iterator[Measure]:
    """Each of them, in order."""
    for at, token in enumerate(tokens):
        word = token.lower
        end = None
        if word in _BEST:
            end = _among(tokens, at) or _slice(tokens, at)
        elif word in ("a", "an") or word == "full":
            end = _grade(tokens, at)
        elif word in _MEDALS and word_at(tokens, at - 1) in _GOT:
            end = at + 1
        elif word in _WINNERS and word_at(tokens, at - 1) in _BE:
            end = _winner(tokens, at)
        if end is not None:
            yield Measure(at, end, "rank", None, "")


def _among(tokens: Sequence[Token], at: int) -> int | None:
    """ "fastest in the department", "best result of the group", "the lowest we ever had"."""
    for between in range(at + 1, min(at + 2 + _REACH, len(tokens) - 1)):
        word, after = tokens[between].lower, word_at(tokens, between + 1)
        if not tokens[between].is_word or word in _NO_FIELD:
            return None
        if word == "ever":
            return between + 1
        noun = word_at(tokens, between + 2)
        if word == "of" and after == "the" and noun in _GROUPS:
            return between + 3
        if word in _AMONG and after in _FIELD and noun.isalpha() and noun not in _NO_FIELD:
            return None if tokens[at].lower == "top" else between + 3
    return None


def _slice(tokens: Sequence[Token], at: int) -> int | None:
    return at + 2 if word_at(tokens, at + 1) in _SLICES else None


def _grade(tokens: Sequence[Token], at: int) -> int | None:
    """ "got an A", "a B+", "with a distinction", "full marks"."""
    word = word_at(tokens, at + 1)
    if tokens[at].lower == "full":
        return at + 2 if word == "marks" else None
    if word in _HONOURS and word_at(tokens, at - 1) in _GOT:
        return at + 2
    if word not in _GRADES or word_at(tokens, at - 1) not in _GOT:
        return None
    after = word_at(tokens, at + 2)
    if is_glued(tokens, at + 2) and after in ("+", "-"):
        return at + 3
    if after in ("plus", "minus"):
        return at + 3
    return at + 2 if not after or after in _AFTER_GRADE else None


def _winner(tokens: Sequence[Token], at: int) -> int | None:
    if not tokens[at].lower.startswith("runner"):
        return at + 1
    return at + 3 if word_at(tokens, at + 2) == "up" else None
