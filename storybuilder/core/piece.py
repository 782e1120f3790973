"""Pieces: what the transcriber hears at a time, cut where the speaker pauses.

One rule serves recordings that still grow and whole ones. Whether a piece ends depends only on
what came before its end, so following a recording gives the pieces that the whole file gives,
and what was heard meanwhile need not be heard again.
"""

from collections.abc import Iterable, Sequence

from storybuilder.core.transcript import Transcript, Word
from storybuilder.core.voice import Span, Voice

ENOUGH_S = 10.0
"""A shorter piece goes on over ordinary pauses: hearing costs the same up to 30 s."""
PAUSE_S = 0.6
"""A pause that ends a piece which is long enough."""
LONG_SILENCE_S = 3.0
"""A pause this long always ends a piece: nothing must be made up in it."""
MOST_S = 25.0
"""With its margins a piece must fit the 30 s that Whisper hears at a time."""
LEAST_S = 0.3
"""A piece with less voice in it than a short word has, a cough or a chair between two long
silences, is not heard at all: Whisper makes up words in it."""
MARGIN_S = 0.3
"""Heard before and after each piece; speech is found to about 40 ms only."""


def pieces(voice: Voice) -> tuple[Span, ...]:
    """What to hear in a whole recording: all speech, no long silence, each at most MOST_S.

    Each is widened by MARGIN_S, at most to the middle of the silence between two.
    """
    closed, open_ = _cut(voice.speech)
    found = _widened([*closed, *([_whole(open_)] if open_ else [])], voice.duration_s)
    return _worth_hearing(found, voice)


def closed_pieces(known: Voice) -> tuple[Span, ...]:
    """Those pieces of a growing recording that will stay as they are, however it goes on.

    `known` is the voice up to now, cut off there: speech that goes on ends at its duration.
    """
    closed, open_ = _cut(known.speech)
    if open_ and _ends_before(open_, known.duration_s):
        closed.append(_whole(open_))
        open_ = []
    # The open one is only there for the margin of the one before it.
    widened = _widened([*closed, *([_whole(open_)] if open_ else [])], known.duration_s)
    return _worth_hearing(widened[: len(closed)], known)


def joined(heard: Iterable[Transcript], duration_s: float) -> Transcript:
    """The words of all pieces; language and model are those of the last.

    No word begins before the one before it ended, none lies outside the recording.
    """
    whole, words, rough = Transcript(), list[Word](), False
    for whole in heard:
        words += whole.words
        rough |= whole.rough_times
    return Transcript(in_order(words, duration_s), whole.language, whole.model, rough)


def _worth_hearing(found: Sequence[Span], voice: Voice) -> tuple[Span, ...]:
    """Not what is too short to be a word, unless it is the rest of speech that had to be cut."""
    cut_s = {piece.end_s for piece in found}
    return tuple(
        piece for piece in found if piece.start_s in cut_s or _voice_s(piece, voice) >= LEAST_S
    )


def _voice_s(piece: Span, voice: Voice) -> float:
    """Seconds of voice in a piece."""
    shared = (min(one.end_s, piece.end_s) - max(one.start_s, piece.start_s) for one in voice.speech)
    return sum(seconds for seconds in shared if seconds > 0)


def _cut(speech: Iterable[Span]) -> tuple[list[Span], list[Span]]:
    """Pieces that have ended, and the stretches of the one that has not."""
    closed: list[Span] = []
    open_: list[Span] = []
    for stretch in speech:
        if open_ and _ends_before(open_, stretch.start_s):
            closed.append(_whole(open_))
            open_ = []
        open_.append(stretch)
        while open_[-1].end_s > open_[0].start_s + MOST_S:
            first, open_ = _forced(open_)
            closed.append(_whole(first))
    return closed, open_


def _ends_before(open_: Sequence[Span], next_s: float) -> bool:
    """Whether a piece ends in the silence that lasts until `next_s`."""
    silence_s = next_s - open_[-1].end_s
    if silence_s >= LONG_SILENCE_S:
        return True
    return silence_s >= PAUSE_S and open_[-1].end_s - open_[0].start_s >= ENOUGH_S


def _forced(open_: list[Span]) -> tuple[list[Span], list[Span]]:
    """Cut a piece that became too long at its widest gap, one of the later part if there is any."""
    start_s = open_[0].start_s
    gaps = [
        (open_[at - 1].end_s >= start_s + ENOUGH_S, open_[at].start_s - open_[at - 1].end_s, at)
        for at in range(1, len(open_))
    ]
    if gaps:
        *_, at = max(gaps)
        return open_[:at], open_[at:]
    end_s = start_s + MOST_S  # not one gap: a word is cut, and no more than that
    return [Span(start_s, end_s)], [Span(end_s, open_[0].end_s)]


def _whole(stretches: Sequence[Span]) -> Span:
    return Span(stretches[0].start_s, stretches[-1].end_s)


def _widened(found: Sequence[Span], duration_s: float) -> tuple[Span, ...]:
    spans = []
    for at, span in enumerate(found):
        before_s = span.start_s - found[at - 1].end_s if at else 2 * span.start_s
        after_s = (
            found[at + 1].start_s - span.end_s
            if at + 1 < len(found)
            else 2 * (duration_s - span.end_s)
        )
        spans.append(Span(span.start_s - _margin_s(before_s), span.end_s + _margin_s(after_s)))
    return tuple(spans)


def _margin_s(silence_s: float) -> float:
    """Half of a short silence; exactly the same for every silence that is long enough."""
    return MARGIN_S if silence_s >= 2 * MARGIN_S else max(0.0, silence_s / 2)


def in_order(words: Iterable[Word], duration_s: float) -> tuple[Word, ...]:
    """No word begins before the one before it ended, none lies outside of so many seconds."""
    ordered: list[Word] = []
    free_s = 0.0
    for word in words:
        start_s = min(max(word.start_s, free_s), duration_s)
        free_s = min(max(word.end_s, start_s), duration_s)
        ordered.append(Word(word.text, start_s, free_s, word.probability))
    return tuple(ordered)
