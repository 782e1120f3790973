from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.ui.labels import (
    NO_BREAK,
    clock,
    count,
    listed,
    megabytes,
    moment,
    number_word,
    percent,
    spoken_clock,
    units,
)

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def seconds_of(shown: str) -> int:
    seconds = 0
    for figure in shown.split(":"):
        seconds = 60 * seconds + int(figure)
    return seconds


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "0:00"),
        (9.4, "0:09"),
        (59.4, "0:59"),
        (59.5, "1:00"),
        (84, "1:24"),
        (3599, "59:59"),
        (3599.5, "1:00:00"),
        (3600, "1:00:00"),
        (3725, "1:02:05"),
    ],
)
def test_a_clock_shows_whole_seconds(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown


@given(st.floats(0, 360_000))
def test_a_clock_reads_back_to_half_a_second(seconds: float) -> None:
    assert abs(seconds_of(clock(seconds)) - seconds) <= 0.5


@given(st.floats(0, 360_000))
def test_a_clock_never_shows_sixty(seconds: float) -> None:
    assert all(int(figure) < 60 for figure in clock(seconds).split(":")[1:])


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "0 seconds"),
        (1, "1 second"),
        (59.4, "59 seconds"),
        (59.6, "1 minute 0 seconds"),
        (84, "1 minute 24 seconds"),
        (121, "2 minutes 1 second"),
    ],
)
def test_a_clock_is_told_in_words(seconds: float, told: str) -> None:
    assert spoken_clock(seconds) == told


@pytest.mark.parametrize(("share", "shown"), [(0, "0"), (0.304, "30"), (0.306, "31"), (1, "100")])
def test_a_share_is_whole_percent_that_no_line_end_parts(share: float, shown: str) -> None:
    assert percent(share) == f"{shown}{NO_BREAK}%"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("12 s over", f"12{NO_BREAK}s over"),
        ("from 19 % to 8 %", f"from 19{NO_BREAK}% to 8{NO_BREAK}%"),
        ("2 stories", "2 stories"),
        ("it is so", "it is so"),
        ("two s", "two s"),
    ],
)
def test_a_figure_keeps_its_unit_on_its_line(written: str, kept: str) -> None:
    assert units(written) == kept


@given(st.text())
def test_keeping_units_changes_nothing_but_spaces(written: str) -> None:
    assert units(written).replace(NO_BREAK, " ") == written.replace(NO_BREAK, " ")


@pytest.mark.parametrize(("number", "said"), [(0, "0 words"), (1, "1 word"), (2, "2 words")])
def test_a_count_agrees_with_its_noun(number: int, said: str) -> None:
    assert count(number, "word") == said


@pytest.mark.parametrize(
    ("number", "word"), [(0, "No"), (1, "One"), (9, "Nine"), (10, "10"), (-1, "-1")]
)
def test_small_numbers_are_words_and_larger_ones_figures(number: int, word: str) -> None:
    assert number_word(number) == word


@pytest.mark.parametrize(
    ("words", "told"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_ends_with_and(words: list[str], told: str) -> None:
    assert listed(words) == told


@pytest.mark.parametrize(("size_mb", "shown"), [(75, "75 MB"), (999, "999 MB"), (1000, "1.0 GB")])
def test_a_size_is_in_megabytes_up_to_a_thousand(size_mb: float, shown: str) -> None:
    assert megabytes(size_mb).replace(NO_BREAK, " ") == shown


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (datetime(2026, 11, 20, 9, 5, tzinfo=UTC), "today 09:05"),
        (datetime(2026, 11, 20, 0, 0, tzinfo=UTC), "today 00:00"),
        (datetime(2026, 11, 19, 23, 59, tzinfo=UTC), "yesterday 23:59"),
        (datetime(2026, 11, 18, 23, 59, tzinfo=UTC), "18 November 23:59"),
        (datetime(2025, 11, 20, 14, 32, tzinfo=UTC), "20 November 2025 14:32"),
    ],
)
def test_a_moment_is_told_from_today(at: datetime, told: str) -> None:
    assert moment(at, NOW) == told


@pytest.mark.parametrize(("hours", "told"), [(2, "today 01:30"), (0, "yesterday 23:30")])
def test_a_moment_is_told_in_the_zone_of_the_person(hours: int, told: str) -> None:
    here = NOW.astimezone(timezone(timedelta(hours=hours)))
    assert moment(datetime(2026, 11, 19, 23, 30, tzinfo=UTC), here) == told


def test_new_year_s_eve_is_yesterday_on_new_year_s_day() -> None:
    new_year = datetime(2027, 1, 1, 9, tzinfo=UTC)
    assert moment(new_year - timedelta(hours=10), new_year) == "yesterday 23:00"
