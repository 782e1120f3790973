import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from num2words import num2words

from storybuilder.core.quantities.number_words import read_spelled
from storybuilder.core.token import tokens_of

WHOLE = st.integers(0, 10**9) | st.integers(0, 3000)


def spelled(text: str) -> tuple[str, float, bool] | None:
    """What is read from the start of a text: its words, its value, whether it is an ordinal."""
    tokens = tokens_of(text)
    read = read_spelled(tokens, 0)
    return (
        None if read is None else (text[: tokens[read.end - 1].end_char], read.value, read.ordinal)
    )


@given(WHOLE)
@example(1001)
@example(1_001_001)
@example(10**9)
def test_every_whole_number_is_read_as_it_is_spelled(number: int) -> None:
    words = num2words(number)
    assert spelled(words) == (words, number, False)


@given(WHOLE)
def test_and_commas_hyphens_and_capitals_change_nothing(number: int) -> None:
    words = num2words(number).replace(",", "")
    for text in (
        words.replace(" and", ""),
        words.replace("-", " "),
        words.replace(" ", "-"),
        words.title(),
    ):
        assert spelled(text) == (text, number, False)


@given(st.integers(0, 10**6), st.integers(0, 999))
def test_decimals_are_read_digit_by_digit(whole: int, thousandths: int) -> None:
    digits = f"{thousandths:03}"
    words = f"{num2words(whole)} point {' '.join(num2words(int(d)) for d in digits)}"
    assert spelled(words) == (words, float(f"{whole}.{digits}"), False)


@given(st.integers(1, 9), st.integers(11, 99))
def test_hundreds_are_counted_past_ten(tens: int, hundreds: int) -> None:
    if hundreds % 10:
        assert spelled(f"{num2words(hundreds)} hundred")[1] == 100 * hundreds  # type: ignore[index]


@given(st.integers(1, 99).filter(lambda n: n % 10 != 2 or n < 20))
def test_ordinals_are_told_apart(number: int) -> None:
    words = num2words(number, to="ordinal")
    if number < 60 or number % 10:
        assert spelled(words) == (words, number, True)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("a hundred", "a hundred", 100),
        ("a hundred and one users", "a hundred and one", 101),
        ("twelve hundred", "twelve hundred", 1200),
        ("a million", "a million", 1_000_000),
        ("two hundred thousand", "two hundred thousand", 200_000),
        ("twenty thousands", "twenty thousands", 20_000),
        ("thirty grand", "thirty grand", 30_000),
        ("five lakh", "five lakh", 500_000),
        ("two dozen", "two dozen", 24),
        ("oh point five", "oh point five", 0.5),
        ("point seven one", "point seven one", 0.71),
        ("three point oh", "three point oh", 3),
        ("two point twenty-five", "two point twenty-five", 2.25),
        ("two point of order", "two", 2),
        ("two hundred, three", "two hundred", 200),
        ("two thousand, five of them", "two thousand", 2000),
        ("two thousand, five hundred", "two thousand, five hundred", 2500),
        ("one hundred and two hundred", "one hundred", 100),
        ("one thousand and two thousand", "one thousand", 1000),
        ("two hundred and no more", "two hundred", 200),
        ("thirty second clip", "thirty", 30),
    ],
)
def test_the_longest_number_is_taken(text: str, words: str, value: float) -> None:
    assert spelled(text) == (words, value, False)


@pytest.mark.parametrize(
    "text", ["a", "a user", "and five", "hundreds of", "a grand house", "point", ""]
)
def test_other_words_are_no_number(text: str) -> None:
    assert not text or spelled(text) is None


def test_a_point_after_other_words_is_none() -> None:
    tokens = tokens_of("at that point five left")
    assert read_spelled(tokens, 2) is None


def test_at_one_point_is_a_time() -> None:
    read = read_spelled(tokens_of("at one point three people left"), 1)
    assert read is not None
    assert (read.end, read.value) == (2, 1)
