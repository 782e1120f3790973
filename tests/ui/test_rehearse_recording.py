from pathlib import Path

import pytest

from storybuilder.core.meter import Trouble
from storybuilder.core.take import TakeState
from tests.ui.controls import box, write
from tests.ui.rehearsal import rehearsal
from tests.ui.still_window import nowhere_to_write, on_a_loop


@on_a_loop
async def test_a_take_is_recorded_and_stopping_shows_its_report(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path, chosen="bravo")
    write(box(room.window.drawn, "Question"), " How did you cut the wait? ")
    await room.record()
    assert "How did you cut the wait?" in room.window.seen
    await room.window.press("Enter")
    await room.window.rest()
    (take,) = room.takes
    assert (take.state, take.duration_s, take.ended_by) == (TakeState.WAITING, 1.0, "person")
    assert (take.story_id, take.question) == ("bravo", "How did you cut the wait?")
    assert room.window.went == [f"/takes/{take.id}"]
    assert room.microphone.recordings[0].stopped


@on_a_loop
async def test_without_a_question_the_story_stands_above_the_clock(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path)
    await room.record()
    assert "“Alpha”" in room.window.seen
    await room.window.click("Stop")


@on_a_loop
async def test_clock_and_level_are_sent_while_the_take_goes_on(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path)
    await room.record()
    drawn = room.window.redraws
    room.window.refreshed.clear()
    room.microphone.recordings[0].seconds = 65.0
    await room.window.until(lambda: "1:05" in room.window.seen)
    assert room.window.refreshed
    assert room.window.redraws == drawn
    await room.window.click("Stop")


@on_a_loop
async def test_a_take_is_paused_and_goes_on(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path)
    await room.record()
    await room.window.press(" ")
    assert room.microphone.recordings[0].paused
    assert {"Paused, kept safe", "Resume"} <= set(room.window.seen)
    await room.window.press("Space")
    assert not room.microphone.recordings[0].paused
    assert {"Recording", "Pause"} <= set(room.window.seen)
    await room.window.click("Stop")


@on_a_loop
async def test_discarding_asks_and_leaves_nothing(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path)
    await room.record()
    await room.window.press("Escape")
    assert room.recording
    assert [asked.title for asked in room.window.asked] == ["Discard this take?"]
    await room.window.agree()
    assert (room.takes, room.window.went, room.screen.page) == ((), [], "Rehearse")
    assert list((tmp_path / "takes").iterdir()) == []
    assert "Tell “Alpha”." in room.window.seen


@on_a_loop
async def test_leaving_keeps_the_take(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path)
    await room.record()
    await room.screen.leave()
    await room.window.rest()
    (take,) = room.takes
    assert (take.state, room.window.went) == (TakeState.WAITING, [])
    assert room.microphone.recordings[0].stopped


@pytest.mark.parametrize(
    ("trouble", "ending"), [(Trouble.LOST, "lost"), (Trouble.DISK_FULL, "disk_full")]
)
@on_a_loop
async def test_a_take_that_ends_by_itself_goes_to_its_report(
    tmp_path: Path, trouble: Trouble, ending: str
) -> None:
    room = await rehearsal(tmp_path)
    await room.record()
    room.microphone.recordings[0].trouble = trouble
    await room.window.rest()
    (take,) = room.takes
    assert (take.ended_by, room.window.went) == (ending, [f"/takes/{take.id}"])


@on_a_loop
async def test_a_take_whose_end_cannot_be_written_is_told_and_found_later(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path / "data")
    await room.record()
    with nowhere_to_write(tmp_path / "data"):
        await room.window.click("Stop")
    assert room.window.notices[0].endswith("choose a folder you may write to with --data-dir.")
    assert (room.screen.page, room.window.went) == ("Rehearse", [])
    assert "Tell “Alpha”." in room.window.seen
    (found,) = room.window.practice.rehearsing.recover()
    assert found.duration_s == 1.0


@on_a_loop
async def test_keys_of_a_take_do_nothing_before_it(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path)
    for name in (" ", "Space", "Enter", "Escape", "R"):
        await room.window.press(name)
    await room.window.rest()
    assert (room.takes, room.window.asked, room.window.went) == ((), [], [])
    assert room.screen.page == "Rehearse"


@on_a_loop
async def test_ctrl_r_does_nothing_during_a_take(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path)
    await room.record()
    await room.window.press("R", ctrl=True)
    await room.window.press("Escape")
    assert (len(room.takes), len(room.window.asked)) == (1, 1)
    await room.window.click("Stop")
    assert len(room.takes) == 1


@on_a_loop
async def test_a_take_that_has_ended_is_not_discarded_by_a_late_answer(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path)
    await room.record()
    await room.window.press("Escape")
    await room.window.click("Stop")
    await room.window.agree()
    assert len(room.takes) == 1
