import pytest

from storybuilder.core.answer_text import MOST_CHARACTERS, MOST_WORDS, TextVerdict, check_text


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("I asked.", "ok"),
        ("数", "ok"),
        ("", "empty"),
        (" \n\t", "empty"),
        ("... 123", "no_words"),
        ("a" * MOST_CHARACTERS, "ok"),
        ("a" * (MOST_CHARACTERS + 1), "too_long"),
        ("a " * MOST_WORDS, "ok"),
        ("a " * (MOST_WORDS + 1), "too_many_words"),
    ],
)
def test_only_one_answer_of_words_can_be_judged(text: str, verdict: TextVerdict) -> None:
    assert check_text(text) == verdict
