from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.fit import Override
from storybuilder.core.offer import Demand, Offer
from storybuilder.core.story import StoryId
from storybuilder.core.story_map import Coverage, build_map, coverage, gaps, one_more
from tests.core.test_fit import DEMANDS, OFFERS
from tests.stories import LORE, demand, offer

PRESS = offer("press", primary="conflict", secondary=("influence",))
FUSE = offer("fuse", primary="delivery")
CONFLICT = demand("A conflict?", "conflict", id="c", commonness=2)
INFLUENCE = demand("Won over whom?", "influence", id="i")
ETHICS = demand("A hard right?", "integrity", id="e", commonness=4)
MENTOR = demand("Whom did you teach?", "mentoring", "influence", id="m", commonness=4)
ALL = [CONFLICT, INFLUENCE, ETHICS, MENTOR]


@given(st.lists(OFFERS, max_size=3), st.lists(DEMANDS, max_size=4))
def test_every_cell_is_what_the_fit_in_full_says(offers: list[Offer], asked: list[Demand]) -> None:
    found = build_map(offers, asked, LORE)
    for row in range(len(offers)):
        fits = [found.fit(row, column) for column in range(len(asked))]
        assert tuple(fit.level for fit in fits) == found.levels[row]
        assert tuple(fit.score for fit in fits) == found.scores[row]


def test_each_question_has_its_best_level_and_its_nearest_story() -> None:
    found = build_map([FUSE, PRESS], ALL, LORE)
    assert [found.best(column) for column in range(4)] == ["strong", "workable", "gap", "stretch"]
    assert [found.nearest(column) for column in range(4)] == [1, 1, None, 1]


def test_coverage_counts_questions_by_their_best_story() -> None:
    assert coverage(build_map([FUSE, PRESS], ALL, LORE)) == Coverage(1, 1, 1, 1)


def test_gaps_are_ranked_by_how_common_they_are_then_by_how_bad() -> None:
    found = gaps(build_map([FUSE, PRESS], ALL, LORE))
    assert [(gap.demand.id, gap.level) for gap in found] == [("e", "gap"), ("m", "stretch")]
    assert [gap.nearest for gap in found] == [None, PRESS]


def test_one_more_story_is_counted_by_the_open_questions_it_would_answer_well() -> None:
    more = one_more(build_map([PRESS], [*ALL, demand("Ethics?", "integrity", id="e2")], LORE))
    assert [(one.competency, one.questions) for one in more[:3]] == [
        ("integrity", 2),
        ("mentoring", 1),
        ("leadership", 0),
    ]
    assert len(more) == len(LORE.competencies)


def test_without_a_story_every_question_is_a_gap() -> None:
    empty = build_map([], ALL, LORE)
    assert coverage(empty) == Coverage(0, 0, 0, 4)
    assert [gap.nearest for gap in gaps(empty)] == [None] * 4


def test_without_a_question_there_is_nothing_to_cover() -> None:
    empty = build_map([PRESS], [], LORE)
    assert (empty.levels, gaps(empty), coverage(empty)) == (((),), (), Coverage(0, 0, 0, 0))


def test_a_level_set_by_hand_counts_everywhere() -> None:
    by_hand = Override(id="fuse:e", story_id=StoryId("fuse"), question_id="e", level="strong")
    found = build_map([FUSE, PRESS], ALL, LORE, [by_hand])
    assert found.best(2) == "strong"
    assert found.fit(0, 2).by_hand
    assert "e" not in [gap.demand.id for gap in gaps(found)]


def test_what_was_set_for_a_story_that_is_gone_changes_nothing() -> None:
    gone = Override(id="x:e", story_id=StoryId("x"), question_id="e", level="strong")
    assert build_map([FUSE], ALL, LORE, [gone]).levels == build_map([FUSE], ALL, LORE).levels
