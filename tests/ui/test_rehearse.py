import asyncio
from pathlib import Path
from threading import Event

import flet as ft
import pytest

from storybuilder.core.meter import Trouble
from storybuilder.core.question import QuestionId
from storybuilder.core.settings import Settings
from storybuilder.core.story import StoryId
from storybuilder.core.take import Take, TakeState
from storybuilder.ui.rehearse import RehearseScreen
from tests.builders import story, take
from tests.fakes import ScriptedMicrophone, write_wav
from tests.ui.controls import box, button, push, submit, walk, write
from tests.ui.still_window import StillWindow, nowhere_to_write, on_a_loop, practice_in


class Rehearsal:
    """The screen of a rehearsal, with two stories to tell."""

    def __init__(
        self, folder: Path, microphone: ScriptedMicrophone, chosen: str | None, *files: object
    ) -> None:
        practice = practice_in(folder, microphone=microphone)
        for place, title in enumerate(("Alpha", "Bravo")):
            practice.drafting.put(story(title.lower(), title=title, position=float(place)))
        self.microphone = microphone
        self.window = StillWindow(practice)
        picker = lambda: ScriptedPicker(list(files))  # noqa: E731
        id = StoryId(chosen) if chosen else None
        self.screen = RehearseScreen(self.window, id, picker)  # type: ignore[arg-type]

    async def record(self) -> None:
        """Start a take; it is being recorded afterwards."""
        await self.window.press("R", ctrl=True)
        await self.window.until(lambda: self.recording)

    @property
    def recording(self) -> bool:
        return "Recording" in self.window.seen and self.screen.page == ""

    @property
    def takes(self) -> tuple[Take, ...]:
        """Every take in the library, also one being recorded."""
        return self.window.practice.rehearsing.takes.all()

    def chosen(self) -> str | None:
        """The story that is marked as the one to tell."""
        options = (one for one in walk(self.window.drawn) if isinstance(one, ft.Semantics))
        return next((one.label for one in options if one.checked), None)


class ScriptedPicker:
    """A file dialog in which these files are chosen at once."""

    def __init__(self, files: list[object]) -> None:
        self._files = files

    async def pick_files(self, **asked: object) -> list[object]:
        return self._files


async def rehearsal(
    folder: Path,
    *files: object,
    microphone: ScriptedMicrophone | None = None,
    chosen: str | None = None,
) -> Rehearsal:
    made = Rehearsal(folder, microphone or ScriptedMicrophone(seconds=1.0), chosen, *files)
    await made.window.show(made.screen)
    return made


def sound(folder: Path) -> Path:
    write_wav(folder / "phone.wav", 1.0)
    return folder / "phone.wav"


def picked(name: str, **fields: object) -> ft.FilePickerFile:
    return ft.FilePickerFile(id=1, name=name, size=1, **fields)  # type: ignore[arg-type]


# ---------------------------------------------------------------- choosing
@pytest.mark.parametrize(
    ("asked", "chosen"), [(None, "Alpha"), ("bravo", "Bravo"), ("unknown", "Alpha")]
)
@on_a_loop
async def test_the_story_asked_for_is_chosen_else_the_first(
    tmp_path: Path, asked: str | None, chosen: str
) -> None:
    room = await rehearsal(tmp_path, chosen=asked)
    assert {"Alpha", "Bravo", "No story, just the question"} <= set(room.window.seen)
    assert room.chosen() == chosen
    assert f"Tell “{chosen}”." in room.window.seen


@on_a_loop
async def test_another_story_or_none_can_be_chosen(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path)
    await room.window.click("Bravo")
    assert room.chosen() == "Bravo"
    await room.window.click("No story, just the question")
    assert room.chosen() == "No story, just the question"
    assert "Tell a story aloud." in room.window.seen


@on_a_loop
async def test_without_a_story_a_take_works_too(tmp_path: Path) -> None:
    window = StillWindow(practice_in(tmp_path))
    await window.show(RehearseScreen(window, None))
    assert any(words.startswith("No story is written yet") for words in window.seen)
    await window.click("Write one")
    assert window.went == ["/stories"]


