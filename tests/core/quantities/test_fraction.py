import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.quantities.fraction import read_fraction, read_rest
from storybuilder.core.token import tokens_of


def fraction(text: str, at: int = 0) -> tuple[float, bool] | None:
    read = read_fraction(tokens_of(text), at)
    return None if read is None else (round(read.value, 6), read.is_share)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half of them", 0.5),
        ("a half", 0.5),
        ("one-half", 0.5),
        ("half-hour", 0.5),
        ("two thirds", 0.666667),
        ("two-thirds", 0.666667),
        ("three quarters", 0.75),
        ("two quarters of it", 0.5),
        ("four fifths", 0.8),
        ("one tenth of it", 0.1),
        ("a third", 0.333333),
        ("a third fewer", 0.333333),
        ("quarter of an hour", 0.25),
        ("2/3", 0.666667),
        ("1/12", 0.083333),
        ("½", 0.5),
    ],
)
def test_a_share_is_a_part_of_one(text: str, value: float) -> None:
    assert fraction(text) == (value, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half a million", 500_000),
        ("half a dozen", 6),
        ("three quarters of a million", 750_000),
        ("88/100", 88),
        ("8.7/10", 8.7),
    ],
)
def test_a_part_of_a_number_and_a_mark_are_plain_numbers(text: str, value: float) -> None:
    assert fraction(text) == (value, False)


@pytest.mark.parametrize(
    "text",
    [
        "half past six",
        "half six",
        "half-hearted",
        "a third person",
        "a quarter past nine",
        "two quarters",
        "five thirds",
        "24/7",
        "80/20",
        "50/50",
        "12/2",
        "a cat",
    ],
)
def test_times_orders_and_idioms_are_none(text: str) -> None:
    assert fraction(text) is None


def test_a_day_is_no_share() -> None:
    assert fraction("on 3/4", at=1) is None


@given(
    st.integers(2, 9).flatmap(lambda whole: st.tuples(st.integers(1, whole - 1), st.just(whole)))
)
def test_every_small_fraction_in_digits_is_a_share(parts: tuple[int, int]) -> None:
    assert fraction(f"{parts[0]}/{parts[1]}") == (round(parts[0] / parts[1], 6), True)


@pytest.mark.parametrize(
    ("text", "value"),
    [("and a half", 0.5), ("and half", 0.5), ("-and-a-half", 0.5), ("and three quarters", 0.75)],
)
def test_a_number_grows_by_a_fraction(text: str, value: float) -> None:
    rest = read_rest(tokens_of(text if text[0] != "-" else f"two{text}"), int(text[0] == "-"))
    assert rest is not None
    assert rest.value == value


@pytest.mark.parametrize("text", ["and a cat", "and two", "24/7", "or a half"])
def test_other_words_let_it_be(text: str) -> None:
    assert read_rest(tokens_of(text), 0) is None
