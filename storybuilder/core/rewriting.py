"""Rewriting: from the words a person typed over a stretch of a take to what they corrected."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, chain, pairwise

from storybuilder.core.correction import (
    Correction,
    Corrections,
    PartCorrection,
    Piece,
    WordCorrection,
    corrected,
    middle_s,
    read,
    touches,
    words_in,
)
from storybuilder.core.story import Part
from storybuilder.core.transcript import Transcript, Word
from storybuilder.core.voice import Span


@dataclass(frozen=True, slots=True)
class _Run:
    """Heard words `first` to `end` of a stretch, and the words typed for them."""

    first: int
    end: int
    said: tuple[str, ...]


def rewritten(
    heard: Transcript, corrections: Corrections, span: Span, typed: str
) -> Correction | None:
    """The correction that makes a stretch say what was typed; None if it says so already.

    Typed words are aligned to the heard ones, so that every word keeps its time as far as it can.
    """
    typed_words = typed.split()
    pieces = [piece for piece in read(heard, corrections) if touches(piece, span)]
    if typed_words == words_in(pieces, span).split():
        return None
    before, after = _outside(pieces, span)
    said = [*before, *typed_words, *after]
    words = [word for piece in pieces for word in piece.heard]
    if not words:
        return None
    new = [_correction(words, run) for run in _runs([word.text for word in words], said)]
    changed = [one for one in new if one.said != one.heard]
    return Correction(words=(*changed, *_taken_back(pieces, changed)))


def divided(
    heard: Transcript, corrections: Corrections, span: Span, lines: Sequence[str], part: Part | None
) -> Correction | None:
    """The correction that makes a stretch say these lines, each a sentence of its own.

    All of them tell the part that the stretch told. None where nothing changes.
    """
    filled = [line.split() for line in lines if line.strip()]
    wording = rewritten(heard, corrections, span, " ".join(chain.from_iterable(filled)))
    if len(filled) < 2:
        return wording
    after = corrections.after(wording) if wording else corrections
    words, first = corrected(heard, after).words, _place(heard, corrections, span)
    cuts = pairwise(accumulate(map(len, filled), initial=first))
    parts = tuple(
        PartCorrection(start_s=words[low].start_s, end_s=words[high - 1].end_s, part=part)
        for low, high in cuts
    )
    return Correction(words=wording.words if wording else (), parts=parts)


def _place(heard: Transcript, corrections: Corrections, span: Span) -> int:
    """How many words of the corrected take come before a stretch."""
    return sum(middle_s(word) < span.start_s for word in corrected(heard, corrections).words)


def _outside(pieces: Sequence[Piece], span: Span) -> tuple[list[str], list[str]]:
    """Words of the pieces that do not belong to the stretch: those before it, those after it."""
    words = [word for piece in pieces for word in piece.said]
    return (
        [word.text for word in words if middle_s(word) < span.start_s],
        [word.text for word in words if middle_s(word) > span.end_s],
    )


def _runs(heard: Sequence[str], said: Sequence[str]) -> list[_Run]:
    """Which heard words each typed word stands for; none is left without any."""
    runs: list[_Run] = []
    opening: tuple[str, ...] = ()
    for kind, low, high, first, end in SequenceMatcher(None, heard, said, False).get_opcodes():
        words = tuple(said[first:end])
        if kind == "insert" and runs:
            runs[-1] = _Run(runs[-1].first, runs[-1].end, (*runs[-1].said, *words))
        elif kind == "insert":
            opening = words
        elif high - low == end - first:  # equal, or as many words as were heard
            runs += [_Run(low + i, low + i + 1, (word,)) for i, word in enumerate(words)]
        else:
            runs.append(_Run(low, high, words))
    if opening:
        runs[0] = _Run(runs[0].first, runs[0].end, (*opening, *runs[0].said))
    return runs


def _correction(words: Sequence[Word], run: _Run) -> WordCorrection:
    heard = words[run.first : run.end]
    return WordCorrection(
        start_s=heard[0].start_s,
        end_s=heard[-1].end_s,
        heard=" ".join(word.text for word in heard),
        said=" ".join(run.said),
    )


def _taken_back(
    pieces: Sequence[Piece], changed: Sequence[WordCorrection]
) -> Iterator[WordCorrection]:
    """Earlier corrections that were typed away: they say what was heard again."""
    for piece in (piece for piece in pieces if piece.is_corrected):
        run = _Run(0, len(piece.heard), tuple(word.text for word in piece.heard))
        back = _correction(piece.heard, run)
        if all(one.end_s <= back.start_s or back.end_s <= one.start_s for one in changed):
            yield back
