import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.quantities.figure import read_figure
from storybuilder.core.token import tokens_of

WHOLE = st.integers(0, 10**9)
SPACES = [" ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{THIN SPACE}"]


def figure(text: str) -> tuple[str, float] | None:
    tokens = tokens_of(text)
    read = read_figure(tokens, 0)
    return None if read is None else (text[: tokens[read.end - 1].end_char], read.value)


@given(WHOLE, st.sampled_from(["", ",", *SPACES]))
def test_every_whole_number_is_read_with_any_separator(number: int, separator: str) -> None:
    digits = f"{number:,}".replace(",", separator)
    assert figure(digits) == (digits, number)


@given(st.integers(10**6, 10**9))
def test_points_separate_from_a_million_on(number: int) -> None:
    digits = f"{number:,}".replace(",", ".")
    assert figure(digits) == (digits, number)


@given(WHOLE, st.integers(0, 99))
def test_decimals_follow_a_point(number: int, hundredths: int) -> None:
    digits = f"{number:,}.{hundredths:02}"
    assert figure(digits) == (digits, float(f"{number}.{hundredths:02}"))


@pytest.mark.parametrize(
    ("text", "taken", "value"),
    [
        ("3,5 %", "3,5", 3.5),
        ("1,2,3", "1", 1),
        ("1, 2", "1", 1),
        (".71 to .83", ".71", 0.71),
        ("1 20 300", "1", 1),
        ("1  200", "1", 1),
        ("012 300", "012", 12),
        ("1 200.50", "1 200.50", 1200.5),
        ("1.200", "1.200", 1.2),
    ],
)
def test_separators_that_could_mislead(text: str, taken: str, value: float) -> None:
    assert figure(text) == (taken, value)


@pytest.mark.parametrize("text", ["8:30", "24/7", "3.11.2", "word", ".", "9" * 21])
def test_times_versions_and_words_are_none(text: str) -> None:
    assert figure(text) is None
