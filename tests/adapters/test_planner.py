from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storybuilder.adapters.planner import HighsPlanner
from storybuilder.core.plan import Pair, Worth, value_of

PLANNER = HighsPlanner()
SCORES = st.sampled_from([0.0, 0.42, 0.58, 0.634, 0.75, 0.79, 0.9, 1.0])


@st.composite
def small_cases(draw: st.DrawFn) -> tuple[Worth, int]:
    stories, questions = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    row = st.lists(SCORES, min_size=questions, max_size=questions)
    worth = draw(st.lists(row, min_size=stories, max_size=stories))
    return worth, draw(st.integers(1, 3))


def allowed(pairs: tuple[Pair, ...], worth: Worth, share: int) -> bool:
    """The rules of ports.Planner, one after the other."""
    told = [[pair[role] for pair in pairs] for role in (0, 1)]
    within = all(roles.count(row) <= share for roles in told for row in range(len(worth)))
    told_for_something = all(
        row is None or worth[row][column] > 0 for column, pair in enumerate(pairs) for row in pair
    )
    return (
        within
        and told_for_something
        and all(
            backup is None or (primary is not None and primary != backup)
            for primary, backup in pairs
        )
    )


def best_value(worth: Worth, share: int) -> float:
    """Of every plan there is."""
    rows = [None, *range(len(worth))]
    plans = product(product(rows, rows), repeat=len(worth[0]))
    return max(value_of(plan, worth) for plan in plans if allowed(plan, worth, share))


@given(small_cases())
@settings(max_examples=60, deadline=None)
def test_no_plan_is_worth_more(case: tuple[Worth, int]) -> None:
    worth, share = case
    pairs = PLANNER.pairs(worth, share)
    assert allowed(pairs, worth, share)
    assert value_of(pairs, worth) == pytest.approx(best_value(worth, share))


def test_a_story_goes_where_it_is_missed_most() -> None:
    assert PLANNER.pairs(((0.9, 0.8), (0.85, 0.1)), 1) == ((1, 0), (0, 1))


def test_primary_and_backup_are_chosen_together() -> None:
    worth = ((0.9, 0.9), (0.8, 0.0), (0.5, 0.5))
    assert PLANNER.pairs(worth, 1) == ((1, 0), (0, 2))


def test_one_story_has_no_backup_beside_it() -> None:
    assert PLANNER.pairs(((0.9, 0.8),), 2) == ((0, None), (0, None))


def test_questions_beyond_every_share_stay_open() -> None:
    assert PLANNER.pairs(((0.9, 0.8),), 1) == ((0, None), (None, None))


@pytest.mark.parametrize("worth", [(), ((), ())])
def test_without_stories_or_questions_there_are_no_pairs(worth: Worth) -> None:
    assert PLANNER.pairs(worth, 1) == ()


def test_the_same_case_is_planned_the_same_way() -> None:
    worth = [[0.6, 0.6, 0.6]] * 3
    assert PLANNER.pairs(worth, 1) == PLANNER.pairs(worth, 1)
