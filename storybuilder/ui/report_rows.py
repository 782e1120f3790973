"""What a report screen says, decided without drawing it. Pure."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from storybuilder.core.band import Band
from storybuilder.core.delivery import second_of
from storybuilder.core.findings.finding import Finding, Severity
from storybuilder.core.follow_up import FollowUp
from storybuilder.core.report import Report
from storybuilder.core.sentence import LabelledSentence
from storybuilder.core.story import Part
from storybuilder.core.take import Take
from storybuilder.core.threshold import Thresholds
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Voice
from storybuilder.ui.labels import clock, count, percent

Mark = Literal["", "number", "changed", "filler", "possible", "pause"]
Spans = tuple[tuple[int, int], ...]
INSET_WORDS = 25
"""A shorter passage inside another part is drawn with a smaller letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTime:
    """Seconds of one part over its recommended range."""

    part: str
    seconds: float
    low_s: float
    high_s: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of one part on the time line of a take."""

    part: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a transcript with one mark."""

    text: str
    mark: Mark = ""
    corrected: bool = False
    """Whether the person put words of it right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Consecutive sentences of one part; `runs` in spoken order."""

    part: str
    start_s: float | None
    """None in a text."""
    runs: tuple[Run, ...]
    start_char: int = 0
    """Where its words begin in the text of the report."""
    inset: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """One judgement as the report shows it; `at` is the second to listen to."""

    severity: Severity
    message: str
    measure: str
    source: str
    at: str = ""
    listen_s: float | None = None
    """The second from which its words can be heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpRow:
    """What became of the fix of the take before."""

    done: bool
    label: str
    message: str
    """Empty where the same is the fix again, and stands below."""
    measure: str
    spoken: str
    """All of it as one sentence, for a screen reader."""


def standing(seconds: float, target: Band) -> str:
    """Where a finished take stands against its band, to the second that its clock shows."""
    shown_s = round(seconds)
    if shown_s < target.low_s:
        return f"{_distance(target.low_s - shown_s)} short of your band"
    if shown_s <= target.high_s:
        return "in your band"
    return f"{_distance(shown_s - target.high_s)} over your band"


def _distance(seconds: float) -> str:
    """In seconds as long as one can picture them, then as a clock shows it."""
    return f"{seconds:.0f} s" if seconds < 100 else clock(seconds)


def cut_short(take: Take) -> tuple[str, str] | None:
    """What ended a take before the person did, and what is safe; None if nothing did."""
    at = clock(take.duration_s)
    match take.ended_by:
        case "person":
            return None
        case "lost":
            return f"The microphone went away at {at}.", "Everything up to there is saved."
        case "disk_full":
            return f"The disk was full at {at}.", "Everything up to there is saved."
        case "crash":
            return f"The program ended at {at} of this take.", "Everything up to there is saved."


def spoken_s(report: Report) -> float:
    """Length of a report in seconds: measured, or estimated for a text."""
    return report.estimated_duration_s if report.duration_s is None else report.duration_s


def part_times(report: Report, thresholds: Thresholds) -> tuple[PartTime, ...]:
    """The four parts with their recommended seconds, for an answer of this length.

    A text's seconds are estimated from its shares.
    """
    # Shares are of all talk, also of what tells no part; so the ranges must be too.
    whole_s = sum(one.end_s - one.start_s for one in stretches(report)) or spoken_s(report)
    rows = []
    for part in Part:
        share, measure = thresholds.share_of(part), report.parts[part]
        rows.append(
            PartTime(
                part=part.value,
                seconds=measure.share * whole_s if measure.seconds is None else measure.seconds,
                low_s=share.low_s * whole_s,
                high_s=share.high_s * whole_s,
                note=f"{percent(share.low_s)} to {percent(share.high_s)} of the answer; "
                f"here {percent(measure.share)}",
            )
        )
    return tuple(rows)


def stretches(report: Report) -> tuple[Stretch, ...]:
    """The take from first word to last, one stretch for each change of part."""
    found = []
    timed = [s for s in report.sentences if s.start_s is not None and s.end_s is not None]
    for group in _same_part(timed):
        found.append(Stretch(_name(group[0]), group[0].start_s or 0.0, group[-1].end_s or 0.0))
    return tuple(
        Stretch(here.part, here.start_s, after.start_s)
        for here, after in zip(found, [*found[1:], *found[-1:]], strict=True)
        if after is not here
    ) + tuple(found[-1:])


def passages(
    report: Report, transcript: Transcript | None, corrected: Spans = ()
) -> tuple[Passage, ...]:
    """The words as they were said, part by part, with numbers, fillers and pauses marked.

    A sound that may be a filler stands between the words as "um?".

    `corrected` are the stretches of the text that the person put right.
    """
    marks = sorted(_marks(report), key=lambda mark: mark[:2])
    silent = _between(report, transcript)
    groups = _same_part(report.sentences)
    return tuple(
        Passage(
            part=_name(group[0]),
            start_s=group[0].start_s,
            start_char=group[0].sentence.start_char,
            runs=_runs(report.text, _extent(group), marks, silent, corrected),
            inset=0 < i < len(groups) - 1 and _words(group) < INSET_WORDS,
        )
        for i, group in enumerate(groups)
    )


def finding_rows(
    findings: Iterable[Finding], words: Transcript | None = None
) -> tuple[FindingRow, ...]:
    """Findings in the order they came; those of a recording say where they can be heard."""
    return tuple(
        FindingRow(
            severity=finding.severity,
            message=finding.message,
            measure=finding.measure,
            source=finding.source,
            at="" if finding.at_s is None else clock(finding.at_s),
            listen_s=_listen_s(finding, words),
        )
        for finding in findings
    )


def _listen_s(finding: Finding, words: Transcript | None) -> float | None:
    """Where the first words of its evidence are said; else the second it is about."""
    if words is not None and finding.evidence:
        return second_of(words, finding.evidence[0][0])
    return finding.at_s


def follow_up_row(told: FollowUp, report: Report) -> FollowUpRow:
    """Whether the last take's fix was done, and by which figures."""
    label = f"Last time’s fix: {'done' if told.done else 'not yet'}"
    again = report.fix is not None and report.fix.code == told.fix.code
    message = "" if again else told.fix.message
    figures = f"{told.before} before, now {told.now}" if told.before else ""
    return FollowUpRow(
        done=told.done,
        label=label,
        message=message,
        measure=f"{told.before} → {told.now}" if told.before else "",
        spoken=". ".join(said for said in (label, message.rstrip("."), figures) if said) + ".",
    )


