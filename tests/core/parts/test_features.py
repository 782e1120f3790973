import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.parts.features import features_of, words_of

LINES = ["We were late.", "I called the client.", "They stayed."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I cut it by 15 %.", ["i", "cut", "it", "by", "#"]),
        ("fifteen percent of $2,000", ["#", "of", "#"]),
        ("I’d said One", ["i'd", "said", "one"]),
        ("", []),
    ],
)
def test_every_number_is_the_same_word(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_the_figure_itself_is_not_seen() -> None:
    assert features_of(["It fell by 15 %."]) == features_of(["It fell by 80 %."])


def test_case_and_commas_are_not_seen() -> None:
    assert features_of([line.upper() for line in LINES]) == features_of(LINES)
    assert features_of(["In March, we won."]) == features_of(["In March we won."])


def test_no_word_but_cues_verbs_and_beginnings_is_seen() -> None:
    assert features_of(["The oven broke."]) == features_of(["The harp broke."])


def test_neighbours_and_place_are_seen() -> None:
    first, middle, last = features_of(LINES)
    assert (first["first"], middle["first"], last["last"]) == (1.0, 0.0, 1.0)
    assert "after starts=they" in middle
    assert "before starts=i" in last


@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_text_has_one_value_a_sentence_and_finite_ones(texts: list[str]) -> None:
    found = features_of(texts)
    assert len(found) == len(texts)
    assert all(-10 < value < 10 for features in found for value in features.values())
