import errno
import os
import stat
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storybuilder.adapters import whole_file
from storybuilder.adapters.whole_file import decoded, encoded, patiently, write_whole
from storybuilder.errors import LibraryUnwritable

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.json", b"old")
    write_whole(tmp_path / "a.json", b"new")
    assert (tmp_path / "a.json").read_bytes() == b"new"
    assert names(tmp_path) == ["a.json"]


def test_a_file_and_its_new_folders_are_the_owners_only(tmp_path: Path) -> None:
    write_whole(tmp_path / "data" / "takes" / "a.json", b"")
    assert mode(tmp_path / "data") == mode(tmp_path / "data" / "takes") == 0o700
    assert mode(tmp_path / "data" / "takes" / "a.json") == 0o600


def test_a_folder_that_exists_keeps_its_rights(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir(mode=0o750)
    write_whole(tmp_path / "shared" / "a.json", b"")
    assert mode(tmp_path / "shared") == 0o750


def test_before_runs_while_the_old_content_is_still_there(tmp_path: Path) -> None:
    file, seen = tmp_path / "a.json", []
    write_whole(file, b"old")
    write_whole(file, b"new", lambda: seen.append(file.read_bytes()))
    assert seen == [b"old"]


def test_a_failure_keeps_the_old_content_and_leaves_no_draft(tmp_path: Path) -> None:
    def fail() -> None:
        raise OSError(errno.ENOSPC, "full")

    write_whole(tmp_path / "a.json", b"old")
    with pytest.raises(LibraryUnwritable, match=r"a\.json was not saved because the disk is full"):
        write_whole(tmp_path / "a.json", b"new", fail)
    assert (tmp_path / "a.json").read_bytes() == b"old"
    assert names(tmp_path) == ["a.json"]


def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(LibraryUnwritable, match="data is not a folder"):
        write_whole(tmp_path / "data" / "a.json", b"")
    assert (tmp_path / "data").read_text() == "not a folder"


def test_a_file_further_up_where_a_folder_should_be_is_a_refusal(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(LibraryUnwritable, match="is not a folder"):
        write_whole(tmp_path / "data" / "takes" / "a.json", b"")


def test_a_folder_where_the_file_should_be_is_a_refusal(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    with pytest.raises(LibraryUnwritable, match="a folder of that name"):
        write_whole(tmp_path / "a.json", b"")
    assert names(tmp_path) == ["a.json"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EDQUOT, "the disk is full"),
        (errno.EFBIG, "the disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "you may not write to"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_each_refusal_becomes_one_plain_sentence(number: int, words: str) -> None:
    error = OSError(number, os.strerror(number))
    sentence = whole_file.unwritable("a.json", Path("data"), error).sentence()
    assert sentence.startswith("a.json was not saved because ")
    assert words in sentence


def test_a_second_name_survives_the_replacement_of_the_first(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.json", b"old")
    whole_file.keep_also(tmp_path / "a.json", tmp_path / "b.json")
    write_whole(tmp_path / "a.json", b"new")
    assert (tmp_path / "b.json").read_bytes() == b"old"


def test_a_second_name_takes_the_place_of_another_file(tmp_path: Path) -> None:
    for name in ("a.json", "b.json"):
        write_whole(tmp_path / name, name.encode())
    whole_file.keep_also(tmp_path / "a.json", tmp_path / "b.json")
    assert (tmp_path / "b.json").read_bytes() == b"a.json"


def test_a_disk_without_second_names_gets_a_copy_of_the_same_age(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "no hard links here")

    write_whole(tmp_path / "a.json", b"kept")
    os.utime(tmp_path / "a.json", (1_000, 1_000))
    monkeypatch.setattr(os, "link", refuse)
    whole_file.keep_also(tmp_path / "a.json", tmp_path / "b.json")
    assert (tmp_path / "b.json").read_bytes() == b"kept"
    assert (tmp_path / "b.json").stat().st_mtime == 1_000


def test_drafts_of_a_killed_program_are_swept_after_an_hour(tmp_path: Path) -> None:
    for name, age_s in ((".a.json.x.draft", 3_601), (".a.json.y.draft", 3_500), ("a.json", 9_999)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (time.time() - age_s,) * 2)
    whole_file.sweep(tmp_path)
    assert names(tmp_path) == [".a.json.y.draft", "a.json"]


def test_sweeping_a_folder_that_is_not_there_makes_none(tmp_path: Path) -> None:
    whole_file.sweep(tmp_path / "data")
    assert names(tmp_path) == []


@pytest.mark.parametrize(("refusals", "works"), [(0, True), (2, True), (3, False)])
def test_a_refused_step_is_tried_three_times_when_told_so(refusals: int, works: bool) -> None:
    answers = [PermissionError()] * refusals

    def step() -> str:
        if answers:
            raise answers.pop()
        return "done"

    if works:
        assert patiently(step, tries=3, pause_s=0) == "done"
    else:
        with pytest.raises(PermissionError):
            patiently(step, tries=3, pause_s=0)


def test_every_file_set_aside_gets_a_name_of_its_own(tmp_path: Path) -> None:
    taken = []
    for _ in range(3):
        taken.append(whole_file.beside(tmp_path / "a.json", "broken", NOON))
        taken[-1].touch()
    stamp = "a.json.broken-20261120-120000"
    assert [path.name for path in taken] == [stamp, f"{stamp}-2", f"{stamp}-3"]


@pytest.mark.parametrize("id", ["t1", "3f2a-b_c", "a" * 80])
def test_plain_names_stay_in_their_folder(id: str) -> None:
    assert whole_file.is_plain_name(id)


@pytest.mark.parametrize("id", ["", ".", "..", "a.b", "a/b", "a\\b", "é", "a\n", "a" * 81])
def test_anything_else_is_no_plain_name(id: str) -> None:
    assert not whole_file.is_plain_name(id)


@pytest.mark.parametrize("text", ["naïve", "“quoted”", "half \ud83d of one", "\u2028", "a\x00b"])
def test_any_text_survives_being_written_as_valid_utf8(text: str) -> None:
    content = encoded({"format": 1, "text": text})
    content.decode("utf-8")
    assert decoded(content)["text"] == text


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"  \n",
        b"[]",
        b"1",
        b"{}",
        b'{"format":0}',
        b'{"format":1',
        b'{"format":1}}}',
        b'{"format":1}\x00\x00',
        b"\xff\xfe\xfd",
        b"\x00" * 99,
        b"[" * 99_999,
    ],
)
def test_a_torso_is_no_document(content: bytes) -> None:
    with pytest.raises(ValueError):
        decoded(content)
