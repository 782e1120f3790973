from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.fit import (
    BY_HAND,
    FROM_SCORE,
    LEVELS,
    WEIGHTS,
    Level,
    components,
    highest_level,
    level_of,
    match_of,
    score_of,
    strength_of,
    words_in_common,
)
from storybuilder.core.offer import Demand, Offer
from storybuilder.core.story import Part
from tests.stories import demand, offer

IDS = ("conflict", "influence", "delivery")
OFFERS = st.builds(
    offer,
    words=st.sampled_from(["", "deadline", "deadline manager invoice"]),
    primary=st.sampled_from([None, *IDS]),
    secondary=st.sampled_from([(), ("influence",), ("delivery", "influence")]),
    confirmed=st.booleans(),
    missing=st.sampled_from([(), (Part.RESULT,), tuple(Part)]),
    quantified=st.booleans(),
    ready_takes=st.integers(0, 9),
    years_ago=st.one_of(st.none(), st.integers(0, 30)),
    told_here=st.booleans(),
)
DEMANDS = st.builds(
    demand,
    st.sampled_from(["", "Tell me about a missed deadline", "Convince a manager?"]),
    st.sampled_from(IDS),
    st.sampled_from(IDS),
    confirmed=st.booleans(),
)


def score(one: Offer, other: Demand) -> float:
    match = match_of(one, other)
    value = match.value if match else 0.0
    return score_of(strength_of(one), value, words_in_common(one, other))


def test_the_weights_add_up_to_one_and_competencies_outweigh_the_rest() -> None:
    assert sum(WEIGHTS.values()) == pytest.approx(1)
    assert WEIGHTS["competencies"] > 0.5


@given(OFFERS, DEMANDS)
def test_a_score_is_the_sum_of_its_parts(one: Offer, other: Demand) -> None:
    parts = components(one, other)
    assert score(one, other) == pytest.approx(sum(p.value * p.weight for p in parts), abs=1e-6)
    assert all(0 <= part.value <= 1 for part in parts)


@pytest.mark.parametrize(
    ("shown", "tested", "expected", "level"),
    [
        ({"primary": "conflict"}, ("conflict",), 0.79, "strong"),
        ({"primary": "x", "secondary": ("conflict",)}, ("conflict",), 0.634, "workable"),
        ({"primary": "conflict"}, ("influence", "conflict"), 0.582, "workable"),
        ({"secondary": ("conflict",)}, ("influence", "conflict"), 0.452, "stretch"),
        ({"primary": "delivery"}, ("conflict",), 0.27, "gap"),
    ],
)
def test_a_plain_whole_story_scores_by_what_is_in_common(
    shown: dict[str, Any], tested: tuple[str, ...], expected: float, level: Level
) -> None:
    found = score(offer(**shown), demand("", *tested))
    assert found == pytest.approx(expected)
    assert level_of(found, "strong") == level


def test_of_several_competencies_in_common_the_best_counts() -> None:
    match = match_of(offer(primary="conflict", secondary=("influence",)), demand("", *IDS[1::-1]))
    assert match is not None
    assert (match.competency, match.shown, match.tested) == ("influence", "secondary", "first")


@given(DEMANDS)
def test_no_polish_makes_an_answer_of_another_story(other: Demand) -> None:
    polished = offer(primary="x", quantified=True, ready_takes=9, years_ago=0)
    assert level_of(score(polished, other), "strong") == "gap"


@pytest.mark.parametrize(("certain", "expected"), [(2, 1.0), (1, 0.85), (0, 0.85**2)])
def test_what_only_words_suggest_is_worth_less(certain: int, expected: float) -> None:
    match = match_of(
        offer(primary="conflict", confirmed=certain > 0),
        demand("", "conflict", confirmed=certain > 1),
    )
    assert match is not None
    assert match.value == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "expected"), [("", 0), ("van", 1 / 3), ("van dog", 2 / 3), ("van dog cat", 1)]
)
def test_three_words_of_a_short_question_are_enough(text: str, expected: float) -> None:
    assert words_in_common(offer(words=text), demand("Van, dog, cat, hat")) == expected


@pytest.mark.parametrize(("text", "expected"), [("van dog cat", 0.75), ("van dog cat hat", 1)])
def test_of_a_long_question_it_takes_half(text: str, expected: float) -> None:
    asked = demand("Van, dog, cat, hat, pen, cup, sea, oak")
    assert words_in_common(offer(words=text), asked) == expected


@pytest.mark.parametrize(("text", "level"), [("van", "gap"), ("van dog", "stretch")])
def test_one_word_in_common_is_not_yet_a_stretch(text: str, level: Level) -> None:
    polished = offer(words=text, primary="x", quantified=True, ready_takes=9, years_ago=0)
    assert level_of(score(polished, demand("Van, dog", "conflict")), "strong") == level


def test_a_question_without_words_of_its_own_shares_none() -> None:
    assert words_in_common(offer(words="time"), demand("Tell me about a time")) == 0


@pytest.mark.parametrize(
    ("years_ago", "expected"), [(None, 0.5), (0, 1), (3, 1), (4, 0.5), (5, 0.5), (6, 0)]
)
def test_a_story_fades_after_three_and_after_five_years(
    years_ago: int | None, expected: float
) -> None:
    parts = {part.name: part.value for part in components(offer(years_ago=years_ago), demand())}
    assert parts["recent"] == expected


@pytest.mark.parametrize(("takes", "expected"), [(0, 0), (1, 1 / 3), (3, 1), (4, 1)])
def test_the_third_take_makes_it_ready(takes: int, expected: float) -> None:
    parts = {part.name: part.value for part in components(offer(ready_takes=takes), demand())}
    assert parts["rehearsed"] == expected


@pytest.mark.parametrize(
    ("missing", "told_here", "highest"),
    [
        ((), False, "strong"),
        ((Part.RESULT,), False, "workable"),
        ((), True, "workable"),
        (tuple(Part), False, "stretch"),
    ],
)
def test_what_is_missing_or_told_bounds_the_level(
    missing: tuple[Part, ...], told_here: bool, highest: Level
) -> None:
    assert highest_level(offer(missing=missing, told_here=told_here)) == highest
    assert level_of(1.0, highest) == highest


@pytest.mark.parametrize("level", LEVELS)
def test_each_level_begins_at_its_score(level: Level) -> None:
    assert level_of(FROM_SCORE[level], "strong") == level
    assert level == "gap" or level_of(FROM_SCORE[level] - 1e-6, "strong") != level
    assert level_of(BY_HAND[level], "strong") == level
