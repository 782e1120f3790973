"""How an answer was said: pace, fillers, pauses."""

from dataclasses import dataclass

from storybuilder.core.voice import Span


@dataclass(frozen=True, slots=True)
class Filler:
    """A sound or phrase that only fills time. `start_s` is None in a text."""

    text: str
    start_char: int
    start_s: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Measures of speech. None means unknown (a text, or too little to say), never zero."""

    words_per_minute: float | None
    fillers: tuple[Filler, ...]
    fillers_per_minute: float | None
    long_pauses: tuple[Span, ...]
    speaking_share: float | None
    """Share of the recording with a voice in it, 0 to 1."""
