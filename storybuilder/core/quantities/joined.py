"""Measures that belong together: ranges, shares, changes, "two hours and ten minutes"."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from storybuilder.core.quantities.change import change_of
from storybuilder.core.quantities.measure import Measure
from storybuilder.core.quantities.unit import MONEY_WORDS, in_unit, smaller_duration
from storybuilder.core.token import Token, is_glued, word_at, word_set

_RANGE_SIGNS = {("-",), ("–",), ("or",)}
_OUT_OF = {("out", "of"), ("out", "of", "the"), ("out", "of", "our"), ("out", "of", "every")}
_OF = _OUT_OF | {("of", word) for word in word_set("the our my their his her these those all a")}
_OF |= {("of",)}
_ONE_IN = _OUT_OF | {("in",), ("in", "every"), ("of", "every")}
_CHANCES = {3, 4, 5, 8, 10, 20, 50, 100, 1000, 10000}
"""Where "8 in 10" ends: "5 in 12 boxes" counts."""
_PER = {100, 1000, 10000, 100000, 1000000}
_SPOKEN_STEPS = {1, 2, 5, 10, 20, 100, 1000}
_REACH = 12
"""Measures further apart than so many tokens have nothing to do with each other."""

Join = Callable[[Sequence[Token], Measure, Measure, tuple[str, ...]], Measure | None]


def joined(tokens: Sequence[Token], measures: Iterable[Measure]) -> list[Measure]:
    """The measures in order, each pair that belongs together made one, then what changes."""
    return _folded(tokens, _folded(tokens, measures, _whole), _moved)


def _folded(tokens: Sequence[Token], measures: Iterable[Measure], join: Join) -> list[Measure]:
    kept: list[Measure] = []
    for measure in measures:
        whole = None
        if kept and measure.first - kept[-1].end <= _REACH:
            between = tuple(token.lower for token in tokens[kept[-1].end : measure.first])
            whole = join(tokens, kept[-1], measure, between)
        if whole is None:
            kept.append(measure)
        else:
            kept[-1] = whole
    return kept


def _whole(
    tokens: Sequence[Token], one: Measure, other: Measure, between: tuple[str, ...]
) -> Measure | None:
    if len(between) > 3:
        return None
    for join in (_sum, _ranked, _chance, _share, _rate, _range, _spoken_range):
        found = join(tokens, one, other, between)
        if found is not None:
            return found
    return None


def _moved(
    tokens: Sequence[Token], one: Measure, other: Measure, between: tuple[str, ...]
) -> Measure | None:
    return change_of(tokens, one, other, between) or _to_range(tokens, one, other, between)


def _sum(
    tokens: Sequence[Token], one: Measure, other: Measure, between: tuple[str, ...]
) -> Measure | None:
    """ "two hours and ten minutes", "three minutes forty", "2h30", "two pounds fifty"."""
    if between not in ((), ("and",), (",",)) or one.value is None or other.value is None:
        return None
    if one.kind == "duration":
        return _sum_of_times(one, other, between)
    hundredths = other.value if other.kind == "money" else other.value / 100
    bare = not between and other.kind == "count" and not other.unit
    coins = other.kind == "money" and other.unit == one.unit
    paid = one.kind == "money" and tokens[one.end - 1].lower in MONEY_WORDS
    if not paid or not (bare or coins) or not 0 < hundredths < 1 or one.value % 1:
        return None
    return replace(one, end=other.end, value=one.value + hundredths)


def _sum_of_times(one: Measure, other: Measure, between: tuple[str, ...]) -> Measure | None:
    unit = other.unit
    if other.kind == "count" and not unit and between != (",",):
        unit = smaller_duration(one.unit) or ""
    elif other.kind != "duration":
        return None
    if not unit or one.value is None or other.value is None:
        return None
    in_small = in_unit(one.value, one.unit, unit)
    step = in_unit(1, one.unit, unit)
    if in_small is None or step is None or not 0 < other.value < step:
        return None
    return Measure(one.first, other.end, "duration", in_small + other.value, unit)


def _ranked(
    tokens: Sequence[Token], one: Measure, other: Measure, between: tuple[str, ...]
) -> Measure | None:
    """ "top 5 of 200", "3rd out of 40 teams"."""
    if one.kind != "rank" or other.kind != "count" or between not in _OF:
        return None
    return replace(one, end=other.end, unit=other.unit)


def _chance(
    tokens: Sequence[Token], one: Measure, other: Measure, between: tuple[str, ...]
) -> Measure | None:
    """ "one in five customers", "8 in 10", "nine times out of ten": a share in percent."""
    if one.kind != "count" or other.kind != "count" or between not in _ONE_IN:
        return None
    if one.value is None or other.value is None or one.unit not in ("", "time"):
        return None
    out_of = between in _OUT_OF and one.unit != "time" and one.value != 1
    if (
        out_of
        or not 0 < one.value < other.value
        or (one.value != 1 and other.value not in _CHANCES)
    ):
        return None
    return Measure(one.first, other.end, "percent", 100 * one.value / other.value, "%")


def _share(
    tokens: Sequence[Token], one: Measure, other: Measure, between: tuple[str, ...]
) -> Measure | None:
    """ "14 of the 16 services", "87 points out of 100"."""
    if one.kind != "count" or other.kind != "count" or between not in _OF:
        return None
    if one.unit and (between not in _OUT_OF or other.unit):
        return None
    return replace(other, first=one.first, value=one.value, unit=other.unit or one.unit)


def _rate(
    tokens: Sequence[Token], one: Measure, other: Measure, between: tuple[str, ...]
) -> Measure | None:
    """ "14 per thousand", "320 per million"."""
    if one.kind != "count" or other.kind != "count" or between != ("per",):
        return None
    if other.value not in _PER:
        return None
    return Measure(one.first, other.end, "count", one.value, f"per {other.value:.0f}")


def _range(
    tokens: Sequence[Token], one: Measure, other: Measure, between: tuple[str, ...]
) -> Measure | None:
    """ "20-30 people", "two or three days", "between 5 and 8": its upper end."""
    if between == ("and",):
        if word_at(tokens, one.first - 1) != "between":
            return None
    elif between not in _RANGE_SIGNS or _is_dash(tokens, one, other):
        return None
    return _up_to(one, other)


def _is_dash(tokens: Sequence[Token], one: Measure, other: Measure) -> bool:
    """Whether "-" stands between spaces and parts two remarks: "5 wks - 44 suppliers"."""
    if tokens[one.end].text != "-" or is_glued(tokens, one.end):
        return False
    return bool(one.unit) or other.kind == "money"


def _spoken_range(
    tokens: Sequence[Token], one: Measure, other: Measure, between: tuple[str, ...]
) -> Measure | None:
    """ "forty, fifty people" and "two three weeks", as people say them."""
    if between not in ((), (",",)) or one.kind != "count" or one.unit or not other.unit:
        return None
    if one.value is None or other.value is None:
        return None
    spoken = all(
        t.is_word or t.text == "-" for t in tokens[one.first : other.first] if t.text != ","
    )
    close = other.value - one.value in _SPOKEN_STEPS and other.value < 10 * max(1, one.value)
    return replace(other, first=one.first) if spoken and close else None


def _to_range(
    tokens: Sequence[Token], one: Measure, other: Measure, between: tuple[str, ...]
) -> Measure | None:
    """ "10 to 15 people"."""
    return _up_to(one, other) if between == ("to",) else None


def _up_to(one: Measure, other: Measure) -> Measure | None:
    if {one.kind, other.kind} & {"change", "rank"} or None in (one.value, other.value):
        return None
    same = not one.unit or one.unit == other.unit
    if not same and (one.kind != other.kind or in_unit(1, one.unit, other.unit) is None):
        return None
    return replace(other, first=one.first)
