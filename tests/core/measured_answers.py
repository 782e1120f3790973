"""Answers as they are measured, for the tests of findings."""

from storybuilder.core.delivery import Delivery, measure_delivery
from storybuilder.core.findings.measured import Measured
from storybuilder.core.length import DEFAULT_TARGET, judge_length
from storybuilder.core.ownership import count_actors
from storybuilder.core.parts.part_measure import measure_parts
from storybuilder.core.quantities.quantity import find_quantities
from storybuilder.core.story import Part
from storybuilder.core.threshold import Thresholds
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Voice
from tests.builders import labelled_as
from tests.outcomes import OUTCOMES

LIMITS = Thresholds()
SILENT = Delivery(
    words_per_minute=None,
    fillers=(),
    fillers_per_minute=None,
    long_pauses=(),
    speaking_share=None,
)


def measured(*told: str, seconds: float = 150, **fields: object) -> Measured:
    """A written answer of sentences like "S I was there"; other fields may be replaced."""
    labelled = labelled_as(*told)
    text = "\n".join(line[2:] for line in told)
    given = {
        "text": text,
        "labelled": labelled,
        "parts": measure_parts(labelled, LIMITS),
        "quantities": find_quantities(text, labelled, OUTCOMES),
        "length": judge_length(seconds, DEFAULT_TARGET, LIMITS),
        "delivery": SILENT,
        "ownership": count_actors(s.sentence.text for s in labelled if s.part is Part.ACTION),
        "thresholds": LIMITS,
        **fields,
    }
    return Measured(**given)  # type: ignore[arg-type]


def heard(transcript: Transcript, voice: Voice | None = None) -> Measured:
    """A spoken answer of one sentence that tells an action."""
    return measured(
        f"A {transcript.text}",
        transcript=transcript,
        delivery=measure_delivery(transcript, voice, LIMITS),
    )
