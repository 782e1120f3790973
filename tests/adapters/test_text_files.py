from io import BytesIO
from pathlib import Path

import pytest

from storybuilder.adapters.text_files import STANDARD_INPUT, read_answer
from storybuilder.core.answer_text import MOST_CHARACTERS, MOST_WORDS
from storybuilder.errors import TextUnreadable

NOTHING = BytesIO()


def written(folder: Path, content: bytes) -> Path:
    path = folder / "answer.txt"
    path.write_bytes(content)
    return path


def refusal(path: Path, standard_input: BytesIO = NOTHING) -> str:
    with pytest.raises(TextUnreadable) as refused:
        read_answer(path, standard_input)
    return refused.value.sentence()


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"I asked.", "I asked."),
        (b"\xef\xbb\xbfI asked.", "I asked."),
        ("Née à Köln".encode(), "Née à Köln"),
        (b"one\r\ntwo\rthree", "one\ntwo\nthree"),
        (b"a\x0cb", "a\x0cb"),
    ],
)
def test_the_text_of_a_file_is_read(tmp_path: Path, content: bytes, text: str) -> None:
    assert read_answer(written(tmp_path, content), NOTHING) == text


def test_a_hyphen_reads_standard_input() -> None:
    assert read_answer(STANDARD_INPUT, BytesIO(b"I asked.")) == "I asked."


def test_standard_input_is_named_in_a_refusal() -> None:
    assert refusal(STANDARD_INPUT, BytesIO(b"")).startswith("standard input is empty: ")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "answer.txt is empty: write or paste an answer into it."),
        (b" \n", "answer.txt is empty: write or paste an answer into it."),
        (b"123 ...", "answer.txt holds no words: write or paste the text of one answer into it."),
        (b"a\0b", "answer.txt is not a text: give it the plain text of one answer."),
        (b"\x01\x02\x03ab", "answer.txt is not a text: give it the plain text of one answer."),
        (b"caf\xe9 ole", "answer.txt is not UTF-8: save it as UTF-8, then try again."),
        ("I asked.".encode("utf-16"), "answer.txt is UTF-16: save it as UTF-8, then try again."),
        (
            b"a" * (MOST_CHARACTERS + 1),
            "answer.txt is longer than 200,000 characters: cut it down to a single answer first.",
        ),
        (
            b"a" * (5 * MOST_CHARACTERS),
            "answer.txt is longer than 200,000 characters: cut it down to a single answer first.",
        ),
        (
            b"a " * (MOST_WORDS + 1),
            "answer.txt is longer than 20,000 words: cut it down to a single answer first.",
        ),
    ],
)
def test_what_is_no_answer_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes, said: str
) -> None:
    assert refusal(written(tmp_path, content)) == said


def test_a_text_of_the_greatest_length_is_read_whole(tmp_path: Path) -> None:
    longest = "é" * MOST_CHARACTERS
    assert read_answer(written(tmp_path, longest.encode()), NOTHING) == longest


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.txt") == "there is no file gone.txt: check its name."


def test_a_folder_is_no_answer(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    assert refusal(tmp_path / "notes") == "notes is a folder: name a text file in it."


def test_a_path_through_a_file_leads_nowhere(tmp_path: Path) -> None:
    assert "inner.txt" in refusal(written(tmp_path, b"I asked.") / "inner.txt")


def test_a_refusal_never_repeats_the_words(tmp_path: Path) -> None:
    assert "secret" not in refusal(written(tmp_path, b"secret \xff"))
