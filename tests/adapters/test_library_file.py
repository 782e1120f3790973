import json
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storybuilder.adapters.library_file import LibraryFile
from storybuilder.adapters.whole_file import write_whole
from storybuilder.core.plain import Document
from storybuilder.errors import LibraryTooNew, LibraryUnreadable, LibraryUnwritable

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def tables(number: int) -> dict[str, dict[str, dict[str, int]]]:
    return {"stories": {"s1": {"number": number}}}


def save(path: Path, *numbers: int, now: datetime = NOON) -> LibraryFile:
    file = LibraryFile(path, now=lambda: now)
    for number in numbers:
        file.write(tables(number))
    return file


def number_in(path: Path) -> object:
    return json.loads(path.read_bytes())["stories"]["s1"]["number"]


def old_tail(content: bytes) -> bytes:
    return content + b'"}}}'


DAMAGES: list[Callable[[bytes], bytes]] = [
    lambda content: content[:-5],
    lambda content: content[: len(content) // 2],
    lambda content: b"",
    lambda content: b"[]",
    lambda content: b"{}",
    lambda content: b"\x00" * len(content),
    lambda content: content + b"\x00" * 50,
    lambda content: b"\xff\x80garbage",
    lambda content: b'{"format":1,"stories":[]}',
    old_tail,
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.json"


def test_before_the_first_save_there_is_nothing_and_nothing_is_made(path: Path) -> None:
    assert LibraryFile(path).read() is None
    assert not path.parent.exists()


def test_what_was_saved_is_read_by_another_window(path: Path) -> None:
    save(path, 1)
    assert LibraryFile(path).read() == tables(1)


def test_a_save_by_another_window_is_seen(path: Path) -> None:
    mine = save(path, 1)
    save(path, 2)
    assert mine.read() == tables(2)


def test_changing_what_was_read_changes_nothing_else(path: Path) -> None:
    file = save(path, 1)
    read = file.read()
    assert read is not None
    read["stories"].clear()
    assert file.read() == tables(1)


def test_the_last_three_saves_are_kept(path: Path) -> None:
    save(path, 1, 2, 3, 4, 5)
    kept = [number_in(path.with_name(f"library.json.bak{n}")) for n in (1, 2, 3)]
    assert (number_in(path), kept) == (5, [4, 3, 2])
    assert not path.with_name("library.json.bak4").exists()


def test_one_copy_is_kept_each_day_and_seven_in_all(path: Path) -> None:
    for day in range(10):
        save(path, day, 100 + day, now=NOON + timedelta(days=day))
    copies = sorted((path.parent / "backups").iterdir())
    assert [copy.name for copy in copies] == [f"library-2026-11-{d}.json" for d in range(23, 30)]
    assert number_in(copies[-1]) == 108  # the last of the day before


def test_a_failed_save_leaves_the_three_last_saves_alone(path: Path) -> None:
    file = save(path, 1, 2, 3, 4)
    (path.parent / "backups" / "library-2026-11-20.json").unlink()
    (path.parent / "backups").rmdir()
    (path.parent / "backups").write_text("in the way")
    for _ in range(5):
        with pytest.raises(LibraryUnwritable):
            file.write(tables(5))
    kept = [number_in(path.with_name(f"library.json.bak{n}")) for n in (1, 2, 3)]
    assert kept == [4, 3, 2]


def test_a_failed_save_is_not_taken_for_saved(path: Path) -> None:
    file = save(path, 1)
    with pytest.raises(TypeError):
        file.write({"stories": {"s1": {"number": {1, 2}}}})
    assert file.read() == tables(1)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_gives_way_to_the_last_save(
    path: Path, damage: Callable[[bytes], bytes]
) -> None:
    save(path, 1, 2, 3)
    damaged = damage(path.read_bytes())
    path.write_bytes(damaged)
    assert LibraryFile(path, now=lambda: NOON).read() == tables(2)
    assert path.with_name("library.json.damaged-20261120-120000").read_bytes() == damaged


def test_a_recovery_is_told_with_its_age(path: Path) -> None:
    save(path, 1, 2)
    path.write_bytes(b"")
    three = NOON - timedelta(minutes=3, seconds=59)
    os.utime(path.with_name("library.json.bak1"), (three.timestamp(),) * 2)
    file = LibraryFile(path, now=lambda: NOON)
    file.read()
    assert file.recovered is not None
    assert file.recovered.sentence() == (
        "The library was damaged and is kept as library.json.damaged-20261120-120000; "
        "the copy saved 3 minutes ago is open instead."
    )


def test_a_recovery_is_told_once_and_then_lasts(path: Path) -> None:
    save(path, 1, 2)
    path.write_bytes(b"")
    LibraryFile(path).read()
    again = LibraryFile(path)
    assert again.read() == tables(1)
    assert again.recovered is None


def test_saving_goes_on_after_a_recovery(path: Path) -> None:
    save(path, 1, 2)
    path.write_bytes(b"")
    file = LibraryFile(path)
    file.read()
    file.write(tables(3))
    assert LibraryFile(path).read() == tables(3)


def test_damage_is_noticed_in_a_library_that_is_open(path: Path) -> None:
    file = save(path, 1, 2)
    path.write_bytes(b"oops")
    assert file.read() == tables(1)
    assert file.recovered is not None


def test_damaged_backups_are_passed_over(path: Path) -> None:
    save(path, 1, 2, 3, 4)
    for name in ("library.json", "library.json.bak1", "library.json.bak2"):
        path.with_name(name).write_bytes(b"{")
    file = LibraryFile(path)
    assert file.read() == tables(1)
    assert file.recovered is not None
    assert file.recovered.opened.name == "library.json.bak3"


def test_the_newest_daily_copy_is_the_last_resort(path: Path) -> None:
    save(path, 1, 2)
    save(path, 3, now=NOON + timedelta(days=1))
    for file in path.parent.glob("library.json*"):
        file.unlink()
    opened = LibraryFile(path)
    assert opened.read() == tables(2)
    assert opened.recovered is not None
    assert opened.recovered.set_aside is None
    assert "had disappeared" in opened.recovered.sentence()


def test_without_a_good_copy_nothing_is_touched(path: Path) -> None:
    write_whole(path, b"{torn")
    write_whole(path.with_name("library.json.bak1"), b"")
    with pytest.raises(LibraryUnreadable, match=r"library\.json is damaged and has no good backup"):
        LibraryFile(path).read()
    assert path.read_bytes() == b"{torn"
    assert not list(path.parent.glob("*damaged*"))


def test_a_folder_in_place_of_the_file_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(LibraryUnreadable, match="could not be read"):
        LibraryFile(path).read()


def test_a_newer_format_is_refused_and_nothing_is_touched(path: Path) -> None:
    save(path, 1, 2)
    newer = b'{"format":2,"stories":{}}'
    path.write_bytes(newer)
    before = sorted(path.parent.rglob("*"))
    with pytest.raises(LibraryTooNew, match="format 2 and this program knows 1"):
        LibraryFile(path).read()
    assert (path.read_bytes(), sorted(path.parent.rglob("*"))) == (newer, before)


def _tenfold(document: Document) -> Document:
    stories = document["stories"]
    assert isinstance(stories, dict)
    return {"stories": {id: {"number": s["number"] * 10} for id, s in stories.items()}}


def test_an_old_format_is_upgraded_while_reading_and_nothing_is_written(path: Path) -> None:
    save(path, 1)
    before = path.read_bytes()
    assert LibraryFile(path, upgrades=(_tenfold, _tenfold)).read() == tables(100)
    assert path.read_bytes() == before


def test_the_first_save_after_an_upgrade_keeps_the_old_file(path: Path) -> None:
    save(path, 1)
    before = path.read_bytes()
    file = LibraryFile(path, upgrades=(_tenfold,))
    file.read()
    file.write(tables(11))
    file.write(tables(12))
    assert json.loads(path.read_bytes()) == {"format": 2, **tables(12)}
    assert path.with_name("library.json.format-1").read_bytes() == before
