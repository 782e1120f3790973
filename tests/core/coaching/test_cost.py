"""What a call costs is told as far as it is known, and never less than it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.coaching.cost import Prices, RoughCost, rough_cost, rough_tokens


def test_tokens_are_counted_by_length_and_rounded_up() -> None:
    assert rough_tokens("") == 0
    assert rough_tokens("a") == 1
    assert rough_tokens("a" * 350, "b" * 350) == 200


def test_a_price_is_that_of_all_that_is_sent_and_may_come_back() -> None:
    assert rough_cost(2000, 1000, Prices(4, 16)) == RoughCost(2000, 1000, 0.024)


@pytest.mark.parametrize("prices", [Prices(), Prices(3, 0), Prices(0, 15)])
def test_an_unknown_price_is_not_told_as_nothing(prices: Prices) -> None:
    assert rough_cost(2000, 1000, prices).most_price is None


@given(st.text(max_size=50), st.text(max_size=50))
def test_more_text_is_never_fewer_tokens(one: str, other: str) -> None:
    assert rough_tokens(one, other) >= rough_tokens(one)
