"""Findings about what went well: said with figures and in the person's own words."""

from collections.abc import Iterator

from storybuilder.core.findings.figure import clock, percent
from storybuilder.core.findings.finding import Finding
from storybuilder.core.findings.measured import Measured
from storybuilder.core.findings.ownership_findings import i_spans, step_at
from storybuilder.core.findings.quote import quote
from storybuilder.core.parts.lexicon import NOT_DOING, PAST_OF_DOING
from storybuilder.core.quantities.quantity import Quantity
from storybuilder.core.story import Part
from storybuilder.core.threshold import QUANTITY_SOURCE, source_of


def find_good_result(measured: Measured) -> Iterator[Finding]:
    """A result with a figure; best with where it started."""
    results = [quantity for quantity in measured.quantities if quantity.is_result]
    if not results:
        return
    best = next((quantity for quantity in results if quantity.kind == "change"), results[0])
    yield Finding(
        code="good_result",
        severity="good",
        message=_praise(best),
        measure=best.text,
        evidence=((best.start_char, best.end_char),),
        source=QUANTITY_SOURCE,
        at_s=measured.second_at(best.start_char),
    )


def _praise(best: Quantity) -> str:
    if best.kind == "change" and best.baseline is not None:
        return f"{quote(best.text)} shows the change and where it started: keep it."
    return f"{quote(best.text)} gives the result a number: keep it."


def find_good_ownership(measured: Measured) -> Iterator[Finding]:
    """An action that is the person's own."""
    owned, limits = measured.ownership, measured.thresholds
    enough = owned.i + owned.we >= limits.ownership_least
    if not enough or owned.i_share is None or owned.i_share < limits.i_share_fine:
        return
    spans = i_spans(measured)
    steps = (step_at(measured.text, start) for start, _ in spans)
    done = next((step for step in steps if _tells_deed(step)), None)
    shown = f", as in {quote(done)}" if done else ""
    yield Finding(
        code="good_ownership",
        severity="good",
        message=f"The action is yours{shown}: keep it so.",
        measure=f"I {owned.i}, we {owned.we} in the action",
        evidence=spans,
        source=source_of("i_share_fine"),
    )


def _tells_deed(step: str) -> bool:
    """Whether "I" is followed by something done: "I asked", not "I'm allowed"."""
    _, _, after = step.partition(" ")
    verb = after.partition(" ")[0].lower()
    return verb in PAST_OF_DOING or (verb.endswith("ed") and verb not in NOT_DOING)


def find_good_split(measured: Measured) -> Iterator[Finding]:
    """Every part within its recommended share."""
    limits = measured.thresholds
    if not all(measured.parts[part].share in limits.share_of(part) for part in Part):
        return
    shares = " / ".join(percent(measured.parts[part].share) for part in Part)
    yield Finding(
        code="good_split",
        severity="good",
        message="The parts are in proportion: keep them so.",
        measure=shares,
        source=source_of("split"),
    )


def find_good_length(measured: Measured) -> Iterator[Finding]:
    """A length within the target itself."""
    length = measured.length
    if length.seconds not in length.target:
        return
    yield Finding(
        code="good_length",
        severity="good",
        message="The length is right: keep it.",
        measure=f"{clock(length.seconds)} for {clock(length.target.low_s)} to "
        f"{clock(length.target.high_s)}",
        source=source_of("too_short_of_low"),
    )


def find_good_pace(measured: Measured) -> Iterator[Finding]:
    """An ordinary pace over the whole take."""
    pace, limits = measured.delivery.words_per_minute, measured.thresholds
    if pace is None or not limits.pace_good_low <= pace <= limits.pace_good_high:
        return
    yield Finding(
        code="good_pace",
        severity="good",
        message="The pace is easy to follow: keep it.",
        measure=f"{round(pace)} words a minute",
        source=source_of("pace_good_low"),
    )
