import pytest

from storybuilder.core.quantities.no_measure import measures_nothing
from storybuilder.core.quantities.number import numbers_of
from storybuilder.core.token import tokens_of


def measured(text: str) -> int:
    tokens = tokens_of(text)
    return sum(not measures_nothing(tokens, number) for number in numbers_of(tokens))


@pytest.mark.parametrize(
    "text",
    [
        "in 2024 we moved",
        "twenty nineteen was hard",
        "on 12 May",
        "May 12",
        "the 3rd of March",
        "at 5 pm",
        "at seven, sharp",
        "Q3 was slow",
        "in Room 12",
        "Version 2",
        "ISO 9001",
        "Python 3",
        "COVID-19",
        "ticket #4521",
        "call 555-1234",
        "07700900123",
        "the 90s",
        "first I asked",
        "the second thing",
        "one of my colleagues",
        "one day",
        "no one came",
        "nine to five",
        "us two, alone",
        "1. I asked",
    ],
)
def test_names_dates_and_telling_measure_nothing(text: str) -> None:
    assert measured(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "2,024 users",
        "2000 users",
        "12 people",
        "at 95 %",
        "one week",
        "only one complaint",
        "third place",
        "to two",
        "24 hours",
        "2. It was over in 3 days",
        "we were building 3 calculators",
        "the plan 11 changes a week",
        "an AUC 0.91",
        "cut it to sub-50",
    ],
)
def test_their_look_alikes_do_measure(text: str) -> None:
    assert measured(text) == 1
