import pytest

from storybuilder.core.quantities.lone_duration import lone_durations
from storybuilder.core.token import tokens_of


def durations(text: str) -> list[tuple[str, float | None, str]]:
    tokens = tokens_of(text)
    return [
        (text[tokens[m.first].start_char : tokens[m.end - 1].end_char], m.value, m.unit)
        for m in lone_durations(tokens)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We finished a month early.", ("a month", 1, "month")),
        ("within the hour", ("the hour", 1, "hour")),
        ("It took a whole day.", ("a whole day", 1, "day")),
        ("an hour and a half", ("an hour and a half", 1.5, "hour")),
        ("an hour and 20 minutes", ("an hour", 1, "hour")),
        ("with a week to spare", ("a week", 1, "week")),
        ("under a minute", ("a minute", 1, "minute")),
        ("a couple of weeks", ("a couple of weeks", 2, "week")),
        ("done in 1:30", ("1:30", 90, "second")),
        ("1:30 hours", ("1:30 hours", 90, "minute")),
        ("under 1:02:03", ("1:02:03", 3723, "second")),
    ],
)
def test_a_time_without_a_number_is_found(text: str, found: tuple[str, float, str]) -> None:
    assert durations(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "20 a month",
        "twice a day",
        "for a second",
        "a second question",
        "a year 10 class",
        "a quarter of it",
        "at 8:30",
        "in 8:30 am",
        "from 8:30 to 9:15",
        "the hour came",
    ],
)
def test_rates_moments_and_times_of_day_are_none(text: str) -> None:
    assert durations(text) == []


def test_a_race_got_faster() -> None:
    assert [value for _, value, _ in durations("from 3:52 to 3:31")] == [232, 211]
