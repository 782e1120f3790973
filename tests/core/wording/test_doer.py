import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.wording.doer import passive_spans


def passives(text: str) -> list[str]:
    return [text[start:end] for start, end in passive_spans(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was decided to move the server.", ["It was decided"]),
        ("The report was made in a week.", ["report was made"]),
        ("Mistakes were made.", ["Mistakes were made"]),
        ("A workshop was then organised.", ["workshop was then organised"]),
        ("The code had been quietly rewritten.", ["code had been quietly rewritten"]),
        ("A test was added and a list was kept.", ["test was added", "list was kept"]),
    ],
)
def test_an_act_without_anyone_acting_is_found(text: str, found: list[str]) -> None:
    assert passives(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "I wrote the report.",
        "I checked that every box was sealed.",
        "The plan was drawn up by me.",
        "The list was kept by the two of us.",
        "She was worried about it.",
        "It was needed at once.",
        "The shop was closed.",
        "He said “it was decided” and left.",
        "Who was chosen?",
        "The client called twice.",
    ],
)
def test_a_state_a_doer_or_a_speaker_who_acts_hides_nobody(text: str) -> None:
    assert passives(text) == []


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in passive_spans(text))
