"""Competencies: the skills that a question tests and a story shows."""

from dataclasses import dataclass, replace

from storybuilder.core.story import Story


@dataclass(frozen=True, slots=True)
class Competency:
    """One skill; its `id` is what stories keep, label and sentence are for people."""

    id: str
    label: str
    shows: str
    """What a story shows that shows it, in one line."""
    definition: str = ""
    indicators: tuple[str, ...] = ()
    """What people who have it are seen to do."""
    cues: tuple[str, ...] = ()
    """Words that often speak of it, in lower case."""


def next_choice(story: Story, id: str) -> Story:
    """The story after a click on one competency: added, then made primary, then taken away.

    The first one added is the primary; when the primary is taken away the next one takes its place.
    """
    others = tuple(other for other in story.secondary_competencies if other != id)
    primary = story.primary_competency
    if primary == id:
        after = others[0] if others else None
        return replace(story, primary_competency=after, secondary_competencies=others[1:])
    if primary is None:
        return replace(story, primary_competency=id, secondary_competencies=others)
    if id in story.secondary_competencies:
        return replace(story, primary_competency=id, secondary_competencies=(primary, *others))
    return replace(story, secondary_competencies=(*others, id))
