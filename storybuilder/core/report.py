"""A report: everything measured about one take or text, as one value."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from storybuilder.core.alignment import Alignment, align
from storybuilder.core.band import Band
from storybuilder.core.correction import NO_CORRECTIONS, Corrections, relabelled
from storybuilder.core.delivery import (
    Delivery,
    duration_of,
    end_of,
    measure_delivery,
    measure_wording,
    second_of,
)
from storybuilder.core.drafted import Drafted, compare_with_draft
from storybuilder.core.drafts.beat import Split, beats_of, lines_of
from storybuilder.core.findings.finding import Finding
from storybuilder.core.findings.judgement import find, wanting
from storybuilder.core.findings.measured import Measured
from storybuilder.core.length import Length, judge_length
from storybuilder.core.ownership import Ownership, count_actors
from storybuilder.core.parts.hint import Hint
from storybuilder.core.parts.part_measure import PartMeasure, measure_parts
from storybuilder.core.quantities.outcome import Outcomes
from storybuilder.core.quantities.quantity import Quantity, find_quantities
from storybuilder.core.sentence import LabelledSentence, Sentence
from storybuilder.core.story import Part, Story
from storybuilder.core.threshold import Thresholds
from storybuilder.core.token import count_words
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All character positions index `text`. Seconds are None where only a text was judged."""

    file: str
    text: str
    words: int
    duration_s: float | None
    estimated_duration_s: float
    """Time to say the words at the set pace."""
    length: Length
    sentences: tuple[LabelledSentence, ...]
    parts: Mapping[Part, PartMeasure]
    quantities: tuple[Quantity, ...]
    delivery: Delivery
    ownership: Ownership
    drafted: Drafted | None
    """None when there was no draft to compare with."""
    findings: tuple[Finding, ...]
    """In order of value to the next take."""
    wanting: frozenset[str] = frozenset()
    """Codes of all that the rules found wanting, also of what is not among the findings."""

    @property
    def missing(self) -> tuple[Part, ...]:
        """Parts that are not told at all, in telling order."""
        return tuple(part for part in Part if not self.parts[part].present)

    @property
    def quantified_result(self) -> bool:
        """Whether any quantity tells an outcome."""
        return any(quantity.is_result for quantity in self.quantities)

    @property
    def fix(self) -> Finding | None:
        """The one finding to work on in the next take."""
        return next((finding for finding in self.findings if finding.severity == "fix"), None)


Labeller = Callable[[Sequence[Sentence], Sequence[Hint]], tuple[LabelledSentence, ...]]
"""Tells which part each sentence of one answer tells; without a draft there is no hint."""


def build_report(
    *,
    file: str,
    text: str,
    sentences: Sequence[Sentence],
    target: Band,
    words_per_minute: float,
    thresholds: Thresholds,
    labeller: Labeller,
    transcript: Transcript | None = None,
    voice: Voice | None = None,
    story: Story | None = None,
    question: str = "",
    today: date | None = None,
    outcomes: Outcomes | None = None,
    corrections: Corrections = NO_CORRECTIONS,
    split: Split = lines_of,
) -> Report:
    """Measure and judge one answer.

    `text` is what is judged: a written answer, or exactly `transcript.text`. `sentences` are its
    sentences in order. `words_per_minute` is the pace at which unspoken text is estimated. Without
    `today` the age of the story stays unjudged, without `outcomes` no quantity is a result. The
    words of `corrections` are in the transcript already; their parts hold over the labeller's.
    `split` cuts the draft of `story` into its sentences.
    """
    alignment = align(beats_of(story, split), text, sentences) if story else Alignment()
    labelled = _timed(labeller(sentences, alignment.hints), transcript, corrections)
    words = count_words(text)
    estimated_s = 60 * words / words_per_minute
    duration_s = duration_of(transcript, voice) if transcript else None
    quantities = find_quantities(text, labelled, outcomes)
    measured = Measured(
        text=text,
        labelled=labelled,
        parts=measure_parts(labelled, thresholds),
        quantities=quantities,
        length=judge_length(estimated_s if duration_s is None else duration_s, target, thresholds),
        delivery=_delivery(text, transcript, voice, thresholds),
        ownership=count_actors(s.sentence.text for s in labelled if s.part is Part.ACTION),
        thresholds=thresholds,
        drafted=compare_with_draft(story, alignment, text, labelled, quantities) if story else None,
        transcript=transcript,
        question=question,
        happened=story.happened if story else "",
        today=today,
    )
    return _reported(measured, file, words, duration_s, estimated_s)


def _reported(
    measured: Measured, file: str, words: int, duration_s: float | None, estimated_s: float
) -> Report:
    return Report(
        file=file,
        text=measured.text,
        words=words,
        duration_s=duration_s,
        estimated_duration_s=estimated_s,
        length=measured.length,
        sentences=measured.labelled,
        parts=measured.parts,
        quantities=measured.quantities,
        delivery=measured.delivery,
        ownership=measured.ownership,
        drafted=measured.drafted,
        findings=find(measured),
        wanting=wanting(measured),
    )


def _delivery(
    text: str, transcript: Transcript | None, voice: Voice | None, thresholds: Thresholds
) -> Delivery:
    if transcript is None:
        return measure_wording(text)
    return measure_delivery(transcript, voice, thresholds)


def _timed(
    labelled: Sequence[LabelledSentence], transcript: Transcript | None, corrections: Corrections
) -> tuple[LabelledSentence, ...]:
    """The sentences, put right, with the start of their first word and the end of their last."""
    if transcript is None or not transcript.words:
        return tuple(labelled)
    return tuple(
        replace(
            one,
            start_s=second_of(transcript, one.sentence.start_char),
            end_s=end_of(transcript, one.sentence.end_char - 1),
        )
        for one in relabelled(labelled, transcript, corrections)
    )
