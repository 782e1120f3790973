import pytest

from storybuilder.core.coaching.dated import dates_in
from storybuilder.core.coaching.material import material_of
from storybuilder.core.coaching.name_marks import name_marks, names_in
from storybuilder.core.coaching.passage import passages_of

TOLD = (
    "I met Priya Shah and Tomasz Kowalski at Nordlys in Brazil. The magnetic resonance imaging was "
    "slow, so we used git hub and line N14. Łukasz knew the Bank of England."
)


def marked(draft: str, told: str = TOLD) -> list[tuple[str, str]]:
    material = material_of([told])
    return [
        (draft[slice(*passage.span(mark.first, mark.end))], mark.why)
        for passage in passages_of(draft)
        for mark in name_marks(
            passage, names_in(passage, dates_in(passage.tokens), material), material
        )
    ]


@pytest.mark.parametrize(
    "draft",
    [
        "Priya's list and PRIYA again",
        "I asked Shah, then Tomasz.",
        "We put it on GitHub.",
        "The MRI was slow.",
        "A Brazilian firm, Nordlys, helped.",
        "Lukasz drove the N14.",
        "The Bank of England knew.",
        "In May I left on a Monday.",
        "Everything was slow. Nothing worked.",
        "I'm sure. OK.",
    ],
)
def test_names_of_the_material_are_traced(draft: str) -> None:
    assert marked(draft) == []


@pytest.mark.parametrize(
    ("draft", "name"),
    [
        ("I asked Jonas.", "Jonas"),
        ("Jonas called me.", "Jonas"),
        ("The SLA was met.", "SLA"),
        ("We used iPhones.", "iPhones"),
        ("We took line N7.", "N7"),
        ("I met Priya Shah at Lidl's.", "Lidl's"),
    ],
)
def test_names_from_nowhere_are_marked(draft: str, name: str) -> None:
    assert marked(draft) == [(name, "unknown")]


def test_names_that_never_stood_together_are_marked() -> None:
    assert marked("I met Priya Kowalski.") == [("Priya Kowalski", "moved")]


def test_a_text_in_capitals_has_no_names() -> None:
    assert marked("WE ALL WENT HOME VERY EARLY THAT NIGHT") == []
