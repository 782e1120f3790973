"""A report as plain text, for a terminal. Pure."""

import textwrap

from storybuilder.core.findings.finding import Finding
from storybuilder.core.report import Report
from storybuilder.core.story import Part
from storybuilder.core.threshold import Thresholds
from storybuilder.ui.labels import clock, count, listed, percent
from storybuilder.ui.report_rows import spoken_s, standing
from storybuilder.ui.said_rows import Landing, panel

SIGN = {"fix": "!", "note": "-", "good": "+"}
WIDTH = 78
_INDENT = "    "


def report_text(report: Report, thresholds: Thresholds) -> str:
    """The same value as the screen draws, in lines of text."""
    return "\n".join(
        [
            *_head(report),
            "",
            *_parts(report, thresholds),
            "",
            *_numbers(report),
            *_drafted(report),
            *_delivery(report),
            "",
            *_findings(report),
            "",
        ]
    )


def _head(report: Report) -> list[str]:
    seconds, target = spoken_s(report), report.length.target
    how = "spoken" if report.duration_s is not None else "to say it"
    return [
        report.file,
        f"{clock(seconds)} {how}, {count(report.words, 'word')}; "
        f"{standing(seconds, target)} ({clock(target.low_s)}-{clock(target.high_s)})",
    ]


def _parts(report: Report, thresholds: Thresholds) -> list[str]:
    lines = []
    for part in Part:
        measure, share = report.parts[part], thresholds.share_of(part)
        wanted = f"{percent(share.low_s)} to {percent(share.high_s)}"
        time = "" if measure.seconds is None else f"{clock(measure.seconds):>6}"
        lines.append(
            f"  {part.value.capitalize():<10}{time}{measure.words:>5} words "
            f"{percent(measure.share):>5}  {measure.verdict:<8} recommended {wanted}"
        )
    return lines


def _numbers(report: Report) -> list[str]:
    if not report.quantities:
        return ["Numbers: none."]
    outcome = [quantity.text for quantity in report.quantities if quantity.is_result]
    told = f"in the result: {listed(outcome)}" if outcome else "none in the result"
    return [f"Numbers: {count(len(report.quantities), 'number')}, {told}."]


def _drafted(report: Report) -> list[str]:
    """The draft: changed first, then missed, then the must-land line, then said."""
    found = panel(report)
    if found is None:
        return []
    changed = [f"{one.drafted} became {one.said}" for one in found.changed]
    missed = [one.drafted for one in found.missed if one.kind != "beat"]
    beats = [
        _wrapped(f"Drafted and missed in the {one.part}: “{one.drafted}”")
        for one in found.missed
        if one.kind == "beat"
    ]
    further = [f"Drafted and missed: {count(found.further, 'more beat')}."]
    return [
        *_told("changed", changed),
        *_told("missed", missed),
        *beats,
        *(further if found.further else []),
        *(_landing(found.landing) if found.landing else []),
        *_told("said", [one.drafted for one in found.said]),
    ]


def _told(state: str, words: list[str]) -> list[str]:
    return [f"Drafted and {state}: {listed(words)}."] if words else []


def _landing(landing: Landing) -> list[str]:
    said = f": “{' '.join(landing.said.split())}”" if landing.said else "."
    return [_wrapped(f"{landing.words}{said}")]


def _wrapped(text: str) -> str:
    return textwrap.fill(text, WIDTH, subsequent_indent="  ", break_long_words=False)


def _delivery(report: Report) -> list[str]:
    delivery, lines = report.delivery, []
    if delivery.words_per_minute is not None:
        lines.append(f"Pace: {delivery.words_per_minute:.0f} words a minute.")
    lines += _fillers(report)
    if delivery.long_pauses:
        lines.append(f"Long pauses: {len(delivery.long_pauses)}.")
    own = report.ownership
    if own.i_share is not None:
        lines.append(f"In the action: I {own.i}, we {own.we}.")
    return lines


def _fillers(report: Report) -> list[str]:
    """The sure ones, and after them the sounds that may be more: those have no rate."""
    sure, rate = len(report.delivery.fillers), report.delivery.fillers_per_minute
    perhaps = len(report.delivery.possible_fillers)
    if not sure:
        return [f"Fillers: perhaps {perhaps}."] if perhaps else []
    # A speech model leaves fillers out of what it writes down; a text has all of its own.
    least = "" if report.duration_s is None else "at least "
    a_minute = "" if rate is None else f", {rate:.1f} a minute"
    more = f", perhaps {perhaps} more" if perhaps else ""
    return [f"Fillers: {least}{sure}{a_minute}{more}."]


def _findings(report: Report) -> list[str]:
    return [
        line
        for finding in report.findings
        for line in _finding(finding, " <- the one fix" if finding is report.fix else "")
    ]


def _finding(finding: Finding, first: str) -> list[str]:
    """What to do, the figures behind it and when to hear them, and the source of the rule."""
    sign = f"{SIGN[finding.severity]} "
    advice = textwrap.fill(
        finding.message + first, WIDTH, initial_indent=sign, subsequent_indent="  "
    )
    at = "" if finding.at_s is None else f" (at {clock(finding.at_s)})"
    below = (f"{finding.measure}{at}", f"Source: {finding.source}")
    return [advice, *map(_indented, below)]


def _indented(text: str) -> str:
    return textwrap.fill(
        text, WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT, break_long_words=False
    )
