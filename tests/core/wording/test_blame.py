import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.wording.blame import blame_spans


def blames(text: str) -> list[str]:
    return [text[start:end] for start, end in blame_spans(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They failed to deliver on time.", ["They failed to"]),
        ("My manager didn't bother to reply.", ["My manager didn't bother"]),
        ("The other team never even bothered.", ["The other team never even bothered"]),
        ("It was their fault.", ["their fault"]),
        ("It was my manager’s fault.", ["my manager’s fault"]),
        ("We lost it because of him.", ["because of him"]),
        ("We were late because of them and I paid.", ["because of them"]),
        ("He was completely incompetent.", ["He was completely incompetent"]),
        ("my colleagues were lazy", ["my colleagues were lazy"]),
        ("The vendor dropped the ball.", ["The vendor dropped the ball"]),
        ("They simply did not care.", ["They simply did not care"]),
        ("I blamed the client.", ["I blamed the client"]),
        ("My boss let me down.", ["My boss let me down"]),
    ],
)
def test_a_fault_put_on_someone_is_found(text: str, found: list[str]) -> None:
    assert blames(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The pump failed to start.",
        "I failed to ask the right question.",
        "It was my fault.",
        "It was not their fault.",
        "Nobody said it was his fault.",
        "I asked without saying it was their fault.",
        "We moved because of her illness.",
        "We stopped because of the rain.",
        "I did not blame the client.",
        "He said “they were lazy” and I disagreed.",
        "They did not care for sugar.",
        "The team was tired.",
        "I was lazy about tests then.",
        "My manager disagreed with me.",
        "The client refused the first design.",
    ],
)
def test_owning_it_or_telling_what_broke_blames_nobody(text: str) -> None:
    assert blames(text) == []


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in blame_spans(text))