@on_a_loop
async def test_the_band_of_the_person_is_told(tmp_path: Path) -> None:
    window = StillWindow(practice_in(tmp_path, settings=Settings()))
    await window.show(RehearseScreen(window, None))
    assert any(words.startswith("Your band is 2:00 to 3:00.") for words in window.seen)


# ---------------------------------------------------------------- long or short
async def with_two_lengths(folder: Path, *files: object) -> Rehearsal:
    """A rehearsal in which only the first story has a short telling."""
    room = await rehearsal(folder, *files)
    alpha = story("alpha", title="Alpha", action="I ran. I sat.", long_only=("I sat.",))
    room.window.practice.drafting.put(alpha)
    await room.window.show(room.screen)
    return room


def band(room: Rehearsal) -> str:
    return next(words for words in room.window.seen if words.startswith("Your band is"))


@on_a_loop
async def test_a_story_of_two_lengths_is_told_long_unless_short_is_chosen(tmp_path: Path) -> None:
    room = await with_two_lengths(tmp_path)
    assert band(room).startswith("Your band is 2:30 to 3:15.")
    await room.window.click("Short, 1:15 to 1:45")
    assert band(room).startswith("Your band is 1:15 to 1:45.")
    await room.record()
    (recorded,) = room.takes
    assert (recorded.telling, recorded.target.low_s, recorded.target.high_s) == ("short", 75, 105)
    await room.window.press("Enter")
    await room.window.rest()


@on_a_loop
async def test_a_story_of_one_length_keeps_the_persons_band(tmp_path: Path) -> None:
    room = await with_two_lengths(tmp_path)
    await room.window.click("Short, 1:15 to 1:45")
    await room.window.click("Bravo")
    assert "Telling" not in room.window.seen
    assert band(room).startswith("Your band is 2:00 to 3:00.")
    await room.record()
    assert room.takes[0].telling == "long"
    await room.window.press("Enter")
    await room.window.rest()


@on_a_loop
async def test_a_sound_file_is_of_the_chosen_telling_too(tmp_path: Path) -> None:
    room = await with_two_lengths(tmp_path, picked("a.wav", path=str(sound(tmp_path))))
    await room.window.click("Short, 1:15 to 1:45")
    await room.window.click("Use a sound file")
    assert (room.takes[0].telling, room.takes[0].target.high_s) == ("short", 105)


# ---------------------------------------------------------------- recording
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
async def test_enter_in_the_question_starts_the_take(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path)
    submit(box(room.window.drawn, "Question"), "Why?")
    await room.window.until(lambda: room.recording)
    await room.window.click("Stop")


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


# ---------------------------------------------------------------- what can go wrong
@on_a_loop
async def test_a_refused_microphone_is_shown_with_what_to_do(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path, microphone=ScriptedMicrophone(1.0, plugged=False))
    await room.window.click("Record")
    assert "No microphone was found." in room.window.seen
    assert any(words.startswith("Plug in a microphone") for words in room.window.seen)
    assert room.takes == ()
    assert room.window.went == []


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


# ---------------------------------------------------------------- keys
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


# ---------------------------------------------------------------- a sound file instead
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


@on_a_loop
async def test_a_question_that_was_chosen_is_asked(tmp_path: Path) -> None:
    window = StillWindow(practice_in(tmp_path))
    own = window.practice.asking.add("Why us,\nreally?")
    await window.show(RehearseScreen(window, None, question_id=own.id))
    assert box(window.drawn, "Question").value == "Why us, really?"


@on_a_loop
async def test_a_question_that_is_gone_is_told_and_another_may_be_asked(tmp_path: Path) -> None:
    window = StillWindow(practice_in(tmp_path))
    await window.show(RehearseScreen(window, None, question_id=QuestionId("gone")))
    assert "there is no question gone" in window.notices[0]
    assert box(window.drawn, "Question").value == ""
