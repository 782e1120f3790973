"""Findings about parts that are missing or thin: each names the place where the words belong."""

from collections.abc import Iterator

from storybuilder.core.findings.figure import counted
from storybuilder.core.findings.finding import Finding
from storybuilder.core.findings.measured import Measured
from storybuilder.core.findings.quote import quote, quote_end
from storybuilder.core.sentence import LabelledSentence
from storybuilder.core.story import Part
from storybuilder.core.threshold import PART_SOURCE, source_of

_MOST_TELLING = (Part.ACTION, Part.RESULT, Part.SITUATION, Part.TASK)
"""In order of value: an answer without an action tells least."""
_ADVICE_FOR_THIN = {
    Part.ACTION: "add the steps you took and why you chose them",
    Part.RESULT: "add what changed, for whom, and how you know",
    Part.SITUATION: "add when and where it was and what was at stake",
    Part.TASK: "add what was asked of you and by when",
}


def find_missing_parts(measured: Measured) -> Iterator[Finding]:
    """Parts that no sentence tells."""
    for part in _MOST_TELLING:
        if measured.parts[part].present:
            continue
        place, advice = _place(measured, part)
        yield Finding(
            code=f"missing_{part}",
            severity="fix",
            message=advice,
            measure=f"No sentence tells the {part}",
            evidence=((place.sentence.start_char, place.sentence.end_char),),
            source=PART_SOURCE,
            at_s=place.start_s,
        )


def _place(measured: Measured, part: Part) -> tuple[LabelledSentence, str]:
    """The sentence beside which a missing part belongs, and what to do there."""
    match part:
        case Part.ACTION:
            return _place_of_action(measured)
        case Part.RESULT:
            last = (measured.told(*Part) or measured.labelled)[-1]
            return last, (
                f"You stopped at {quote_end(last.sentence.text)}: say what came of it, with a "
                "number if you can."
            )
        case Part.SITUATION:
            first = measured.labelled[0]
            return first, (
                f"Before {quote(first.sentence.text)} set the scene in two sentences: when and "
                "where it was and what was at stake."
            )
        case Part.TASK:
            return _place_of_task(measured)


def _place_of_action(measured: Measured) -> tuple[LabelledSentence, str]:
    """After the setting; without one, before the result."""
    advice = "say step by step what you did yourself."
    setting = measured.told(Part.SITUATION, Part.TASK)
    if setting:
        return setting[-1], f"After {quote_end(setting[-1].sentence.text)} {advice}"
    first = (measured.told(Part.RESULT) or measured.labelled)[0]
    return first, f"Before {quote(first.sentence.text)} {advice}"


def _place_of_task(measured: Measured) -> tuple[LabelledSentence, str]:
    """Before the action; without one, after the situation."""
    advice = "say in one sentence what was yours to achieve and by when."
    action = measured.told(Part.ACTION)
    if action:
        return action[0], f"Before {quote(action[0].sentence.text)} {advice}"
    last = (measured.told(Part.SITUATION) or measured.labelled)[-1]
    return last, f"After {quote_end(last.sentence.text)} {advice}"


def find_thin_parts(measured: Measured) -> Iterator[Finding]:
    """Parts told in very few words."""
    for part, advice in _ADVICE_FOR_THIN.items():
        words, least = measured.parts[part].words, measured.thresholds.thin_words_of(part)
        if not 0 < words < least:
            continue
        last = measured.told(part)[-1].sentence.text
        yield Finding(
            code=f"thin_{part}",
            severity="note",
            message=f"Go on after {quote_end(last)}: {advice}.",
            measure=f"The {part} has {counted(words, 'word')}; under {least} is thin",
            evidence=measured.spans(part),
            source=source_of("thin_words"),
            at_s=measured.start_of(part),
        )
