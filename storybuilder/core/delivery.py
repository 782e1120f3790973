"""How an answer was said: pace, fillers, pauses."""

from bisect import bisect_right
from dataclasses import dataclass

from storybuilder.core.filler import filler_spans
from storybuilder.core.possible_filler import possible_fillers
from storybuilder.core.threshold import Thresholds
from storybuilder.core.transcript import Transcript, Word
from storybuilder.core.voice import Span, Voice


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
    possible_fillers: tuple[Span, ...] = ()
    """Sounds without a word, which may be fillers that the speech model left out. No rate and no
    finding counts them; without a voice there are none."""


def measure_wording(text: str) -> Delivery:
    """What a text alone shows: its fillers. Everything that needs time is unknown."""
    return Delivery(
        words_per_minute=None,
        fillers=tuple(Filler(text[a:b], a, None) for a, b in filler_spans(text)),
        fillers_per_minute=None,
        long_pauses=(),
        speaking_share=None,
    )


def measure_delivery(
    transcript: Transcript, voice: Voice | None, thresholds: Thresholds
) -> Delivery:
    """Pace, fillers and pauses of a recording. Rates are per minute of recording.

    Without a voice the recording is taken to end with the last word, pauses are the gaps between
    words, and the speaking share is unknown.
    """
    fillers = _fillers(transcript)
    minutes = _minutes(transcript, voice, thresholds)
    return Delivery(
        words_per_minute=None if minutes is None else len(transcript.words) / minutes,
        fillers=fillers,
        fillers_per_minute=None if minutes is None else len(fillers) / minutes,
        long_pauses=(voice or _voice_of(transcript)).pauses(thresholds.long_pause_s),
        speaking_share=_speaking_share(voice),
        possible_fillers=possible_fillers(transcript, voice),
    )


def duration_of(transcript: Transcript, voice: Voice | None) -> float:
    """Seconds of the recording; to the end of the last word where only the words are known."""
    if voice is not None:
        return voice.duration_s
    return transcript.words[-1].end_s if transcript.words else 0.0


def _fillers(transcript: Transcript) -> tuple[Filler, ...]:
    return tuple(
        Filler(transcript.text[a:b], a, second_of(transcript, a))
        for a, b in filler_spans(transcript.text)
    )


def second_of(transcript: Transcript, char: int) -> float | None:
    """When the word at a character of the transcript's text begins; None if there is no word."""
    word = _word_at(transcript, char)
    return word.start_s if word else None


def end_of(transcript: Transcript, char: int) -> float | None:
    """When the word at a character of the transcript's text ends; None if there is no word."""
    word = _word_at(transcript, char)
    return word.end_s if word else None


def _word_at(transcript: Transcript, char: int) -> Word | None:
    at = bisect_right(transcript.starts, char) - 1
    return transcript.words[at] if at >= 0 else None


def _minutes(transcript: Transcript, voice: Voice | None, thresholds: Thresholds) -> float | None:
    """Minutes of recording; None when there is too little to speak of a rate."""
    seconds = duration_of(transcript, voice)
    enough = len(transcript.words) >= thresholds.min_words_for_rate
    return seconds / 60 if enough and seconds >= thresholds.min_seconds_for_rate else None


def _voice_of(transcript: Transcript) -> Voice:
    spans = tuple(Span(word.start_s, word.end_s) for word in transcript.words)
    return Voice(duration_of(transcript, None), spans)


def _speaking_share(voice: Voice | None) -> float | None:
    if voice is None or voice.duration_s <= 0:
        return None
    return min(1.0, voice.speaking_s / voice.duration_s)
