import pytest

from storybuilder.core.fit import Level, Override
from storybuilder.core.offer import Demand
from storybuilder.core.plan import Choice, Pair, build_plan, share_of, value_of, worth_of
from storybuilder.core.story_map import StoryMap, build_map
from tests.stories import LORE, offer

LEVELS: dict[str, Level] = {"S": "strong", "W": "workable", "s": "stretch", "-": "gap"}


def map_of(*rows: str) -> StoryMap:
    """A map whose levels are set by hand: "S" strong, "W" workable, "s" stretch, "-" gap."""
    offers = [offer(title) for title in "ABCDEFG"[: len(rows)]]
    demands = [Demand(id=f"q{at}", text=f"Question {at}") for at in range(len(rows[0]))]
    set_to = [
        Override(id="", story_id=one.id, question_id=demand.id, level=LEVELS[cell])
        for one, row in zip(offers, rows, strict=True)
        for demand, cell in zip(demands, row, strict=True)
    ]
    return build_map(offers, demands, LORE, set_to)


@pytest.mark.parametrize(
    ("rows", "slack", "expected"),
    [(("SSS", "SSS"), 0, 2), (("SSS", "SSS"), 1, 3), (("S", "S", "S"), 0, 1), (("SS",), -5, 1)],
)
def test_a_share_is_an_even_one_and_the_slack(
    rows: tuple[str, ...], slack: int, expected: int
) -> None:
    assert share_of(map_of(*rows), slack) == expected


def test_a_gap_is_worth_nothing_and_a_backup_half() -> None:
    worth = worth_of(map_of("S-", "-s"))
    assert worth == ((0.9, 0.0), (0.0, 0.5))
    assert value_of([(0, None), (None, 1)], worth) == pytest.approx(0.9 + 0.25)


def test_a_plan_counts_for_how_many_questions_each_story_is_primary() -> None:
    plan = build_plan(map_of("SSS", "WWW"), [(0, 1), (0, None), (1, 0)], 2)
    assert plan.loads == {0: 2, 1: 1}
    assert plan.choices[0] == Choice(0, primary=0, backup=1)
    assert plan.value == pytest.approx(0.9 + 0.33 + 0.9 + 0.66 + 0.45)


@pytest.mark.parametrize(
    ("rows", "pairs", "taken"),
    [
        (("SS", "WW"), [(0, 1), (1, 0)], "1 of them, the other goes to “B”."),
        (("SSS", "WWW"), [(0, 1), (1, 0), (1, 0)], "1 of them, the others go to “B”."),
        (("SSS", "WWW", "sss"), [(0, 1), (1, 0), (2, 0)], "1 of them, the others go to “B” and “C”."),  # noqa: E501
        (("SS", "--"), [(0, None), (None, None)], "1 of them, the other stays without a story."),
        (("SS", "WW"), [(1, 0), (1, 0)], "none of them, the others go to “B”."),
    ],
)  # fmt: skip
def test_a_story_wanted_too_often_is_explained(
    rows: tuple[str, ...], pairs: list[Pair], taken: str
) -> None:
    said = build_plan(map_of(*rows), pairs, 1).conflicts[0]
    assert said == f"“A” is the best story for {len(rows[0])} of these; it takes {taken}"


def test_a_story_that_is_as_good_is_no_conflict() -> None:
    assert build_plan(map_of("SS", "SS"), [(0, 1), (1, 0)], 1).conflicts == ()


def test_a_question_that_no_story_answers_is_named() -> None:
    (said,) = build_plan(map_of("S-"), [(0, None), (None, None)], 2).conflicts
    assert said == "No story answers “Question 1”."


def test_questions_left_over_are_told_from_those_that_nothing_answers() -> None:
    *_, said = build_plan(map_of("SS"), [(0, None), (None, None)], 1).conflicts
    assert (
        said == "No story is left for “Question 1”: allow each a larger share, or write one more."
    )


def test_many_open_questions_are_counted_beyond_the_third() -> None:
    (said,) = build_plan(map_of("-----"), [(None, None)] * 5, 5).conflicts
    assert said == "No story answers “Question 0”, “Question 1”, “Question 2” and 2 more."


def test_a_plan_where_each_story_tells_what_it_tells_best_has_no_conflict() -> None:
    assert build_plan(map_of("Ss", "sS"), [(0, 1), (1, 0)], 1).conflicts == ()
