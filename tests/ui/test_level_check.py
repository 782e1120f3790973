from pathlib import Path

import pytest

from storybuilder.core.meter import Meter, Trouble
from storybuilder.ui.level_check import LevelChecking, check_words
from storybuilder.ui.theme import LIGHT
from tests.fakes import ScriptedCheck, ScriptedMicrophone
from tests.ui.controls import button, texts
from tests.ui.still_window import StillWindow, on_a_loop, practice_in

WELL = "Your voice arrives at a good level."
SAY = "Listening: say a sentence or two."


@pytest.mark.parametrize(
    ("meter", "voiced", "words"),
    [
        (Meter(elapsed_s=0.0), False, SAY),
        (Meter(elapsed_s=8.0), False, SAY),
        (Meter(elapsed_s=8.1), False, "No voice yet: speak up, or choose another microphone."),
        (Meter(elapsed_s=8.1), True, WELL),
        (
            Meter(elapsed_s=5.0, trouble=Trouble.QUIET),
            True,
            "Your voice arrives very quietly: come closer.",
        ),
        (
            Meter(elapsed_s=5.0, trouble=Trouble.CLIPPING),
            True,
            "Your voice arrives too loud: move back a little.",
        ),
        (
            Meter(elapsed_s=5.0, trouble=Trouble.MUTED),
            False,
            "Nothing arrives: the microphone is muted or not allowed.",
        ),
        (Meter(elapsed_s=5.0, trouble=Trouble.LOST), True, "The microphone went away."),
    ],
)
def test_what_arrives_is_told_in_words(meter: Meter, voiced: bool, words: str) -> None:
    assert check_words(meter, voiced=voiced) == words


class Desk:
    """A check on a screen of its own."""

    def __init__(self, folder: Path, microphone: ScriptedMicrophone) -> None:
        self.microphone = microphone
        self.window = StillWindow(practice_in(folder, microphone=microphone))
        self.lost = 0
        self.level = LevelChecking(self.window, self._on_lost)
        self.row = self.level.draw(LIGHT, 700)

    async def _on_lost(self) -> None:
        self.lost += 1

    async def begin(self) -> ScriptedCheck:
        """Click, and wait until the microphone is open."""
        before = len(self.microphone.checks)
        await self.window.push(button(self.row, "Check the level"))
        await self.window.until(
            lambda: len(self.microphone.checks) > before and "Stop checking" in self.seen
        )
        return self.microphone.checks[-1]

    @property
    def seen(self) -> list[str]:
        return texts(self.row)


def desk(folder: Path, **microphone: object) -> Desk:
    return Desk(folder, ScriptedMicrophone(**microphone))  # type: ignore[arg-type]


@on_a_loop
async def test_a_check_shows_what_arrives_and_sends_only_its_own_row(tmp_path: Path) -> None:
    at = desk(tmp_path)
    assert "Listens for 20 s and keeps nothing." in at.seen
    check = await at.begin()
    assert SAY in at.seen
    check.meter = Meter(elapsed_s=2.0, level_dbfs=-20.0, peak_dbfs=-12.0, voiced=True)
    await at.window.until(lambda: WELL in at.seen)
    assert (at.window.redraws, at.window.refreshed != []) == (0, True)
    await at.window.push(button(at.row, "Stop checking"))
    await at.window.rest()
    assert (check.stopped, "Check the level" in at.seen) == (True, True)
    assert not (tmp_path / "takes").exists()


@on_a_loop
async def test_when_its_time_is_over_it_says_what_it_came_to(tmp_path: Path) -> None:
    at = desk(tmp_path)
    check = await at.begin()
    check.meter = Meter(elapsed_s=2.0, voiced=True)
    await at.window.until(lambda: WELL in at.seen)
    check.meter = Meter(elapsed_s=9.0)
    check.stop()
    await at.window.rest()
    assert {WELL, "Check it again"} <= set(at.seen)
    assert not at.level.listening


@on_a_loop
async def test_a_microphone_that_goes_away_is_told_and_given_back(tmp_path: Path) -> None:
    at = desk(tmp_path)
    check = await at.begin()
    check.meter = Meter(elapsed_s=2.0, trouble=Trouble.LOST)
    await at.window.rest()
    assert "The microphone went away." in at.seen
    assert (check.stopped, at.lost) == (True, 1)


@on_a_loop
async def test_a_microphone_that_is_refused_is_told_and_can_be_tried_again(tmp_path: Path) -> None:
    at = desk(tmp_path, plugged=False)
    await at.window.push(button(at.row, "Check the level"))
    await at.window.rest()
    assert "No microphone was found." in at.seen
    at.microphone.plugged = True
    await at.window.push(button(at.row, "Try again"))
    await at.window.until(lambda: SAY in at.seen)
    await at.level.stop()
    await at.window.rest()


@on_a_loop
async def test_a_second_click_goes_on_with_one_check(tmp_path: Path) -> None:
    at = desk(tmp_path)
    first = await at.begin()
    at.window.start(at.level.begin)
    await at.window.until(lambda: len(at.microphone.checks) == 2)
    assert first.stopped
    await at.level.stop()
    await at.window.rest()
    assert at.microphone.checks[1].stopped


@on_a_loop
async def test_stopping_while_the_microphone_is_being_opened_leaves_none_open(
    tmp_path: Path,
) -> None:
    at = desk(tmp_path)
    begun = at.level.begin()
    at.window.start(lambda: begun)
    await at.window.until(lambda: at.level.listening)
    await at.level.stop()
    await at.window.rest()
    assert all(check.stopped for check in at.microphone.checks)
    assert not at.level.listening
