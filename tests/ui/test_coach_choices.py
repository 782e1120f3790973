"""The coach's choices: model, masking and prices are kept; what cannot be one is refused."""

from pathlib import Path

import flet as ft
import pytest

from storybuilder.adapters.settings_file import load_settings
from storybuilder.core.coaching.cost import Prices
from storybuilder.core.settings import SUGGESTED_COACH_MODEL, Settings
from storybuilder.ui.coach_choices import (
    MASKED,
    MODEL_LABEL,
    NOT_MASKED,
    RECEIVED_LABEL,
    SENT_LABEL,
    CoachChoices,
)
from storybuilder.ui.theme import LIGHT
from tests.ui.controls import box, submit
from tests.ui.still_window import StillWindow, on_a_loop, practice_in


class Shown:
    """The choices alone, drawn anew when one is made."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.folder = folder
        self.window = StillWindow(practice_in(folder, settings=settings))
        self._choices = CoachChoices(self.window, self.draw)
        self.draw()

    def draw(self) -> None:
        self.window.drawn = ft.Column(self._choices.draw(LIGHT, 760))

    async def field(self, label: str, words: str) -> object:
        """Fill in a field; what it says against it."""
        field = box(self.window.drawn, label)
        submit(field, words)
        await self.window.rest()
        return field.error

    @property
    def settings(self) -> Settings:
        return load_settings(self.folder / "settings.json")


async def shown(folder: Path, **chosen: object) -> Shown:
    return Shown(folder, Settings(**chosen))  # type: ignore[arg-type]


@on_a_loop
async def test_another_model_is_kept(tmp_path: Path) -> None:
    section = await shown(tmp_path)
    assert await section.field(MODEL_LABEL, " claude-opus-5-5 ") is None
    assert section.settings.coach_model == "claude-opus-5-5"


@pytest.mark.parametrize("name", ["", "two words", "line\nbreak", "x" * 201])
@on_a_loop
async def test_what_is_no_model_id_is_refused(tmp_path: Path, name: str) -> None:
    section = await shown(tmp_path)
    assert "Write the id" in str(await section.field(MODEL_LABEL, name))
    assert section.settings.coach_model == SUGGESTED_COACH_MODEL


@on_a_loop
async def test_masking_is_turned_off_and_on_again(tmp_path: Path) -> None:
    section = await shown(tmp_path)
    await section.window.click(NOT_MASKED)
    assert not section.settings.coach_masks
    await section.window.click(MASKED)
    assert section.settings.coach_masks


@on_a_loop
async def test_two_prices_are_kept_and_taken_away_again(tmp_path: Path) -> None:
    section = await shown(tmp_path)
    await section.field(SENT_LABEL, "3")
    await section.field(RECEIVED_LABEL, "15,5")
    assert section.settings.coach_prices == Prices(3.0, 15.5)
    await section.field(SENT_LABEL, "")
    assert not section.settings.coach_prices.are_known


@pytest.mark.parametrize("written", ["cheap", "-1", "1e9", "nan"])
@on_a_loop
async def test_what_is_no_price_is_refused_and_changes_nothing(
    tmp_path: Path, written: str
) -> None:
    section = await shown(tmp_path, coach_prices=Prices(3.0, 15.0))
    assert "A number such as" in str(await section.field(SENT_LABEL, written))
    assert section.window.practice.setting_up.settings.coach_prices == Prices(3.0, 15.0)
