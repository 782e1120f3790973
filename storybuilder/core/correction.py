"""Corrections: what the person put right in a take, and the take as it reads with them.

They teach this take, not the models: the corrected words and parts stand in its report at once,
and nothing is learned from them for other takes. The transcript itself is never changed. Every
correction is anchored to it by seconds and by the words heard there, so that most of them hold
for a second transcription of the same recording too; one that fits nowhere is passed over and kept.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby, pairwise

from storybuilder.core.sentence import LabelledSentence, Sentence
from storybuilder.core.story import Part
from storybuilder.core.transcript import Transcript, Word
from storybuilder.core.voice import Span

NEAR_S = 1.0
"""Two transcriptions of one recording place the same word less than this apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordCorrection:
    """What was said in a stretch of time instead of the words heard there."""

    start_s: float
    end_s: float
    heard: str
    """At least one word, with one space between words."""
    said: str
    """Empty: these words were not said at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartCorrection:
    """The part that a stretch of time tells; None for talk that tells none."""

    start_s: float
    end_s: float
    part: Part | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One gesture of the person. Its words and parts hold over what it restores."""

    words: tuple[WordCorrection, ...] = ()
    parts: tuple[PartCorrection, ...] = ()
    """Sentences are cut where one of these stretches begins or ends."""
    restored: Span | None = None
    """Here nothing that was corrected earlier holds any more."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """All gestures in one take, oldest first: of two about the same place the later one holds."""

    made: tuple[Correction, ...] = ()

    def after(self, correction: Correction) -> "Corrections":
        """With one more gesture."""
        return Corrections((*self.made, correction))

    def without(self, correction: Correction) -> "Corrections":
        """With one gesture taken back, the last of its kind; the same if it is not among them."""
        for at in range(len(self.made) - 1, -1, -1):
            if self.made[at] == correction:
                return Corrections((*self.made[:at], *self.made[at + 1 :]))
        return self


NO_CORRECTIONS = Corrections()


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words as they were heard, and what stands for them now."""

    heard: tuple[Word, ...]
    said: tuple[Word, ...]

    @property
    def is_corrected(self) -> bool:
        """Whether it reads otherwise than it was heard."""
        return self.heard != self.said


def read(heard: Transcript, corrections: Corrections) -> tuple[Piece, ...]:
    """The transcript in order, piece by piece; what no correction is about is one word a piece."""
    words, held = heard.words, _in_force(heard, corrections)
    pieces, at = [], 0
    while at < len(words):
        end, said = held.get(at, (at + 1, words[at].text))
        run = words[at:end]
        pieces.append(Piece(run, run if said == _text(run) else _spread(said, run)))
        at = end
    return tuple(pieces)


def corrected(heard: Transcript, corrections: Corrections) -> Transcript:
    """The transcript with the person's words in it; the rest is as it was heard.

    Words of the person share the time of what they stand for evenly; how sure the model was says
    nothing about them.
    """
    words = (word for piece in read(heard, corrections) for word in piece.said)
    return replace(heard, words=tuple(words))


def corrected_spans(heard: Transcript, corrections: Corrections) -> tuple[tuple[int, int], ...]:
    """Where the person's words stand in the text of the corrected transcript, in characters."""
    spans, at = [], 0
    for piece in read(heard, corrections):
        length = len(_text(piece.said))
        if piece.is_corrected and length:
            spans.append((at, at + length))
        at += length + 1 if piece.said else 0
    return tuple(spans)


def relabelled(
    labelled: Sequence[LabelledSentence], transcript: Transcript, corrections: Corrections
) -> tuple[LabelledSentence, ...]:
    """The sentences of a corrected transcript with the parts that the person gave them.

    Where the person drew a boundary inside a sentence it is cut; what they gave a part is certain.
    """
    if not any(correction.parts for correction in corrections.made):
        return tuple(labelled)
    telling = partial(_telling, corrections)
    return tuple(piece for one in labelled for piece in _cut(one, transcript, telling))


def told_as(span: Span, part: Part | None) -> Correction:
    """A stretch given to a part."""
    return Correction(parts=(PartCorrection(start_s=span.start_s, end_s=span.end_s, part=part),))


def as_heard(corrections: Corrections, span: Span) -> Correction:
    """A stretch put back as it was heard; a sentence that was divided is whole again."""
    divided = [
        Span(correction.parts[0].start_s, correction.parts[-1].end_s)
        for correction in corrections.made
        if len(correction.parts) > 1
    ]
    for whole in reversed(divided):
        if whole.start_s < span.end_s and span.start_s < whole.end_s:
            span = Span(min(span.start_s, whole.start_s), max(span.end_s, whole.end_s))
    return Correction(restored=span)


def words_in(pieces: Sequence[Piece], span: Span) -> str:
    """What a stretch of the corrected take says."""
    return _text([word for piece in pieces for word in piece.said if is_within(word, span)])


