"""A take against its draft: which figures, names and beats were said, and the must-land line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from storybuilder.core.alignment import Alignment
from storybuilder.core.drafts.beat import Beat
from storybuilder.core.drafts.must_land import MustLand, land
from storybuilder.core.drafts.name import is_said, names_of, sounds_of
from storybuilder.core.drafts.rarity import weights_of
from storybuilder.core.drafts.term import terms_of
from storybuilder.core.drafts.told_figures import Change as Change
from storybuilder.core.drafts.told_figures import told_figures
from storybuilder.core.quantities.quantity import Quantity
from storybuilder.core.sentence import LabelledSentence, Sentence
from storybuilder.core.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What became of a draft. Each of its figures is in exactly one of the first three."""

    said: tuple[str, ...]
    """Figures, as they are written in the draft."""
    missed: tuple[str, ...]
    changed: tuple[Change, ...]
    missed_of_result: tuple[str, ...] = ()
    """Those of `missed` that the drafted result holds."""
    names_said: tuple[str, ...] = ()
    names_missed: tuple[str, ...] = ()
    beats: tuple[Beat, ...] = ()
    """In telling order; without those that have no content word, which no take could be seen to
    say."""
    must_land: MustLand | None = None
    """None where the story has no such line."""


def compare_with_draft(
    story: Story,
    alignment: Alignment,
    text: str,
    labelled: Sequence[LabelledSentence],
    quantities: Sequence[Quantity],
) -> Drafted:
    """What of the draft a text says; `alignment` is that of the two."""
    sentences = [one.sentence for one in labelled]
    figures = told_figures(
        alignment.beats, alignment.drafted, text, alignment.heard, quantities, labelled
    )
    beats = [_with_changes(beat, figures.changed, sentences) for beat in alignment.beats]
    said, missed = _names(beats, text)
    return Drafted(
        said=figures.said,
        missed=figures.missed,
        changed=figures.changed,
        missed_of_result=figures.missed_of_result,
        names_said=said,
        names_missed=missed,
        beats=tuple(beat for beat in beats if beat.said is not None),
        must_land=_landed(story.must_land.strip(), alignment, text, sentences),
    )


def _with_changes(beat: Beat, changed: Sequence[Change], sentences: Sequence[Sentence]) -> Beat:
    """The beat; with another figure it was said all the same."""
    places = [change.start_char for change in changed if change.drafted in beat.text]
    if beat.span or not places:
        return beat
    return next(
        (
            replace(beat, span=(one.start_char, one.end_char))
            for one in sentences
            if one.start_char <= places[0] < one.end_char
        ),
        beat,
    )


def _names(beats: Sequence[Beat], text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    names = names_of([beat.text for beat in beats])
    sounds = sounds_of(text) if names else {}
    told = [(name, is_said(name, sounds, names)) for name in names]
    return (
        tuple(name for name, was_said in told if was_said),
        tuple(name for name, was_said in told if not was_said),
    )


def _landed(
    line: str, alignment: Alignment, text: str, sentences: Sequence[Sentence]
) -> MustLand | None:
    if not line:
        return None
    weights, *_ = weights_of([terms_of(line), *alignment.heard])
    return land(line, weights, text, sentences, tuple(chain(*alignment.heard)))
