import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.wording.hedge import hedge_spans


def hedges(text: str) -> list[str]:
    return [text[start:end] for start, end in hedge_spans(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I think it helped the team.", ["I think"]),
        ("It went well, I guess.", ["I guess"]),
        ("Maybe that saved the client.", ["Maybe"]),
        ("It was probably my best week.", ["probably"]),
        ("Hopefully they still use it.", ["Hopefully"]),
        ("I tried to calm them down.", ["I tried to"]),
        ("It kind of helped.", ["kind of"]),
        ("I sort of led the group.", ["sort of"]),
        ("and I suppose I believe it worked", ["I suppose", "I believe"]),
        ("The error fell somehow, perhaps by luck.", ["somehow", "perhaps"]),
        ("I think that was, I think, a success.", ["I think", "I think"]),
    ],
)
def test_words_that_take_back_a_claim_are_found(text: str, found: list[str]) -> None:
    assert hedges(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "I think about that shift often.",
        "That is how I think of the job.",
        "I told her what I think.",
        "I wrote down what I know and what I guess.",
        "I believe in short meetings.",
        'She said "I think we are lost" and left.',
        "He said “maybe” twice.",
        "I thought maybe it was the cable.",
        "I asked if we could perhaps try it.",
        "We waited maybe ten minutes.",
        "It took perhaps three days.",
        "It was a new kind of lock.",
        "I wanted that sort of list.",
        "We had thought it through.",
        "I tried the door and it held.",
    ],
)
def test_content_is_no_hedge(text: str) -> None:
    assert hedges(text) == []


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in hedge_spans(text))
