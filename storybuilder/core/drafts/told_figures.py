"""Told figures: which figures of a draft a take says, leaves out or changes.

A figure was said when its own words were, or one of the same value and unit, however it was put:
"thirty-two percent" is "32 %", "two hours" are "120 minutes", "a third" is "33 %", and "about four
hundred" is "412". A count may have another noun ("41 sites" for "41 warehouses") when it is ten or
more, or when both sentences are about the same. What was not said was changed when a figure of the
same unit, which stands for no other figure of the draft, was said in a sentence about the same, or
at least in the same part; of several the one that shares most with the drafted sentence. Else it
was left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from storybuilder.core.drafts.beat import Beat
from storybuilder.core.drafts.figure import Figure, figures_of, is_same, is_variant
from storybuilder.core.drafts.term import Term, plain_words
from storybuilder.core.quantities.quantity import Quantity, find_quantities
from storybuilder.core.sentence import LabelledSentence
from storybuilder.core.story import Part
from storybuilder.core.token import word_set

_FEWEST_WORDS = 2
_LARGER_NUMBER = {
    (word,)
    for word in word_set(
        "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million and point"
    )
}
"""Before "two nights" these make it another figure."""
_SHARED = 2
"""So many words two sentences share that are about the same; fewer, where one has not more."""


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that was said differently from how it was drafted."""

    drafted: str
    said: str
    start_char: int
    """Where it was said, in the judged text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFigures:
    """Every figure of a draft once, as it is written there."""

    said: tuple[str, ...]
    missed: tuple[str, ...]
    changed: tuple[Change, ...]
    missed_of_result: tuple[str, ...]
    """Those of `missed` that the drafted result holds."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A quantity and what its sentence is about, the figure itself apart."""

    text: str
    start_char: int
    figures: tuple[Figure, ...]
    context: frozenset[str]
    """Words of the sentence. A counted noun belongs to them; "weeks" and "%" do not."""
    part: Part | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """The same for a figure that is repeated."""
        return tuple((f.value, f.unit, f.words if f.value is None else "") for f in self.figures)


def told_figures(
    beats: Sequence[Beat],
    terms: Sequence[Sequence[Term]],
    text: str,
    heard: Sequence[Sequence[Term]],
    quantities: Sequence[Quantity],
    labelled: Sequence[LabelledSentence],
) -> ToldFigures:
    """Compare a draft's figures with those of a text.

    `terms` are those of each beat, `heard` those of each sentence of the text.
    """
    drafted = list(_of_draft(beats, terms))
    once = list({one.key: one for one in reversed(drafted)}.values())[::-1]
    measured = [
        replace(one, part=_part_at(labelled, one.start_char))
        for one in _placed(text, heard, quantities)
    ]
    told = [*measured, *_bare(heard, quantities)]
    words = plain_words(text)
    said = [
        one
        for one in once
        if _is_quoted(one.text, words) or all(_is_told(f, one, told) for f in one.figures)
    ]
    free = [one for one in measured if not _is_claimed(one, said)]
    changed = _changed([one for one in once if one not in said], free)
    missed = [one for one in once if one not in said and one.key not in changed]
    of_result = {one.key for one in drafted if one.part is Part.RESULT}
    return ToldFigures(
        said=tuple(one.text for one in said),
        missed=tuple(one.text for one in missed),
        changed=tuple(changed[one.key] for one in once if one.key in changed),
        missed_of_result=tuple(one.text for one in missed if one.key in of_result),
    )


def _of_draft(beats: Sequence[Beat], terms: Sequence[Sequence[Term]]) -> Iterator[_Placed]:
    for beat, about in zip(beats, terms, strict=True):
        for one in _placed(beat.text, [about], find_quantities(beat.text)):
            yield replace(one, part=beat.part)


def _placed(
    text: str, sentences: Sequence[Sequence[Term]], quantities: Sequence[Quantity]
) -> Iterator[_Placed]:
    others = {at for one in quantities for at in range(one.start_char, one.end_char)}
    for one in quantities:
        figures = tuple(figures_of(one, text[: one.start_char]))
        own = range(one.start_char, one.end_char) if figures[0].is_count else range(0)
        context = frozenset(
            term.key
            for term in _around(sentences, one.start_char)
            if not term.is_figure and (term.start_char in own or term.start_char not in others)
        )
        yield _Placed(one.text, one.start_char, figures, context)


