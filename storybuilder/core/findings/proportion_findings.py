"""Findings about length and how it is split between the parts."""

from collections.abc import Iterator

from storybuilder.core.findings.figure import clock, percent
from storybuilder.core.findings.finding import Finding
from storybuilder.core.findings.measured import Measured
from storybuilder.core.findings.quote import quote, quote_end
from storybuilder.core.story import Part
from storybuilder.core.threshold import source_of

_SETTING = (Part.SITUATION, Part.TASK)
_HALF = 36
"""Characters of a quote where two share a sentence."""


def find_length(measured: Measured) -> Iterator[Finding]:
    """Shorter or longer than the target allows; the part that is furthest off is named."""
    length = measured.length
    if length.verdict == "ok":
        return
    short = length.verdict in ("too_short", "short")
    aim = f"{clock(length.target.low_s)} to {clock(length.target.high_s)}"
    part = _shortest(measured) if short else _longest(measured)
    yield Finding(
        code=length.verdict,
        severity="fix" if length.verdict.startswith("too") else "note",
        message=f"{_longer(measured, part) if short else _shorter(measured, part)}: aim for {aim}.",
        measure=f"{clock(length.seconds)} for a target of {aim}",
        evidence=measured.spans(part) if part else (),
        source=source_of("too_short_of_low"),
        at_s=measured.start_of(part) if part else None,
    )


def _shortest(measured: Measured) -> Part | None:
    """The part that is told and lacks most of its share."""
    limits = measured.thresholds
    told = [part for part in Part if measured.told(part)]
    return max(
        told, key=lambda part: limits.share_of(part).low_s - measured.share(part), default=None
    )


def _longest(measured: Measured) -> Part | None:
    """The part that is most above its share."""
    limits = measured.thresholds
    told = [part for part in Part if measured.told(part)]
    return max(
        told, key=lambda part: measured.share(part) - limits.share_of(part).high_s, default=None
    )


def _longer(measured: Measured, part: Part | None) -> str:
    if part is None:
        return "Tell more"
    limits = measured.thresholds
    if part is Part.ACTION and measured.share(part) < limits.action_low_share:
        return "Tell more, above all of the action"  # where, the split says
    return f"Tell more, above all of the {part} after {_end_of(measured, part)}"


def _shorter(measured: Measured, part: Part | None) -> str:
    if part is None:
        return "Tell less"
    first = measured.told(part)[0].sentence.text
    return f"Tell less, above all of the {part} from {quote(first)} on"


def find_split(measured: Measured) -> Iterator[Finding]:
    """Parts that take far more or far less than their share."""
    limits, parts = measured.thresholds, measured.parts
    if measured.share(*_SETTING) > limits.setting_high_share:
        yield _split(measured, _SETTING, "setting_high", _sooner(measured))
    if parts[Part.ACTION].present and measured.share(Part.ACTION) < limits.action_low_share:
        yield _split(
            measured,
            (Part.ACTION,),
            "action_low",
            f"Give the action more than half of the answer: after {_end_of(measured, Part.ACTION)} "
            "say what you did next and why.",
        )
    if parts[Part.RESULT].present and measured.share(Part.RESULT) < limits.result_low_share:
        yield _split(
            measured,
            (Part.RESULT,),
            "result_low",
            f"Give the result more room: after {_end_of(measured, Part.RESULT)} say what changed "
            "and how you know.",
        )


def _sooner(measured: Measured) -> str:
    first = quote(measured.told(*_SETTING)[0].sentence.text, _HALF)
    action = measured.told(Part.ACTION)
    if not action:
        return f"Tell the situation and the task in two or three sentences from {first} on."
    reached = quote(action[0].sentence.text, _HALF)
    return f"Tell the situation and the task in two or three sentences: from {first} to {reached}."


def _end_of(measured: Measured, part: Part) -> str:
    return quote_end(measured.told(part)[-1].sentence.text)


def _split(measured: Measured, parts: tuple[Part, ...], code: str, message: str) -> Finding:
    return Finding(
        code=code,
        severity="fix",
        message=message,
        measure=f"{_named(parts)} took {_amount(measured, parts)}",
        evidence=measured.spans(*parts),
        source=source_of(f"{code}_share"),
        at_s=measured.start_of(*parts),
    )


def _named(parts: tuple[Part, ...]) -> str:
    return " and ".join(parts).capitalize()


def _amount(measured: Measured, parts: tuple[Part, ...]) -> str:
    """ "1:02 of 3:24 (30 %)"; of a text the share of its words."""
    share = percent(measured.share(*parts))
    seconds = [measured.parts[part].seconds for part in parts]
    known = [lasted for lasted in seconds if lasted is not None]
    if not known or not measured.share(*parts):
        return f"{share} of the words"
    spoken_s = sum(known) / measured.share(*parts)
    return f"{clock(sum(known))} of {clock(spoken_s)} ({share})"
