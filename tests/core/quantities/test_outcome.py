import pytest

from storybuilder.core.quantities.quantity import find_quantities
from storybuilder.core.sentence import LabelledSentence, Sentence
from storybuilder.core.story import Part


def results(text: str, part: Part | None) -> list[str]:
    whole = LabelledSentence(sentence=Sentence(text, 0, len(text)), part=part, confidence=1.0)
    return [quantity.text for quantity in find_quantities(text, [whole]) if quantity.is_result]


def test_a_figure_in_a_result_is_an_outcome() -> None:
    assert results("It took 40 minutes.", Part.RESULT) == ["40 minutes"]


@pytest.mark.parametrize(
    "text",
    [
        "Three weeks later they thanked me.",
        "It was a team of five.",
        "I had 10 years of experience.",
        "I learned two things.",
        "After six months they asked again.",
    ],
)
def test_a_setting_is_none_even_in_a_result(text: str) -> None:
    assert results(text, Part.RESULT) == []


def test_a_verb_of_effect_makes_an_outcome_in_an_action() -> None:
    assert results("I wrote a cache which cut the load by 30 %.", Part.ACTION) == ["30 %"]


def test_a_bare_count_in_an_action_is_none() -> None:
    assert results("I called 12 customers.", Part.ACTION) == []


@pytest.mark.parametrize("part", [Part.SITUATION, Part.TASK])
def test_a_situation_and_a_task_hold_no_outcome(part: Part) -> None:
    assert results("Sales had dropped by 30 %.", part) == []
