"""Findings about who acted: "we" for "I", nobody at all, or someone else who is blamed."""

import re
from collections.abc import Iterator

from storybuilder.core.findings.figure import counted, percent
from storybuilder.core.findings.finding import Finding
from storybuilder.core.findings.measured import Measured, Spans
from storybuilder.core.findings.quote import named, quote
from storybuilder.core.ownership import actor_spans
from storybuilder.core.sentence import LabelledSentence
from storybuilder.core.story import Part
from storybuilder.core.threshold import source_of
from storybuilder.core.wording.blame import blame_spans
from storybuilder.core.wording.doer import passive_spans

_STEP = re.compile(r"\S+(?:[^\S\n]+[\w'’-]+){1,3}")
_DANGLING = re.compile(r"(?:\s+(?:the|a|an|and|to|of|my|our|that|with|for|in|on|at))+$", re.I)
_NAMED = 2


def find_ownership(measured: Measured) -> Iterator[Finding]:
    """An action told as "we" more than as "I"."""
    owned, limits = measured.ownership, measured.thresholds
    share = owned.i_share
    if share is None or owned.i + owned.we < limits.ownership_least or share >= limits.i_share_fine:
        return
    spans = we_spans(measured)
    steps = list(dict.fromkeys(step_at(measured.text, start) for start, _ in spans))
    asked = f"Say who did {named(steps, _NAMED)}" if steps else "Say which steps were yours"
    yield Finding(
        code="ownership",
        severity="fix" if share < limits.i_share_fix else "note",
        message=f"{asked}: keep “we” for what the team did.",
        measure=f"I {owned.i}, we {owned.we} in the action ({percent(share)} I)",
        evidence=spans,
        source=source_of("i_share_fix"),
        at_s=measured.start_of(Part.ACTION),
    )


def we_spans(measured: Measured) -> Spans:
    """Every "we" that acts in the action."""
    return _actors(measured, "we")


def i_spans(measured: Measured) -> Spans:
    """Every "I" that acts in the action."""
    return _actors(measured, "i")


def _actors(measured: Measured, wanted: str) -> Spans:
    return tuple(
        (told.sentence.start_char + start, told.sentence.start_char + end)
        for told in measured.told(Part.ACTION)
        for start, end, actor in actor_spans(told.sentence.text)
        if actor == wanted
    )


def step_at(text: str, start: int) -> str:
    """The few words from here on that say what was done: "we drew up the"."""
    found = _STEP.match(text, start)
    return _DANGLING.sub("", found[0]) if found else text[start : start + 2]


def find_passive_action(measured: Measured) -> Iterator[Finding]:
    """An action that hides who acted: "it was decided", and nobody decides."""
    limits, told = measured.thresholds, measured.told(Part.ACTION)
    hidden = [(one, next(passive_spans(one.sentence.text), None)) for one in told]
    spans = tuple(_moved(one, span) for one, span in hidden if span)
    share = len(spans) / len(told) if told else 0.0
    if not spans or (len(spans) < limits.passive_least and share < limits.passive_share):
        return
    without = sum(1 for one in told if next(actor_spans(one.sentence.text), None) is None)
    quoted = named([measured.text[start:end] for start, end in spans], _NAMED)
    hide = "hides" if len(spans) == 1 else "hide"
    yield Finding(
        code="passive_action",
        severity="note",
        message=f"{quoted} {hide} who acted: if it was you, say “I”.",
        measure=f"{len(spans)} of {counted(len(told), 'sentence')} of the action passive, "
        f"{without} without I or we",
        evidence=spans,
        source=source_of("passive_least"),
        at_s=measured.second_at(spans[0][0]),
    )


def find_blame(measured: Measured) -> Iterator[Finding]:
    """Words that put the fault on others."""
    spans = tuple(
        _moved(one, span) for one in measured.labelled for span in blame_spans(one.sentence.text)
    )
    if len(spans) < measured.thresholds.blame_least:
        return
    start, end = spans[0]
    yield Finding(
        code="blame",
        severity="note",
        message=f"{quote(measured.text[start:end])} puts it on others: say what you did about it.",
        measure=f"{counted(len(spans), 'place')} where someone else is blamed",
        evidence=spans,
        source=source_of("blame_least"),
        at_s=measured.second_at(start),
    )


def _moved(one: LabelledSentence, span: tuple[int, int]) -> tuple[int, int]:
    """From places in the sentence to places in the text."""
    return one.sentence.start_char + span[0], one.sentence.start_char + span[1]
