"""The voice in a recording: where someone speaks, before any word is known."""

from dataclasses import dataclass

LONG_PAUSE_S = 2.5
"""Pauses up to two or three seconds sound considered; only longer ones are listed."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, in seconds from the start of the recording."""

    start_s: float
    end_s: float

    @property
    def length_s(self) -> float:
        """How long it lasts."""
        return self.end_s - self.start_s


@dataclass(frozen=True, slots=True)
class Voice:
    """Where the voice is in a recording of `duration_s` seconds."""

    duration_s: float
    speech: tuple[Span, ...] = ()
    peak_dbfs: float | None = None
    """Loudest sample against full scale; None when not measured."""

    @property
    def speaking_s(self) -> float:
        """Seconds with a voice in them."""
        return sum(span.length_s for span in self.speech)

    def pauses(self, at_least_s: float = LONG_PAUSE_S) -> tuple[Span, ...]:
        """Silences between two stretches of speech; what lies before and after is no pause."""
        gaps = (
            Span(before.end_s, after.start_s)
            for before, after in zip(self.speech, self.speech[1:], strict=False)
        )
        return tuple(gap for gap in gaps if gap.length_s >= at_least_s)
