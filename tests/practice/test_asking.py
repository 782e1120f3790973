from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from storybuilder.adapters.library import Library
from storybuilder.adapters.question_files import read_questions
from storybuilder.core.question import Question, QuestionId
from storybuilder.core.suggestion import Suggestion
from storybuilder.errors import QuestionsUnreadable, QuestionUnknown
from storybuilder.practice.asking import KEEP_DELETED, Asking, taken
from tests.builders import NOON, question

BANK = (
    question("led", text="When did you lead?", bank="common", competencies=("leadership",)),
    question("model", text="Which model failed?", bank="ml", competencies=("failure_learning",)),
)
CUES = {"lead": "leadership", "team": "teamwork", "fail": "failure_learning"}


def suggest(text: str) -> tuple[Suggestion, ...]:
    """By cue words: the first one found is the likeliest."""
    found = sorted((text.find(cue), cue) for cue in CUES if cue in text)
    return tuple(
        Suggestion(CUES[cue], 0.8 / (place + 1), ((at, at + len(cue)),))
        for place, (at, cue) in enumerate(found)
    )


@pytest.fixture
def asking(tmp_path: Path) -> Asking:
    numbers = count(1)
    return Asking(
        Library(tmp_path / "library.json").questions,
        lambda: BANK,
        read_questions,
        suggest,
        lambda: NOON,
        lambda: f"own{next(numbers)}",
    )


def texts(found: list[Question]) -> list[str]:
    return [one.text for one in found]


# what there is


def test_without_own_questions_the_bank_is_listed(asking: Asking) -> None:
    assert asking.listed() == list(BANK)


def test_own_questions_follow_the_bank_in_the_order_they_came(asking: Asking) -> None:
    for text in ("Zebra?", "Aardvark?"):
        asking.add(text)
    assert texts(asking.listed())[2:] == ["Zebra?", "Aardvark?"]


@pytest.mark.parametrize(
    ("bank", "competency", "expected"),
    [
        ("common", None, ["led"]),
        ("ml", None, ["model"]),
        ("own", None, ["own1"]),
        (None, "leadership", ["led", "own1"]),
        ("own", "leadership", ["own1"]),
        ("ml", "leadership", []),
    ],
)
def test_the_list_is_narrowed_by_bank_and_competency(
    asking: Asking, bank: object, competency: str | None, expected: list[str]
) -> None:
    asking.add("Whom do you follow?", ("teamwork", "leadership"))
    found = asking.listed(bank, competency)  # type: ignore[arg-type]  # of the parameters above
    assert [one.id for one in found] == expected


def test_one_question_is_found_by_its_id(asking: Asking) -> None:
    assert asking.question(QuestionId("model")) == BANK[1]
    with pytest.raises(QuestionUnknown, match="no question other"):
        asking.question(QuestionId("other"))


# what is changed


def test_an_own_question_is_edited(asking: Asking) -> None:
    own = asking.add("Why?")
    asking.edit(own, replace(own, text="Why us?", competencies=("teamwork",)))
    found = asking.question(own.id)
    assert (found.text, found.competencies, found.bank) == ("Why us?", ("teamwork",), "own")


def test_what_another_window_changed_meanwhile_stays(asking: Asking) -> None:
    own = asking.add("Why?")
    asking.edit(own, replace(own, competencies=("teamwork",)))
    asking.edit(own, replace(own, text="Why us?"))
    assert asking.question(own.id).competencies == ("teamwork",)


def test_the_persons_competencies_of_a_bank_question_win(asking: Asking) -> None:
    led = BANK[0]
    asking.edit(led, replace(led, text="Other words", competencies=("teamwork",)))
    found = asking.question(led.id)
    assert (found.competencies, found.text, found.bank) == (("teamwork",), led.text, "common")
    assert len(asking.listed()) == 2


def test_a_bank_question_gets_its_own_competencies_back(asking: Asking) -> None:
    asking.edit(BANK[0], replace(BANK[0], competencies=()))
    asking.reset(BANK[0].id)
    assert asking.listed() == list(BANK)


def test_resetting_takes_no_own_question_away(asking: Asking) -> None:
    own = asking.add("Why?")
    asking.reset(own.id)
    assert asking.question(own.id) == own


def test_a_change_to_a_question_that_left_the_bank_is_not_listed(asking: Asking) -> None:
    asking.edit(BANK[0], replace(BANK[0], competencies=()))
    later = replace(asking, bank=lambda: BANK[1:])
    assert later.listed() == [BANK[1]]


