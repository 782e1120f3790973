from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.quantities.quantity import QuantityKind, find_quantities
from storybuilder.core.token import word_set

QUANTITIES: list[tuple[str, str, QuantityKind, float | None, str]] = [
    ("Errors fell to 8 %.", "8 %", "percent", 8, "%"),
    ("We reached 99.9% uptime.", "99.9%", "percent", 99.9, "%"),
    ("It was thirty-two percent.", "thirty-two percent", "percent", 32, "%"),
    ("It grew 5 per cent.", "5 per cent", "percent", 5, "%"),
    ("It rose ten percentage points.", "ten percentage points", "percent", 10, "%"),
    ("Half of them came back.", "Half", "percent", None, ""),
    ("It saved $1.2 million.", "$1.2 million", "money", 1.2e6, "$"),
    ("It saved $40k.", "$40k", "money", 40_000, "$"),
    ("We lost €3,500 then.", "€3,500", "money", 3500, "€"),
    ("We spent forty thousand dollars.", "forty thousand dollars", "money", 40_000, "$"),
    ("Each cost 12 pounds.", "12 pounds", "money", 12, "£"),
    ("It took 40 minutes.", "40 minutes", "duration", 40, "minute"),
    ("It took two and a half weeks.", "two and a half weeks", "duration", 2.5, "week"),
    ("A 12-hour shift.", "12-hour", "duration", 12, "hour"),
    ("It took three working days.", "three working days", "duration", 3, "day"),
    ("It loads in 300ms now.", "300ms", "duration", 300, "millisecond"),
    ("We had one week.", "one week", "duration", 1, "week"),
    ("We lost half a day.", "half a day", "duration", 0.5, "day"),
    ("We had two or three days.", "two or three days", "duration", 3, "day"),
    ("There were 41 warehouses.", "41 warehouses", "count", 41, "warehouse"),
    ("There were nineteen people.", "nineteen people", "count", 19, "person"),
    ("We served 40k users.", "40k users", "count", 40_000, "user"),
    ("We served 2,000 users.", "2,000 users", "count", 2000, "user"),
    ("14 of the 16 services stayed.", "14 of the 16 services", "count", 14, "service"),
    ("We invited 20-30 people.", "20-30 people", "count", 30, "person"),
    ("There was only one complaint.", "one complaint", "count", 1, "complaint"),
    ("We had zero complaints.", "zero complaints", "count", 0, "complaint"),
    ("It ran without a single failure.", "without a single failure", "count", 0, "failure"),
    ("There were no major incidents.", "no major incidents", "count", 0, "incident"),
    ("I scored 87.", "87", "count", 87, ""),
    ("Sales doubled.", "doubled", "multiplier", 2, "times"),
    ("The queue halved.", "halved", "multiplier", None, "times"),
    ("It ran 3x faster.", "3x", "multiplier", 3, "times"),
    ("It ran five times faster.", "five times", "multiplier", 5, "times"),
    ("It sold twice as many.", "twice", "multiplier", 2, "times"),
    ("Orders tripled.", "tripled", "multiplier", 3, "times"),
    ("It went from 19 % to 8 %.", "from 19 % to 8 %", "change", 8, "%"),
    ("From nine a week to two.", "From nine a week to two", "change", 2, ""),
    (
        "It went from two days to 40 minutes.",
        "from two days to 40 minutes",
        "change",
        40,
        "minute",
    ),
    ("It shrank by a third.", "by a third", "change", None, ""),
    ("We took third place.", "third place", "rank", 3, ""),
    ("We made the top 3.", "top 3", "rank", 3, ""),
    ("I was ranked 2nd overall.", "2nd overall", "rank", 2, ""),
    ("It became number one.", "number one", "rank", 1, ""),
]
NO_QUANTITIES = [
    "In 2024 I joined.",
    "It was March 2019.",
    "On 12 May we met.",
    "We met on May 12.",
    "In twenty nineteen I left.",
    "The first of September came.",
    "The call was at 5 pm.",
    "It began at 8:30.",
    "At half past six it rang.",
    "It closed in Q3.",
    "We shipped Version 2.",
    "We ran an A/B test.",
    "It was in Room 12.",
    "It ran 24/7.",
    "We kept ISO 9001.",
    "I wrote it in Python 3.",
    "First I asked.",
    "The second thing was trust.",
    "One of my colleagues left.",
    "One day it broke.",
    "No one came.",
    "They wanted another one.",
    "Call 555-1234.",
    "My badge was 0770090012.",
    "It was ticket #4521.",
    "We updated to 3.11.2.",
    "It was a nine to five job.",
    "It began in the 90s.",
    "1. I asked",
    "During COVID-19 we closed.",
]


@pytest.mark.parametrize(("text", "found", "kind", "value", "unit"), QUANTITIES)
def test_a_quantity_is_found_with_its_kind_value_and_unit(
    text: str, found: str, kind: str, value: float | None, unit: str
) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.text, quantity.kind, quantity.unit) == (found, kind, unit)
    assert quantity.value == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize("text", NO_QUANTITIES)
def test_numbers_that_measure_nothing_are_left_out(text: str) -> None:
    assert find_quantities(text) == ()


def test_a_change_knows_where_it_started() -> None:
    (change,) = find_quantities("It went from two hours to 40 minutes.")
    assert change.baseline == 120


def test_quantities_do_not_overlap_and_stand_in_order() -> None:
    found = find_quantities("From 19 % to 8 % in two weeks, $40k and 3x.")
    assert all(a.end_char <= b.start_char for a, b in pairwise(found))
    assert len(found) == 4


PIECES = word_set(
    "from to by a half third two twenty 3 8.5 40k % $ percent weeks of the no single without one "
    "first May at pm Room x times - , . and 1,200 24/7 2024 doubled"
)
WORDS = st.lists(st.sampled_from(sorted(PIECES)), max_size=14).map(" ".join)


@given(st.one_of(st.text(), WORDS))
def test_every_quantity_stands_where_it_says(text: str) -> None:
    found = find_quantities(text)
    assert all(text[q.start_char : q.end_char] == q.text for q in found)
    assert all(a.end_char <= b.start_char for a, b in pairwise(found))


@given(WORDS, st.sampled_from(["", " ", "\n", " \t "]))
def test_white_space_around_a_text_changes_nothing(text: str, space: str) -> None:
    plain = [(q.text, q.kind, q.value) for q in find_quantities(text)]
    assert [(q.text, q.kind, q.value) for q in find_quantities(space + text + space)] == plain
