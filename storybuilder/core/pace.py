"""Pace: stretches in which someone speaks too fast or too slowly for long."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from storybuilder.core.threshold import Thresholds
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Span

PaceVerdict = Literal["slow", "fast"]


@dataclass(frozen=True, slots=True)
class PaceStretch:
    """A stretch of sustained pace outside the limits."""

    span: Span
    words_per_minute: float
    verdict: PaceVerdict


def sustained_pace(transcript: Transcript, thresholds: Thresholds) -> tuple[PaceStretch, ...]:
    """Stretches of at least `pace_sustained_s` that are too fast or too slow throughout.

    Every window of that length that starts with a word is counted; windows of one verdict that
    touch make one stretch, reported with the pace over all of it.
    """
    starts = sorted(word.start_s for word in transcript.words)
    merged: list[tuple[Span, PaceVerdict]] = []
    for span, verdict in _windows(transcript, starts, thresholds):
        if merged and merged[-1][1] == verdict and span.start_s <= merged[-1][0].end_s:
            merged[-1] = (Span(merged[-1][0].start_s, span.end_s), verdict)
        else:
            merged.append((span, verdict))
    return tuple(PaceStretch(span, _pace(starts, span), verdict) for span, verdict in merged)


def _windows(
    transcript: Transcript, starts: list[float], thresholds: Thresholds
) -> Iterator[tuple[Span, PaceVerdict]]:
    """Windows end where a word begins, so that an even pace measures the same in each."""
    bounds = [*starts, max((word.end_s for word in transcript.words), default=0.0)]
    for start_s in starts:
        at = bisect_left(bounds, start_s + thresholds.pace_sustained_s)
        if at == len(bounds):
            return
        span = Span(start_s, bounds[at])
        pace = _pace(starts, span)
        if pace > thresholds.pace_fast:
            yield span, "fast"
        elif pace < thresholds.pace_slow:
            yield span, "slow"


def _pace(starts: list[float], span: Span) -> float:
    spoken = bisect_left(starts, span.end_s) - bisect_left(starts, span.start_s)
    return 60 * spoken / span.length_s
