"""Prompts: questions that bring a story back to mind."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoryPrompt:
    """One question, what its story could be called, and the competencies it tends to show."""

    id: str
    group: str
    text: str
    title: str
    competencies: tuple[str, ...]


def grouped(prompts: Iterable[StoryPrompt]) -> dict[str, tuple[StoryPrompt, ...]]:
    """The prompts under the names of their groups, both in the order given."""
    groups: dict[str, tuple[StoryPrompt, ...]] = {}
    for prompt in prompts:
        groups[prompt.group] = (*groups.get(prompt.group, ()), prompt)
    return groups
