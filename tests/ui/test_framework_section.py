from pathlib import Path

import pytest

from storybuilder.core.framework import OWN
from storybuilder.core.settings import Settings
from storybuilder.ui.framework_section import OWN_FIELD
from storybuilder.ui.settings import SettingsScreen
from tests.ui.controls import box, leave
from tests.ui.still_window import StillWindow, on_a_loop, practice_in


async def shown(folder: Path, **chosen: str) -> StillWindow:
    """The settings."""
    settings = Settings(**chosen)  # type: ignore[arg-type]  # texts only
    window = StillWindow(practice_in(folder, settings=settings))
    await window.show(SettingsScreen(window))
    return window


def label(window: StillWindow, id: str) -> str:
    named = window.practice.named_competencies()
    return next(one.label for one in named if one.id == id)


@on_a_loop
async def test_our_own_words_hold_until_others_are_chosen(tmp_path: Path) -> None:
    window = await shown(tmp_path)
    assert label(window, "customer_focus") == "Customer focus"
    await window.click("Amazon Leadership Principles")
    assert window.practice.setting_up.settings.framework == "amazon"
    assert label(window, "customer_focus") == "Customer Obsession"
    assert any(words.startswith("Source: Amazon") for words in window.seen)


@on_a_loop
async def test_an_own_framework_is_written_below_its_option(tmp_path: Path) -> None:
    window = await shown(tmp_path)
    assert OWN_FIELD not in window.heard
    await window.click("Your own")
    field = box(window.drawn, OWN_FIELD)
    field.value = "Guests first: customer focus"
    leave(field)
    await window.rest()
    assert window.practice.framework().id == OWN
    assert label(window, "customer_focus") == "Guests first"


@pytest.mark.parametrize("written", ["", "Guests first", "A: B\nB: A"])
def test_what_is_no_framework_is_not_kept(tmp_path: Path, written: str) -> None:
    @on_a_loop
    async def tried() -> None:
        window = await shown(tmp_path, framework=OWN, own_framework="Guests first: delivery")
        field = box(window.drawn, OWN_FIELD)
        field.value = written
        leave(field)
        await window.rest()
        assert str(field.error).startswith("Not kept: it ")
        assert window.practice.setting_up.settings.own_framework == "Guests first: delivery"

    tried()


@on_a_loop
async def test_an_own_framework_not_yet_written_leaves_our_words(tmp_path: Path) -> None:
    window = await shown(tmp_path, framework=OWN)
    assert label(window, "delivery") == "Delivery"
