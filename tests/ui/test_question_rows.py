import pytest

from storybuilder.core.job_description import Wish
from storybuilder.core.question import Question
from storybuilder.core.question_list import Listed
from storybuilder.core.suggestion import Suggestion
from storybuilder.practice.asking import Incoming
from storybuilder.ui.question_rows import (
    UNTAGGED,
    Wanted,
    finding,
    found,
    groups,
    headline,
    how_often,
    how_to_answer,
    lines_of,
    news,
    preview,
    question_row,
    search_key,
    wish_line,
)
from tests.builders import question

LABELS = {"leadership": "Leadership", "teamwork": "Teamwork", "conflict": "Conflict"}
LED = question("led", bank="common", text="When did you lead?", competencies=("leadership",))
MODEL = question(
    "model",
    bank="ml",
    text="Which model failed?",
    assessed="Whether you watch it.",
    key_points=("Root cause",),
    competencies=("teamwork", "conflict"),
)
MINE = question("mine", text="Why us?", competencies=("gone", "teamwork"))
PLAIN = question("plain", text="Who are you?")
ALL = [LED, MODEL, MINE, PLAIN]


def incoming(text: str, *ids: str, there: Question | None = None) -> Incoming:
    told = tuple(Suggestion(id, 0.9, ((0, 3),)) for id in ids)
    return Incoming(Listed(text, text), told, there)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(), ["led", "model", "mine", "plain"]),
        (Wanted(bank="ml"), ["model"]),
        (Wanted(competency="teamwork"), ["model", "mine"]),
        (Wanted(bank="own", competency="teamwork"), ["mine"]),
        (Wanted(words="WHY"), ["mine"]),
        (Wanted(words="cause root"), ["model"]),
        (Wanted(words="watch it"), ["model"]),
        (Wanted(words="wat"), ["model"]),
        (Wanted(words="atch"), []),
        (Wanted(words="why lead"), []),
        (Wanted(words=" ?! "), ["led", "model", "mine", "plain"]),
    ],
)
def test_what_is_looked_for_is_found(wanted: Wanted, expected: list[str]) -> None:
    keys = {one.id: search_key(one) for one in ALL}
    assert [one.id for one in found(ALL, wanted, keys)] == expected


def test_questions_stand_under_what_they_chiefly_test() -> None:
    told = groups(ALL, LABELS)
    assert [(group.label, [row.id for row in group.rows]) for group in told] == [
        ("Leadership", ["led"]),
        ("Teamwork", ["mine", "model"]),
        (UNTAGGED, ["plain"]),
    ]


def test_in_a_group_own_ones_come_first_and_then_the_commonest() -> None:
    often = question("often", bank="common", commonness=5, competencies=("conflict",))
    seldom = question("seldom", bank="common", commonness=1, competencies=("conflict",))
    own = question("own", commonness=1, competencies=("conflict",))
    (group,) = groups([seldom, often, own], LABELS)
    assert [row.id for row in group.rows] == ["own", "often", "seldom"]


@pytest.mark.parametrize(
    ("one", "note", "spoken"),
    [
        (LED, "", "When did you lead?"),
        (MODEL, "Conflict · machine learning", "Which model failed? Conflict · machine learning"),
        (MINE, "yours", "Why us? yours"),
    ],
)
def test_a_row_tells_what_else_is_tested_and_whose_it_is(
    one: Question, note: str, spoken: str
) -> None:
    row = question_row(one, LABELS)
    assert (row.note, row.spoken) == (note, spoken)


def test_the_title_counts_all_and_the_persons() -> None:
    assert headline([LED, MODEL]) == "2 questions you may be asked."
    assert headline([LED, MINE]) == "2 questions you may be asked, 1 of them yours."


def test_what_is_looked_for_is_counted_beside_it() -> None:
    assert finding(4, Wanted(), LABELS) == ""
    assert finding(1, Wanted(words="why"), LABELS) == "1 question"
    assert finding(2, Wanted(competency="conflict"), LABELS) == "2 questions about Conflict"


def test_a_technical_prompt_is_answered_in_another_frame() -> None:
    assert "requirements" in how_to_answer(question(frame="PROBLEM"))
    assert "situation" in how_to_answer(LED)


def test_how_often_is_only_known_of_the_bank() -> None:
    assert how_often(question(bank="common", commonness=5)) == "Asked in almost every interview"
    assert how_often(question(bank="common", commonness=3)) == ""
    assert how_often(question(commonness=5)) == ""


def test_lines_are_read_without_blank_ones() -> None:
    assert lines_of(" one \n\n two\n") == ("one", "two")


def test_a_preview_tells_the_suggestions_with_their_words() -> None:
    assert preview(incoming("Led us?", "leadership"), LABELS) == "Leadership (“Led”)"
    assert preview(incoming("Led us?"), LABELS) == "no competency suggested"
    assert preview(incoming("Led us?", "leadership", there=LED), LABELS) == "there already"


def test_the_title_of_a_list_counts_what_is_new() -> None:
    new, old = incoming("Who?"), incoming("Why?", there=MINE)
    assert news([new]) == "1 new question."
    assert news([new, new, old]) == "2 new questions; 1 is there already."
    assert news([new, old, old]) == "1 new question; 2 are there already."
    assert news([old]) == "All of them are there already."


def test_a_wish_is_told_with_its_lines_and_words() -> None:
    assert wish_line(Wish("conflict", 0.9, 2, ("a", "b"))) == "in 2 lines: “a” and “b”"
    assert wish_line(Wish("conflict", 0.9, 1, ())) == "in 1 line"
