import pytest

from storybuilder.core.coaching.dated import dates_in
from storybuilder.core.coaching.figure_marks import figure_marks
from storybuilder.core.coaching.material import material_of
from storybuilder.core.coaching.passage import passages_of

TOLD = (
    "We had 12 nurses and 30 patients. The answer time went from 8 hours to 2. Churn fell by 12 %. "
    "We lost 40 % of the requests. Customers paid 9,400 euros. No visitor complained. "
    "Nine pupils sang, a third of them solo. Errors fell by 30 % and costs by 15 %."
)


def marked(draft: str) -> list[tuple[str, str]]:
    material, passages = material_of([TOLD]), passages_of(draft)
    return [
        (draft[slice(*passage.span(mark.first, mark.end))], mark.why)
        for at, passage in enumerate(passages)
        for mark in figure_marks(passages, at, dates_in(passage.tokens), material)
    ]


@pytest.mark.parametrize(
    "draft",
    [
        "There were twelve nurses.",
        "The answer time fell to 120 minutes.",
        "Customers paid €9.4k.",
        "There were zero complaints from visitors.",
        "33 % of the pupils sang solo.",
        "Nine kids sang.",
        "I did three things.",
        "One of the nurses left.",
        "Costs fell by fifteen percent.",
    ],
)
def test_figures_of_the_material_are_traced(draft: str) -> None:
    assert marked(draft) == []


@pytest.mark.parametrize(
    ("draft", "figure"),
    [
        ("There were 13 nurses.", "13 nurses"),
        ("Churn fell by a fifth.", "by a fifth"),
        ("Customers paid 94,000 euros.", "94,000 euros"),
        ("Only half of them sang.", "half"),
        ("It took two weeks.", "two weeks"),
        ("We came first in the region.", "first"),
    ],
)
def test_figures_from_nowhere_are_marked(draft: str, figure: str) -> None:
    assert marked(draft) == [(figure, "unknown")]


@pytest.mark.parametrize(
    ("draft", "figure"),
    [
        ("We had 30 nurses.", "30 nurses"),
        ("We lost 40 % of the customers.", "40 %"),
        ("Costs fell by 30 %.", "30 %"),
        ("Churn fell by 15 %.", "15 %"),
    ],
)
def test_figures_of_another_thing_are_marked(draft: str, figure: str) -> None:
    assert marked(draft) == [(figure, "moved")]


def test_a_change_told_backwards_is_marked() -> None:
    assert marked("The answer time went from 2 hours to 8.") == [("from 2 hours to 8", "turned")]


@pytest.mark.parametrize(
    ("draft", "why"), [("over 30 patients", "bound"), ("fewer than 30 patients", "bound")]
)
def test_more_or_less_than_was_told_is_marked(draft: str, why: str) -> None:
    assert [found for _, found in marked(f"We had {draft}.")] == [why]


@pytest.mark.parametrize(
    "draft",
    [
        "The answer time fell by 75 %.",
        "The answer time fell by three quarters.",
        "The answer time is 6 hours shorter.",
        "The answers came four times faster.",
    ],
)
def test_what_follows_exactly_from_one_change_is_the_persons_own(draft: str) -> None:
    assert marked(draft) == []


@pytest.mark.parametrize(
    "draft", ["We had 42 people.", "The answer time fell by 74 %.", "We had 18 more patients."]
)
def test_any_other_arithmetic_is_not(draft: str) -> None:
    assert [why for _, why in marked(draft)] == ["unknown"]
