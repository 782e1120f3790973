import pytest

from storybuilder.core.framework import NEUTRAL, Framework
from storybuilder.core.loop import Carried, Helped, Loops
from storybuilder.core.plan import Pair, Plan, build_plan
from storybuilder.core.story import StoryId
from storybuilder.ui.plan_rows import (
    CHOSEN,
    DEFAULT_SOURCE,
    MOST_FOUND,
    Interview,
    asked_in,
    found_by,
    headline,
    load_rows,
    loop_rows,
    plan_row,
    sources,
    standing,
)
from tests.builders import question
from tests.core.test_plan import map_of

BANK = tuple(
    question(f"q{at}", text=f"A time {at}", commonness=1 + at % 5, bank="common")
    for at in range(15)
)
OWN = question("mine", text="Why us?")


def plan_of(*rows: str, pairs: list[Pair], share: int = 1) -> Plan:
    return build_plan(map_of(*rows), pairs, share)


def loops(**fields: object) -> Loops:
    given = {
        "loops": 1000,
        "covered": 820,
        "by_unmet": (820, 150, 30),
        "carried": (Carried(1, 210), Carried(0, 0)),
        "helped": (Helped("conflict", 90), Helped("delivery", 0)),
        **fields,
    }
    return Loops(**given)  # type: ignore[arg-type]


# ---------------------------------------------------------------- what is planned for
def test_a_plan_may_be_made_from_the_common_questions_a_bank_or_a_framework() -> None:
    frameworks = [Framework(NEUTRAL, "Neutral", "", ()), Framework("own", "Your own", "", ())]
    assert sources((*BANK, OWN), frameworks) == {
        "common-8": "The 8 most common questions",
        "common-12": "The 12 most common questions",
        "own-questions": "Your own questions (1)",
        "own": "Your own",
    }


@pytest.mark.parametrize(
    ("source", "by_question"),
    [(DEFAULT_SOURCE, True), ("own-questions", True), (CHOSEN, True), ("own", False)],
)
def test_an_employers_principles_are_no_questions(source: str, by_question: bool) -> None:
    assert Interview(source).by_question == by_question


def test_the_most_common_come_first_and_ties_as_listed() -> None:
    asked = asked_in(Interview("common-8"), BANK)
    assert [one.id for one in asked] == ["q4", "q9", "q14", "q3", "q8", "q13", "q2", "q7"]


def test_questions_of_a_bank_or_chosen_ones_are_asked_alone() -> None:
    assert asked_in(Interview("own-questions"), (*BANK, OWN)) == (OWN,)
    chosen = Interview(CHOSEN, ("mine", "gone", "q0"))
    assert asked_in(chosen, (*BANK, OWN)) == (OWN, BANK[0])


@pytest.mark.parametrize(
    ("words", "expected"), [("WHY", ["mine"]), ("us why", ["mine"]), ("why me", []), (" ", [])]
)
def test_a_question_is_found_by_its_words(words: str, expected: list[str]) -> None:
    assert [one.id for one in found_by(words, (*BANK, OWN), [])] == expected


def test_only_a_few_are_found_and_none_that_is_there() -> None:
    found = found_by("time", BANK, ["q0"])
    assert [one.id for one in found] == [f"q{at}" for at in range(1, MOST_FOUND + 1)]


# ---------------------------------------------------------------- the plan
def test_a_row_says_what_to_tell_and_what_if_it_was_told() -> None:
    plan = plan_of("SW-", "W--", pairs=[(0, 1), (0, None), (None, None)])
    spoken = [plan_row(plan, choice).spoken for choice in plan.choices]
    assert spoken == [
        "Question 0 Tell A, strong; if it was told before, B, workable.",
        "Question 1 Tell A, workable; no backup.",
        "Question 2 No story.",
    ]


@pytest.mark.parametrize(
    ("row", "pairs", "expected"),
    [
        ("", [], "No question is chosen yet."),
        ("-", [(None, None)], "No story answers these questions yet."),
        ("S", [(0, None)], "The one question has its story."),
        ("SS", [(0, None), (0, None)], "Each of the two questions has its story."),
        ("S-", [(0, None), (None, None)], "One of 2 questions has no story yet."),
        ("S--", [(0, None), (None, None), (None, None)], "Two of 3 questions have no story yet."),
        ("Ss", [(0, None), (0, None)], "One of 2 questions has only a stretch."),
    ],
)
def test_the_title_says_how_far_the_stories_reach(
    row: str, pairs: list[Pair], expected: str
) -> None:
    assert headline(plan_of(row, pairs=pairs)) == expected


def test_the_line_below_the_title_has_the_figures() -> None:
    plan = plan_of("SS", "W-", pairs=[(0, 1), (0, None)], share=2)
    assert standing(plan) == (
        "2 with a story, 1 with a backup; no story is the first for more than 2 questions"
    )


def test_loads_are_told_busiest_first() -> None:
    plan = plan_of("-S", "S-", "--", pairs=[(1, None), (0, None)], share=2)
    rows = load_rows(plan, [StoryId("C")])
    assert [(row.title, row.count, row.told_here) for row in rows] == [
        ("A", 1, False),
        ("B", 1, False),
        ("C", 0, True),
    ]
    assert rows[2].spoken == "C: primary for 0 of at most 2, told to this employer before"


# ---------------------------------------------------------------- the loops
def test_the_loops_are_told_as_a_share_and_what_hangs_on_which_story() -> None:
    rows = loop_rows(loops(), map_of("S", "S"), {"conflict": "Conflict"})
    assert rows is not None
    assert rows.figure == "82\u00a0%"
    assert rows.words.startswith("of 1\u00a0000 loops are covered")
    assert [(row.label, row.words) for row in rows.carried] == [("B", "210 fewer without it")]
    assert [(row.label, row.words) for row in rows.helped] == [("Conflict", "90 more")]


@pytest.mark.parametrize(
    ("by_unmet", "expected"),
    [
        ((1000,), ""),
        ((900, 100), "10\u00a0% leave one question without a story."),
        ((900, 0, 60, 40), "10\u00a0% leave two or more questions without a story."),
        ((820, 150, 30), "15\u00a0% leave one question without a story, 3\u00a0% two or more."),
    ],
)
def test_it_is_said_how_far_the_other_loops_fall_short(
    by_unmet: tuple[int, ...], expected: str
) -> None:
    rows = loop_rows(loops(by_unmet=by_unmet), map_of("S", "S"), {})
    assert rows is not None
    assert rows.unmet == expected


def test_without_a_question_there_are_no_loops() -> None:
    assert loop_rows(loops(loops=0, covered=0, by_unmet=()), map_of("S"), {}) is None
