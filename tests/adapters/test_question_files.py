from pathlib import Path

import pytest

from storybuilder.adapters.question_files import MOST_BYTES, read_questions
from storybuilder.errors import QuestionsUnreadable

TWO = ["Why us, really?", "Who?"]


def file(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(QuestionsUnreadable) as refused:
        read_questions(path)
    return refused.value.sentence()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.txt", "Why us, really?\nWho?\n"),
        ("list.TXT", "Why us, really?\r\nWho?"),
        ("list", b"\xef\xbb\xbfWhy us, really?\nWho?\n"),
        ("list.md", "# Mine\n\n1. Why us,\n   really?\n2. Who?\n"),
        ("list.csv", 'id,Question\n1,"Why us, really?"\n2,Who?\n'),
        ("list.tsv", "Question\tfrom\nWhy us, really?\tAda\nWho?\tAda\n"),
    ],
)
def test_each_kind_of_file_is_read(tmp_path: Path, name: str, content: str | bytes) -> None:
    found = read_questions(file(tmp_path, name, content))
    assert [one.text for one in found] == TWO


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.txt", "", "a.txt holds no questions: name a .txt"),
        ("a.txt", "# Only a heading\n", "holds no questions"),
        ("a.txt", b"\x00\x01\x02", "a.txt is not a text: name a .txt"),
        ("a.txt", "Why?".encode("utf-16"), "a.txt is UTF-16: name a .txt"),
        ("a.txt", "Café?".encode("latin-1"), "a.txt is not UTF-8: name a .txt"),
        ("a.json", '{"cards": [{"front": "Why?"}]}', "a.json is JSON: name a .txt"),
        ("a.txt", '{"q": "Why?"}\n{"q": "Who?"}\n', "a.txt is JSON"),
        ("a.csv", 'question\n"Why?\n', "a.csv is a broken table: the quotes do not match at line"),
        ("a.csv", "question,by\nWhy, oh why?,x,y\n", "line 2 has 4 columns and the first 2"),
        ("a.txt", "x" * 2_001, "a question, number 1, of over 2,000 letters"),
        ("a.txt", "Why?\n" * 20_001, "holds more than 20,000 questions"),
        ("a.txt", b"x" * (MOST_BYTES + 1), "a.txt is larger than 16 MB: divide it into parts."),
    ],
)
def test_what_is_no_list_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: str | bytes, why: str
) -> None:
    said = refusal(file(tmp_path, name, content))
    assert why in said
    assert said.endswith(".")


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a.txt") == "there is no file a.txt: check its name."


def test_a_folder_is_no_list(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


def test_a_refusal_never_tells_what_stands_in_the_file(tmp_path: Path) -> None:
    assert "Ada" not in refusal(file(tmp_path, "a.csv", 'question\n"Ada Brown\n'))
