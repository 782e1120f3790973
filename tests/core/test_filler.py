import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.filler import filler_spans


def fillers(text: str) -> list[str]:
    return [text[start:end] for start, end in filler_spans(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Um, so uh I er went erm there.", ["Um", "uh", "er", "erm"]),
        ("Hmm. Umm, uhh.", ["Hmm", "Umm", "uhh"]),
        ("It was, You Know, hard.", ["You Know"]),
        ("I Mean it broke.", ["I Mean"]),
        ("it was sort  of broken", ["sort  of"]),
        ("I was kind of worried", ["kind of"]),
        ("Basically it actually literally broke", ["Basically", "actually", "literally"]),
        ("It was, like, broken.", ["like"]),
        ("I was like really tired", ["like"]),
        ("and like we went", ["like"]),
    ],
)
def test_fillers_are_found_in_any_case(text: str, found: list[str]) -> None:
    assert fillers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "I like it.",
        "We would like to go.",
        "It was like that.",
        "tools like this",
        "a kind of problem",
        "the kind of problem",
        "kind of problem",
        "this sort of thing",
        "Do you know how it works?",
        "Let you know",
        "what I mean is",
        "She is an ER nurse.",
        "a gap of 5 mm",
        "the summer, the error, humans",
    ],
)
def test_ordinary_uses_are_not(text: str) -> None:
    assert fillers(text) == []


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in filler_spans(text))
