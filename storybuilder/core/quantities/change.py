"""Changes: "from 19 % to 8 %", "3 weeks -> 2 days", "38 minutes to 9", "from weeks to days"."""

from collections.abc import Iterator, Sequence

from storybuilder.core.quantities.measure import Measure
from storybuilder.core.quantities.unit import duration_named, in_unit
from storybuilder.core.token import Token, word_at, word_set

_ROUGHLY = word_set(
    "about around roughly nearly almost over under like some just only up down ~ maybe perhaps "
    "probably say um uh approximately circa well below above i think average of an a"
)
_ARROWS = {("→",), ("->",), ("-", ">"), ("-", "-", ">"), ("=", ">"), ("⇒",), ("➔",), ("➜",)}
_INSTEAD = {("instead", "of"), ("rather", "than"), ("and", "not")}
_CHANGE_REACH = 6
_MOST_ROUGHLY = 5
_OFTEN = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "fortnightly": "fortnight",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
}
_NOTHING = {"none", "nothing"}
_SOME = word_set("a few several many couple of just mere only")
_BEFORE_END = word_set("from to into of than >") | {"→"}
_AFTER_START = word_set("to into instead rather -") | {"→"}


def vague_ends(tokens: Sequence[Token]) -> Iterator[Measure]:
    """What may begin or end a change without a number: "weeks", "daily", "none"."""
    for at, token in enumerate(tokens):
        unit = _OFTEN.get(token.lower)
        if token.lower.endswith("s") and unit is None and len(token.lower) > 3:
            unit = duration_named(token.lower)
        if unit is None and token.lower not in _NOTHING:
            continue
        first = at
        while first > max(0, at - 3) and word_at(tokens, first - 1) in _SOME:
            first -= 1
        if word_at(tokens, first - 1) in _BEFORE_END or word_at(tokens, at + 1) in _AFTER_START:
            yield _vague(first, at + 1, unit)


def _vague(first: int, end: int, unit: str | None) -> Measure:
    if unit is None:
        return Measure(first, end, "count", 0.0, "")
    return Measure(first, end, "duration", None, unit)


def change_of(
    tokens: Sequence[Token], one: Measure, other: Measure, between: tuple[str, ...]
) -> Measure | None:
    """One measure that leads from the one to the other, if the words between say so."""
    if other.kind == "change" or one.kind == "multiplier":
        return None
    if between in _ARROWS or _rateless(between) in _ARROWS:
        return _change(one, other, one.first)
    if one.kind == "change":
        return None
    if _is_from_to(tokens, one, between):
        return _change(one, other, _back_over(tokens, one.first) - 1)
    if _rateless(between) in (("to",), ("into",)) and _falls(one, other):
        return _change(one, other, one.first)
    plain = tuple(word for word in between if word not in _ROUGHLY or word == "of")
    if plain in _INSTEAD and _is_alike(one, other) and (one.unit or between != ("and", "not")):
        return _instead(one, other)
    return None


def _rateless(between: tuple[str, ...]) -> tuple[str, ...]:
    """What stands between without "a week" or "/month"."""
    rated = len(between) > 2 and between[0] in ("a", "an", "per", "each", "every", "/")
    return between[2:] if rated and duration_named(between[1]) is not None else between


def _is_from_to(tokens: Sequence[Token], one: Measure, between: tuple[str, ...]) -> bool:
    """Whether "from" stands before the first figure and "to" before the second."""
    if word_at(tokens, _back_over(tokens, one.first) - 1) != "from":
        return False
    plain = [word for word in between if word not in _ROUGHLY]
    if not plain or len(plain) > _CHANGE_REACH or any(sign in between for sign in ".!?;"):
        return False
    return bool({"to", "into"} & set(plain[-3:]))


def _back_over(tokens: Sequence[Token], at: int) -> int:
    first = max(0, at - _MOST_ROUGHLY)
    while at > first and tokens[at - 1].lower in _ROUGHLY:
        at -= 1
    return at


def _falls(one: Measure, other: Measure) -> bool:
    """Whether "38 minutes to 9" tells a fall: a range climbs. "Weeks to days" always does."""
    if one.value is None or other.value is None:
        return one.value is other.value and one.unit != other.unit and one.kind == other.kind
    if not (one.unit or other.unit) or not _is_alike(one, other) or one.kind == "rank":
        return False
    start = in_unit(one.value, one.unit, other.unit)
    return start is not None and start > other.value


def _is_alike(one: Measure, other: Measure) -> bool:
    bare = (not one.unit and one.kind == "count") or (not other.unit and other.kind == "count")
    return bare or one.unit == other.unit or in_unit(1, one.unit, other.unit) is not None


def _instead(one: Measure, other: Measure) -> Measure | None:
    """ "3 days instead of 8": it ends at the first and starts from the second."""
    turned = _change(other, one, one.first)
    return turned and Measure(
        one.first, other.end, "change", turned.value, turned.unit, turned.baseline
    )


def _change(one: Measure, other: Measure, first: int) -> Measure | None:
    kinds = {one.kind, other.kind} - {"change"}
    bare = any(m.kind == "count" and (not m.unit or m.value == 0) for m in (one, other))
    if len(kinds) > 1 and not bare:
        return None
    unit = other.unit or one.unit
    start = one.baseline if one.kind == "change" else one.value
    baseline = None if start is None else in_unit(start, one.unit, unit)
    return Measure(first, other.end, "change", other.value, unit, baseline)
