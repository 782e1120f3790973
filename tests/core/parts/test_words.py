import pytest

from storybuilder.core.parts.words import phrase_of, without_fillers, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I cut it by 15 %.", ["i", "cut", "it", "by", "#"]),
        ("fifteen percent of $2,000", ["#", "of", "#"]),
        ("I’d said One", ["i'd", "said", "one"]),
        ("15 per cent", ["#"]),
        ("two hundred and fourteen", ["#"]),
        ("The programme was organised", ["the", "program", "was", "organized"]),
        ("", []),
    ],
)
def test_every_number_is_the_same_word(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_a_sentence_that_is_all_beginning_keeps_it() -> None:
    assert without_fillers(["so", "well", "okay"]) == ["so", "well", "okay"]


@pytest.mark.parametrize(
    ("cue", "phrase"),
    [("^ two weeks", "^ # weeks"), ("my role", "my role"), ("organised", "organized")],
)
def test_a_cue_is_looked_for_as_words_are_seen(cue: str, phrase: str) -> None:
    assert phrase_of(cue) == phrase
