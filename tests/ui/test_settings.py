from pathlib import Path

import pytest

from storybuilder.adapters.settings_file import load_settings
from storybuilder.core.band import Band
from storybuilder.core.settings import Settings
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.settings import BAND_LABEL, PACE_LABEL, SettingsScreen
from storybuilder.ui.theme import DARK
from tests.fakes import ScriptedMicrophone
from tests.ui.controls import box, submit
from tests.ui.still_window import StillWindow, nowhere_to_write, on_a_loop, practice_in


async def settings_of(
    folder: Path, microphone: ScriptedMicrophone | None = None, **chosen: object
) -> StillWindow:
    """The screen, with these settings in force."""
    settings = Settings(**chosen)  # type: ignore[arg-type]
    window = StillWindow(practice_in(folder, settings=settings, microphone=microphone))
    await window.show(SettingsScreen(window))
    return window


def on_disk(folder: Path) -> Settings:
    return load_settings(folder / "settings.json")


# ---------------------------------------------------------------- length and pace
@pytest.mark.parametrize(
    ("written", "band"),
    [("1:30-2:30", Band(90, 150)), (" 0:30-1:00 ", Band(30, 60)), ("2:00-3:00", Band(120, 180))],
)
@on_a_loop
async def test_a_band_is_in_force_and_on_disk(tmp_path: Path, written: str, band: Band) -> None:
    window = await settings_of(tmp_path)
    field = box(window.drawn, BAND_LABEL)
    submit(field, written)
    await window.rest()
    assert window.practice.setting_up.settings.target == on_disk(tmp_path).target == band
    assert field.error is None


@pytest.mark.parametrize("written", ["", "soon", "3:00-2:00", "2:00-2:00", "2:00"])
@on_a_loop
async def test_what_is_no_band_says_how_one_is_written(tmp_path: Path, written: str) -> None:
    window = await settings_of(tmp_path)
    field = box(window.drawn, BAND_LABEL)
    submit(field, written)
    await window.rest()
    assert field.error == "Write it like 2:00-3:00"
    assert window.refreshed[-1:] == [field]
    assert not (tmp_path / "settings.json").exists()


@pytest.mark.parametrize(("written", "pace"), [("80", 80), (" 220 ", 220), ("151", 151)])
@on_a_loop
async def test_a_pace_is_in_force_and_on_disk(tmp_path: Path, written: str, pace: int) -> None:
    window = await settings_of(tmp_path)
    submit(box(window.drawn, PACE_LABEL), written)
    await window.rest()
    assert window.practice.setting_up.settings.words_per_minute == pace
    assert on_disk(tmp_path).words_per_minute == pace


@pytest.mark.parametrize("written", ["79", "221", "", "fast", "140.5", "-140", "²"])
@on_a_loop
async def test_a_pace_nobody_speaks_at_is_refused(tmp_path: Path, written: str) -> None:
    window = await settings_of(tmp_path)
    field = box(window.drawn, PACE_LABEL)
    submit(field, written)
    await window.rest()
    assert field.error == "A number from 80 to 220"
    assert not (tmp_path / "settings.json").exists()


@on_a_loop
async def test_a_mistake_that_is_put_right_is_forgotten(tmp_path: Path) -> None:
    window = await settings_of(tmp_path)
    field = box(window.drawn, PACE_LABEL)
    submit(field, "999")
    submit(field, "150")
    await window.rest()
    assert (field.error, on_disk(tmp_path).words_per_minute) == (None, 150)


@on_a_loop
async def test_what_is_in_force_is_shown(tmp_path: Path) -> None:
    window = await settings_of(tmp_path, target=Band(90, 150), words_per_minute=120)
    assert box(window.drawn, BAND_LABEL).value == "1:30-2:30"
    assert box(window.drawn, PACE_LABEL).value == "120"


