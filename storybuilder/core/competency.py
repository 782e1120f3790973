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


def next_chosen(chosen: tuple[str, ...], id: str) -> tuple[str, ...]:
    """The ids after a click on one: added, then made the first, then taken away.

    The first is the primary one; when it is taken away the next takes its place.
    """
    others = tuple(other for other in chosen if other != id)
    if chosen[:1] == (id,):
        return others
    return (id, *others) if id in chosen else (*chosen, id)


def next_choice(story: Story, id: str) -> Story:
    """The story after a click on one competency; see `next_chosen`.

    A story without a primary one, whatever else it shows, gets this one.
    """
    primary, others = story.primary_competency, story.secondary_competencies
    if primary is None:
        chosen = (id, *(other for other in others if other != id))
    else:
        chosen = next_chosen((primary, *others), id)
    return replace(
        story,
        primary_competency=chosen[0] if chosen else None,
        secondary_competencies=chosen[1:],
    )
