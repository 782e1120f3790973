"""Possible fillers: short sounds of the voice, alone between two silences, without a word.

Speech models tend to leave an "um" out of what they write down. What is left of it is a short
stretch of voice that no word lies in. It may also be a cough or a word that was missed, so it is
only ever called possible: it is shown, and counts for nothing.

Which stretch a word lies in cannot be read off its times alone: beside a silence they are some
tenths of a second off, the first word after one often begins in it, and now and then a whole word
is put into it. So a word may lie in a sound when it is anywhere between the stretches of voice
around that sound, unless it is at home in another one.
"""

from collections.abc import Iterator, Sequence

from storybuilder.core.transcript import Transcript, Word
from storybuilder.core.voice import Span, Voice

SHORTEST_S, LONGEST_S = 0.15, 0.7
"""Shorter is a click of the tongue, longer a word or two; most lie between 0.2 and 0.6 s."""
SILENCE_S = 0.3
"""Before and after it; shorter silences are part of speech (see the voice finder)."""
AT_HOME_S = 0.15
"""A word is at home where this much of it is, or half of it if it is a short one."""


def possible_fillers(transcript: Transcript, voice: Voice | None) -> tuple[Span, ...]:
    """Where a filler may have been that the transcript does not have, in order.

    None after the last word: what follows it is no part of the answer. None without words either:
    then nothing was understood, and everything would be one.
    """
    if voice is None or not transcript.words:
        return ()
    last_s = transcript.words[-1].start_s
    return tuple(
        island
        for island, around, others in _islands(voice)
        if island.end_s <= last_s
        and not any(_may_lie_in(word, around, others) for word in transcript.words)
    )


def _islands(voice: Voice) -> Iterator[tuple[Span, Span, Sequence[Span]]]:
    """Short stretches of voice, each with its silences and with the other stretches."""
    speech = voice.speech
    for at, span in enumerate(speech):
        before_s = speech[at - 1].end_s if at else 0.0
        after_s = speech[at + 1].start_s if at + 1 < len(speech) else voice.duration_s
        alone = min(span.start_s - before_s, after_s - span.end_s) >= SILENCE_S
        if alone and SHORTEST_S <= span.length_s <= LONGEST_S:
            yield span, Span(before_s, after_s), (*speech[:at], *speech[at + 1 :])


def _may_lie_in(word: Word, around: Span, others: Sequence[Span]) -> bool:
    between = word.start_s < around.end_s and around.start_s < word.end_s
    return between and not any(_at_home(word, span) for span in others)


def _at_home(word: Word, span: Span) -> bool:
    shared_s = min(word.end_s, span.end_s) - max(word.start_s, span.start_s)
    return shared_s > 0 and shared_s >= min(AT_HOME_S, (word.end_s - word.start_s) / 2)
