"""What the rows of a correction say, decided without drawing them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from storybuilder.core.correction import (
    Correction,
    Corrections,
    PartCorrection,
    given_part,
    is_corrected,
    read,
    words_in,
)
from storybuilder.core.report import Report
from storybuilder.core.sentence import LabelledSentence
from storybuilder.core.story import Part
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRow:
    """One stretch of the take, as it reads now."""

    span: Span
    part: Part | None
    text: str
    """Empty: nothing was said here."""
    corrected: bool
    """Whether it can be put back as it was heard."""


def sentence_spans(report: Report) -> tuple[Span, ...]:
    """One stretch for each sentence of a take."""
    return tuple(
        Span(one.start_s, one.end_s)
        for one in report.sentences
        if one.start_s is not None and one.end_s is not None
    )


def correction_rows(
    spans: Sequence[Span], report: Report, heard: Transcript, corrections: Corrections
) -> tuple[CorrectionRow, ...]:
    """The stretches with their words, and the part given to them or told by most of them."""
    pieces = read(heard, corrections)
    return tuple(
        CorrectionRow(
            span=span,
            part=_part(span, report, given_part(pieces, corrections, span)),
            text=words_in(pieces, span),
            corrected=is_corrected(pieces, corrections, span),
        )
        for span in spans
    )


def spans_after(spans: Sequence[Span], divided: Span, correction: Correction) -> tuple[Span, ...]:
    """The stretches once one of them is divided; they stay where nothing was divided."""
    if len(correction.parts) < 2:
        return tuple(spans)
    parts = [Span(part.start_s, part.end_s) for part in correction.parts]
    return tuple(piece for span in spans for piece in (parts if span == divided else [span]))


def _part(span: Span, report: Report, given: PartCorrection | None) -> Part | None:
    if given is not None:
        return given.part
    told = max(report.sentences, key=lambda one: _shared_s(one, span), default=None)
    return told.part if told is not None and _shared_s(told, span) > 0 else None


def _shared_s(one: LabelledSentence, span: Span) -> float:
    """Seconds that a sentence and a stretch have in common."""
    if one.start_s is None or one.end_s is None:
        return 0.0
    return min(one.end_s, span.end_s) - max(one.start_s, span.start_s)
