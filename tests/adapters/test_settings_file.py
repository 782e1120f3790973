import json
from pathlib import Path

import pytest

from storybuilder.adapters.settings_file import load_settings, save_settings, set_aside
from storybuilder.core.band import Band
from storybuilder.core.settings import Settings
from storybuilder.core.threshold import Thresholds
from storybuilder.errors import LibraryUnwritable, SettingsUnreadable

CHOSEN = Settings(
    microphone="Büro “USB”",
    target=Band(90, 150),
    theme="dark",
    thresholds=Thresholds(long_pause_s=3.5),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "settings.json"


def written(path: Path, content: bytes) -> Path:
    path.parent.mkdir()
    path.write_bytes(content)
    return path


def test_without_a_file_the_defaults_hold_and_nothing_is_made(path: Path) -> None:
    assert load_settings(path) == Settings()
    assert not path.parent.exists()


def test_settings_are_read_back(path: Path) -> None:
    save_settings(path, CHOSEN)
    assert load_settings(path) == CHOSEN


def test_only_what_differs_from_the_defaults_is_written(path: Path) -> None:
    save_settings(path, Settings(theme="dark"))
    assert json.loads(path.read_bytes()) == {"format": 1, "theme": "dark"}


def test_a_file_of_unknown_keys_changes_nothing(path: Path) -> None:
    assert load_settings(written(path, b'{"colour": "red"}')) == Settings()


def test_a_file_from_an_editor_with_a_byte_order_mark_is_read(path: Path) -> None:
    assert load_settings(written(path, '\ufeff{"theme":"dark"}'.encode())).theme == "dark"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "settings.json is not valid JSON at line 1"),
        (b'{\n"theme": "dark",\n"model": }', "settings.json is not valid JSON at line 3"),
        (b'{"theme": "\xff"}', "settings.json is not text in UTF-8"),
        (b"[]", "settings.json holds a wrong value: is not an object"),
        (b'{"theme": "pink"}', "settings.json holds a wrong value: theme is none of system"),
        (b'{"words_per_minute": "140"}', "words_per_minute is not a whole number"),
        (b'{"target": [120]}', "target.high_s is missing"),
        (b'{"thresholds": {"burst_s": null}}', "thresholds.burst_s is not a number"),
        (b'{"format": "one"}', "format is not a whole number"),
        (b'{"format": 2}', "settings.json was written by a later version"),
        (b"[" * 99_999, "settings.json holds a wrong value"),
    ],
)
def test_a_broken_file_is_told_with_its_line_or_field(
    path: Path, content: bytes, reason: str
) -> None:
    with pytest.raises(SettingsUnreadable) as failure:
        load_settings(written(path, content))
    assert reason in str(failure.value)
    assert path.read_bytes() == content


def test_a_folder_in_place_of_the_file_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(SettingsUnreadable, match="could not be read"):
        load_settings(path)


def test_a_broken_file_is_set_aside_and_the_defaults_hold(path: Path) -> None:
    aside = set_aside(written(path, b"{"))
    assert aside.name.startswith("settings.json.broken-")
    assert aside.read_bytes() == b"{"
    assert load_settings(path) == Settings()


def test_a_file_that_is_gone_cannot_be_set_aside(path: Path) -> None:
    with pytest.raises(LibraryUnwritable):
        set_aside(path)


def test_a_file_where_the_folder_should_be_is_told(path: Path) -> None:
    path.parent.write_text("mine")
    assert load_settings(path) == Settings()
    with pytest.raises(LibraryUnwritable, match=r"settings\.json was not saved"):
        save_settings(path, CHOSEN)
