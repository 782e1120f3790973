import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.findings.quote import LONGEST, named, quote, quote_end

LONG = "I asked the drivers to photograph each crate before it left the yard that morning."


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("It fell.", "“It fell”"),
        ("  It \n fell, ", "“It fell”"),
        ('He said "no" to me', "“He said ’no’ to me”"),
        ("He said “no” to me", "“He said ‘no’ to me”"),
        ("from 10 % to 3 %", "“from 10 % to 3 %”"),
        ("...", "“...”"),
    ],
)
def test_words_are_quoted_on_one_line_without_their_stop(text: str, quoted: str) -> None:
    assert quote(text) == quote_end(text) == quoted


def test_a_long_quote_keeps_whole_words_of_its_beginning_or_its_end() -> None:
    assert quote(LONG, 30) == "“I asked the drivers to …”"
    assert quote_end(LONG, 30) == "“… it left the yard that morning”"


def test_a_word_without_end_is_cut() -> None:
    assert quote("a" * 99, 5) == "“aaaaa …”"
    assert quote_end("a" * 99, 5) == "“… aaaaa”"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([], ""),
        (["um"], "“um”"),
        (["um", "uh"], "“um” and “uh”"),
        (["a", "b", "c", "d"], "“a”, “b” and “c”"),
    ],
)
def test_quotes_in_a_row_read_as_a_list(words: list[str], text: str) -> None:
    assert named(words) == text


@given(st.text())
def test_no_quote_is_longer_than_a_line_or_opens_another(text: str) -> None:
    for quoted in (quote(text), quote_end(text)):
        assert len(quoted) <= LONGEST + 4
        assert quoted[0] + quoted[-1] == "“”"
        assert not set(quoted[1:-1]) & set('“”"\n')
