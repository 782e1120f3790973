"""Durations without a number word: "a week early", "within the hour", "in 3:52"."""

import re
from collections.abc import Iterator, Sequence

from storybuilder.core.quantities.fraction import read_rest
from storybuilder.core.quantities.measure import Measure
from storybuilder.core.quantities.unit import duration_named
from storybuilder.core.token import Token, word_at, word_set

_LEADS = word_set(
    "in within for by under over about around nearly almost roughly to from than take takes took "
    "taking lasted lasts spent spend waited wait waiting lost lose losing saved save saves saving "
    "gained gain had have has only just exactly like maybe after every another until with needed "
    "need gave give got least most cost costs delayed"
)
_FOLLOWS = word_set(
    "early late earlier later ahead before behind sooner faster quicker longer shorter instead"
)
_SHORT_LEADS = word_set("within under per than took takes least")
_FLEETING = {"second", "minute", "night"}
"""In "for a second" and "a minute later" these tell no time; they do in "under a minute"."""
_QUARTER_LEADS = {"within", "for", "in", "each"}
_WHOLE = word_set("whole full good working extra")
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d))?")
_BEFORE_CLOCK = word_set("in within under took takes over of than about just only below")
_AFTER_CLOCK = {"am", "pm", "a.m", "p.m", "o'clock"}


def lone_durations(tokens: Sequence[Token]) -> Iterator[Measure]:
    """Each of them, in order."""
    for at, token in enumerate(tokens):
        if ":" in token.text and len(token.text) > 1:
            found = _of_clock(tokens, at)
        elif token.lower in ("a", "an", "the"):
            found = _one(tokens, at) or _couple(tokens, at)
        else:
            continue
        if found is not None:
            yield found


def _one(tokens: Sequence[Token], at: int) -> Measure | None:
    """ "a month" where it says how long; in "20 a month" and "twice a day" it says how often."""
    here = at + 1 + (word_at(tokens, at + 1) in _WHOLE)
    unit = duration_named(word_at(tokens, here))
    if unit is None or word_at(tokens, here + 1)[:1].isdigit():
        return None
    rest = read_rest(tokens, here + 1)
    if rest is not None:
        return Measure(at, rest.end, "duration", 1 + rest.value, unit)
    if not _tells_how_long(tokens, at, here, unit):
        return None
    return Measure(at, here + 1, "duration", 1.0, unit)


def _tells_how_long(tokens: Sequence[Token], at: int, end: int, unit: str) -> bool:
    before, after = word_at(tokens, at - 1), word_at(tokens, end + 1)
    if tokens[at].lower == "the":
        return before == "within"
    if after in ("and", ",") and word_at(tokens, end + 2)[:1].isdigit():
        return unit == "hour"
    if unit == "quarter":
        return before in _QUARTER_LEADS and after != "of"
    if unit in _FLEETING:
        return before in _SHORT_LEADS
    instead = before == "of" and word_at(tokens, at - 2) == "instead"
    spare = after == "to" and word_at(tokens, end + 2) == "spare"
    return before in _LEADS or after in _FOLLOWS or instead or spare


def _couple(tokens: Sequence[Token], at: int) -> Measure | None:
    """ "a couple of weeks"."""
    if word_at(tokens, at + 1) != "couple":
        return None
    here = at + 2 + (word_at(tokens, at + 2) == "of")
    unit = duration_named(word_at(tokens, here))
    return None if unit is None else Measure(at, here + 1, "duration", 2.0, unit)


def _of_clock(tokens: Sequence[Token], at: int) -> Measure | None:
    """ "in 1:30" is a minute and a half, "1:30 hours" an hour more; "at 8:30" is a time."""
    match = _CLOCK.fullmatch(tokens[at].text)
    after = word_at(tokens, at + 1)
    if match is None or after in _AFTER_CLOCK:
        return None
    unit = duration_named(after) if after != "h" else "hour"
    if unit not in ("minute", "hour"):
        if word_at(tokens, at - 1) not in _BEFORE_CLOCK and not _is_shortened(tokens, at):
            return None
        return Measure(at, at + 1, "duration", *_clock_value(match, "minute"))
    return Measure(at, at + 2, "duration", *_clock_value(match, unit))


def _is_shortened(tokens: Sequence[Token], at: int) -> bool:
    """Either end of "from 3:52 to 3:31"; "from 8:30 to 9:15" is a time of day."""
    first = at if word_at(tokens, at - 1) == "from" else at - 2
    if word_at(tokens, first - 1) != "from" or word_at(tokens, first + 1) != "to":
        return False
    one = _CLOCK.fullmatch(word_at(tokens, first))
    other = _CLOCK.fullmatch(word_at(tokens, first + 2))
    if one is None or other is None:
        return False
    return _clock_value(one, "minute") > _clock_value(other, "minute")


def _clock_value(match: re.Match[str], unit: str) -> tuple[float, str]:
    """Minutes and seconds, or hours and minutes, in the smaller of both; "1:02:03" in seconds."""
    one, other = int(match[1]), int(match[2])
    if match[3] is not None:
        return 3600.0 * one + 60 * other + int(match[3]), "second"
    return 60.0 * one + other, "second" if unit == "minute" else "minute"
