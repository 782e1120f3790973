import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.coaching.placeholder import KINDS, Placeholder, placeholders_in, replaced

PRIYA = Placeholder("NAME", 1)


@pytest.mark.parametrize(
    "written",
    [
        *("[NAME 1]", "[name 1]", "[Name1]", "[NAME_1]", "[ NAME 1 ]", "(NAME 1)", "{NAME 1}"),
        *("<NAME 1>", "NAME 1", "NAME_1", "[NAME\n1]", "[NAME: 1]", "[NAMES 1]", r"\[NAME 1\]"),
        "[NAME-1]",
    ],
)
def test_a_placeholder_is_known_again_however_a_model_writes_it(written: str) -> None:
    assert [slot for slot, _ in placeholders_in(f"I asked {written}.")] == [PRIYA]
    assert replaced(f"I asked {written}.", {PRIYA: "Priya"}.get) == "I asked Priya."


@pytest.mark.parametrize("written", ["[NAME 1]'s", "[NAME 1's]", "**[NAME 1]**'s"])
def test_a_possessive_stays(written: str) -> None:
    restored = replaced(f"{written} list", {PRIYA: "Priya"}.get)
    assert restored.replace("*", "") == "Priya's list"


@pytest.mark.parametrize(
    "text", ["name 1", "Name 1 of 3", "NAMED 1", "SURNAME 1", "[1]", "NAME 1st"]
)
def test_plain_words_are_no_placeholder(text: str) -> None:
    assert list(placeholders_in(text)) == []


def test_what_stands_for_nothing_stays() -> None:
    assert replaced("[NAME 9] and [NAME 1]", {PRIYA: "Priya"}.get) == "[NAME 9] and Priya"


@given(st.sampled_from(KINDS), st.integers(1, 9999), st.integers(0, 25))
def test_every_placeholder_is_read_as_it_is_written(kind: str, number: int, form: int) -> None:
    slot = Placeholder(kind, number, form)  # type: ignore[arg-type]
    assert list(placeholders_in(str(slot))) == [(slot, str(slot))]
