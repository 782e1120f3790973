import json
from datetime import timedelta
from pathlib import Path

import pytest

from storybuilder.adapters.version_files import FolderOfVersions
from storybuilder.core.story import StoryId, Version
from storybuilder.errors import (
    LibraryTooNew,
    LibraryUnreadable,
    LibraryUnwritable,
    StoryUnknown,
)
from storybuilder.ports import Versions
from tests.builders import NOON, story

ID = StoryId("s1")


def versions_in(folder: Path) -> Versions:
    return FolderOfVersions(folder, now=lambda: NOON)


def version(number: int, id: str = "s1") -> Version:
    return Version(
        kept_at=NOON + timedelta(minutes=number),
        reason="rewritten",
        story=story(id, action=f"I tried {number} times"),
    )


def keep(folder: Path, *numbers: int, id: str = "s1") -> None:
    for number in numbers:
        versions_in(folder).keep(version(number, id))


def test_nothing_was_kept_and_nothing_is_made(tmp_path: Path) -> None:
    assert versions_in(tmp_path / "versions").versions(ID) == ()
    versions_in(tmp_path / "versions").forget(ID)
    assert list(tmp_path.iterdir()) == []


def test_versions_come_back_newest_first(tmp_path: Path) -> None:
    keep(tmp_path, 1, 2, 3)
    assert versions_in(tmp_path).versions(ID) == (version(3), version(2), version(1))


def test_each_story_has_its_own(tmp_path: Path) -> None:
    keep(tmp_path, 1)
    keep(tmp_path, 2, id="s2")
    assert versions_in(tmp_path).versions(ID) == (version(1),)


@pytest.mark.parametrize(("kept", "oldest"), [(50, 1), (51, 2)])
def test_the_last_fifty_are_kept(tmp_path: Path, kept: int, oldest: int) -> None:
    keep(tmp_path, *range(1, kept + 1))
    found = versions_in(tmp_path).versions(ID)
    assert (len(found), found[-1]) == (50, version(oldest))


def test_the_versions_of_a_story_are_forgotten(tmp_path: Path) -> None:
    keep(tmp_path, 1)
    keep(tmp_path, 2, id="s2")
    versions_in(tmp_path).forget(ID)
    assert versions_in(tmp_path).versions(ID) == ()
    assert versions_in(tmp_path).versions(StoryId("s2")) == (version(2, "s2"),)


def test_a_damaged_entry_hides_no_other_and_stays(tmp_path: Path) -> None:
    keep(tmp_path, 1, 2)
    document = json.loads((tmp_path / "s1.json").read_bytes())
    document["versions"][0]["story"] = "damaged"
    (tmp_path / "s1.json").write_text(json.dumps(document))
    keep(tmp_path, 3)
    assert versions_in(tmp_path).versions(ID) == (version(3), version(1))
    assert b'"damaged"' in (tmp_path / "s1.json").read_bytes()


@pytest.mark.parametrize("content", ["", "[]", '{"format":1}', '{"format":1,"versions":[{'])
def test_a_damaged_file_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "s1.json").write_text(content)
    with pytest.raises(LibraryUnreadable, match=r"s1\.json are damaged"):
        versions_in(tmp_path).versions(ID)


def test_a_damaged_file_is_set_aside_when_a_version_must_be_kept(tmp_path: Path) -> None:
    (tmp_path / "s1.json").write_text("torn")
    keep(tmp_path, 1)
    assert versions_in(tmp_path).versions(ID) == (version(1),)
    assert (tmp_path / "s1.json.damaged-20261120-120000").read_text() == "torn"


def test_a_newer_format_is_left_untouched(tmp_path: Path) -> None:
    newer = '{"format":2,"versions":[]}'
    (tmp_path / "s1.json").write_text(newer)
    with pytest.raises(LibraryTooNew):
        versions_in(tmp_path).versions(ID)
    with pytest.raises(LibraryTooNew):
        keep(tmp_path, 1)
    assert (tmp_path / "s1.json").read_text() == newer


@pytest.mark.parametrize("id", ["", "..", "../library", "a.b"])
def test_an_id_that_is_no_plain_name_is_refused(tmp_path: Path, id: str) -> None:
    with pytest.raises(StoryUnknown):
        versions_in(tmp_path).versions(StoryId(id))
    with pytest.raises(StoryUnknown):
        keep(tmp_path, 1, id=id)
    with pytest.raises(StoryUnknown):
        versions_in(tmp_path).forget(StoryId(id))


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "versions").write_text("mine")
    assert versions_in(tmp_path / "versions").versions(ID) == ()
    with pytest.raises(LibraryUnwritable, match="is not a folder"):
        keep(tmp_path / "versions", 1)


def test_versions_from_elsewhere_find_the_place_of_their_time(tmp_path: Path) -> None:
    keep(tmp_path, 1, 3)
    versions = versions_in(tmp_path)
    assert versions.keep_all(ID, [version(2), version(3), version(4), version(4)]) == 2
    assert versions.versions(ID) == (version(4), version(3), version(2), version(1))
    assert versions.keep_all(ID, [version(2)]) == 0


def test_of_too_many_versions_the_oldest_go(tmp_path: Path) -> None:
    versions = versions_in(tmp_path)
    versions.keep_all(ID, [version(number) for number in range(60)])
    assert [len(versions.versions(ID)), versions.versions(ID)[-1]] == [50, version(10)]


def test_a_damaged_file_is_set_aside_before_versions_come_in(tmp_path: Path) -> None:
    (tmp_path / "s1.json").write_text("{")
    assert versions_in(tmp_path).keep_all(ID, [version(1)]) == 1
    assert versions_in(tmp_path).versions(ID) == (version(1),)
    assert list(tmp_path.glob("s1.json.damaged-*"))
