"""Judgement: all findings about one answer, in order of value to the next take."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, islice

from storybuilder.core.findings.content_findings import (
    find_changed_figures,
    find_lesson_missing,
    find_missing_parts,
    find_no_event,
    find_old_story,
    find_ownership,
    find_thin_parts,
    find_unquantified_result,
)
from storybuilder.core.findings.delivery_findings import (
    find_bursts,
    find_fillers,
    find_long_pauses,
    find_pace,
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
from storybuilder.core.findings.proportion_findings import find_length, find_split

Rule = Callable[[Measured], Iterator[Finding]]

_RULES: tuple[Rule, ...] = (
    find_no_event,
    find_missing_parts,
    find_unquantified_result,
    find_length,
    find_split,
    find_ownership,
    find_changed_figures,
    find_thin_parts,
    find_fillers,
    find_bursts,
    find_long_pauses,
    find_pace,
    find_lesson_missing,
    find_old_story,
)
_GOOD: tuple[Rule, ...] = (
    find_good_result,
    find_good_ownership,
    find_good_split,
    find_good_length,
    find_good_pace,
)
_MOST_GOOD = 3


def find(measured: Measured) -> tuple[Finding, ...]:
    """All findings, the most valuable first, what went well last.

    At most one is a fix: the first that deserves it. A next take can mend one thing; what else
    deserves it stays in its place as a note.
    """
    if not measured.labelled:
        return ()
    good = islice(chain.from_iterable(rule(measured) for rule in _GOOD), _MOST_GOOD)
    return (*_with_one_fix(_wanting(measured)), *good)


def _wanting(measured: Measured) -> Iterator[Finding]:
    return chain.from_iterable(rule(measured) for rule in _RULES)


def _with_one_fix(findings: Iterator[Finding]) -> Iterator[Finding]:
    chosen = False
    for finding in findings:
        yield replace(finding, severity="note") if chosen else finding
        chosen = chosen or finding.severity == "fix"
