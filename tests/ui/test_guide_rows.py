from dataclasses import fields

import pytest

from storybuilder.core.story import Part, Story
from storybuilder.core.template import Template
from storybuilder.ui.guide_rows import STEPS, first_open, hint_of, measure, state_of
from tests.builders import story

TEMPLATE = Template(
    competency="conflict", situation="Who wanted what.", task="t", action="a", result="r", lesson=""
)
BY_NAME = {step.name: step for step in STEPS}


def test_the_parts_are_asked_in_telling_order_before_anything_else() -> None:
    assert [step.part for step in STEPS[:4]] == list(Part)
    assert {step.part for step in STEPS[4:]} == {None}


def test_every_answer_has_its_place_in_the_story() -> None:
    assert set(BY_NAME) < {field.name for field in fields(Story)}
    assert len(BY_NAME) == len(STEPS)


def test_every_question_comes_with_a_hint_and_an_example() -> None:
    assert all(step.question.endswith("?") and step.hint and step.example for step in STEPS)


def test_the_first_question_without_an_answer_is_asked() -> None:
    assert STEPS[first_open(story())].name == "situation"
    assert STEPS[first_open(story(situation="There.", task=" "))].name == "task"
    assert STEPS[first_open(story(**dict.fromkeys(BY_NAME, "Told.")))].name == "title"


def test_the_competency_gives_the_hint_where_it_has_one() -> None:
    assert hint_of(BY_NAME["situation"], TEMPLATE) == "Who wanted what."
    for name in ("lesson", "headline"):
        assert hint_of(BY_NAME[name], TEMPLATE) == BY_NAME[name].hint
    assert hint_of(BY_NAME["situation"], None) == BY_NAME["situation"].hint


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "0 words, 0:00 spoken"),
        ("One", "1 word, 0:00 spoken"),
        ("a " * 140, "140 words, 1:00 spoken"),
    ],
)
def test_an_answer_is_measured_at_the_persons_pace(text: str, told: str) -> None:
    assert measure(text, 140) == told


def test_a_question_is_being_asked_answered_or_open() -> None:
    written = story(task="Halve it.")
    assert state_of(written, BY_NAME["task"], at=True) == ("→", "being asked")
    assert state_of(written, BY_NAME["task"], at=False) == ("✓", "answered")
    assert state_of(written, BY_NAME["action"], at=False) == ("○", "open")
