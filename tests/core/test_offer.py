import pytest

from storybuilder.core.competency import Competency
from storybuilder.core.framework import Framework, Item
from storybuilder.core.offer import (
    asked_words,
    competency_demand,
    demand_of,
    ideal,
    item_demands,
    story_words,
    titles_of,
    words_of,
)
from storybuilder.core.question import Question, QuestionId
from tests.builders import story

KNOWN = ("conflict", "influence")


def question(text: str = "Why?", **fields: object) -> Question:
    return Question(id=QuestionId("q1"), text=text, **fields)  # type: ignore[arg-type]


def test_words_meet_by_their_stems_and_are_kept_as_written() -> None:
    assert words_of("We Negotiated the invoices; negotiating an invoice") == {
        "negoti": "Negotiated",
        "invoic": "invoices",
    }


def test_words_of_asking_say_nothing() -> None:
    asked = asked_words(
        "Tell me about a time you handled a missed deadline at work. What happened?"
    )
    assert list(asked.values()) == ["missed", "deadline"]


def test_all_that_is_written_of_a_story_counts() -> None:
    told = story(title="Press", headline="Fuse", task="Ship", lesson="Measure", tags=("night",))
    assert story_words(told).keys() == words_of("press fuse ship measure night").keys()


def test_later_stories_of_one_title_get_a_number() -> None:
    stories = [story("a", title="Press"), story("b", title=" Press "), story("c"), story("d")]
    titles = ["Press", "Press (2)", "Untitled story", "Untitled story (2)"]
    assert list(titles_of(stories).values()) == titles


def test_what_a_question_was_said_to_test_goes_before_what_is_suggested() -> None:
    demand = demand_of(question(competencies=("conflict",)), KNOWN, ("influence",))
    assert (demand.competencies, demand.confirmed) == (("conflict",), True)


@pytest.mark.parametrize("said", [(), ("gone",)])
def test_suggestions_stand_in_where_nothing_known_was_said(said: tuple[str, ...]) -> None:
    demand = demand_of(question(competencies=said), KNOWN, ("influence", "gone"))
    assert (demand.competencies, demand.confirmed) == (("influence",), False)


@pytest.mark.parametrize(("said", "kept"), [(-3, 1), (0, 1), (1, 1), (5, 5), (9, 5)])
def test_commonness_stays_within_its_scale(said: int, kept: int) -> None:
    assert demand_of(question(commonness=said), KNOWN).commonness == kept


def test_an_item_of_a_framework_wants_only_competencies_there_are() -> None:
    items = (Item("dive", "Dive Deep", "Audit details", ("gone", "conflict")),)
    (demand,) = item_demands(Framework("amazon", "Amazon", "", items), KNOWN)
    assert (demand.id, demand.text) == ("amazon/dive", "Dive Deep")
    assert demand.competencies == ("conflict",)
    assert "audit" in demand.words


def test_a_competency_is_a_column_of_its_own() -> None:
    demand = competency_demand(Competency("conflict", "Conflict", "Working it out"))
    assert (demand.text, demand.competencies, demand.words) == ("Conflict", ("conflict",), {})


def test_an_ideal_story_lacks_nothing() -> None:
    best = ideal("conflict")
    assert (best.competencies, best.missing, best.quantified) == (("conflict",), (), True)


def test_an_empty_framework_wants_nothing() -> None:
    assert item_demands(Framework("own", "Your own", "", ()), KNOWN) == ()
