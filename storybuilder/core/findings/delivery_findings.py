"""Findings about how it was said: fillers, pauses, pace."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from storybuilder.core.delivery import Filler
from storybuilder.core.findings.figure import clock, counted, rate
from storybuilder.core.findings.finding import Finding
from storybuilder.core.findings.measured import Measured
from storybuilder.core.findings.quote import named, quote, quote_end
from storybuilder.core.pace import PaceStretch, sustained_pace
from storybuilder.core.threshold import source_of

_ADVICE_FOR_PACE = {
    "fast": ("Slow down", "pause after each step"),
    "slow": ("Speak a little faster", "know the next step before you start it"),
}
_NAMED = 2
_FEW_WORDS = 40
"""Characters: enough of a place to know it again where two places share a sentence."""


def find_fillers(measured: Measured) -> Iterator[Finding]:
    """More fillers a minute than go unnoticed."""
    limits, fillers = measured.thresholds, measured.delivery.fillers
    per_minute = measured.delivery.fillers_per_minute
    if per_minute is None or per_minute <= limits.fillers_note_per_minute:
        return
    yield Finding(
        code="fillers",
        severity="fix" if per_minute > limits.fillers_fix_per_minute else "note",
        message=f"Pause where you say {named(list(_commonest(fillers)), _NAMED)}: a silent second "
        "sounds considered.",
        measure=f"{_heard(measured, len(fillers))}, {rate(per_minute)} a minute: "
        + ", ".join(f"{word} {times}" for word, times in _commonest(fillers).items())
        + _perhaps(measured),
        evidence=_spans(fillers),
        source=source_of("fillers_note_per_minute"),
        at_s=fillers[0].start_s,
    )


def _heard(measured: Measured, count: int) -> str:
    """A speech model leaves fillers out: a count from a recording is the least there were."""
    told = counted(count, "filler")
    return told if measured.transcript is None else f"At least {told}"


def _perhaps(measured: Measured) -> str:
    """Sounds without a word are told beside what is sure, and counted nowhere."""
    more = len(measured.delivery.possible_fillers)
    return f"; perhaps {more} more" if more else ""


def _commonest(fillers: Sequence[Filler]) -> dict[str, int]:
    """The fillers said most, with how often."""
    return dict(Counter(" ".join(f.text.lower().split()) for f in fillers).most_common(3))


def find_bursts(measured: Measured) -> Iterator[Finding]:
    """Several fillers close together: the densest place is named."""
    limits = measured.thresholds
    burst = max(_bursts(measured), key=len, default=())
    if len(burst) < limits.burst_fillers:
        return
    start, end = burst[0].start_char, burst[-1].start_char + len(burst[-1].text)
    yield Finding(
        code="filler_burst",
        severity="note",
        message=f"Say {quote(measured.text[start:end])} once more with pauses.",
        measure=f"{_heard(measured, len(burst))} within {rate(limits.burst_s)} s",
        evidence=_spans(burst),
        source=source_of("burst_fillers"),
        at_s=burst[0].start_s,
    )


def _bursts(measured: Measured) -> Iterator[tuple[Filler, ...]]:
    """From each filler on: those that begin within the burst's seconds."""
    timed = [(f.start_s, f) for f in measured.delivery.fillers if f.start_s is not None]
    seconds = [start_s for start_s, _ in timed]
    for at, start_s in enumerate(seconds):
        end = bisect_right(seconds, start_s + measured.thresholds.burst_s)
        yield tuple(filler for _, filler in timed[at:end])


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
        message=_advice_for_pause(measured, longest.end_s),
        measure=f"{counted(len(pauses), 'pause')} {over}, the longest {longest.length_s:.1f} s",
        evidence=_word_after(measured, longest.end_s),
        source=source_of("long_pause_s"),
        at_s=longest.start_s,
    )


def _advice_for_pause(measured: Measured, end_s: float) -> str:
    """What was said before the silence, and what had to be found in it."""
    place = _word_after(measured, end_s)
    before = measured.text[: place[0][0]] if place else ""
    if not before.strip():
        return "Know the sentence that comes after this pause."
    after = measured.text[place[0][0] :]
    said = quote_end(before[-2 * _FEW_WORDS :], _FEW_WORDS)
    return f"After {said} know what comes next: {quote(after[: 2 * _FEW_WORDS], _FEW_WORDS)}."


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
    stretches = sustained_pace(
        measured.transcript, measured.thresholds, measured.delivery.long_pauses
    )
    fast = [stretch for stretch in stretches if stretch.verdict == "fast"]
    slow = [stretch for stretch in stretches if stretch.verdict == "slow"]
    if fast:
        yield _pace(measured, max(fast, key=lambda stretch: stretch.words_per_minute))
    if slow:
        yield _pace(measured, min(slow, key=lambda stretch: stretch.words_per_minute))


def _pace(measured: Measured, stretch: PaceStretch) -> Finding:
    span, (change, how) = stretch.span, _ADVICE_FOR_PACE[stretch.verdict]
    places = _stretch(measured, span.start_s, span.end_s)
    from_here = quote(measured.text[slice(*places[0])], _FEW_WORDS) if places else "here"
    pace = f"{round(stretch.words_per_minute)} words a minute"
    return Finding(
        code=f"pace_{stretch.verdict}",
        severity="note",
        message=f"{change} from {from_here} on: {how}.",
        measure=f"{pace} from {clock(span.start_s)} to {clock(span.end_s)}",
        evidence=places,
        source=source_of(f"pace_{stretch.verdict}"),
        at_s=span.start_s,
    )


def _stretch(measured: Measured, start_s: float, end_s: float) -> tuple[tuple[int, int], ...]:
    """From the first to the last word that begins in a span of seconds."""
    heard = measured.transcript
    placed = zip(heard.words, heard.starts, strict=True) if heard else ()
    inside = [(at, at + len(word.text)) for word, at in placed if start_s <= word.start_s < end_s]
    return ((inside[0][0], inside[-1][1]),) if inside else ()
