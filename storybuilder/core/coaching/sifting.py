"""Sifting: what of an answer may be shown, what may be taken over, and what is left out.

Nothing here asks a model. A quote that nobody said takes its point with it, or, from a question,
only itself. Words about the person that bring in a number, a date, a name or a quotation of their
own are left out. Drafts are cut into pieces, and those that cannot be traced are marked.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from storybuilder.core.coaching.answer import (
    Answer,
    Interviewed,
    NextQuestion,
    Probe,
    Probes,
    Review,
    Suggested,
    Tightened,
)
from storybuilder.core.coaching.grounding import ungrounded
from storybuilder.core.coaching.quotes import place_of
from storybuilder.core.coaching.revision import Revision, revision
from storybuilder.core.story import Part, Story

_OF_THE_TELLING = re.compile(
    r"(?:sentence|word|line|point|example|reason|step|breath|second|minute)s?$", re.IGNORECASE
)
"""What advice counts in an answer: "two sentences" is no fact about the person."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """An answer of which everything that is left may be shown."""

    answer: Answer
    revisions: Mapping[str, Revision] = field(default_factory=dict)
    """For fields of a story, what is proposed for each; those without a change are left out."""
    dropped: int = 0
    """How many points, questions, quotes or competencies were left out."""


def sift(answer: Answer, story: Story, own: Sequence[str], *, part: Part | None = None) -> Sifted:
    """Hold an answer against the person's own texts; `part` is the one an interview is about."""
    said = "\n".join(own)
    match answer:
        case Tightened():
            texts = {one.value: answer.text_of(one) for one in Part}
            return Sifted(answer, _revisions(story, texts, own))
        case Interviewed(_, _, draft) if draft and part is not None:
            return Sifted(answer, _revisions(story, {part.value: draft}, own))
        case Interviewed():
            return _question(answer, own)
        case Suggested():
            return _suggestion(answer, story, own, said)
        case Probes():
            return _probes(answer, own, said)
        case Review():
            return _review(answer, own, said)
        case NextQuestion():
            quote = answer.quote if place_of(answer.quote, said) else ""
            return _question(replace(answer, quote=quote), own)


def _revisions(
    story: Story, texts: Mapping[str, str], own: Sequence[str]
) -> Mapping[str, Revision]:
    """What is proposed for each field. An empty proposal is none: the coach deletes no part."""
    found = {
        name: revision(getattr(story, name), text, ungrounded(text, own))
        for name, text in texts.items()
        if text
    }
    return {name: one for name, one in found.items() if one.pieces}


def _suggestion(answer: Suggested, story: Story, own: Sequence[str], said: str) -> Sifted:
    kept = tuple(one for one in answer.competencies if place_of(one.quote, said))
    texts = {"headline": answer.headline, "must_land": answer.must_land}
    dropped = len(answer.competencies) - len(kept)
    return Sifted(replace(answer, competencies=kept), _revisions(story, texts, own), dropped)


def _probes(answer: Probes, own: Sequence[str], said: str) -> Sifted:
    kept = [_probe(one, said) for one in answer.questions if _tells_nothing_new(one.text, own)]
    ordered = tuple(sorted(kept, key=lambda one: one.hardness))
    quotes = sum(bool(one.quote) and not place_of(one.quote, said) for one in answer.questions)
    return Sifted(Probes(ordered), dropped=len(answer.questions) - len(kept) + quotes)


def _probe(probe: Probe, said: str) -> Probe:
    return probe if place_of(probe.quote, said) else replace(probe, quote="")


def _review(answer: Review, own: Sequence[str], said: str) -> Sifted:
    kept = tuple(
        one
        for one in answer.points
        if place_of(one.quote, said) and _tells_nothing_new(one.says, own)
    )
    fix = answer.fix if _tells_nothing_new(answer.fix, own) else ""
    dropped = len(answer.points) - len(kept) + (fix != answer.fix)
    return Sifted(Review(kept, fix), dropped=dropped)


def _question(answer: Interviewed | NextQuestion, own: Sequence[str]) -> Sifted:
    """A question that brings in facts of its own is no question: it is left out."""
    if _tells_nothing_new(answer.question, own):
        return Sifted(answer)
    return Sifted(replace(answer, question=""), dropped=1)


def _tells_nothing_new(text: str, own: Iterable[str]) -> bool:
    """Whether a text about the person brings in no number, date, name or quotation of its own.

    What else it says is the coach's opinion, and shown as that.
    """
    return all(
        claim.kind == "claim" or (claim.kind == "number" and _OF_THE_TELLING.search(claim.text))
        for claim in ungrounded(text, tuple(own))
    )
