"""Interviews: what the coach asked about one part of a story, and what the person answered."""

from dataclasses import dataclass

from storybuilder.core.coaching.brief import Exchange
from storybuilder.core.story import Part, StoryId


def interview_id(story_id: StoryId, part: Part) -> str:
    """There is one interview about each part of a story."""
    return f"{story_id}:{part.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """What was answered so far, in order. The answers are the person's own words."""

    id: str
    story_id: StoryId
    part: Part
    exchanges: tuple[Exchange, ...] = ()
