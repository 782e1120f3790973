from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.coaching.quotes import FURTHEST, place_of, quoted_in

TOLD = "So I said: “Don't touch it” — and, um, nobody did. Then we left."


@dataclass(frozen=True)
class Says:
    quote: str


def found(quote: str, text: str = TOLD) -> str | None:
    place = place_of(quote, text)
    return None if place is None else text[slice(*place)]


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("nobody did", "nobody did"),
        ("NOBODY DID!", "nobody did"),
        ("dont touch it and um nobody", "Don't touch it” — and, um, nobody"),
        ("So I said … we left", "So I said: “Don't touch it” — and, um, nobody did. Then we left"),
        ("nobody  did...then", "nobody did. Then"),
        ("nobody did [...] left", "nobody did. Then we left"),
    ],
)
def test_a_quote_is_found_up_to_case_signs_and_space(quote: str, expected: str) -> None:
    assert found(quote) == expected


@pytest.mark.parametrize(
    "quote",
    ["nobody does", "did nobody", "we left … nobody did", "body did", "", "…", "I … I said"],
)
def test_words_that_were_not_said_so_are_not_found(quote: str) -> None:
    assert found(quote) is None


@pytest.mark.parametrize(("between", "is_found"), [(FURTHEST, True), (FURTHEST + 1, False)])
def test_pieces_far_apart_are_no_quote(between: int, is_found: bool) -> None:
    text = f"alpha {'x ' * between}omega"
    assert (place_of("alpha … omega", text) is not None) is is_found


def test_a_later_beginning_is_tried_when_the_first_leads_nowhere() -> None:
    text = f"we met {'x ' * 90} we met the vet"
    assert found("we met … vet", text) == "we met the vet"


def test_points_with_made_up_quotes_are_dropped() -> None:
    real, made_up = Says("we left"), Says("we won")
    quoted = quoted_in([made_up, real], TOLD)
    assert quoted.dropped == (made_up,)
    (kept,) = quoted.kept
    assert (kept.point, TOLD[kept.start_char : kept.end_char]) == (real, "we left")


@given(st.text(max_size=120), st.data())
def test_any_stretch_of_whole_words_is_found_again(text: str, data: st.DataObject) -> None:
    words = text.split()
    first = data.draw(st.integers(0, len(words)))
    quote = " ".join(words[first : first + data.draw(st.integers(1, 6))])
    place = place_of(quote, text)
    said = any(letter.isalnum() for letter in quote) and "..." not in quote and "…" not in quote
    assert place is not None or not said