def given_part(
    pieces: Sequence[Piece], corrections: Corrections, span: Span
) -> PartCorrection | None:
    """What the person said of the part of a stretch; None where they said nothing."""
    words = (word for piece in pieces for word in piece.heard if is_within(word, span))
    given = (_telling(corrections, word) for word in words)
    return next((one for one in given if one is not None), None)


def is_corrected(pieces: Sequence[Piece], corrections: Corrections, span: Span) -> bool:
    """Whether a stretch of time reads otherwise than heard, or was given its part by the person."""
    reworded = any(piece.is_corrected and touches(piece, span) for piece in pieces)
    return reworded or given_part(pieces, corrections, span) is not None


def touches(piece: Piece, span: Span) -> bool:
    """Whether a piece has a word, heard or said, in a stretch of time."""
    return any(is_within(word, span) for word in (*piece.heard, *piece.said))


def is_within(word: Word, span: Span | PartCorrection) -> bool:
    """Whether the middle of a word lies in a stretch: its edges differ between transcriptions."""
    return span.start_s <= middle_s(word) <= span.end_s


def middle_s(word: Word) -> float:
    """The middle of a word, in seconds."""
    return (word.start_s + word.end_s) / 2


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _spread(said: str, run: Sequence[Word]) -> tuple[Word, ...]:
    """The person's words over the time of what they stand for."""
    texts, start_s, end_s = said.split(), run[0].start_s, run[-1].end_s
    step_s = (end_s - start_s) / max(1, len(texts))
    edges = [*(start_s + step_s * i for i in range(len(texts))), end_s]
    return tuple(
        Word(text, low, high) for text, (low, high) in zip(texts, pairwise(edges), strict=True)
    )


def _in_force(heard: Transcript, corrections: Corrections) -> dict[int, tuple[int, str]]:
    """First word, end and new words of every run that is corrected; the latest gesture first."""
    found: dict[int, tuple[int, str]] = {}
    taken: set[int] = set()
    plain = [_plain(word.text) for word in heard.words]
    for correction in reversed(corrections.made):
        for word in correction.words:
            run = _place(word, heard, plain)
            if run and taken.isdisjoint(run):
                found[run.start] = (run.stop, word.said)
            taken.update(run)  # also where a later one holds: what lay under it is gone
        taken.update(_restored(heard, correction.restored))
    return found


def _restored(heard: Transcript, span: Span | None) -> Iterable[int]:
    if span is None:
        return ()
    return [at for at, word in enumerate(heard.words) if is_within(word, span)]


def _place(correction: WordCorrection, heard: Transcript, plain: Sequence[str]) -> range:
    """Where the words of a correction were heard, the nearest in time; empty if nowhere near."""
    wanted = [_plain(text) for text in correction.heard.split()]
    many, words = len(wanted), heard.words
    places = [
        (off_s, at)
        for at in range(len(words) - many + 1)
        if plain[at : at + many] == wanted
        and (off_s := _off_s(correction, words[at], words[at + many - 1])) <= 2 * NEAR_S
    ]
    if not wanted or not places:
        return range(0)
    _, first = min(places)
    return range(first, first + many)


def _off_s(correction: WordCorrection, first: Word, last: Word) -> float:
    """How far both ends together are from where the correction was made."""
    return abs(first.start_s - correction.start_s) + abs(last.end_s - correction.end_s)


def _plain(text: str) -> str:
    """A word as another transcription might write it: no capitals, no signs around it."""
    return "".join(sign for sign in text.casefold() if sign.isalnum()) or text


def _telling(corrections: Corrections, word: Word) -> PartCorrection | None:
    """The part correction that a word belongs to, the latest gesture first; None for none."""
    for correction in reversed(corrections.made):
        for part in correction.parts:
            if is_within(word, part):
                return part
        if correction.restored is not None and is_within(word, correction.restored):
            return None
    return None


def _cut(
    one: LabelledSentence,
    transcript: Transcript,
    telling: Callable[[Word], PartCorrection | None],
) -> Iterable[LabelledSentence]:
    """A sentence, in as many pieces as the person made of it."""
    first, end = one.sentence.start_char, one.sentence.end_char
    words = [
        (at, word)
        for word, at in zip(transcript.words, transcript.starts, strict=True)
        if first <= at < end
    ]
    groups = [(told, next(run)[0]) for told, run in groupby(words, key=lambda w: telling(w[1]))]
    starts = [first, *(at for _, at in groups[1:])]
    ends = [*(at - 1 for at in starts[1:]), end]
    return [
        _told(one, low, high, told)
        for low, high, (told, _) in zip(starts, ends, groups, strict=True)
    ] or [one]


def _told(
    one: LabelledSentence, low: int, high: int, told: PartCorrection | None
) -> LabelledSentence:
    first = one.sentence.start_char
    piece = replace(
        one, sentence=Sentence(one.sentence.text[low - first : high - first], low, high)
    )
    return piece if told is None else replace(piece, part=told.part, confidence=1.0)
