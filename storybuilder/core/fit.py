"""Fit: how well a story answers a question, as a score whose every part can be seen.

The score is a weighted mean of seven components, each 0 to 1:

    competencies  .52  what decides: a question tests something, and a story shows it or does not
    complete      .12  a part that is not written cannot be told
    words         .10  the same competency can be about quite another thing
    unheard       .10  interviewers of one employer compare what they heard
    quantified    .06  a result with a figure convinces more, whatever was asked
    rehearsed     .05  told aloud before, it is ready; the third time it is as ready as it gets
    recent        .05  what happened lately is recalled best; see Thresholds for the years

The weights are the project's own judgement: competencies outweigh all the rest together, so that
no polish turns a story of something else into an answer; no other weight can lift a fit by more
than one level alone. Two rules go before the score. A story with a part missing, or one this
employer has heard, is at most workable; a story without any part is at most a stretch.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from storybuilder.core.offer import Demand, Offer
from storybuilder.core.story import Part, StoryId
from storybuilder.core.threshold import Thresholds

Level = Literal["strong", "workable", "stretch", "gap"]
LEVELS: tuple[Level, ...] = ("strong", "workable", "stretch", "gap")
"""Best first."""
FROM_SCORE: Mapping[Level, float] = MappingProxyType(
    {"strong": 0.75, "workable": 0.57, "stretch": 0.42, "gap": 0.0}
)
"""Each level begins at this score.

A whole story of last year, without a figure and never told aloud, scores .79 where its primary
competency is what the question tests first (strong), .63 where that is a secondary one of it, .58
where its primary one is tested besides (both workable), .45 where a secondary one is tested
besides (stretch), and .27 where it shows something else (gap).
"""
BY_HAND: Mapping[Level, float] = MappingProxyType(
    {"strong": 0.90, "workable": 0.66, "stretch": 0.50, "gap": 0.0}
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


Shown = Literal["primary", "secondary"]
Tested = Literal["first", "besides"]
_MATCHES: Mapping[tuple[Shown, Tested], float] = MappingProxyType(
    {
        ("primary", "first"): 1.0,
        ("secondary", "first"): 0.7,
        ("primary", "besides"): 0.6,
        ("secondary", "besides"): 0.35,
    }
)
"""What a competency in common is worth, by its place in the story and in the question."""
_UNCONFIRMED = 0.85
"""What only the words suggest is worth this much of what the person said: the first suggestion is
right about as often."""
_UP_TO = {level: LEVELS[at:] for at, level in enumerate(LEVELS)}
_ENOUGH_WORDS = 0.5
_FEWEST_WORDS = 3
"""With this share of a question's words, and as many, the story is about the same thing: one word
may be chance. One alone is too little for a stretch, however good the story."""
_ENOUGH_TAKES = 3
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Match:
    """The competency that story and question have in common, the one worth most."""

    competency: str
    shown: Shown
    tested: Tested
    value: float
    """0 to 1."""


def match_of(offer: Offer, demand: Demand) -> Match | None:
    """What they have in common; None where they share no competency."""
    certainty = (1.0 if offer.confirmed else _UNCONFIRMED) * (
        1.0 if demand.confirmed else _UNCONFIRMED
    )
    found = [
        Match(id, shown, tested, certainty * _MATCHES[shown, tested])
        for at, id in enumerate(demand.competencies)
        if (shown := _place(offer, id)) is not None
        for tested in (_tested(at),)
    ]
    return max(found, key=lambda match: match.value, default=None)


def components(offer: Offer, demand: Demand) -> tuple[Component, ...]:
    """Every part of the score of a story for a question, the heaviest first."""
    match = match_of(offer, demand)
    values = {
        "competencies": match.value if match else 0.0,
        "words": words_in_common(offer, demand),
        **_strengths(offer),
    }
    return tuple(Component(name, values[name], weight) for name, weight in WEIGHTS.items())


def strength_of(offer: Offer) -> float:
    """What a story scores whatever is asked."""
    return sum(WEIGHTS[name] * value for name, value in _strengths(offer).items())


def words_in_common(offer: Offer, demand: Demand) -> float:
    """How far both speak of the same, 0 to 1."""
    return words_value(sum(word in offer.words for word in demand.words), len(demand.words))


def words_value(shared: int, asked: int) -> float:
    """What it says that a story shares so many of the words asked, 0 to 1."""
    return min(1.0, shared / max(_FEWEST_WORDS, _ENOUGH_WORDS * asked))


def score_of(strength: float, match: float, words: float) -> float:
    """The score, 0 to 1, rounded so that no order of adding changes a level."""
    return round(strength + WEIGHTS["competencies"] * match + WEIGHTS["words"] * words, 6)


def level_of(score: float, highest: Level) -> Level:
    """The level of a score, if the story allows that high a one."""
    for level in _UP_TO[highest]:
        if score >= FROM_SCORE[level]:
            return level
    return "gap"


def highest_level(offer: Offer) -> Level:
    """What the story allows, whatever is asked."""
    if len(offer.missing) == len(Part):
        return "stretch"
    return "workable" if offer.missing or offer.told_here else "strong"


def _place(offer: Offer, competency: str) -> Shown | None:
    if competency == offer.primary:
        return "primary"
    return "secondary" if competency in offer.secondary else None


def _tested(at: int) -> Tested:
    return "besides" if at else "first"


def _strengths(offer: Offer) -> dict[str, float]:
    return {
        "complete": 1 - len(offer.missing) / len(Part),
        "unheard": 0.0 if offer.told_here else 1.0,
        "quantified": 1.0 if offer.quantified else 0.0,
        "rehearsed": min(1.0, offer.ready_takes / _ENOUGH_TAKES),
        "recent": _recent(offer.years_ago),
    }


def _recent(years_ago: int | None) -> float:
    """A story without a date counts half: it may be either."""
    limits = Thresholds()
    if years_ago is None:
        return _HALF
    if years_ago > limits.happened_flag_years:
        return 0.0
    return _HALF if years_ago > limits.happened_note_years else 1.0
