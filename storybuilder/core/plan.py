"""The plan for an interview: a primary and a backup story for each question."""

from collections.abc import Mapping
from dataclasses import dataclass

from storybuilder.core.story_map import StoryMap

Pair = tuple[int | None, int | None]
"""Rows of the primary and of the backup story."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is told when one question is asked: columns and rows of the map."""

    column: int
    primary: int | None
    """None when no story answers it."""
    backup: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The best use of the stories for these questions."""

    map: StoryMap
    choices: tuple[Choice, ...]
    """One for each question, in the order of the map."""
    share: int
    """No story is primary for more questions than this, nor backup for more."""
    loads: Mapping[int, int]
    """For how many questions each row is primary."""
    value: float
    """Sum of the scores of the primaries and half the scores of the backups: no plan has more."""
    conflicts: tuple[str, ...]
    """One sentence each."""
