import pytest

from storybuilder.core.quantities.outcome import Outcomes
from storybuilder.core.quantities.quantity import find_quantities, measures_in
from storybuilder.core.token import tokens_of
from tests.builders import labelled_as
from tests.outcomes import OUTCOMES


def results(text: str) -> list[str]:
    return [q.text for q in find_quantities(text, outcomes=OUTCOMES) if q.is_result]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I cut the wait from 40 to 15 minutes.", ["from 40 to 15 minutes"]),
        ("Wrong orders fell by 30 %.", ["30 %"]),
        ("As a result sales rose by 12 percent.", ["12 percent"]),
        ("It saved us $40,000 a year.", ["$40,000"]),
        ("We finished two weeks early.", ["two weeks"]),
        ("The error rate dropped to 2 %.", ["2 %"]),
        ("Sign-ups doubled.", ["doubled"]),
        ("Result: 40 % fewer complaints.", ["40 %"]),
        ("That saved every nurse an hour and 20 minutes.", ["an hour and 20 minutes"]),
        ("The page now loads 3x faster.", ["3x"]),
        ("We have had no complaints since.", ["no complaints"]),
        ("Satisfaction went from 71 % to 90 %.", ["from 71 % to 90 %"]),
        ("In the end 200 customers signed.", ["200 customers"]),
        ("I raised £3,000 for the shelter.", ["£3,000"]),
        ("The goal was to cut costs, and they fell by 15 %.", ["15 %"]),
        ("The new rota halved overtime.", ["halved"]),
    ],
)
def test_a_figure_of_what_came_of_it_is_an_outcome(text: str, told: list[str]) -> None:
    assert results(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "I led a team of five.",
        "We had to reach 95 %.",
        "We had three weeks.",
        "The goal was to cut costs by 15 %.",
        "My task was to raise sales by 20 percent.",
        "Target: 500 new members.",
        "I had 10 years of experience.",
        "I called 12 customers.",
        "I interviewed eight nurses and wrote down what they said.",
        "There were 40 people in the queue.",
        "The budget was £20,000.",
        "Three weeks later they thanked me.",
        "I was responsible for 30 patients.",
        "We were losing 8 % of parcels.",
        "My manager wanted it done within two days.",
        "I spent six hours reading the logs.",
        "Complaints had risen to 30 a week.",
    ],
)
def test_a_figure_of_scene_duty_or_effort_is_none(text: str) -> None:
    assert results(text) == []


def test_in_an_answer_the_part_of_its_sentence_counts() -> None:
    told = ["S I was there", "A I asked them", "R It took 40 minutes"]
    text = "I was there\nI asked them\nIt took 40 minutes"
    (in_result,) = find_quantities(text, labelled_as(*told), OUTCOMES)
    (in_scene,) = find_quantities(text, labelled_as(*told[:2], "S It took 40 minutes"), OUTCOMES)
    assert (in_result.is_result, in_scene.is_result) == (True, False)


def test_without_a_model_nothing_is_judged() -> None:
    assert [q.is_result for q in find_quantities("Sales rose by 12 %.")] == [False]


@pytest.mark.parametrize(("least", "told"), [(0.5, True), (0.51, False)])
def test_a_measure_is_an_outcome_from_the_least_probability_on(least: float, told: bool) -> None:
    tokens = tokens_of("Sales rose by 12 %.")
    (measure,) = measures_in(tokens)
    assert Outcomes(0.0, {}, least).tells_outcome(tokens, measure, None) is told


def test_the_weights_of_all_that_holds_are_added() -> None:
    model = Outcomes(-1.0, {"a": 2.0, "b": -1.0, "c": 9.0}, 0.5)
    assert model.probability_of(["a", "b", "unknown"]) == 0.5
