import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from storybuilder.core.quantities.number import numbers_of
from storybuilder.core.token import tokens_of


def read(text: str) -> list[tuple[str, float | None]]:
    tokens = tokens_of(text)
    return [
        (text[tokens[n.first].start_char : tokens[n.end - 1].end_char], n.value)
        for n in numbers_of(tokens)
    ]


@pytest.mark.parametrize(
    ("text", "number", "value"),
    [
        ("thirty-two percent", "thirty-two", 32),
        ("1.2 million", "1.2 million", 1_200_000),
        ("two point three million", "two point three million", 2_300_000),
        ("40k users", "40k", 40_000),
        ("12 k", "12 k", 12_000),
        ("2.3M", "2.3M", 2_300_000),
        ("2.3 M", "2.3 M", 2_300_000),
        ("$2b", "2b", 2e9),
        ("12,400.5", "12,400.5", 12_400.5),
        ("three point five", "three point five", 3.5),
        ("two and a half weeks", "two and a half", 2.5),
        ("two-and-a-half weeks", "two-and-a-half", 2.5),
        ("one and a half million", "one and a half million", 1_500_000),
        ("two million and a half", "two million and a half", 2_500_000),
        ("eight and a half thousand", "eight and a half thousand", 8500),
        ("3½ hours", "3½", 3.5),
        ("3 1/2 hours", "3 1/2", 3.5),
        ("a dozen eggs", "a dozen", 12),
        ("half a million", "half a million", 500_000),
        ("5 hundred", "5 hundred", 500),
        ("twenty-five k", "twenty-five k", 25_000),
        ("it was -4", "-4", -4),
        ("it was +22", "+22", 22),
        ("minus eleven", "minus eleven", -11),
    ],
)
def test_figures_and_words_carry_their_value(text: str, number: str, value: float) -> None:
    assert read(text) == [(number, value)]


@given(st.integers(1, 999), st.sampled_from(["thousand", "million", "billion"]))
def test_magnitudes_multiply_digits_and_words_alike(number: int, scale: str) -> None:
    value = number * {"thousand": 10**3, "million": 10**6, "billion": 10**9}[scale]
    for text in (f"{number} {scale}", f"{num2words(number)} {scale}"):
        assert read(text) == [(text, value)]


@given(st.decimals(min_value="0.1", max_value="999", places=1))
def test_a_figure_in_thousands_or_millions_keeps_no_dust(number: object) -> None:
    assert read(f"{number}k") == [(f"{number}k", round(float(str(number)) * 1000))]
    assert read(f"{number} million")[0][1] == round(float(str(number)) * 1_000_000)


def test_shares_orders_and_counts_are_told_apart() -> None:
    share, order, count = numbers_of(tokens_of("a quarter of it, third place, three"))
    assert (share.share, share.value, share.is_cardinal) == (0.25, None, False)
    assert (order.ordinal, order.value, order.is_cardinal) == (True, 3, False)
    assert (count.ordinal, count.share, count.is_cardinal) == (False, None, True)


@pytest.mark.parametrize("text", ["hundreds of users", "a few hundred", "a couple of thousand"])
def test_what_has_no_single_figure_has_no_value(text: str) -> None:
    assert [value for _, value in read(text)] == [None]


@pytest.mark.parametrize("text", ["8:30", "24/7", "3.11.2", "no number", ""])
def test_times_and_versions_are_not_read_as_numbers(text: str) -> None:
    assert read(text) == []


def test_a_letter_is_a_magnitude_only_when_it_touches_the_figure() -> None:
    assert read("40 m away") == [("40", 40)]
    assert read("40m users") == [("40m", 40_000_000)]
    assert read("7b models") == [("7", 7)]


def test_a_dash_before_a_number_is_no_sign() -> None:
    assert read("20-30") == [("20", 20), ("30", 30)]
    assert read("- 4") == [("4", 4)]
    assert read("-4 items in a list") == [("4", 4)]


def test_neighbouring_numbers_stay_apart() -> None:
    assert read("two hundred, three") == [("two hundred", 200), ("three", 3)]


def test_half_past_is_a_time() -> None:
    assert ("half", None) not in read("at half past six")
