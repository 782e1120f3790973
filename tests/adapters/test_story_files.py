import json
import os
import re
from pathlib import Path

import pytest

from storybuilder.adapters.story_files import MOST_BYTES, MOST_TEXT_BYTES, StoryFiles
from storybuilder.core.parcel import Heard, Parcel, parcel_document
from storybuilder.core.settings import Settings
from storybuilder.core.story import Version
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Voice
from storybuilder.errors import StoriesUnreadable
from storybuilder.ports import StoryFiles as Promised
from tests.builders import NOON, story, take

FILES: Promised = StoryFiles()
ONE = story("s1", title="The café", task="Halve \ud83d it.")


def packed(parcel: Parcel, **more: object) -> bytes:
    return FILES.packed({**parcel_document(parcel, Settings()), **more})


def refusal(content: bytes, name: str) -> str:
    with pytest.raises(StoriesUnreadable) as refused:
        FILES.opened(content, name)
    assert refused.value.exit_code == 2
    assert re.fullmatch(r"[^\n]+: [^\n]+\.", refused.value.sentence())
    return str(refused.value)


@pytest.mark.parametrize("name", ["all.json", "all", "ALL.JSON", "all.txt.json"])
def test_what_was_packed_is_opened(name: str) -> None:
    assert FILES.opened(packed(Parcel(stories=(ONE,))), name) == (
        Parcel(stories=(ONE,)),
        Settings(),
    )


@pytest.mark.parametrize("name", ["my.md", "my.MARKDOWN", "my.txt", "my.doc", "my"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_anything_else_is_opened_as_text(name: str, encoding: str) -> None:
    assert FILES.opened("# Café\r\nTask: x\rend".encode(encoding), name) == "# Café\nTask: x\nend"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "x is empty"),
        (b" \n", "x is empty"),
        (b"{", "x is not valid JSON at line 1"),
        (b'{"format": 1,\n "stories": [}', "x is not valid JSON at line 2"),
        (b"[]", "x holds no exported stories"),
        (b'{"stories": []}', "x holds no exported stories"),
        (b'{"format": 1}', "x holds no exported stories"),
        (b'{"name": "other", "version": 3}', "x holds no exported stories"),
        (b'{"format": 1, "stories": {"s1": {}}}', "x holds no exported stories"),
        (b'{"format": 1, "stories": [{"id": "s1"}]}', "x holds no exported stories"),
        (b'{"format": 2, "stories": []}', "x has format 2 and this program knows 1"),
        (b"[" * 100_000, "x holds no exported stories"),
        (b'{"format": 1, "stories": ["\xff"]}', "x holds no exported stories"),
    ],
)  # fmt: skip
def test_json_that_is_no_parcel_is_refused(content: bytes, told: str) -> None:
    assert (
        refusal(content, "x.json" if content in (b"", b" \n") else "x").replace(".json", "") == told
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "x.md is empty"),
        (b"\xef\xbb\xbf \r\n", "x.md is empty"),
        ("café".encode("latin-1"), "x.md is not UTF-8"),
        (b"\xff\xfe\x00", "x.md is UTF-16"),
        (b"PK\x03\x04\x00\x00", "x.md is not a text"),
        (os.urandom(5000), "x.md is not"),
        (b"a" * (MOST_TEXT_BYTES + 1), "x.md is larger than 4 MB"),
        (
            b"<!-- storybuilder stories, format 2 -->\n",
            "x.md has format 2 and this program knows 1",
        ),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, told: str) -> None:
    assert refusal(content, "x.md").startswith(told)


@pytest.mark.parametrize(
    "parcel",
    [
        Parcel(stories=(story("../s1"),)),
        Parcel(versions=(Version(kept_at=NOON, reason="", story=story("../s1")),)),
        Parcel(heard=(Heard(take("../t1"), Voice(1.0), Transcript(())),)),
    ],
)
def test_an_id_that_would_leave_its_folder_is_refused(parcel: Parcel) -> None:
    assert "whose id is not one of ours" in refusal(packed(parcel), "x.json")


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes(b"a\r\n")
    assert FILES.read(tmp_path / "x.md") == b"a\r\n"


def test_what_cannot_be_read_is_refused_with_the_reason(tmp_path: Path) -> None:
    for path, why in (
        (tmp_path / "gone.json", "could not be read (No such file or directory)"),
        (tmp_path, "could not be read (Is a directory)"),
        (Path("a\0b"), "could not be read"),
    ):
        with pytest.raises(StoriesUnreadable, match=re.escape(why)):
            FILES.read(path)


def test_a_file_far_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "x.json").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(StoriesUnreadable, match="is larger than 200 MB"):
        FILES.read(tmp_path / "x.json")


def test_a_packed_document_says_its_format_first() -> None:
    assert next(iter(json.loads(packed(Parcel())))) == "format"