def test_a_deleted_question_comes_back(asking: Asking) -> None:
    own = asking.add("Why?")
    asking.delete(own.id)
    assert (asking.listed(), [one.id for one in asking.deleted()]) == (list(BANK), [own.id])
    asking.restore(own.id)
    assert (asking.listed()[2:], asking.deleted()) == ([own], [])


def test_a_question_of_the_bank_is_not_deleted(asking: Asking) -> None:
    asking.edit(BANK[0], replace(BANK[0], competencies=()))
    for id in ("led", "model", "other"):
        with pytest.raises(QuestionUnknown, match="of your own"):
            asking.delete(QuestionId(id))
    assert len(asking.listed()) == 2


@pytest.mark.parametrize(("over", "left"), [(timedelta(0), 1), (timedelta(seconds=1), 0)])
def test_deleted_questions_are_forgotten_in_time(
    asking: Asking, over: timedelta, left: int
) -> None:
    asking.delete(asking.add("Why?").id)
    replace(asking, now=lambda: NOON + KEEP_DELETED + over).purge_old()
    assert len(asking.deleted()) == left


# lists


def test_a_pasted_list_shows_what_would_come_in(asking: Asking) -> None:
    first, second = asking.import_list("1. How do you lead a team?\n2. Why?")
    assert first.listed.text == "How do you lead a team?"
    assert [one.id for one in first.suggestions] == ["leadership", "teamwork"]
    assert (second.suggestions, second.there) == ((), None)
    assert asking.listed() == list(BANK)


def test_a_file_shows_what_would_come_in(asking: Asking, tmp_path: Path) -> None:
    (tmp_path / "list.md").write_text("# Mine\n- Why us?\n", encoding="utf-8")
    (only,) = asking.import_list(tmp_path / "list.md")
    assert only.listed.text == "Why us?"


def test_questions_that_are_there_already_are_noticed(asking: Asking) -> None:
    own = asking.add("Why us?")
    found = asking.import_list("when did you LEAD\nWhy - us\nWho?\nWho ?")
    assert [one.there and one.there.text for one in found] == [
        "When did you lead?",
        own.text,
        None,
        "Who?",
    ]


def test_a_deleted_question_may_come_in_again(asking: Asking) -> None:
    asking.delete(asking.add("Why us?").id)
    assert asking.import_list("Why us?")[0].there is None


def test_accepting_keeps_what_is_new_with_its_suggestions(asking: Asking) -> None:
    listed = asking.import_list("How do you lead a team?\nWhen did you lead?\nWhy?")
    fresh = asking.accept(listed)
    assert asking.listed("own") == list(fresh)
    assert [(one.text, one.competencies) for one in fresh] == [
        ("How do you lead a team?", ("leadership", "teamwork")),
        ("Why?", ()),
    ]


def test_accepting_without_suggestions_leaves_them_out(asking: Asking) -> None:
    (fresh,) = asking.accept(asking.import_list("How do you lead?"), tagged=False)
    assert fresh.competencies == ()


def test_an_accepted_list_is_taken_back_whole(asking: Asking) -> None:
    fresh = asking.accept(asking.import_list("Why?\nWho?"))
    asking.take_back(fresh)
    assert asking.listed() == list(BANK)
    assert len(asking.deleted()) == 2


def test_ten_thousand_questions_come_in_in_their_order(asking: Asking) -> None:
    text = "\n".join(f"{at}. Why {at}?" for at in range(10_000))
    asking.accept(asking.import_list(text))
    assert texts(asking.listed("own")) == [f"Why {at}?" for at in range(10_000)]


@pytest.mark.parametrize(("text", "why"), [("", "no questions"), ('{"a": 1}', "is JSON")])
def test_a_paste_that_is_no_list_is_refused(asking: Asking, text: str, why: str) -> None:
    with pytest.raises(QuestionsUnreadable, match=f"the pasted text .*{why}") as refused:
        asking.import_list(text)
    assert refused.value.hint == "paste one question a line."


# suggestions


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ((), ()),
        ((0.25,), ("0",)),
        ((0.24,), ()),
        ((0.3, 0.24), ("0",)),
        ((0.8, 0.4), ("0", "1")),
        ((0.8, 0.39), ("0",)),
        ((0.8, 0.8, 0.8, 0.8), ("0", "1", "2")),
    ],
)
def test_accepting_takes_the_best_and_those_about_as_likely(
    scores: tuple[float, ...], expected: tuple[str, ...]
) -> None:
    assert taken([Suggestion(str(at), score, ()) for at, score in enumerate(scores)]) == expected


def test_a_job_description_is_read_with_the_suggestions_at_hand(asking: Asking) -> None:
    (wish,) = asking.job_description("You lead people.")
    assert (wish.competency, wish.words) == ("leadership", ("lead",))
