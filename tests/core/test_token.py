import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.token import count_words, is_glued, tokens_of, word_at, word_set


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("It's 12,400.", ["It's", "12,400", "."]),
        ("at 8:30, 24/7", ["at", "8:30", ",", "24/7"]),
        ("3.5% of v3.11.2", ["3.5", "%", "of", "v", "3.11.2"]),
        ("1,2,3", ["1", ",", "2", ",", "3"]),
        ("12,400,1", ["12", ",", "400", ",", "1"]),
        ("1,000,000,000.5.", ["1,000,000,000.5", "."]),
    ],
)
def test_words_numbers_and_signs_are_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokens_of(text)] == tokens


@given(st.text())
def test_tokens_stand_where_they_say_and_leave_only_white_space(text: str) -> None:
    left = list(text)
    for token in tokens_of(text):
        assert text[token.start_char : token.end_char] == token.text
        left[token.start_char : token.end_char] = [" "] * len(token.text)
    assert not "".join(left).strip()


def test_curly_apostrophes_match_word_lists() -> None:
    assert tokens_of("I’d")[0].lower == "i'd"


def test_the_first_token_of_every_line_knows_it() -> None:
    assert [t.text for t in tokens_of("one two\nthree") if t.opens_line] == ["one", "three"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), (" - ", 0), ("one two", 2), ("don't stop - now", 3), ("19 % up", 2), ("_ x_", 1)],
)
def test_words_have_a_letter_or_a_digit(text: str, words: int) -> None:
    assert count_words(text) == words


def test_a_word_list_is_written_as_text() -> None:
    assert word_set("a b") == {"a", "b"}


def test_outside_a_text_there_is_no_word() -> None:
    tokens = tokens_of("One two")
    assert [word_at(tokens, at) for at in (-1, 0, 1, 2)] == ["", "one", "two", ""]


def test_tokens_are_glued_where_no_space_parts_them() -> None:
    tokens = tokens_of("12% of")
    assert [is_glued(tokens, at) for at in (-1, 0, 1, 2, 3)] == [False, False, True, False, False]
