import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from storybuilder.core.quantities.measure import Measure, is_percent_at, measure_of
from storybuilder.core.quantities.number import numbers_of
from storybuilder.core.token import tokens_of


def measure(text: str) -> Measure:
    tokens = tokens_of(text)
    return measure_of(tokens, numbers_of(tokens)[0])


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("5 per cent", "percent", "%"),
        ("10-percent rise", "percent", "%"),
        ("forty odd percent", "percent", "%"),
        ("3 pp", "percent", "%"),
        ("£3.50", "money", "£"),
        ("40 euros", "money", "€"),
        ("USD 5,000", "money", "$"),
        ("5,000 US dollars", "money", "$"),
        ("30 grand", "money", ""),
        ("12-hour shift", "duration", "hour"),
        ("three working days", "duration", "day"),
        ("twenty-odd years", "duration", "year"),
        ("20+ years", "duration", "year"),
        ("2h", "duration", "hour"),
        ("two quarters", "duration", "quarter"),
        ("3x", "multiplier", "times"),
        ("three X", "multiplier", "times"),
        ("ten-fold", "multiplier", "times"),
        ("five times faster", "multiplier", "times"),
        ("three times a week", "count", "time"),
        ("five times after that", "count", "time"),
        ("top 3", "rank", ""),
        ("top 10%", "rank", "%"),
        ("third place", "rank", ""),
        ("19 angry customers", "count", "customer"),
        ("zero lost-time incidents", "count", "incident"),
        ("40+ users", "count", "user"),
        ("two people", "count", "person"),
        ("hundreds of users", "count", "user"),
        ("11 broke", "count", ""),
        ("74", "count", ""),
    ],
)
def test_what_stands_around_a_number_gives_kind_and_unit(text: str, kind: str, unit: str) -> None:
    found = measure(text)
    assert (found.kind, found.unit) == (kind, unit)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("half of them", "percent", 50),
        ("in half", "change", 50),
        ("by a quarter", "change", 25),
        ("half a percent", "percent", 0.5),
        ("half an hour", "duration", 0.5),
        ("three quarters of an hour", "duration", 0.75),
        ("two years and a half", "duration", 2.5),
    ],
)
def test_a_share_is_a_percent_a_change_or_a_time(text: str, kind: str, value: float) -> None:
    found = measure(text)
    assert (found.kind, found.value) == (kind, value)


@given(st.integers(1, 1000), st.sampled_from(["%", " %", " percent", " per cent", "-percent"]))
def test_percents_are_read_in_digits_and_words(number: int, sign: str) -> None:
    for spelled in (str(number), num2words(number)):
        found = measure(f"{spelled}{sign}")
        assert (found.kind, found.value) == ("percent", number)


@given(st.integers(1, 10**6), st.sampled_from([("$", "dollars"), ("£", "pounds"), ("€", "euros")]))
def test_money_is_read_with_signs_and_words(number: int, currency: tuple[str, str]) -> None:
    sign, word = currency
    for text in (
        f"{sign}{number:,}",
        f"{number} {word}",
        f"{number:,}{sign}",
        f"{num2words(number)} {word}",
    ):
        found = measure(text)
        assert (found.kind, found.value, found.unit) == ("money", number, sign)
        assert (found.first, found.end) == (0, len(tokens_of(text)))


@pytest.mark.parametrize("text", ["50 pence", "50p", "fifty pence"])
def test_pence_are_hundredths(text: str) -> None:
    assert measure(text).value == 0.5


def test_per_week_is_no_percent() -> None:
    assert is_percent_at(tokens_of("5 per week"), 1) is None
