"""Grounding: what in a draft cannot be traced to its person's own words.

The coach proposes texts; this says which of their numbers, dates, names, quotations and claims of
fact come from nowhere. It is done by rules alone and never by asking a model. The material is
what the person said and wrote: parts of the story, transcripts, typed answers, earlier versions.
The questions they were asked are no material: what an interviewer supposes is no fact about them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from storybuilder.core.coaching.asking import question_for
from storybuilder.core.coaching.claim import Claim, Mark
from storybuilder.core.coaching.date_marks import date_marks
from storybuilder.core.coaching.dated import dates_in
from storybuilder.core.coaching.doer_marks import doer_marks
from storybuilder.core.coaching.figure_marks import figure_marks
from storybuilder.core.coaching.material import Material, material_of, said_in
from storybuilder.core.coaching.name_marks import name_marks, names_in
from storybuilder.core.coaching.passage import Passage, passages_of
from storybuilder.core.coaching.quotation_marks import quotations_in, unsaid_quotations
from storybuilder.core.coaching.word_marks import cause_marks, superlative_marks, word_marks
from storybuilder.core.token import word_set

_LINKS = word_set("and or but so because while which although though as that then when where")


def ungrounded(draft: str, material: Iterable[str]) -> tuple[Claim, ...]:
    """Every stretch of a draft that is not from the material, in order of place."""
    own = material_of(material)
    quoted = tuple(quotations_in(draft))
    spoken = "\n".join(own.texts)
    claims = [
        _claim(draft, Mark(0, 0, "quotation"), span) for span in unsaid_quotations(draft, spoken)
    ]
    passages = passages_of(draft)
    for at, passage in enumerate(passages):
        if said_in(passage) in own.whole:
            continue
        inside = _quoted_tokens(passage, quoted)
        marks = [mark for mark in _marks(passages, at, inside, own) if mark.first not in inside]
        claims += [_claim(draft, mark, passage.span(mark.first, mark.end)) for mark in marks]
    return tuple(sorted(claims, key=lambda claim: (claim.start_char, claim.end_char)))


def _claim(draft: str, mark: Mark, span: tuple[int, int]) -> Claim:
    text = draft[slice(*span)]
    return Claim(
        text=text,
        start_char=span[0],
        end_char=span[1],
        kind=mark.kind,
        why=mark.why,
        question=question_for(mark.kind, mark.why, mark.unit, text),
    )


def _quoted_tokens(passage: Passage, quoted: Sequence[tuple[int, int]]) -> set[int]:
    """The tokens in quotes: those words are traced as a whole."""
    return {
        at
        for at, token in enumerate(passage.tokens)
        if any(start <= token.start_char < end for start, end in quoted)
    }


def _marks(
    passages: Sequence[Passage], at: int, quoted: set[int], material: Material
) -> Iterator[Mark]:
    passage = passages[at]
    dates = dates_in(passage.tokens)
    names = names_in(passage, dates, material)
    yield from name_marks(passage, names, material)
    yield from date_marks(passage, dates, material)
    yield from figure_marks(passages, at, dates, material)
    taken = quoted | {token for one in dates for token in range(one.first, one.end)}
    taken |= {token for span in names for token in range(*span)}
    yield from _claim_marks(passage, taken, material)


def _claim_marks(passage: Passage, taken: set[int], material: Material) -> Iterator[Mark]:
    """One mark a clause: the first reason is enough."""
    clauses = set[int]()
    for find in (word_marks, doer_marks, superlative_marks, cause_marks):
        for mark in find(passage, taken, material):
            clause = passage.clauses[mark.first]
            if clause not in clauses:
                clauses.add(clause)
                yield _trimmed(passage, mark)


def _trimmed(passage: Passage, mark: Mark) -> Mark:
    """A clause without the signs and links at its edges."""
    first, end = mark.first, mark.end
    while end - first > 1 and not passage.tokens[end - 1].text[0].isalnum():
        end -= 1
    while end - first > 1 and _is_link(passage, first):
        first += 1
    return replace(mark, first=first, end=end)


def _is_link(passage: Passage, at: int) -> bool:
    token = passage.tokens[at]
    return token.lower in _LINKS or not token.text[0].isalnum()
