import pytest

from storybuilder.core.coaching.date_marks import date_marks
from storybuilder.core.coaching.dated import dates_in
from storybuilder.core.coaching.material import material_of
from storybuilder.core.coaching.passage import passages_of

TOLD = (
    "In 2019 I joined the choir. We launched the shop in March 2021, on a Monday at half past "
    "nine. The bus came at four. A call took 5 minutes 50 seconds."
)


def marked(draft: str) -> list[tuple[str, str, str]]:
    material = material_of([TOLD])
    return [
        (draft[slice(*passage.span(mark.first, mark.end))], mark.why, mark.unit)
        for passage in passages_of(draft)
        for mark in date_marks(passage, dates_in(passage.tokens), material)
    ]


@pytest.mark.parametrize(
    "draft",
    [
        "In 2019 I joined.",
        "In March we launched it.",
        "It opened at 9:30.",
        "The bus came at 4 pm.",
        "Calls took 5:50.",
        "It was twenty nineteen.",
    ],
)
def test_dates_of_the_material_are_traced(draft: str) -> None:
    assert marked(draft) == []


@pytest.mark.parametrize(
    ("draft", "date", "piece"),
    [
        ("In 2020 I joined.", "2020", "year"),
        ("We launched in May.", "May", "month"),
        ("It was a Tuesday.", "Tuesday", "weekday"),
        ("It opened at 9:45.", "9:45", "clock"),
        ("It was on 12 March.", "12 March", "day"),
        ("Last year it rained.", "Last year", "turn"),
    ],
)
def test_dates_from_nowhere_are_marked(draft: str, date: str, piece: str) -> None:
    assert marked(draft) == [(date, "unknown", piece)]


def test_a_month_of_another_year_is_moved() -> None:
    assert marked("It was in March 2019.") == [("March 2019", "moved", "month")]


def test_a_date_told_of_another_event_is_moved() -> None:
    assert marked("We launched the shop in 2019.") == [("2019", "moved", "year")]
