import pytest

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
        ("40k users", "40k", 40_000),
        ("12,400.5", "12,400.5", 12_400.5),
        ("three point five", "three point five", 3.5),
        ("a hundred and thirty", "a hundred and thirty", 130),
        ("two and a half weeks", "two and a half", 2.5),
        ("a dozen eggs", "a dozen", 12),
        ("two dozen", "two dozen", 24),
        ("5 hundred", "5 hundred", 500),
    ],
)
def test_figures_and_words_carry_their_value(text: str, number: str, value: float) -> None:
    assert read(text) == [(number, value)]


@pytest.mark.parametrize("text", ["by a third", "half of them", "two thirds of it"])
def test_a_fraction_has_no_single_figure(text: str) -> None:
    assert [value for _, value in read(text)] == [None]


@pytest.mark.parametrize("text", ["8:30", "24/7", "3.11.2", "no number", ""])
def test_times_and_versions_are_not_read_as_numbers(text: str) -> None:
    assert read(text) == []


def test_a_letter_is_a_magnitude_only_when_it_touches_the_figure() -> None:
    assert read("40 m away") == [("40", 40)]
    assert read("40m users") == [("40m", 40_000_000)]


def test_neighbouring_numbers_stay_apart() -> None:
    assert read("two hundred, three") == [("two hundred", 200), ("three", 3)]


def test_half_past_is_a_time() -> None:
    assert ("half", None) not in read("at half past six")
