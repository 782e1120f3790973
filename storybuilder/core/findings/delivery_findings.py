"""Findings about how it was said: fillers, pauses, pace."""

from collections.abc import Iterator

from storybuilder.core.delivery import Filler
from storybuilder.core.findings.figure import clock, counted, rate
from storybuilder.core.findings.finding import Finding
from storybuilder.core.findings.measured import Measured
from storybuilder.core.pace import PaceStretch, sustained_pace
from storybuilder.core.threshold import source_of

_ADVICE_FOR_PACE = {
    "fast": "Slow down: pause after each step.",
    "slow": "Speak a little faster here: know the next step before you start it.",
}


def find_fillers(measured: Measured) -> Iterator[Finding]:
    """More fillers a minute than go unnoticed."""
    limits, fillers = measured.thresholds, measured.delivery.fillers
    per_minute = measured.delivery.fillers_per_minute
    if per_minute is None or per_minute <= limits.fillers_note_per_minute:
        return
    yield Finding(
        code="fillers",
        severity="fix" if per_minute > limits.fillers_fix_per_minute else "note",
        message="Pause instead of filling: a silent second sounds considered.",
        measure=f"{counted(len(fillers), 'filler')}, {rate(per_minute)} a minute",
        evidence=_spans(fillers),
        source=source_of("fillers_note_per_minute"),
        at_s=fillers[0].start_s,
    )


def find_bursts(measured: Measured) -> Iterator[Finding]:
    """Several fillers close together: the densest place is named."""
    limits = measured.thresholds
    burst = max(_bursts(measured), key=len, default=())
    if len(burst) < limits.burst_fillers:
        return
    yield Finding(
        code="filler_burst",
        severity="note",
        message="Listen to this place and say it once more with pauses.",
        measure=f"{counted(len(burst), 'filler')} within {rate(limits.burst_s)} s",
        evidence=_spans(burst),
        source=source_of("burst_fillers"),
        at_s=burst[0].start_s,
    )


def _bursts(measured: Measured) -> Iterator[tuple[Filler, ...]]:
    """From each filler on: those that begin within the burst's seconds."""
    timed = [(f.start_s, f) for f in measured.delivery.fillers if f.start_s is not None]
    for at, (start_s, _) in enumerate(timed):
        yield tuple(
            f for later_s, f in timed[at:] if later_s - start_s <= measured.thresholds.burst_s
        )


def _spans(fillers: tuple[Filler, ...]) -> tuple[tuple[int, int], ...]:
    return tuple((f.start_char, f.start_char + len(f.text)) for f in fillers)


def find_long_pauses(measured: Measured) -> Iterator[Finding]:
    """Silences that sound lost rather than considered."""
    pauses = measured.delivery.long_pauses
    if not pauses:
        return
    longest = max(pauses, key=lambda pause: pause.length_s)
    over = f"over {rate(measured.thresholds.long_pause_s)} s"
    yield Finding(
        code="long_pauses",
        severity="note",
        message="Know the sentence that comes after this pause.",
        measure=f"{counted(len(pauses), 'pause')} {over}, the longest {longest.length_s:.1f} s",
        evidence=_word_after(measured, longest.end_s),
        source=source_of("long_pause_s"),
        at_s=longest.start_s,
    )


def _word_after(measured: Measured, second: float) -> tuple[tuple[int, int], ...]:
    """The first word that ends after a second: voice and words are timed separately."""
    heard = measured.transcript
    if heard is None:
        return ()
    placed = zip(heard.words, heard.starts, strict=True)
    return next((((at, at + len(word.text)),) for word, at in placed if word.end_s > second), ())


def find_pace(measured: Measured) -> Iterator[Finding]:
    """Stretches spoken too fast or too slowly for long: the worst of each kind."""
    if measured.transcript is None or measured.delivery.words_per_minute is None:
        return
    stretches = sustained_pace(measured.transcript, measured.thresholds)
    fast = [stretch for stretch in stretches if stretch.verdict == "fast"]
    slow = [stretch for stretch in stretches if stretch.verdict == "slow"]
    if fast:
        yield _pace(measured, max(fast, key=lambda stretch: stretch.words_per_minute))
    if slow:
        yield _pace(measured, min(slow, key=lambda stretch: stretch.words_per_minute))


def _pace(measured: Measured, stretch: PaceStretch) -> Finding:
    span = stretch.span
    pace = f"{round(stretch.words_per_minute)} words a minute"
    return Finding(
        code=f"pace_{stretch.verdict}",
        severity="note",
        message=_ADVICE_FOR_PACE[stretch.verdict],
        measure=f"{pace} from {clock(span.start_s)} to {clock(span.end_s)}",
        evidence=_stretch(measured, span.start_s, span.end_s),
        source=source_of(f"pace_{stretch.verdict}"),
        at_s=span.start_s,
    )


def _stretch(measured: Measured, start_s: float, end_s: float) -> tuple[tuple[int, int], ...]:
    """From the first to the last word that begins in a span of seconds."""
    heard = measured.transcript
    placed = zip(heard.words, heard.starts, strict=True) if heard else ()
    inside = [(at, at + len(word.text)) for word, at in placed if start_s <= word.start_s < end_s]
    return ((inside[0][0], inside[-1][1]),) if inside else ()