@on_a_loop
async def test_fields_stay_the_same_through_a_redraw(tmp_path: Path) -> None:
    window = await settings_of(tmp_path)
    field = box(window.drawn, BAND_LABEL)
    field.value = "1:3"
    window.redraw()
    assert box(window.drawn, BAND_LABEL) is field
    assert field.value == "1:3"


@on_a_loop
async def test_a_choice_that_cannot_be_saved_is_told(tmp_path: Path) -> None:
    window = await settings_of(tmp_path / "data")
    (tmp_path / "data").mkdir(exist_ok=True)
    with nowhere_to_write(tmp_path / "data"):
        submit(box(window.drawn, PACE_LABEL), "150")
        await window.rest()
    assert window.notices[0].startswith("settings.json was not saved")
    assert window.practice.setting_up.settings.words_per_minute == 140


# ---------------------------------------------------------------- colours
@pytest.mark.parametrize(
    ("label", "theme"), [("Dark", "dark"), ("Light", "light"), ("As the system", "system")]
)
@on_a_loop
async def test_colours_are_chosen_and_taken_over(tmp_path: Path, label: str, theme: str) -> None:
    window = await settings_of(tmp_path, theme="light" if theme == "system" else "system")
    await window.click(label)
    assert (on_disk(tmp_path).theme, window.themes) == (theme, [theme])


@on_a_loop
async def test_the_screen_can_be_drawn_dark(tmp_path: Path) -> None:
    window = await settings_of(tmp_path)
    window.look = Look(DARK, 1280, 800)
    window.redraw()
    assert box(window.drawn, BAND_LABEL).cursor_color == DARK.ink


# ---------------------------------------------------------------- microphone
@on_a_loop
async def test_a_microphone_is_chosen_by_its_name(tmp_path: Path) -> None:
    window = await settings_of(tmp_path)
    assert "The system's own choice" in window.seen
    await window.click("Desk microphone")
    assert on_disk(tmp_path).microphone == "Desk microphone"
    await window.click("The system's own choice")
    assert on_disk(tmp_path).microphone == ""


@on_a_loop
async def test_without_a_microphone_it_says_so_until_one_is_plugged_in(tmp_path: Path) -> None:
    device = ScriptedMicrophone(plugged=False)
    window = await settings_of(tmp_path, device)
    assert "No microphone was found." in window.seen
    assert "The system's own choice" not in window.seen
    device.plugged = True
    await window.wait_a_while()
    assert "Desk microphone" in window.seen
    assert "No microphone was found." not in window.seen


@on_a_loop
async def test_a_missing_sound_system_is_told_and_can_come(tmp_path: Path) -> None:
    device = ScriptedMicrophone(sound_system=False)
    window = await settings_of(tmp_path, device)
    assert "The sound system is missing." in window.seen
    assert "Desk microphone" not in window.seen
    device.sound_system = True
    await window.wait_a_while()
    assert "Desk microphone" in window.seen
    assert "The sound system is missing." not in window.seen


# ---------------------------------------------------------------- where everything is
@on_a_loop
async def test_it_says_where_the_data_is(tmp_path: Path) -> None:
    window = await settings_of(tmp_path / "data")
    assert str(tmp_path / "data") in window.seen


@on_a_loop
async def test_looking_at_settings_writes_nothing(tmp_path: Path) -> None:
    window = await settings_of(tmp_path / "data")
    assert window.screen is not None
    await window.press("N", ctrl=True)
    await window.screen.leave()
    assert not (tmp_path / "data").exists()


# ---------------------------------------------------------------- what leaves this computer
@on_a_loop
async def test_the_promise_is_told_truly_once_there_is_a_key(tmp_path: Path) -> None:
    window = await settings_of(tmp_path)
    promise = "everything is in one folder; nothing leaves this computer"
    assert promise in window.seen
    window.practice.coaching.keys.keep("sk-ant-0123456789abcdef", in_file=True)
    await window.show(SettingsScreen(window))
    assert f"{promise} unless you send it to the coach" in window.seen
