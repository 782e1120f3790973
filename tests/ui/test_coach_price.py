"""Prices: with point or comma, or not known; anything else is no price."""

import pytest

from storybuilder.ui.coach_price import MOST, price_of, written_price


@pytest.mark.parametrize(
    ("written", "value"),
    [("", 0.0), ("  ", 0.0), ("3", 3.0), ("0,80", 0.8), (" 15.5 ", 15.5), ("100000", MOST)],
)
def test_a_price_is_read_with_point_or_comma(written: str, value: float) -> None:
    assert price_of(written) == value


@pytest.mark.parametrize(
    "written", ["cheap", "-3", "3 $", "1.000,50", "nan", "inf", "1e5", "100000.5", "٣", "3."]
)
def test_what_is_no_price_is_not_guessed_at(written: str) -> None:
    assert price_of(written) is None


def test_a_price_stands_in_its_field_as_it_is_read_again() -> None:
    assert [written_price(value) for value in (0.0, 3.0, 0.8)] == ["", "3", "0.8"]
