from pathlib import Path

from storybuilder.core.meter import Meter, Trouble
from storybuilder.core.settings import Settings
from storybuilder.ui.microphone_section import OWN_CHOICE, MicrophoneSection
from storybuilder.ui.theme import LIGHT
from tests.fakes import ScriptedMicrophone
from tests.ui.controls import button, texts
from tests.ui.still_window import StillWindow, on_a_loop, practice_in

TWO = ("Desk microphone", "Headset")


class Desk:
    """The section on a screen of its own."""

    def __init__(self, folder: Path, chosen: str, *, folded: bool, names: tuple[str, ...]) -> None:
        self.microphone = ScriptedMicrophone(names=names)
        settings = Settings(microphone=chosen)
        practice = practice_in(folder, settings=settings, microphone=self.microphone)
        self.window = StillWindow(practice)
        self.busy = False
        self.section = MicrophoneSection(self.window, folded=folded, busy=lambda: self.busy)

    @property
    def seen(self) -> list[str]:
        return texts(self.section.draw(LIGHT, 700)[0])

    async def click(self, label: str) -> None:
        await self.window.push(button(self.section.draw(LIGHT, 700)[0], label))

    @property
    def chosen(self) -> str:
        return self.window.practice.setting_up.settings.microphone


async def desk(
    folder: Path, chosen: str = "", *, folded: bool = False, names: tuple[str, ...] = TWO
) -> Desk:
    made = Desk(folder, chosen, folded=folded, names=names)
    await made.section.enter()
    return made


@on_a_loop
async def test_folded_it_names_the_one_that_is_used_and_unfolds(tmp_path: Path) -> None:
    at = await desk(tmp_path, "Headset", folded=True)
    assert {"Headset", "Choose another", "Check the level"} <= set(at.seen)
    assert "Desk microphone" not in at.seen
    await at.click("Choose another")
    assert {OWN_CHOICE, *TWO} <= set(at.seen)
    await at.click("Desk microphone")
    await at.window.rest()
    assert at.chosen == "Desk microphone"


@on_a_loop
async def test_one_that_is_plugged_in_is_listed_without_a_click(tmp_path: Path) -> None:
    at = await desk(tmp_path, names=("Desk microphone",))
    assert "Headset" not in at.seen
    at.microphone.names = TWO
    await at.window.wait_a_while()
    assert "Headset" in at.seen
    assert (at.window.redraws, len(at.window.refreshed)) == (0, 1)


@on_a_loop
async def test_nothing_is_sent_while_nothing_changes(tmp_path: Path) -> None:
    at = await desk(tmp_path)
    assert at.seen
    await at.window.wait_a_while()
    assert at.window.refreshed == []


@on_a_loop
async def test_nobody_looks_while_a_take_is_under_way(tmp_path: Path) -> None:
    at = await desk(tmp_path, names=("Desk microphone",))
    at.busy, at.microphone.names = True, TWO
    await at.window.wait_a_while()
    assert "Headset" not in at.seen


@on_a_loop
async def test_a_chosen_one_that_is_missing_is_told_with_the_others_to_choose_from(
    tmp_path: Path,
) -> None:
    at = await desk(tmp_path, "Headset", folded=True, names=("Desk microphone",))
    assert {"“Headset” is not plugged in now.", OWN_CHOICE, "Desk microphone"} <= set(at.seen)
    at.microphone.names = TWO
    await at.window.wait_a_while()
    assert "“Headset” is not plugged in now." not in at.seen
    assert "Desk microphone" not in at.seen


@on_a_loop
async def test_the_last_one_pulled_out_is_told_until_one_is_back(tmp_path: Path) -> None:
    at = await desk(tmp_path, folded=True)
    at.microphone.plugged = False
    await at.window.wait_a_while()
    assert "No microphone was found." in at.seen
    at.microphone.plugged = True
    await at.window.wait_a_while()
    assert "No microphone was found." not in at.seen


@on_a_loop
async def test_choosing_another_goes_on_checking_with_that_one(tmp_path: Path) -> None:
    at = await desk(tmp_path)
    await at.click("Check the level")
    await at.window.until(lambda: "Stop checking" in at.seen)
    await at.click("Headset")
    await at.window.until(lambda: len(at.microphone.checks) == 2)
    assert [check.device for check in at.microphone.checks] == [None, "Headset"]
    await at.section.rest()
    await at.window.rest()
    assert all(check.stopped for check in at.microphone.checks)


@on_a_loop
async def test_one_that_is_pulled_out_during_a_check_is_listed_no_more(tmp_path: Path) -> None:
    at = await desk(tmp_path)
    await at.click("Check the level")
    await at.window.until(lambda: "Stop checking" in at.seen)
    at.microphone.names = ("Desk microphone",)
    at.microphone.checks[0].meter = Meter(elapsed_s=1.0, trouble=Trouble.LOST)
    await at.window.rest()
    assert "Headset" not in at.seen
    assert "The microphone went away." in at.seen
