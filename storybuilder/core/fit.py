"""Fit: how well a story answers a question, as a score whose every part can be seen.

The score is a weighted mean of seven components, each 0 to 1:

    competencies  .52  what decides: a question tests something, and a story shows it or does not
    complete      .12  a part that is not written cannot be told
    words         .10  the same competency can be about quite another thing
    unheard       .10  interviewers of one employer compare what they heard
    quantified    .06  a result with a figure convinces more, whatever was asked
    rehearsed     .05  told aloud before, it is ready; the third time it is as ready as it gets
    recent        .05  what happened lately is asked about first; over five years seems old

The weights are the project's own judgement: competencies outweigh all the rest together, so that
no polish turns a story of something else into an answer; no other weight can lift a fit by more
than one level alone. Two rules go before the score. A story with a part missing, or one this
employer has heard, is at most workable; a story without any part is at most a stretch.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from storybuilder.core.story import StoryId

Level = Literal["strong", "workable", "stretch", "gap"]
LEVELS: tuple[Level, ...] = ("strong", "workable", "stretch", "gap")
"""Best first."""
FROM_SCORE: Mapping[Level, float] = MappingProxyType(
    {"strong": 0.75, "workable": 0.57, "stretch": 0.40, "gap": 0.0}
)
"""Each level begins at this score.

A whole, dated, unrehearsed story scores .78 where its primary competency is what the question
tests first (strong), .63 where it is a secondary one (workable), .45 where it is a secondary one
that the question tests besides (stretch), and .27 where it shows something else (gap).
"""
BY_HAND: Mapping[Level, float] = MappingProxyType(
    {"strong": 0.90, "workable": 0.66, "stretch": 0.48, "gap": 0.0}
)
"""The score of a level that the person set: the middle of what such fits have."""
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "competencies": 0.52,
        "complete": 0.12,
        "words": 0.10,
        "unheard": 0.10,
        "quantified": 0.06,
        "rehearsed": 0.05,
        "recent": 0.05,
    }
)
"""See the module's docstring for the reasons; they add up to 1."""


@dataclass(frozen=True, slots=True)
class Component:
    """One part of a score."""

    name: str
    value: float
    """0 to 1."""
    weight: float
    """What a value of 1 adds to the score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How well one story answers one question."""

    level: Level
    score: float
    """0 to 1: the sum of value times weight over `parts`."""
    why: str
    """One sentence."""
    bend: str
    """How to bend the story to the question, one sentence; empty where it is strong or a gap."""
    parts: tuple[Component, ...]
    by_hand: bool = False
    """Whether the person set the level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A level that the person set by hand."""

    id: str
    """The ids of story and question with a colon between them."""
    story_id: StoryId
    question_id: str
    level: Level
