from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storybuilder.core.loop import FEWEST, MOST, Loops, simulate
from storybuilder.core.story_map import StoryMap, build_map
from tests.core.test_plan import map_of
from tests.stories import LORE, demand, offer

LEVELS = st.sampled_from("SWs-")


def run(map: StoryMap, loops: int = 50, seed: int = 1) -> Loops:
    return simulate(map, loops, Random(seed))


def coverable(map: StoryMap) -> bool:
    """Whether all questions of a map can be answered at once, tried in every order."""
    columns = range(len(map.demands))
    return any(
        all(map.levels[row][column] in ("strong", "workable") for column, row in enumerate(rows))
        for rows in permutations(range(len(map.offers)), len(columns))
    )


@given(
    st.integers(1, 4).flatmap(
        lambda q: st.lists(st.text(LEVELS, min_size=q, max_size=q), min_size=1, max_size=5)
    )
)
@settings(deadline=None)
def test_a_loop_is_covered_when_each_question_has_a_story_of_its_own(rows: list[str]) -> None:
    # With at most four questions every loop asks all of them.
    assert run(map_of(*rows), 1).covered == coverable(map_of(*rows))


def test_a_story_that_several_questions_hang_on_covers_one_of_them() -> None:
    found = run(map_of("SSSS", "S---", "-S--"))
    assert (found.covered, found.by_unmet, found.share) == (0, (0, 50), 0.0)


def test_stretches_do_not_cover() -> None:
    assert run(map_of("ssss", "ssss", "ssss", "ssss")).by_unmet == (0, 0, 0, 0, 50)


def test_a_story_carries_the_loops_that_would_fail_without_it() -> None:
    found = run(map_of("S---", "-SSS", "-SSS", "-SSS", "-SSS"))
    assert [(one.row, one.lost) for one in found.carried] == [
        (0, 50),
        (1, 0),
        (2, 0),
        (3, 0),
        (4, 0),
    ]


def test_the_kind_that_would_help_most_is_named() -> None:
    asked = [demand("", id, id=id) for id in ("conflict", "delivery", "mentoring", "integrity")]
    stories = [offer(id, primary=id) for id in ("conflict", "delivery", "mentoring")]
    found = run(build_map(stories, asked, LORE))
    assert [(one.competency, one.won) for one in found.helped[:2]] == [
        ("integrity", 50),
        ("leadership", 0),
    ]


def test_a_new_story_helps_also_by_setting_another_free() -> None:
    asked = [demand("", id, id=id) for id in ("conflict", "delivery", "mentoring", "integrity")]
    both = offer("both", primary="conflict", secondary=("integrity",))
    others = [offer(id, primary=id) for id in ("delivery", "mentoring")]
    found = run(build_map([both, *others], asked, LORE))
    assert {one.competency: one.won for one in found.helped}["conflict"] == 50


@given(st.lists(st.text(LEVELS, min_size=9, max_size=9), min_size=1, max_size=4), st.integers())
@settings(deadline=None, max_examples=30)
def test_what_a_story_carries_is_what_is_lost_without_it(rows: list[str], seed: int) -> None:
    found = run(map_of(*rows), 30, seed)
    for one in found.carried:
        blank = [row if at != one.row else "-" * 9 for at, row in enumerate(rows)]
        assert found.covered - run(map_of(*blank), 30, seed).covered == one.lost


def test_loops_ask_four_to_six_different_questions() -> None:
    found = run(map_of("-" * 20), 300)
    assert [at for at, count in enumerate(found.by_unmet) if count] == list(range(FEWEST, MOST + 1))


def test_common_questions_are_asked_more_often() -> None:
    asked = [demand("", "conflict", id=str(at), commonness=1) for at in range(20)]
    asked[7] = demand("", "integrity", id="7", commonness=5)
    found = run(build_map([offer("a", primary="integrity")], asked, LORE), 400)
    unmet = sum(at * count for at, count in enumerate(found.by_unmet))
    assert 400 * 5 - unmet > 0.8 * 400


def test_the_same_seed_draws_the_same_loops() -> None:
    rows = map_of("SW-sSW-sSW", "-SSsWW--SS")
    assert run(rows, seed=4) == run(rows, seed=4)
    assert run(rows, 400, seed=4) != run(rows, 400, seed=5)


@pytest.mark.parametrize("rows", [("",), ("", "")])
def test_without_questions_no_loop_is_run(rows: tuple[str, ...]) -> None:
    found = run(map_of(*rows))
    assert (found.loops, found.share, found.by_unmet) == (0, None, ())


def test_without_stories_nothing_is_covered() -> None:
    found = run(build_map([], [demand("", "conflict")], LORE), 10)
    assert (found.share, found.carried) == (0.0, ())
    assert found.helped[0].competency == "conflict"


class Highest:
    """Draws as high as a float can be."""

    def random(self) -> float:
        return 1 - 2**-53


def test_the_highest_draw_is_still_a_question() -> None:
    one = build_map([offer("a", primary="conflict")], [demand("", "conflict")], LORE)
    assert simulate(one, 1, Highest()).covered == 1
