import pytest

from storybuilder.core.transcript import Transcript, Word
from tests.builders import spoken


def test_the_text_is_the_words_with_one_space_between() -> None:
    assert spoken("I cut  the\nqueue").text == "I cut the queue"
    assert Transcript().text == ""


def test_every_word_begins_where_it_says() -> None:
    heard = spoken("I cut the queue")
    assert heard.starts == (0, 2, 6, 10)
    for word, at in zip(heard.words, heard.starts, strict=True):
        assert heard.text[at : at + len(word.text)] == word.text


def test_a_transcript_without_words_has_no_starts() -> None:
    assert (Transcript().starts, Transcript().words_between(0, 100)) == ((), ())


@pytest.mark.parametrize(
    ("start_char", "end_char", "words"),
    [
        (0, 15, ["I", "cut", "the", "queue"]),
        (2, 6, ["cut"]),
        (2, 7, ["cut", "the"]),
        (3, 6, []),
        (10, 11, ["queue"]),
        (15, 99, []),
    ],
)
def test_a_word_belongs_to_the_stretch_it_begins_in(
    start_char: int, end_char: int, words: list[str]
) -> None:
    heard = spoken("I cut the queue").words_between(start_char, end_char)
    assert [word.text for word in heard] == words


def test_how_sure_the_model_was_is_unknown_unless_told() -> None:
    assert Word("I", 0.0, 0.2).probability is None