def voice_note(voice: Voice) -> str:
    """What is known of a take before its words."""
    pauses = voice.pauses()
    longest = max((pause.length_s for pause in pauses), default=0.0)
    told = (
        f"{count(len(pauses), 'long pause')}, the longest {longest:.1f} s"
        if pauses
        else "no long pause"
    )
    return f"{clock(voice.duration_s)} recorded, {clock(voice.speaking_s)} of it speech; {told}."


def _name(sentence: LabelledSentence) -> str:
    return sentence.part.value if sentence.part else "other"


def _same_part(sentences: Iterable[LabelledSentence]) -> list[list[LabelledSentence]]:
    return [list(group) for _, group in groupby(sentences, key=lambda s: s.part)]


def _extent(group: list[LabelledSentence]) -> tuple[int, int]:
    return group[0].sentence.start_char, group[-1].sentence.end_char


def _words(group: list[LabelledSentence]) -> int:
    return sum(len(s.sentence.text.split()) for s in group)


def _marks(report: Report) -> list[tuple[int, int, Mark]]:
    changed = {c.start_char for c in report.drafted.changed} if report.drafted else set()
    marks: list[tuple[int, int, Mark]] = [
        (q.start_char, q.end_char, "changed" if q.start_char in changed else "number")
        for q in report.quantities
    ]
    marks += [
        (filler.start_char, filler.start_char + len(filler.text), "filler")
        for filler in report.delivery.fillers
    ]
    return marks


def _unmarked(corrected: Spans, marks: Iterable[tuple[int, int, Mark]]) -> Spans:
    """What of the corrected stretches has no other mark."""
    left = list(corrected)
    for low, high, _ in marks:
        around = [((a, min(b, low)), (max(a, high), b)) for a, b in left]
        left = [(a, b) for pair in around for a, b in pair if a < b]
    return tuple(left)


def _between(report: Report, transcript: Transcript | None) -> list[tuple[int, Run]]:
    """Long pauses and possible fillers, each at the first word after it."""
    if transcript is None:
        return []
    heard = [(span, Run(f"{span.length_s:.1f} s", "pause")) for span in report.delivery.long_pauses]
    heard += [(span, Run("um?", "possible")) for span in report.delivery.possible_fillers]
    # Middles, as the first word after a silence is often said to begin in it.
    middles_s = [(word.start_s + word.end_s) / 2 for word in transcript.words]
    found = []
    for span, run in sorted(heard, key=lambda one: one[0].start_s):
        placed = bisect_left(middles_s, (span.start_s + span.end_s) / 2)
        if placed < len(middles_s):
            found.append((transcript.starts[placed], run))
    return found


def _runs(
    text: str,
    extent: tuple[int, int],
    marks: list[tuple[int, int, Mark]],
    pauses: list[tuple[int, Run]],
    corrected: Spans,
) -> tuple[Run, ...]:
    """Cut a stretch of text at its marks and pauses; of two marks that overlap the first holds."""
    start, end = extent
    pieces: list[Run] = []
    pending = [pause for pause in pauses if start <= pause[0] < end]
    at = start

    def take(until: int, mark: Mark = "", put_right: bool = False) -> None:
        nonlocal at
        while pending and pending[0][0] < until:
            where, pause = pending.pop(0)
            pieces.extend([Run(text[at:where], mark, put_right), pause])
            at = where
        pieces.append(Run(text[at:until], mark, put_right))
        at = until

    cuts = [*marks, *_plain(extent, marks, corrected)]
    for low, high, mark in sorted(cuts, key=lambda cut: cut[:2]):
        if at <= low and high <= end:
            take(low)
            take(high, mark, any(a < high and low < b for a, b in corrected))
    take(end)
    return tuple(piece for piece in pieces if piece.text)


def _plain(
    extent: tuple[int, int], marks: list[tuple[int, int, Mark]], corrected: Spans
) -> list[tuple[int, int, Mark]]:
    """Corrected words of an extent that bear no other mark."""
    start, end = extent
    clipped = ((max(low, start), min(high, end)) for low, high in _unmarked(corrected, marks))
    return [(low, high, "") for low, high in clipped if low < high]
