import json
from pathlib import Path

import pytest

from storybuilder.adapters.library import Library
from storybuilder.cli.chosen import Chosen, tell_news
from storybuilder.core.settings import Settings
from storybuilder.errors import LibraryTooNew, SettingsUnreadable
from storybuilder.places import Places, default_data_folder
from tests.builders import story


def chosen(data: Path) -> Chosen:
    return Chosen(data_dir=data, model=None)


def told(data: Path, capsys: pytest.CaptureFixture[str]) -> str:
    tell_news(chosen(data).program())
    return capsys.readouterr().err


def saved(data: Path, *ids: str) -> Path:
    library = Library(Places(data).library)
    for id in ids:
        library.stories.change(id, lambda _, id=id: story(id))  # type: ignore[misc]  # early bound
    return Places(data).library


def test_without_a_choice_the_data_are_where_the_platform_keeps_them() -> None:
    assert Chosen(data_dir=None, model=None).places.data == default_data_folder()


def test_a_program_makes_no_data_folder(tmp_path: Path) -> None:
    program = chosen(tmp_path / "data").program()
    assert program.practice.drafting.listed() == ()
    assert not (tmp_path / "data").exists()


def test_settings_come_from_the_data_folder_unless_given(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"words_per_minute": 120}')
    assert chosen(tmp_path).program().practice.setting_up.settings.words_per_minute == 120
    given = chosen(tmp_path).program(settings=Settings(words_per_minute=170))
    assert given.practice.setting_up.settings.words_per_minute == 170


def test_settings_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{")
    with pytest.raises(SettingsUnreadable):
        chosen(tmp_path).program()


def test_of_a_good_library_there_is_no_news(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(tmp_path, "s1")
    assert told(tmp_path, capsys) == ""


def test_a_damaged_library_is_told_with_the_copy_that_replaced_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(tmp_path, "s1", "s2").write_bytes(b"{")
    line = told(tmp_path, capsys)
    assert line.startswith("storybuilder: The library was damaged and is kept as library.json.dam")
    assert line.count("\n") == 1
    assert told(tmp_path, capsys) == ""


def test_entries_that_cannot_be_read_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = saved(tmp_path, "s1", "s2")
    document = json.loads(library.read_bytes())
    document["stories"]["s2"] = {"id": "s2"}
    library.write_text(json.dumps(document))
    assert told(tmp_path, capsys) == (
        "storybuilder: entries of the library that cannot be read: 1; they stay as they are.\n"
    )


def test_a_library_of_a_later_version_is_refused(tmp_path: Path) -> None:
    (tmp_path / "library.json").write_text('{"format": 99}')
    with pytest.raises(LibraryTooNew):
        tell_news(chosen(tmp_path).program())
