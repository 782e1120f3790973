"""Pace: stretches in which someone speaks too fast or too slowly for long."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
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
    """Long pauses are left out of it."""
    verdict: PaceVerdict


@dataclass(frozen=True, slots=True)
class _Clock:
    """Where each word begins, and the last one ends: in the recording, and without long pauses."""

    heard_s: tuple[float, ...]
    spoken_s: tuple[float, ...]

    def pace(self, first: int, end: int) -> float:
        """Words a minute from one word up to, not including, another."""
        return 60 * (end - first) / (self.spoken_s[end] - self.spoken_s[first])


_Window = tuple[int, int, PaceVerdict]


def sustained_pace(
    transcript: Transcript, thresholds: Thresholds, pauses: Sequence[Span] = ()
) -> tuple[PaceStretch, ...]:
    """Stretches of at least `pace_sustained_s` that are too fast or too slow throughout.

    Every window of that length that starts with a word is counted; windows of one verdict that
    touch make one stretch. `pauses` are left out: a silence is no slow speech, and is judged
    elsewhere.
    """
    clock = _clock(transcript, pauses)
    runs: list[list[_Window]] = []
    for window in _windows(clock, thresholds):
        if runs and runs[-1][-1][2] == window[2] and window[0] <= runs[-1][-1][1]:
            runs[-1].append(window)
        else:
            runs.append([window])
    return tuple(_stretch(clock, run, thresholds) for run in runs)


def _clock(transcript: Transcript, pauses: Sequence[Span]) -> _Clock:
    heard_s = sorted(word.start_s for word in transcript.words)
    heard_s.append(max((word.end_s for word in transcript.words), default=0.0))
    return _Clock(tuple(heard_s), tuple(_without(pauses, at_s) for at_s in heard_s))


def _without(pauses: Sequence[Span], at_s: float) -> float:
    return at_s - sum(max(0.0, min(at_s, pause.end_s) - pause.start_s) for pause in pauses)


def _windows(clock: _Clock, thresholds: Thresholds) -> Iterator[_Window]:
    """Windows end where a word begins, so that an even pace measures the same in each."""
    for first, start_s in enumerate(clock.spoken_s):
        end = bisect_left(clock.spoken_s, start_s + thresholds.pace_sustained_s)
        if end == len(clock.spoken_s):
            return
        verdict = _verdict(clock.pace(first, end), thresholds)
        if verdict is not None:
            yield first, end, verdict


def _verdict(words_per_minute: float, thresholds: Thresholds) -> PaceVerdict | None:
    if words_per_minute > thresholds.pace_fast:
        return "fast"
    return "slow" if words_per_minute < thresholds.pace_slow else None


def _stretch(clock: _Clock, run: list[_Window], thresholds: Thresholds) -> PaceStretch:
    """The whole run; where its overlaps alone were out of the limits, its most extreme window."""
    first, end, verdict = run[0][0], run[-1][1], run[0][2]
    if _verdict(clock.pace(first, end), thresholds) != verdict:
        worst = max if verdict == "fast" else min
        first, end, _ = worst(run, key=lambda window: clock.pace(window[0], window[1]))
    span = Span(clock.heard_s[first], clock.heard_s[end])
    return PaceStretch(span, clock.pace(first, end), verdict)
