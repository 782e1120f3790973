"""Proposals: competencies that the words of a story speak for, for the person to confirm."""

from collections.abc import Sequence
from dataclasses import dataclass

from storybuilder.core.story import Part, Story
from storybuilder.core.suggestion import Suggester, evidence_words

LIKELY = 0.3
"""Below this a competency is not proposed: of such, fewer than four in ten were right in stories
of writers that the model had not seen."""
MOST = 3
"""So many stand beside the choice at once."""
MOST_WORDS = 2
"""So many pieces of the story are quoted for one."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A competency that a story likely shows."""

    id: str
    words: tuple[str, ...]
    """What in the story speaks for it, as it stands there, the most telling first."""


def proposals_for(story: Story, suggest: Suggester) -> tuple[Proposal, ...]:
    """What the whole story speaks for, likeliest first, chosen ones included."""
    told = (story.title, story.headline, *(story.text_of(part) for part in Part), story.lesson)
    text = "\n".join(words for words in told if words.strip())
    return tuple(
        Proposal(one.id, evidence_words(text, one)[:MOST_WORDS])
        for one in suggest(text)
        if one.score >= LIKELY
    )


def open_proposals(proposals: Sequence[Proposal], story: Story) -> tuple[Proposal, ...]:
    """Those that the person has not confirmed: their own choice is never proposed again."""
    chosen = (story.primary_competency, *story.secondary_competencies)
    return tuple(one for one in proposals if one.id not in chosen)[:MOST]
