"""Findings about what was told: the event, the parts, the figures, the lesson, the draft."""

import re
from collections.abc import Iterator

from storybuilder.core.findings.event import weigh_generality
from storybuilder.core.findings.figure import counted, percent
from storybuilder.core.findings.finding import Finding
from storybuilder.core.findings.measured import Measured
from storybuilder.core.findings.recency import years_since
from storybuilder.core.ownership import actor_spans
from storybuilder.core.story import Part
from storybuilder.core.threshold import (
    DRAFT_SOURCE,
    EVENT_SOURCE,
    LESSON_SOURCE,
    PART_SOURCE,
    QUANTITY_SOURCE,
    source_of,
)

_ADVICE_FOR_MISSING = {
    Part.ACTION: "Say step by step what you did yourself.",
    Part.RESULT: "Say what came of it: one sentence with the outcome, and a number if you can.",
    Part.SITUATION: "Set the scene in two sentences: when and where it was, and what was at stake.",
    Part.TASK: "Say in one sentence what was yours to achieve, and by when.",
}
"""In order of value: an answer without an action tells least."""
_ADVICE_FOR_THIN = {
    Part.ACTION: "Add the steps you took, and why you chose them.",
    Part.RESULT: "Add what changed, for whom, and how you know.",
    Part.SITUATION: "Add when and where it was, and what was at stake.",
    Part.TASK: "Add what was asked of you, and by when.",
}
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
    if generality.tells_event:
        return
    yield Finding(
        code="no_event",
        severity="fix",
        message="Tell one event: say when and where it happened and what you did then.",
        measure=f"{counted(generality.general, 'sentence')} in general, {generality.past} in past",
        evidence=generality.spans,
        source=EVENT_SOURCE,
        at_s=measured.second_at(generality.spans[0][0]),
    )


def find_missing_parts(measured: Measured) -> Iterator[Finding]:
    """Parts that no sentence tells."""
    for part, advice in _ADVICE_FOR_MISSING.items():
        if not measured.parts[part].present:
            yield Finding(
                code=f"missing_{part}",
                severity="fix",
                message=advice,
                measure=f"No sentence tells the {part}",
                source=PART_SOURCE,
            )


def find_unquantified_result(measured: Measured) -> Iterator[Finding]:
    """A result without any figure."""
    told = measured.parts[Part.RESULT].present
    if not told or any(quantity.is_result for quantity in measured.quantities):
        return
    yield Finding(
        code="result_not_quantified",
        severity="fix",
        message="Give the result a number, its unit and where it started; an estimate will do.",
        measure="No figure in the result",
        evidence=measured.spans(Part.RESULT),
        source=QUANTITY_SOURCE,
        at_s=measured.start_of(Part.RESULT),
    )


def find_ownership(measured: Measured) -> Iterator[Finding]:
    """An action told as "we" more than as "I"."""
    owned, limits = measured.ownership, measured.thresholds
    share = owned.i_share
    if share is None or owned.i + owned.we < limits.ownership_least or share >= limits.i_share_fine:
        return
    yield Finding(
        code="ownership",
        severity="fix" if share < limits.i_share_fix else "note",
        message="Say which of these steps were yours; keep “we” for what the team did.",
        measure=f"I {owned.i}, we {owned.we} in the action ({percent(share)} I)",
        evidence=_we_spans(measured),
        source=source_of("i_share_fix"),
        at_s=measured.start_of(Part.ACTION),
    )


def _we_spans(measured: Measured) -> tuple[tuple[int, int], ...]:
    return tuple(
        (told.sentence.start_char + start, told.sentence.start_char + end)
        for told in measured.told(Part.ACTION)
        for start, end, actor in actor_spans(told.sentence.text)
        if actor == "we"
    )


def find_changed_figures(measured: Measured) -> Iterator[Finding]:
    """Figures that were said differently from how they were drafted, then those left out."""
    if measured.drafted is None:
        return
    for change in measured.drafted.changed:
        yield Finding(
            code="figure_changed",
            severity="fix",
            message="One figure is not the one you wrote: check which is right.",
            measure=f"Drafted {change.drafted}, said {change.said}",
            evidence=((change.start_char, change.start_char + len(change.said)),),
            source=DRAFT_SOURCE,
            at_s=measured.second_at(change.start_char),
        )
    if measured.drafted.missed:
        yield Finding(
            code="figures_missed",
            severity="note",
            message="Bring back the figures of your draft that you left out.",
            measure=f"Not said: {', '.join(measured.drafted.missed)}",
            source=DRAFT_SOURCE,
        )


def find_thin_parts(measured: Measured) -> Iterator[Finding]:
    """Parts told in very few words."""
    for part, advice in _ADVICE_FOR_THIN.items():
        words, least = measured.parts[part].words, measured.thresholds.thin_words_of(part)
        if 0 < words < least:
            yield Finding(
                code=f"thin_{part}",
                severity="note",
                message=advice,
                measure=f"The {part} has {counted(words, 'word')}; under {least} is thin",
                evidence=measured.spans(part),
                source=source_of("thin_words"),
                at_s=measured.start_of(part),
            )


def find_lesson_missing(measured: Measured) -> Iterator[Finding]:
    """No lesson, although the question asks about a failure, a mistake or feedback."""
    if not _ASKS_FOR_LESSON.search(measured.question) or _LESSON.search(measured.text):
        return
    yield Finding(
        code="lesson_missing",
        severity="note",
        message="Close with what you learned and what you do differently since.",
        measure="The question asks about a failure or feedback; no lesson was found",
        source=LESSON_SOURCE,
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
        message="Look for a more recent example, or say what makes this one still count.",
        measure=f"It happened {counted(years, 'year')} ago",
        source=source_of("happened_note_years"),
    )
