import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.markdown import as_block, as_line, as_text, without_emphasis

awkward = st.text(
    alphabet=st.sampled_from("#-\\ &;\n\t\r<>=*_`~10xb'\u00a0\u2028\ufeff\ud800é") | st.characters()
)


@given(awkward)
def test_any_text_comes_back_from_its_block(text: str) -> None:
    assert as_text(as_block(text)) == text


@given(awkward)
def test_any_text_comes_back_from_its_line_which_is_one(text: str) -> None:
    line = as_line(text)
    assert as_text(line) == text
    assert "\n" not in line


@given(awkward)
def test_what_is_written_survives_editors_that_trim_lines_and_change_their_ends(text: str) -> None:
    trimmed = "\r\n".join(line.rstrip() for line in as_block(text).split("\n"))
    assert as_text(trimmed.replace("\r\n", "\n")) == text


@given(awkward)
def test_what_is_written_is_text_in_utf8_without_controls(text: str) -> None:
    written = as_block(text)
    written.encode()
    assert all(sign in "\n\t" or sign.isprintable() or ord(sign) > 0x9F for sign in written)


@pytest.mark.parametrize(
    "text",
    [
        "We had 900 tickets – a café’s worth.\n\nI sorted them; R&D helped.",
        "1. First\n2. Then\n- and this",
        "5 * 3 * 2 = 30, i < 3 & j > 4, C:\\Users, snake_case",
        "👩‍🚀 and 汉字",
    ],
)
def test_ordinary_text_is_written_as_it_is(text: str) -> None:
    assert as_block(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# not a heading", "\\# not a heading"),
        ("one\n---\ntwo", "one\n\\---\ntwo"),
        (" indented", "&#32;indented"),
        ("trailing ", "trailing&#32;"),
        ("\n\nlate", "&#10;&#10;late"),
        ("<b>", "\\<b>"),
        ("&amp; &#32;", "\\&amp; \\&#32;"),
        ("\\#", "\\\\#"),
        ("bell\x07", "bell&#7;"),
        ("> said", "\\> said"),
        ("```", "\\```"),
        ("* * *", "\\* * *"),
    ],
)
def test_what_would_be_taken_for_markup_is_escaped(text: str, written: str) -> None:
    assert as_block(text) == written


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("\\*", "*"),
        ("\\a", "\\a"),
        ("&eacute;&#x41;", "éA"),
        ("&nosuchname;", "&nosuchname;"),
        ("&#9999999;", "&#9999999;"),
    ],
)
def test_other_peoples_markdown_is_read(written: str, text: str) -> None:
    assert as_text(written) == text


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("*Down* by **60 %**, __really__ _so_", "Down by 60 %, really so"),
        ("5 * 3 * 2 and snake_case_name", "5 * 3 * 2 and snake_case_name"),
        ("***", "***"),
    ],
)
def test_signs_of_emphasis_go(written: str, plain: str) -> None:
    assert without_emphasis(written) == plain
