"""Comparison: what changed from an earlier take to a later one, measure by measure.

A part of a take is everything that was told of it, however many passages it took: their seconds and
words are added up, and it is compared with the same part of the other take as a whole. Passages
keep their own stretch, so that each can be heard by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from storybuilder.core.band import Band
from storybuilder.core.drafts.figure import Figure, figures_of, is_same
from storybuilder.core.drafts.must_land import Landing
from storybuilder.core.findings.finding import Finding
from storybuilder.core.follow_up import FollowUp, codes_of_rule, follow_up, mended
from storybuilder.core.parts.part_measure import PartMeasure
from storybuilder.core.quantities.quantity import Quantity
from storybuilder.core.report import Report
from storybuilder.core.sentence import LabelledSentence
from storybuilder.core.story import Part
from storybuilder.core.threshold import Thresholds
from storybuilder.core.voice import Span

Bearing = Literal["closer", "farther", "same"]
"""Where a measure went, seen from its recommended range."""
LEAST_MOVE = 0.01
"""As a share of the range's upper end; outside the range, less than this is no move."""
LEAST_SHARE = 0.01
"""Of the answer; outside its range a part that moves by less stays where it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """One measure of both takes; None where it is unknown."""

    before: float | None
    now: float | None
    bearing: Bearing | None
    """None where one of the two is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartChange:
    """One part of both takes, each over its range in a take of that length."""

    part: Part
    before: PartMeasure
    now: PartMeasure
    range_before: Band
    """In seconds, as `range_now`."""
    range_now: Band
    bearing: Bearing

    @property
    def longer_s(self) -> int:
        """By how many whole seconds it became longer, as their clocks show it; less than 0:
        shorter."""
        return _shown_s(self.now) - _shown_s(self.before)

    @property
    def appeared(self) -> bool:
        """Whether it is told now and was not before."""
        return self.now.present and not self.before.present

    @property
    def left_out(self) -> bool:
        """Whether it was told before and is not now."""
        return self.before.present and not self.now.present


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingChanges:
    """What the rules found wanting; what went well is not among it."""

    gone: tuple[Finding, ...]
    """Told of the earlier take; its rule finds nothing any more."""
    new: tuple[Finding, ...]
    """Told of the later take only; its rule found nothing before."""
    staying: tuple[Finding, ...]
    """Told of the later take; its rule found the same before, told or not."""
    left_out: tuple[Finding, ...]
    """Told of the earlier take alone; it stays, but better advice left it out of the later one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What changed from one take to the other."""

    length: Measures
    """In seconds, each against the target of its own take."""
    parts: tuple[PartChange, ...]
    """All four, in telling order."""
    pace: Measures
    """Words a minute."""
    fillers_per_minute: Measures
    long_pauses: Measures
    figures_gone: tuple[str, ...]
    """Figures said in the earlier take alone, each once, as they were said."""
    figures_new: tuple[str, ...]
    findings: FindingChanges
    must_land_before: Landing | None
    """None where the story has no such line."""
    must_land_now: Landing | None
    fix: FollowUp | None
    """What became of the fix of the earlier take; None if it had none or nothing can be said."""

    @property
    def longer_s(self) -> int:
        """By how many whole seconds the later take is longer, as their clocks show it."""
        return round(self.length.now or 0.0) - round(self.length.before or 0.0)


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of one part in a row."""

    start_char: int
    end_char: int
    span: Span | None
    """Where to hear it: from its first word to where the next passage begins; None in a text."""


def compare(before: Report, now: Report, thresholds: Thresholds) -> Comparison:
    """Compare two takes; both are judged by the same thresholds."""
    return Comparison(
        length=_length(before, now),
        parts=tuple(_part(part, before, now, thresholds) for part in Part),
        pace=_measures(
            before.delivery.words_per_minute,
            now.delivery.words_per_minute,
            Band(thresholds.pace_good_low, thresholds.pace_good_high),
        ),
        fillers_per_minute=_measures(
            before.delivery.fillers_per_minute,
            now.delivery.fillers_per_minute,
            Band(0, thresholds.fillers_note_per_minute),
        ),
        long_pauses=_measures(_pauses(before), _pauses(now), Band(0, 0)),
        figures_gone=_only_in(before, now),
        figures_new=_only_in(now, before),
        findings=_findings(before, now),
        must_land_before=_landing(before),
        must_land_now=_landing(now),
        fix=follow_up(before, now),
    )


def passages_of(report: Report, part: Part | None) -> tuple[Passage, ...]:
    """What was told of a part, passage by passage in spoken order; None: talk of no part."""
    groups = [list(group) for _, group in groupby(report.sentences, key=lambda one: one.part)]
    nexts = [*groups[1:], None]
    return tuple(
        Passage(
            group[0].sentence.start_char,
            group[-1].sentence.end_char,
            _span(group, after),
        )
        for group, after in zip(groups, nexts, strict=True)
        if group[0].part is part
    )


def off_range_s(measure: PartMeasure, wanted: Band) -> int:
    """Whole seconds over its range, less than 0 under it, 0 within: as the clocks show them."""
    shown_s = _shown_s(measure)
    over_s = max(0, shown_s - round(wanted.high_s))
    return over_s or min(0, shown_s - round(wanted.low_s))


def _span(
    group: Sequence[LabelledSentence], after: Sequence[LabelledSentence] | None
) -> Span | None:
    """Up to the next word that is said, so that the last word is not cut."""
    start_s = group[0].start_s
    end_s = group[-1].end_s if after is None else after[0].start_s
    return None if start_s is None or end_s is None else Span(start_s, max(start_s, end_s))


def _length(before: Report, now: Report) -> Measures:
    then_s, now_s = before.length.seconds, now.length.seconds
    return Measures(
        before=then_s,
        now=now_s,
        bearing=_bearing(
            _off(round(then_s), before.length.target),
            _off(round(now_s), now.length.target),
            LEAST_MOVE,
        ),
    )


def _measures(before: float | None, now: float | None, wanted: Band) -> Measures:
    known = before is not None and now is not None
    bearing = _bearing(_off(before, wanted), _off(now, wanted), LEAST_MOVE) if known else None
    return Measures(before=before, now=now, bearing=bearing)


def _off(value: float | None, wanted: Band) -> float:
    """How far outside a range, as a share of its upper end; 0 within."""
    known = wanted.low_s if value is None else value
    return max(known - wanted.high_s, wanted.low_s - known, 0.0) / (wanted.high_s or 1.0)


def _bearing(before: float, now: float, least: float) -> Bearing:
    """Into a range or out of it is a move at any size; outside, less than `least` is none."""
    edge = (before == 0) != (now == 0)
    if before == now or not (edge or abs(now - before) >= least):
        return "same"
    return "closer" if now < before else "farther"


def _part(part: Part, before: Report, now: Report, thresholds: Thresholds) -> PartChange:
    share = thresholds.share_of(part)
    ranges = [Band(share.low_s * s, share.high_s * s) for s in (_told_s(before), _told_s(now))]
    then, here = before.parts[part], now.parts[part]
    return PartChange(
        part=part,
        before=then,
        now=here,
        range_before=ranges[0],
        range_now=ranges[1],
        bearing=_bearing(
            _share_off(then, share, ranges[0]), _share_off(here, share, ranges[1]), LEAST_SHARE
        ),
    )


def _share_off(measure: PartMeasure, share: Band, wanted: Band) -> float:
    """In shares, as the takes may be of any length; within where its whole seconds are."""
    if measure.present and off_range_s(measure, wanted) == 0:
        return 0.0
    return max(measure.share - share.high_s, share.low_s - measure.share, 0.0)


def _told_s(report: Report) -> float:
    """Seconds from the first word to the last, which the shares are of; estimated for a text."""
    timed = [one for one in report.sentences if one.start_s is not None and one.end_s is not None]
    if not timed:
        return report.length.seconds
    return (timed[-1].end_s or 0.0) - (timed[0].start_s or 0.0)


def _shown_s(measure: PartMeasure) -> int:
    return round(measure.seconds or 0.0)


def _pauses(report: Report) -> float | None:
    """How many; a text has none that could be counted."""
    return None if report.duration_s is None else float(len(report.delivery.long_pauses))


def _only_in(mine: Report, other: Report) -> tuple[str, ...]:
    """Figures that no figure of the other take stands for."""
    told = [(one.text.lower(), _numbers(one, other)) for one in other.quantities]
    figures = [number for _, numbers in told for number in numbers]
    words = {text for text, _ in told}
    alone = {
        one.text.lower(): one.text
        for one in reversed(mine.quantities)
        if one.text.lower() not in words
        and not all(_is_said(number, figures) for number in _numbers(one, mine))
    }
    return tuple(reversed(alone.values()))


def _numbers(quantity: Quantity, report: Report) -> list[Figure]:
    return list(figures_of(quantity, report.text[: quantity.start_char]))


def _is_said(number: Figure, others: Sequence[Figure]) -> bool:
    """Either may be the rounder one: "about four hundred" and 412 are one figure."""
    return any(is_same(number, other) or is_same(other, number) for other in others)


def _findings(before: Report, now: Report) -> FindingChanges:
    """Where one of the takes holds nothing to judge by, nothing is said of that rule."""
    then, here = _wants(before), _wants(now)
    codes = {code for one in here for code in codes_of_rule(one.code)}
    return FindingChanges(
        gone=tuple(one for one in then if mended(one, before, now)),
        new=tuple(one for one in here if mended(one, now, before)),
        staying=tuple(one for one in here if codes_of_rule(one.code) & before.wanting),
        left_out=tuple(
            one for one in then if one.code not in codes and codes_of_rule(one.code) & now.wanting
        ),
    )


def _wants(report: Report) -> tuple[Finding, ...]:
    return tuple(one for one in report.findings if one.severity != "good")


def _landing(report: Report) -> Landing | None:
    line = report.drafted.must_land if report.drafted else None
    return line.landing if line else None
