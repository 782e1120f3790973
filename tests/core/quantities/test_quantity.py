from itertools import pairwise
from typing import SupportsIndex, overload

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from num2words import num2words

from storybuilder.core.quantities.quantity import QuantityKind, find_quantities, measures_in
from storybuilder.core.token import Token, tokens_of, word_set

QUANTITIES: list[tuple[str, str | None, QuantityKind, float | None, str]] = [
    ("Errors fell to 8 %.", "8 %", "percent", 8, "%"),
    ("We reached 99.9% uptime.", "99.9%", "percent", 99.9, "%"),
    ("It was thirty-two percent.", "thirty-two percent", "percent", 32, "%"),
    ("It grew 5 per cent.", "5 per cent", "percent", 5, "%"),
    ("It rose ten percentage points.", "ten percentage points", "percent", 10, "%"),
    ("Half of them came back.", "Half", "percent", 50, "%"),
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
    ("The queue halved.", "halved", "multiplier", 0.5, "times"),
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
    ("It shrank by a third.", "by a third", "change", 100 / 3, "%"),
    ("We took third place.", "third place", "rank", 3, ""),
    ("We made the top 3.", "top 3", "rank", 3, ""),
    ("I was ranked 2nd overall.", "2nd overall", "rank", 2, ""),
    ("It became number one.", "number one", "rank", 1, ""),
    ("we were ranked second", "second", "rank", 2, ""),
    ("we ended in the top ten percent", "top ten percent", "rank", 10, "%"),
    ("it came 3rd out of 40.", "3rd out of 40", "rank", 3, ""),
    ("it cost two point three million dollars", None, "money", 2.3e6, "$"),
    ("we raised 1 200 euros", "1 200 euros", "money", 1200, "€"),
    ("it is three x faster", "three x", "multiplier", 3, "times"),
    ("one in five customers left", "one in five customers", "percent", 20, "%"),
    ("it was a month early", "a month", "duration", 1, "month"),
    ("it took an hour and a half", "an hour and a half", "duration", 1.5, "hour"),
    ("Errors: -12%", "-12%", "percent", 12, "%"),
    ("none of the 40 failed", "none of the 40", "count", 0, ""),
    ("hundreds of users came", "hundreds of users", "count", None, "user"),
    ("it went from weeks to days", "from weeks to days", "change", None, "day"),
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
    "Windows 11 broke it.",
    "We went from Python 3.8 to 3.12.",
    "It was the second half.",
    "At one point it failed.",
    "Weeks later it came.",
    "My number is five five five one.",
    "I coach the under-12s in my 30s.",
]


@pytest.mark.parametrize(("text", "found", "kind", "value", "unit"), QUANTITIES)
def test_a_quantity_is_found_with_its_kind_value_and_unit(
    text: str, found: str | None, kind: str, value: float | None, unit: str
) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.text, quantity.kind, quantity.unit) == (found or quantity.text, kind, unit)
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
    "first May at pm Room x times - , . and 1,200 24/7 2024 doubled hundred thousand million point "
    "in out every per top none nobody left instead -> → an hour 1 200 1:30 2/3 minus + h m k dozen "
    "quarter oh 's twice once couple within daily ( ) / : : nineteen euros pence second th"
)
WORDS = st.lists(st.sampled_from(sorted(PIECES)), max_size=14).map(" ".join)
GLUED = st.lists(st.sampled_from(sorted(PIECES)), max_size=14).map("".join)


@given(st.one_of(st.text(), WORDS, GLUED))
def test_every_quantity_stands_where_it_says(text: str) -> None:
    found = find_quantities(text)
    assert all(text[q.start_char : q.end_char] == q.text and q.text for q in found)
    assert all(a.end_char <= b.start_char for a, b in pairwise(found))


@given(WORDS, st.sampled_from(["", " ", "\n", " \t "]))
def test_white_space_around_a_text_changes_nothing(text: str, space: str) -> None:
    plain = [(q.text, q.kind, q.value) for q in find_quantities(text)]
    assert [(q.text, q.kind, q.value) for q in find_quantities(space + text + space)] == plain


@given(st.integers(2, 10**6))
def test_a_count_is_the_same_in_words_and_digits(number: int) -> None:
    for written in (f"{number:,}", num2words(number), num2words(number).replace(" and", "")):
        (found,) = find_quantities(f"We counted {written} tickets.")
        assert (found.text, found.value) == (f"{written} tickets", number)


@given(st.integers(1, 100), st.integers(1, 100))
def test_every_change_of_percents_is_one(start: int, end: int) -> None:
    # "From one to one hundred" would hold the idiom "one to one".
    assume(start > 1 and start != end)
    for text in (
        f"it went from {start}% to {end} %",
        f"it went from {num2words(start)} to {num2words(end)} percent",
        f"it went {start}% -> {end}%",
    ):
        (found,) = find_quantities(text)
        assert (found.kind, found.value, found.baseline) == ("change", end, start)


class CountedTokens(tuple[Token, ...]):
    """Tokens that count how many of them were looked at by place."""

    looked_at = 0

    @overload
    def __getitem__(self, at: SupportsIndex) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Token, ...]: ...
    def __getitem__(self, at: SupportsIndex | slice) -> Token | tuple[Token, ...]:
        found = super().__getitem__(at)
        type(self).looked_at += len(found) if isinstance(found, tuple) else 1
        return found


def looks(text: str) -> int:
    CountedTokens.looked_at = 0
    measures_in(CountedTokens(tokens_of(text)))
    return CountedTokens.looked_at


REPEATED = st.lists(st.sampled_from(sorted(PIECES)), min_size=1, max_size=6)


@given(REPEATED, st.sampled_from(["", " "]))
def test_a_text_twice_as_long_takes_twice_the_work(pieces: list[str], between: str) -> None:
    piece = between.join(pieces) + between
    once, again = looks(piece * 40), looks(piece * 80)
    assert again <= 2.2 * once + 200


@pytest.mark.parametrize(
    "word",
    ["9" * 20_000, ",000", "1,", "1.", "1:", "1/", "two-", "a'", "1 ", "from ", "half ", "("],
)
def test_ten_thousand_words_of_one_kind_are_read(word: str) -> None:
    text = f"1{word * (10_000 if len(word) < 10 else 1)}"
    found = find_quantities(text)
    assert all(text[q.start_char : q.end_char] == q.text for q in found)
