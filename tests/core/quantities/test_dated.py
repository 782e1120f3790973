import pytest

from storybuilder.core.quantities.dated import is_dated
from storybuilder.core.quantities.number import numbers_of
from storybuilder.core.token import tokens_of


def dated(text: str) -> list[bool]:
    tokens = tokens_of(text)
    return [is_dated(tokens, number) for number in numbers_of(tokens)]


@pytest.mark.parametrize(
    "text",
    [
        "in 2024 we moved",
        "twenty nineteen was hard",
        "nineteen ninety",
        "in nineteen eighty four",
        "in two thousand and eight.",
        "on 12 May",
        "the 3rd of March",
        "at 5 pm",
        "at 5 p.m.",
        "at ten to six",
        "at twenty past nine",
        "at four thirty",
        "nine thirty with a lamp",
    ],
)
def test_years_days_and_times_are_dates(text: str) -> None:
    assert all(dated(text))


@pytest.mark.parametrize(
    "text",
    [
        "2,024 users",
        "in 2000 people",
        "twenty twenty five people",
        "12 people",
        "at 95 %",
        "10 to 6",
    ],
)
def test_their_look_alikes_are_none(text: str) -> None:
    assert not any(dated(text))
