"""Findings about words that make an answer unsure or unclear: hedges and acronyms."""

from collections.abc import Iterator

from storybuilder.core.findings.figure import counted
from storybuilder.core.findings.finding import Finding
from storybuilder.core.findings.measured import Measured
from storybuilder.core.findings.quote import named
from storybuilder.core.story import Part
from storybuilder.core.threshold import source_of
from storybuilder.core.wording.acronym import unexplained_acronyms
from storybuilder.core.wording.hedge import hedge_spans

_CLAIMING = (Part.ACTION, Part.RESULT)
"""Doubt in the situation may be part of the story; here it takes back what the person did."""


def find_hedges(measured: Measured) -> Iterator[Finding]:
    """Hedges close together in what was done and what came of it."""
    limits = measured.thresholds
    spans = tuple(
        (one.sentence.start_char + start, one.sentence.start_char + end)
        for one in measured.told(*_CLAIMING)
        for start, end in hedge_spans(one.sentence.text)
    )
    words = sum(measured.parts[part].words for part in _CLAIMING)
    dense = len(spans) * 100 >= limits.hedges_per_100_words * words
    if len(spans) < limits.hedges_least or not dense:
        return
    # "I think" and "i think" are one hedge; the way it was said first is shown.
    said = {measured.text[a:b].lower(): measured.text[a:b] for a, b in reversed(spans)}
    shown = named(list(reversed(said.values())))
    yield Finding(
        code="hedges",
        severity="note",
        message=f"Say it without {shown}: you know what you did.",
        measure=f"{counted(len(spans), 'hedge')} in {counted(words, 'word')} of action and result",
        evidence=spans,
        source=source_of("hedges_least"),
        at_s=measured.second_at(spans[0][0]),
    )


def find_acronyms(measured: Measured) -> Iterator[Finding]:
    """Letters that whoever listens may not know."""
    found = list(unexplained_acronyms(measured.text))
    if len(found) < measured.thresholds.acronyms_least:
        return
    letters = [name for name, _, _ in found]
    advice = "was never explained: say it" if len(found) == 1 else "were never explained: say each"
    yield Finding(
        code="acronyms",
        severity="note",
        message=f"{named(letters)} {advice} in words once.",
        measure=f"{counted(len(found), 'acronym')} without the words behind the letters",
        evidence=tuple((start, end) for _, start, end in found),
        source=source_of("acronyms_least"),
        at_s=measured.second_at(found[0][1]),
    )
