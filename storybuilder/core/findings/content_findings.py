"""Findings about what was told: the event, the figures, the lesson, the age."""

import re
from collections.abc import Iterator

from storybuilder.core.findings.event import weigh_generality
from storybuilder.core.findings.figure import counted
from storybuilder.core.findings.finding import Finding
from storybuilder.core.findings.measured import Measured
from storybuilder.core.findings.quote import quote, quote_end
from storybuilder.core.findings.recency import years_since
from storybuilder.core.findings.vague import vague_claim
from storybuilder.core.story import Part
from storybuilder.core.threshold import (
    EVENT_SOURCE,
    LESSON_SOURCE,
    QUANTITY_SOURCE,
    source_of,
)

_ASKS_FOR_LESSON = re.compile(
    r"\b(?:fail\w*|mistake\w*|feedback|critici[sz]\w*|wrong|regret\w*|setback\w*|weakness\w*)\b",
    re.IGNORECASE,
)
_LESSON = re.compile(
    r"\b(?:learn(?:ed|t)|taught me|lessons?|since then|ever since|next time|looking back"
    r"|in hindsight|do differently|done differently|now i|these days|from then on|takeaway)\b",
    re.IGNORECASE,
)


def find_no_event(measured: Measured) -> Iterator[Finding]:
    """First of all: nothing that happened is told."""
    generality = weigh_generality([labelled.sentence for labelled in measured.labelled])
    if generality.tells_event(acts=bool(measured.told(Part.ACTION, Part.RESULT))):
        return
    start, end = generality.spans[0]
    yield Finding(
        code="no_event",
        severity="fix",
        message=f"{quote(measured.text[start:end])} could be any day: tell one event, when and "
        "where it happened and what you did then.",
        measure=f"{counted(generality.general, 'sentence')} in general, {generality.past} in past",
        evidence=generality.spans,
        source=EVENT_SOURCE,
        at_s=measured.second_at(start),
    )


def find_unquantified_result(measured: Measured) -> Iterator[Finding]:
    """A result without any figure."""
    told = measured.parts[Part.RESULT].present
    if not told or any(quantity.is_result for quantity in measured.quantities):
        return
    yield Finding(
        code="result_not_quantified",
        severity="fix",
        message=_advice_for_claim(measured),
        measure="No figure in the result",
        evidence=measured.spans(Part.RESULT),
        source=QUANTITY_SOURCE,
        at_s=measured.start_of(Part.RESULT),
    )


def _advice_for_claim(measured: Measured) -> str:
    told = [one.sentence for one in measured.told(Part.RESULT)]
    claim = vague_claim(told)
    if claim is None:
        place = quote(told[0].text)
        return f"Put a number to {place}: how many, how much or how long; an estimate will do."
    return (
        f"Replace {quote(claim)} by how much: a number, its unit and where it started; an "
        "estimate will do."
    )


def find_lesson_missing(measured: Measured) -> Iterator[Finding]:
    """No lesson, although the question asks about a failure, a mistake or feedback."""
    if not _ASKS_FOR_LESSON.search(measured.question) or _LESSON.search(measured.text):
        return
    last = measured.labelled[-1]
    yield Finding(
        code="lesson_missing",
        severity="note",
        message=f"After {quote_end(last.sentence.text)} close with what you learned and what you "
        "do differently since.",
        measure="The question asks about a failure or feedback; no lesson was found",
        evidence=((last.sentence.start_char, last.sentence.end_char),),
        source=LESSON_SOURCE,
        at_s=last.start_s,
    )


def find_old_story(measured: Measured) -> Iterator[Finding]:
    """A story from long ago."""
    limits = measured.thresholds
    years = None if measured.today is None else years_since(measured.happened, measured.today)
    if years is None or years <= limits.happened_note_years:
        return
    yield Finding(
        code="happened_long_ago",
        severity="fix" if years > limits.happened_flag_years else "note",
        message=f"Look for an example more recent than {quote(measured.happened)}, or say what "
        "makes this one still count.",
        measure=f"It happened {counted(years, 'year')} ago",
        source=source_of("happened_note_years"),
    )
