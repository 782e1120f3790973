from pathlib import Path

import pytest

from storybuilder.adapters.settings_file import load_settings
from storybuilder.core.settings import Settings
from storybuilder.ui.language_section import LANGUAGE_LABEL, ONLY_WORDS
from storybuilder.ui.settings import SettingsScreen
from tests.ui.controls import box, leave, submit
from tests.ui.still_window import StillWindow, on_a_loop, practice_in


async def settings(folder: Path, language: str = "en") -> StillWindow:
    window = StillWindow(practice_in(folder, settings=Settings(language=language)))
    await window.show(SettingsScreen(window))
    return window


@on_a_loop
async def test_takes_are_english_unless_something_else_is_written(tmp_path: Path) -> None:
    window = await settings(tmp_path)
    assert box(window.drawn, LANGUAGE_LABEL).value == "English"
    assert ONLY_WORDS not in window.seen


@pytest.mark.parametrize("written", ["German", " german", "de"])
@on_a_loop
async def test_another_language_is_kept_and_says_what_it_means(
    tmp_path: Path, written: str
) -> None:
    window = await settings(tmp_path)
    submit(box(window.drawn, LANGUAGE_LABEL), written)
    await window.rest()
    assert load_settings(tmp_path / "settings.json").language == "de"
    assert box(window.drawn, LANGUAGE_LABEL).value == "German"
    assert ONLY_WORDS in window.seen


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Portugese", "Perhaps Portuguese?"),
        ("Xyzzy", "Write it like German, or de"),
        ("", "Write it like German, or de"),
    ],
)
@on_a_loop
async def test_what_is_no_language_is_not_kept(tmp_path: Path, written: str, said: str) -> None:
    window = await settings(tmp_path, "fr")
    field = box(window.drawn, LANGUAGE_LABEL)
    field.value = written
    leave(field)
    await window.rest()
    assert str(field.error).startswith(said)
    assert window.practice.setting_up.settings.language == "fr"
