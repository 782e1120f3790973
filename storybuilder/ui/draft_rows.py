"""What stands in the margin beside a draft, decided without drawing it. Pure."""

from dataclasses import dataclass

from storybuilder.core.live_check import DraftCheck, PartCheck
from storybuilder.core.ownership import Ownership
from storybuilder.core.story import Part
from storybuilder.core.threshold import Thresholds
from storybuilder.ui.labels import listed
from storybuilder.ui.report_rows import PartTime

MOST_NUMBERS = 3
"""More numbers than this are counted, not listed: the margin is narrow."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A sign, words, and whether they ask for something."""

    sign: str
    words: str
    asks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartNote:
    """The measure of one part and at most two remarks."""

    time: PartTime
    words: int
    remarks: tuple[Remark, ...]


def part_note(check: DraftCheck, part: Part, target_s: float, thresholds: Thresholds) -> PartNote:
    """One part against its share of an answer of `target_s` seconds."""
    measured, share = check.parts[part], thresholds.share_of(part)
    time = PartTime(
        part=part.value,
        seconds=measured.seconds,
        low_s=share.low_s * target_s,
        high_s=share.high_s * target_s,
    )
    owner = _owner(check.ownership, thresholds) if part is Part.ACTION else []
    remarks = [*_missing(check, part), *_size(measured, time), *owner, *_numbers(measured, part)]
    return PartNote(time=time, words=measured.words, remarks=tuple(remarks[:2]))


def _missing(check: DraftCheck, part: Part) -> list[Remark]:
    """A part not written yet asks for words once another part has some."""
    if check.parts[part].verdict != "missing":
        return []
    return [Remark("△", "Missing", asks=check.words > 0)]


def _size(measured: PartCheck, time: PartTime) -> list[Remark]:
    if measured.verdict == "missing" or measured.seconds >= time.low_s:
        return []
    return [Remark("▽", f"Thin: {max(1, time.low_s - measured.seconds):.0f} s more would do", True)]


def _owner(actors: Ownership, thresholds: Thresholds) -> list[Remark]:
    share = actors.i_share
    few = actors.i + actors.we < thresholds.ownership_least
    if share is None or few or share >= thresholds.i_share_fix:
        return []
    return [Remark("!", f"I {actors.i}, we {actors.we}: what did you do?", True)]


def _numbers(measured: PartCheck, part: Part) -> list[Remark]:
    found = [quantity.text for quantity in measured.quantities]
    if not found:
        asks = part is Part.RESULT and measured.verdict != "missing"
        return [Remark("!", "No number yet: how much, from what?", True)] if asks else []
    more = f" and {len(found) - MOST_NUMBERS} more" if len(found) > MOST_NUMBERS else ""
    words = ", ".join(found[:MOST_NUMBERS]) if more else listed(found)
    return [Remark("✓" if part is Part.RESULT else "·", f"Numbers: {words}{more}")]
