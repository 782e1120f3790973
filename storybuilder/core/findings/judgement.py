"""Judgement: all findings about one answer, in order of value to the next take."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, islice

from storybuilder.core.findings.content_findings import (
    find_lesson_missing,
    find_no_event,
    find_old_story,
    find_unquantified_result,
)
from storybuilder.core.findings.delivery_findings import (
    find_bursts,
    find_fillers,
    find_long_pauses,
    find_pace,
)
from storybuilder.core.findings.draft_findings import (
    find_changed_figures,
    find_missed_figures,
    find_must_land_missing,
)
from storybuilder.core.findings.finding import Finding
from storybuilder.core.findings.good_findings import (
    find_good_length,
    find_good_ownership,
    find_good_pace,
    find_good_result,
    find_good_split,
)
from storybuilder.core.findings.measured import Measured
from storybuilder.core.findings.ownership_findings import (
    find_blame,
    find_ownership,
    find_passive_action,
)
from storybuilder.core.findings.part_findings import find_missing_parts, find_thin_parts
from storybuilder.core.findings.proportion_findings import find_length, find_split
from storybuilder.core.findings.wording_findings import find_acronyms, find_hedges

Rule = Callable[[Measured], Iterator[Finding]]

_RULES: tuple[Rule, ...] = (
    find_no_event,
    find_missing_parts,
    find_unquantified_result,
    find_lesson_missing,
    find_length,
    find_split,
    find_ownership,
    find_passive_action,
    find_changed_figures,
    find_must_land_missing,
    find_missed_figures,
    find_blame,
    find_old_story,
    find_thin_parts,
    find_fillers,
    find_bursts,
    find_hedges,
    find_long_pauses,
    find_pace,
    find_acronyms,
)
"""In order of worth to the next take.

What is told comes before how it is said: coaching the content is what helped in interviews (Maurer
2008). Without an event nothing else can be judged; a missing part, then the figure and the lesson
that were asked for, change the answer more than any proportion; then who acted, what was said
otherwise than drafted, and whether another story would serve better. A few words more here and
there come after that. Of the delivery fillers come first, as awareness alone mends them.
"""
_GOOD: tuple[Rule, ...] = (
    find_good_result,
    find_good_ownership,
    find_good_split,
    find_good_length,
    find_good_pace,
)
_SAID_ALREADY = {
    "missing_situation": "no_event",
    "missing_task": "no_event",
    "thin_action": "action_low",
    "thin_result": "result_low",
}
"""One event told brings its setting; a thin part that also lacks its share is told of once."""


def find(measured: Measured) -> tuple[Finding, ...]:
    """The findings worth telling, the most valuable first, what went well last.

    At most one is a fix: the first that deserves it. A next take can mend one thing; what else
    deserves it stays in its place as a note. Of the notes only the first `most_notes` are told, and
    `most_good` of what went well: few points are heard, a flood is not. What is left out comes up
    by itself once the first are mended; the measures behind it are in the report all along.
    """
    if not measured.labelled:
        return ()
    limits = measured.thresholds
    good = islice(chain.from_iterable(rule(measured) for rule in _GOOD), limits.most_good)
    return (*_few(_with_one_fix(_wanting(measured)), limits.most_notes), *good)


def wanting(measured: Measured) -> frozenset[str]:
    """Codes of all that wants mending, told or left out; none of an answer without a sentence."""
    if not measured.labelled:
        return frozenset()
    return frozenset(finding.code for rule in _RULES for finding in rule(measured))


def _wanting(measured: Measured) -> Iterator[Finding]:
    told = set()
    for finding in chain.from_iterable(rule(measured) for rule in _RULES):
        told.add(finding.code)
        if _SAID_ALREADY.get(finding.code) not in told:
            yield finding


def _with_one_fix(findings: Iterator[Finding]) -> Iterator[Finding]:
    chosen = False
    for finding in findings:
        yield replace(finding, severity="note") if chosen else finding
        chosen = chosen or finding.severity == "fix"


def _few(findings: Iterator[Finding], most_notes: int) -> Iterator[Finding]:
    """The fix, wherever it stands, and the first notes."""
    notes = 0
    for finding in findings:
        notes += finding.severity == "note"
        if finding.severity == "fix" or notes <= most_notes:
            yield finding
