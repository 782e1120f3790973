import pytest

from storybuilder.core.fit import Override
from storybuilder.core.framework import NEUTRAL, Framework
from storybuilder.core.story_map import build_map
from storybuilder.ui.map_rows import (
    SHOWS,
    View,
    cell_name,
    chosen_columns,
    framework_names,
    gap_rows,
    headline,
    kind_rows,
    line_of,
    nothing_shown,
    noun_of,
    short_words,
    standing,
    stories_shown,
)
from tests.core.test_plan import map_of
from tests.stories import COMPETENCIES, LORE, demand, offer

LABELS = {one.id: one.label for one in COMPETENCIES}
PRESS = offer("press", primary="conflict", secondary=("influence",))
FUSE = offer("fuse", primary="delivery")
CONFLICT = demand("Tell me about a time you argued.", "conflict", id="c", commonness=2)
INFLUENCE = demand("Won over whom?", "influence", id="i", commonness=5)
ETHICS = demand("A hard right?", "integrity", id="e", commonness=4)
MENTOR = demand("Whom did you teach?", "mentoring", "influence", id="m", commonness=4)
ALL = build_map([FUSE, PRESS], [CONFLICT, INFLUENCE, ETHICS, MENTOR], LORE)
"""The best levels are strong, workable, gap and stretch."""
NONE = build_map([], [CONFLICT, ETHICS], LORE)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Tell me about a time you led a group.", "You led a group"),
        ("Tell me about a time when you led a group.", "You led a group"),
        ("Describe a situation in which nobody agreed.", "Nobody agreed"),
        ("Give me an example of important work.", "Important work"),
        ("Tell us about a good example.", "A good example"),
        ("When did you last lead?", "When did you last lead?"),
        ("Tell me about a time.", "A time"),
        ("...", "..."),
        ("", ""),
    ],
)
def test_a_question_is_shortened_to_what_it_is_about(question: str, expected: str) -> None:
    assert short_words(question) == expected


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View(order="listed"), (0, 1, 2, 3)),
        (View(order="common"), (1, 2, 3, 0)),
        (View(order="open"), (2, 3, 1, 0)),
        (View(order="best"), (0, 1, 3, 2)),
        (View(show="open"), (2, 3)),
        (View(show="own"), (2,)),
        (View(show="ml"), ()),
        (View(testing="influence"), (1, 3)),
        (View(find="TEACH"), (3,)),
        (View(find="teach", show="own"), ()),
    ],
)
def test_a_view_chooses_questions_and_their_order(view: View, expected: tuple[int, ...]) -> None:
    assert chosen_columns(ALL, view, {"c": "common", "e": "own"}) == expected


@pytest.mark.parametrize(
    ("column", "spoken"),
    [
        (0, "Tell me about a time you argued. Best: press, strong."),
        (2, "A hard right? No story comes near."),
        (3, "Whom did you teach? No story yet; nearest: press, a stretch."),
    ],
)
def test_a_line_is_spoken_as_one_sentence(column: int, spoken: str) -> None:
    assert line_of(ALL, column).spoken == spoken


def test_a_line_counts_the_other_stories_that_would_do() -> None:
    assert line_of(map_of("S", "W", "W"), 0).spoken == "Question 0 Best: A, strong and 2 others."


def test_a_line_has_a_level_a_story_and_knows_what_was_set_by_hand() -> None:
    by_hand = Override(id="", story_id=FUSE.id, question_id="c", level="workable")
    line = line_of(build_map([PRESS, FUSE], [CONFLICT], LORE, [by_hand]), 0)
    assert line.words == "You argued"
    assert line.levels == ("strong", "workable")
    assert line.by_hand == {1}
    assert not line.bare


def test_a_line_is_bare_where_no_story_is_at_least_workable() -> None:
    assert [line_of(ALL, column).bare for column in range(4)] == [False, False, True, True]


def test_a_cell_is_called_by_question_story_level_and_why() -> None:
    name = cell_name(ALL, 3, 1)
    assert name.startswith("Whom did you teach?: press, a stretch, it also shows influence")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("SSs",), "One question has no story yet."),
        (("S-s",), "Two questions have no story yet."),
        (("SWS",), "Every question has a story."),
        (("-s",), "No question has a story yet."),
    ],
)
def test_the_title_says_how_many_questions_have_no_story(
    rows: tuple[str, ...], expected: str
) -> None:
    assert headline(map_of(*rows)) == expected


def test_the_title_names_what_the_lines_are() -> None:
    assert headline(map_of("S--"), "competency") == "Two competencies have no story yet."
    assert headline(build_map([PRESS], [], LORE)) == "No question to answer yet."
    assert [noun_of(kind) for kind in ("questions", "competencies", "amazon")] == [
        "question",
        "competency",
        "principle",
    ]


def test_the_line_below_the_title_has_the_figures() -> None:
    told = "2 of 4 questions answered, 1 of them strongly, with 2 stories"
    assert standing(ALL, 4) == told
    assert standing(ALL, 1) == f"{told} · 1 shown"


def test_gaps_say_how_common_they_are_and_what_comes_nearest() -> None:
    (ethics, mentor), more = gap_rows(ALL)
    assert ethics.words == "Asked often. Nothing comes near yet."
    assert (ethics.column, ethics.nearest, ethics.todo) == (2, None, "Draft a story")
    assert mentor.words == "Asked often. Nearest: press, a stretch."
    assert (mentor.column, mentor.nearest, mentor.todo) == (3, PRESS.id, "Open that story")
    assert more == 0


def test_only_the_first_gaps_are_told_and_the_others_counted() -> None:
    rows, more = gap_rows(map_of("-----"))
    assert (len(rows), more) == (3, 2)


def test_one_more_story_of_a_kind_is_a_number_of_questions() -> None:
    first, second = kind_rows(ALL, LABELS)
    assert [first.label, second.label] == ["Mentoring", "Integrity"] or [
        first.label,
        second.label,
    ] == ["Integrity", "Mentoring"]
    assert first.spoken == f"One more story of {first.label.lower()} would cover 1 question"


@pytest.mark.parametrize(
    ("first", "columns", "stories", "expected"),
    [(0, 4, 4, ""), (0, 4, 5, "stories 1 to 4 of 5"), (1, 4, 5, "stories 2 to 5 of 5")],
)
def test_it_is_said_which_stories_stand_beside_each_other(
    first: int, columns: int, stories: int, expected: str
) -> None:
    assert stories_shown(first, columns, stories) == expected


def test_an_empty_view_says_why() -> None:
    said = [
        nothing_shown(View(find="tax")),
        nothing_shown(View(show="open")),
        nothing_shown(View(show="own")),
        nothing_shown(View(testing="conflict")),
    ]
    assert said[0] == "No question here has “tax” in it."
    assert len(set(said)) == 4


def test_lines_may_be_questions_competencies_or_an_employers_words() -> None:
    names = framework_names(
        [Framework(NEUTRAL, "Neutral", "", ()), Framework("amazon", "Amazon", "", ())], NEUTRAL
    )
    assert list(names.values()) == ["Questions", "Competencies", "Amazon"]
    assert SHOWS["all"] == "All questions"