def _part_at(labelled: Sequence[LabelledSentence], at_char: int) -> Part | None:
    here = (one.part for one in labelled if at_char < one.sentence.end_char)
    return next(here, None)


def _around(sentences: Sequence[Sequence[Term]], at_char: int) -> Sequence[Term]:
    """The terms of the sentence that a place lies in."""
    return next((s for s in sentences if s and at_char < s[-1].end_char), ())


def _bare(sentences: Sequence[Sequence[Term]], quantities: Sequence[Quantity]) -> Iterator[_Placed]:
    """Numbers that are no quantity: "all twenty", "one in five"."""
    for terms in sentences:
        context = frozenset(term.key for term in terms if not term.is_figure)
        for term in terms:
            value = term.value
            if value is not None and not any(
                q.start_char <= term.start_char < q.end_char for q in quantities
            ):
                yield _Placed(term.key, term.start_char, (Figure(value, "", ""),), context)


def _is_quoted(figure: str, words: tuple[str, ...]) -> bool:
    """Whether a figure written in words, with its unit, stands among those said."""
    in_words = all(sign.isalnum() or sign in " -'’" for sign in figure)
    wanted = plain_words(figure)
    if not in_words or len(wanted) < _FEWEST_WORDS:
        return False
    return any(
        words[at : at + len(wanted)] == wanted and words[at - 1 : at] not in _LARGER_NUMBER
        for at in range(len(words) - len(wanted) + 1)
    )


def _is_told(figure: Figure, of: _Placed, told: Sequence[_Placed]) -> bool:
    return any(_stands_for(figure, of, other, one) for one in told for other in one.figures)


def _stands_for(drafted: Figure, of: _Placed, said: Figure, told: _Placed) -> bool:
    """Whether a said figure is the drafted one; "half" is 50 % only where both are told."""
    together = _same_matter(of, told)
    if drafted.is_fraction != said.is_fraction and not (together or of.part is told.part):
        return False
    return is_same(drafted, said, in_context=together)


def _same_matter(drafted: _Placed, told: _Placed) -> bool:
    """Whether two sentences share enough that a small count in both is one count.

    One word of the drafted sentence may be the counted noun itself, which was said otherwise.
    """
    shared = len(drafted.context & told.context)
    return shared >= min(_SHARED, max(1, len(drafted.context) - 1))


def _is_claimed(one: _Placed, said: Sequence[_Placed]) -> bool:
    """Whether all of what was said stands for figures of the draft."""
    return all(
        any(_stands_for(drafted, of, figure, one) for of in said for drafted in of.figures)
        for figure in one.figures
    )


def _changed(unsaid: Sequence[_Placed], free: list[_Placed]) -> dict[tuple[object, ...], Change]:
    """The unsaid figures that another took the place of, the surest pairs first."""
    pairs = [
        ((_kinship(one, other), one.part is other.part, -at, -place), one, other)
        for at, one in enumerate(unsaid)
        for place, other in enumerate(free)
        if _may_replace(one, other)
    ]
    changed: dict[tuple[object, ...], Change] = {}
    taken = set[int]()
    for _, one, other in sorted(pairs, key=lambda pair: pair[0], reverse=True):
        if one.key not in changed and other.start_char not in taken:
            changed[one.key] = Change(one.text, other.text, other.start_char)
            taken.add(other.start_char)
    return changed


def _may_replace(one: _Placed, other: _Placed) -> bool:
    """Same measures, in sentences about the same; one that is about nothing else fits any.

    Where only one of the two is a change, what counts is the end that it came to.
    """
    if not is_variant(one.figures[0], other.figures[0]):
        return False
    alike = len(one.figures) == len(other.figures)
    if not alike and _shares_end(one, other):
        return False
    together = one.part is other.part and alike and one.figures[0].unit == other.figures[0].unit
    return together or not one.context or _kinship(one, other) > 0


def _kinship(one: _Placed, other: _Placed) -> int:
    """How many words the two sentences share; an end of a change that is the same counts too."""
    return len(one.context & other.context) + _shares_end(one, other)


def _shares_end(one: _Placed, other: _Placed) -> bool:
    return any(is_same(a, b) for a in one.figures for b in other.figures)
