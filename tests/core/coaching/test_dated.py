import pytest

from storybuilder.core.coaching.dated import dates_in
from storybuilder.core.token import tokens_of


def dates(text: str) -> list[set[tuple[str, int | str]]]:
    return [set(one.pieces) for one in dates_in(tokens_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 12 January 2023 it broke", [{("day", 12), ("month", 1), ("year", 2023)}]),
        ("On January 12th, 2023", [{("day", 12), ("month", 1), ("year", 2023)}]),
        ("the 1st of May", [{("day", 1), ("month", 5)}]),
        ("in twenty twenty-three", [{("year", 2023)}]),
        ("on Mondays and in autumn", [{("weekday", "monday")}, {("season", "autumn")}]),
        ("in the fall", [{("season", "autumn")}]),
        ("before Easter", [{("feast", "easter")}]),
        ("last year", [{("turn", "last year")}]),
        ("in Q3", [{("quarter", 3)}]),
        ("on 03/04/2022", [{("year", 2022), ("short", "03/04")}]),
    ],
)
def test_dates_are_read_in_pieces(text: str, expected: list[set[tuple[str, int]]]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize("text", ["at 9:30", "at half past nine", "at 21:30", "at 9.30 pm"])
def test_times_of_day_are_one_however_they_are_told(text: str) -> None:
    assert dates(text) == [{("clock", 570)}]


def test_morning_and_afternoon_are_told_apart() -> None:
    assert [one.afternoon for one in dates_in(tokens_of("9 pm, 9 a.m., 9 o'clock, 16:40"))] == [
        True,
        False,
        None,
        True,
    ]


@pytest.mark.parametrize(
    "text",
    ["We march on", "you may go", "2,000 people", "24/7", "2019 tickets", "The fall was deep"],
)
def test_what_dates_nothing_is_no_date(text: str) -> None:
    assert dates(text) == []
