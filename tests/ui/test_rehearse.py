import asyncio
from pathlib import Path
from threading import Event

from storybuilder.core.take import TakeState
from storybuilder.ui.rehearse import RehearseScreen
from storybuilder.ui.server_words import before_a_take
from tests.builders import take
from tests.fakes import ScriptedMicrophone
from tests.ui.controls import box, button, push, submit, texts, write
from tests.ui.rehearsal import picked, rehearsal, sound
from tests.ui.still_window import StillWindow, on_a_loop, practice_in


@on_a_loop
async def test_enter_in_the_question_starts_the_take(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path)
    submit(box(room.window.drawn, "Question"), "Why?")
    await room.window.until(lambda: room.recording)
    await room.window.click("Stop")


@on_a_loop
async def test_a_server_that_hears_the_take_is_named_before_it(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path)
    assert not any("nas.local" in words for words in room.window.seen)
    room.window.practice.setting_up.choose(server_on=True, server="https://nas.local:8000")
    room.window.redraw()
    assert before_a_take(room.window.practice.setting_up.server()) in room.window.seen


@on_a_loop
async def test_asking_twice_records_once(tmp_path: Path) -> None:
    slow = Event()
    room = await rehearsal(tmp_path, microphone=ScriptedMicrophone(1.0, opened=slow))
    for _ in range(3):
        await room.window.press("R", ctrl=True)
    await room.window.until(lambda: room.takes)
    await asyncio.sleep(0.05)
    slow.set()
    await room.window.until(lambda: room.recording)
    assert (len(room.microphone.recordings), len(room.takes)) == (1, 1)
    await room.window.click("Stop")


@on_a_loop
async def test_leaving_while_the_microphone_is_being_opened_records_nothing(tmp_path: Path) -> None:
    slow = Event()
    room = await rehearsal(tmp_path, microphone=ScriptedMicrophone(1.0, opened=slow))
    await room.window.press("R", ctrl=True)
    await room.window.until(lambda: room.takes)
    await room.screen.leave()
    slow.set()
    await room.window.rest()
    assert (room.takes, room.microphone.recordings[0].stopped) == ((), True)


@on_a_loop
async def test_a_refused_microphone_is_shown_with_what_to_do(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path, microphone=ScriptedMicrophone(1.0, plugged=False))
    await room.window.click("Record")
    assert "No microphone was found." in room.window.seen
    assert any(words.startswith("Plug in a microphone") for words in room.window.seen)
    assert room.takes == ()
    assert room.window.went == []


@on_a_loop
async def test_without_any_microphone_that_is_told_once(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path, microphone=ScriptedMicrophone(1.0, plugged=False))
    assert room.window.seen.count("No microphone was found.") == 1
    await room.window.click("Record")
    assert room.window.seen.count("No microphone was found.") == 1
    assert "Choose another microphone" not in room.window.seen
    room.microphone.plugged = True
    await room.window.wait_a_while()
    assert "Check the level" in texts(room.window.drawn)


@on_a_loop
async def test_a_refused_microphone_lets_another_one_be_chosen_right_there(tmp_path: Path) -> None:
    microphone = ScriptedMicrophone(1.0, names=("Desk microphone",))
    room = await rehearsal(tmp_path, microphone=microphone)
    room.window.practice.setting_up.choose(microphone="Desk microphone")
    microphone.names = ("Headset",)
    await room.window.click("Record")
    assert any("there is no microphone called" in words.lower() for words in room.window.seen)
    await room.window.touch("Choose another microphone")
    assert "Headset" in texts(room.screen.draw())
    await room.window.touch("Record with the system's own choice")
    await room.window.until(lambda: room.recording)
    assert room.window.practice.setting_up.settings.microphone == "Desk microphone"
    await room.window.click("Stop")


@on_a_loop
async def test_a_take_ends_the_level_check(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path)
    await room.window.touch("Check the level")
    await room.window.until(lambda: "Stop checking" in room.window.seen)
    await room.record()
    assert room.microphone.checks[0].stopped
    await room.window.click("Stop")


@on_a_loop
async def test_leaving_ends_the_level_check(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path)
    await room.window.touch("Check the level")
    await room.window.until(lambda: "Stop checking" in room.window.seen)
    await room.screen.leave()
    await room.window.rest()
    assert room.microphone.checks[0].stopped


@on_a_loop
async def test_after_a_refusal_it_is_tried_again(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path, microphone=ScriptedMicrophone(1.0, plugged=False))
    await room.window.click("Record")
    room.microphone.plugged = True
    await room.window.touch("Try again")
    await room.window.until(lambda: room.recording)
    await room.window.click("Stop")
    assert len(room.takes) == 1


@on_a_loop
async def test_a_sound_file_is_brought_in_by_its_path(tmp_path: Path) -> None:
    file = sound(tmp_path)
    room = await rehearsal(tmp_path, picked("phone.wav", path=str(file)), chosen="bravo")
    write(box(room.window.drawn, "Question"), " Why? ")
    await room.window.click("Use a sound file")
    (take,) = room.takes
    assert (take.source, take.story_id, take.question) == ("phone.wav", "bravo", "Why?")
    assert (take.state, take.duration_s) == (TakeState.WAITING, 1.0)
    assert room.window.went == [f"/takes/{take.id}"]
    assert file.exists()


@on_a_loop
async def test_a_browser_hands_over_bytes(tmp_path: Path) -> None:
    content = sound(tmp_path).read_bytes()
    room = await rehearsal(tmp_path / "data", picked("Handy.WAV", bytes=content))
    await room.window.click("Use a sound file")
    (take,) = room.takes
    assert (take.source, room.window.went) == ("Handy.WAV", [f"/takes/{take.id}"])


@on_a_loop
async def test_a_file_without_sound_is_refused_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "notes.wav").write_text("not a sound")
    file = picked("notes.wav", path=str(tmp_path / "notes.wav"))
    room = await rehearsal(tmp_path / "data", file)
    await room.window.click("Use a sound file")
    assert room.window.notices[0].startswith("notes.wav ")
    assert (room.takes, room.window.went) == ((), [])
    assert not any(words.startswith("Reading") for words in room.window.seen)


@on_a_loop
async def test_no_file_chosen_changes_nothing(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path)
    await room.window.click("Use a sound file")
    assert (room.takes, room.window.went, room.window.notices) == ((), [], [])


@on_a_loop
async def test_a_file_that_is_read_after_leaving_is_kept_and_offered(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path, picked("phone.wav", path=str(sound(tmp_path))))
    await room.window.touch("Use a sound file")
    await room.window.until(lambda: "Reading phone.wav …" in room.window.seen)
    await room.screen.leave()
    await room.window.rest()
    assert (room.window.notices, room.window.went) == (["phone.wav is kept."], [])
    await room.window.undone()
    assert room.window.went == [f"/takes/{room.takes[0].id}"]


@on_a_loop
async def test_a_take_without_a_story_is_found_again(tmp_path: Path) -> None:
    practice = practice_in(tmp_path)
    practice.rehearsing.takes.change("t1", lambda _: take("t1", question="Why you?"))
    window = StillWindow(practice)
    await window.show(RehearseScreen(window, None))
    push(button(window.drawn, "Why you?"))
    assert window.went == ["/takes/t1"]
