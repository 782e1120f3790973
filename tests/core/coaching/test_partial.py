"""What has come of an answer can be read at any moment."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.coaching.partial import texts_so_far

ANSWER = {
    "points": [{"part": "result", "quote": 'it "went" well\n', "hardness": 3}],
    "fix": "Say é",
}
TEXTS = ["result", 'it "went" well\n', "Say é"]
VALUES = st.recursive(
    st.text(max_size=12) | st.integers() | st.none(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


def texts_in(value: object) -> list[str]:
    match value:
        case str():
            return [value] if value.strip() else []
        case list():
            return [text for item in value for text in texts_in(item)]
        case dict():
            return [text for item in value.values() for text in texts_in(item)]
    return []


@pytest.mark.parametrize("ascii_only", [True, False])
def test_a_whole_answer_gives_its_texts_without_its_keys(ascii_only: bool) -> None:
    assert list(texts_so_far(json.dumps(ANSWER, ensure_ascii=ascii_only))) == TEXTS


def test_an_answer_grows_letter_by_letter_and_never_shrinks() -> None:
    whole = json.dumps(ANSWER)
    shown = [" ".join(texts_so_far(whole[:end])) for end in range(len(whole) + 1)]
    assert all(later.startswith(earlier.rstrip("\\")) for earlier, later in pairwise(shown))


@pytest.mark.parametrize("text", ["", "{", "Sorry.", '"', '{"fix', '{"fix":', "]]]", '{"fix":"'])
def test_what_has_no_text_yet_gives_none(text: str) -> None:
    assert texts_so_far(text) == ()


@given(st.dictionaries(st.text(max_size=5), VALUES, max_size=4))
def test_whole_json_gives_exactly_its_texts(value: dict[str, object]) -> None:
    assert list(texts_so_far(json.dumps(value))) == texts_in(value)


@given(st.text(max_size=80))
def test_no_text_at_all_is_too_strange(text: str) -> None:
    texts_so_far('{"fix": "' + text)
    texts_so_far(text)
