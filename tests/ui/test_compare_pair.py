from dataclasses import replace
from datetime import timedelta

import pytest

from storybuilder.core.band import Band
from storybuilder.core.story import StoryId
from storybuilder.core.take import Take, TakeState
from storybuilder.ui.compare_pair import (
    WITHOUT_WORDS,
    Names,
    choice,
    differences,
    in_order,
    names_of,
    other_for,
)
from tests.builders import NOON, story, take

READY, SILENT = TakeState.READY, TakeState.SILENT
NAMES = Names("take 1", "take 2")


def told(id: str, hours: int, state: TakeState = READY, **fields: object) -> Take:
    return take(id, recorded_at=NOON + timedelta(hours=hours), state=state, **fields)


@pytest.mark.parametrize(
    ("states", "of", "other"),
    [
        ([READY], 0, None),
        ([READY, READY, READY], 2, 1),
        ([READY, READY, READY], 1, 0),
        ([READY, READY, READY], 0, 1),
        ([READY, SILENT, READY], 2, 0),
        ([SILENT, READY, READY], 1, 2),
        ([SILENT, SILENT, READY], 2, 1),
    ],
)
def test_the_take_before_is_compared_with_rather_one_that_has_words(
    states: list[TakeState], of: int, other: int | None
) -> None:
    takes = [told(f"t{at}", at, state) for at, state in enumerate(states)]
    assert other_for(takes[of], takes) == (None if other is None else takes[other])


def test_the_earlier_take_comes_first_whichever_was_asked_for() -> None:
    first, second = told("a", 1), told("b", 2)
    assert in_order(first, second) == in_order(second, first) == (first, second)


def test_takes_of_one_story_go_by_their_numbers_in_it() -> None:
    takes = [told("a", 1), told("b", 2), told("c", 3)]
    assert names_of(takes[0], takes[2], takes) == Names("take 1", "take 3")


def test_takes_of_different_stories_go_by_their_order() -> None:
    other = told("b", 2, story_id=StoryId("s2"))
    assert names_of(told("a", 1), other, [other]) == Names("the earlier take", "the later take")


def test_every_state_without_words_says_why_it_cannot_be_compared() -> None:
    reasons = {
        state: choice(1, told("a", 1, state), "today").split(" · ")[3:] for state in TakeState
    }
    assert reasons.pop(READY) == []
    assert all(reason == [WITHOUT_WORDS[state]] for state, reason in reasons.items())


def test_a_take_is_offered_with_its_number_moment_and_length() -> None:
    assert choice(2, told("a", 1, duration_s=90), "today 14:32") == "Take 2 · today 14:32 · 1:30"


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ({}, {}, []),
        ({"question": "Why?"}, {}, ["“Why?” for take 1, no question for take 2"]),
        ({}, {"target": Band(60, 90)}, ["2:00–3:00 for take 1, 1:00–1:30 for take 2"]),
        ({}, {"telling": "short"}, ["the long telling for take 1, the short telling for take 2"]),
        ({"story_id": StoryId("s1")}, {}, ["“The queue” for take 1, no story for take 2"]),
    ],
)
def test_what_makes_two_takes_less_comparable_is_said(
    before: dict[str, object], now: dict[str, object], words: list[str]
) -> None:
    first, second = replace(told("a", 1), **before), replace(told("b", 2), **now)  # type: ignore[arg-type]
    queue = story("s1", title="The queue")
    stories = (queue if first.story_id else None, queue if second.story_id else None)
    said = differences(first, second, stories, NAMES)
    assert [one.split(": ", 1)[1] for one in said] == [f"{one}." for one in words]
