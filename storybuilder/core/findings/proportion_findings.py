"""Findings about length and how it is split between the parts."""

from collections.abc import Iterator

from storybuilder.core.findings.figure import clock, percent
from storybuilder.core.findings.finding import Finding
from storybuilder.core.findings.measured import Measured
from storybuilder.core.story import Part
from storybuilder.core.threshold import source_of

_SETTING = (Part.SITUATION, Part.TASK)


def find_length(measured: Measured) -> Iterator[Finding]:
    """Shorter or longer than the target allows."""
    length = measured.length
    if length.verdict == "ok":
        return
    short = length.verdict in ("too_short", "short")
    aim = f"{clock(length.target.low_s)} to {clock(length.target.high_s)}"
    yield Finding(
        code=length.verdict,
        severity="fix" if length.verdict.startswith("too") else "note",
        message=f"{'Tell more' if short else 'Tell less'}: aim for {aim}.",
        measure=f"{clock(length.seconds)} for a target of {aim}",
        source=source_of("too_short_of_low"),
    )


def find_split(measured: Measured) -> Iterator[Finding]:
    """Parts that take far more or far less than their share."""
    limits, parts = measured.thresholds, measured.parts
    if measured.share(*_SETTING) > limits.setting_high_share:
        yield _split(
            measured,
            _SETTING,
            "setting_high",
            "Shorten the situation and the task: two or three sentences carry both.",
        )
    if parts[Part.ACTION].present and measured.share(Part.ACTION) < limits.action_low_share:
        yield _split(
            measured,
            (Part.ACTION,),
            "action_low",
            "Give the action more room: it should take more than half of the answer.",
        )
    if parts[Part.RESULT].present and measured.share(Part.RESULT) < limits.result_low_share:
        yield _split(
            measured,
            (Part.RESULT,),
            "result_low",
            "Give the result more room: say what changed and how you know.",
        )


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
