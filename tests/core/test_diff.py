from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.diff import Run, changes, word_diff
from tests.builders import story


@pytest.mark.parametrize(
    ("before", "after", "runs"),
    [
        ("", "", []),
        ("", "one two", [("added", "one two")]),
        ("one two", "", [("removed", "one two")]),
        ("a b c", "a b c", [("same", "a b c")]),
        ("a b c", "a x c", [("same", "a"), ("removed", "b"), ("added", "x"), ("same", "c")]),
        ("a c", "a b c", [("same", "a"), ("added", "b"), ("same", "c")]),
        ("a b c", "a c", [("same", "a"), ("removed", "b"), ("same", "c")]),
        ("a  b", "a b", [("same", "a b")]),
        ("a\nb", "a b", [("same", "a"), ("removed", "\n"), ("same", "b")]),
    ],
)
def test_words_that_went_come_before_words_that_came(
    before: str, after: str, runs: list[tuple[str, str]]
) -> None:
    assert [(run.change, run.text) for run in word_diff(before, after)] == runs


def test_a_text_with_many_equal_words_is_compared_word_by_word() -> None:
    many = "I ran and " * 300
    assert [run.change for run in word_diff(many, many + "sat")] == ["same", "added"]


def test_only_texts_that_differ_are_told_in_their_order() -> None:
    before = story(title="Queue", result="It fell.", task="Halve it.")
    after = story(title="Queue", result="It fell by half.", task="Halve it now.")
    assert [one.name for one in changes(before, after)] == ["Task", "Result"]


def test_white_space_alone_is_no_change() -> None:
    assert changes(story(task="Halve it."), story(task="Halve  it. ")) == ()


def test_what_is_no_text_is_not_compared() -> None:
    assert changes(story(tags=("a",)), story(tags=("b",))) == ()


texts = st.lists(st.sampled_from(["a", "b", "c", "I", "\n", " "]), max_size=25).map(" ".join)


def words(runs: tuple[Run, ...], *but: str) -> list[str]:
    return " ".join(run.text for run in runs if run.change not in but).split()


@given(texts, texts)
def test_without_what_came_it_is_the_one_and_without_what_went_the_other(
    before: str, after: str
) -> None:
    runs = word_diff(before, after)
    assert words(runs, "added") == before.split()
    assert words(runs, "removed") == after.split()


@given(texts, texts)
def test_no_word_that_stays_stands_alone_between_two_of_its_kind(before: str, after: str) -> None:
    kinds = [run.change for run in word_diff(before, after)]
    assert all(one != next for one, next in pairwise(kinds))
