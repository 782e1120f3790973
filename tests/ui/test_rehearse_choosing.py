from pathlib import Path

import pytest

from storybuilder.core.question import QuestionId
from storybuilder.core.settings import Settings
from storybuilder.core.story import StoryId
from storybuilder.ui.rehearse import RehearseScreen
from storybuilder.ui.rehearse_choosing import GONE
from tests.builders import story
from tests.ui.controls import box
from tests.ui.rehearsal import Rehearsal, picked, rehearsal, sound
from tests.ui.still_window import StillWindow, on_a_loop, practice_in


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


# ---------------------------------------------------------------- a question of this sitting
@pytest.mark.parametrize(
    ("chosen", "told"), [(None, "No story, just the question"), ("bravo", "Bravo")]
)
@on_a_loop
async def test_a_question_of_this_sitting_is_asked_of_its_story_or_of_none(
    tmp_path: Path, chosen: str | None, told: str
) -> None:
    room = await rehearsal(tmp_path)
    id = room.window.practice.asked_aloud.keep("What would they say of it?")
    asked = StoryId(chosen) if chosen else None
    await room.window.show(RehearseScreen(room.window, asked, aloud_id=id))
    assert box(room.window.drawn, "Question").value == "What would they say of it?"
    assert room.chosen() == told


@on_a_loop
async def test_a_question_of_an_earlier_sitting_is_gone_and_says_so(tmp_path: Path) -> None:
    room = await rehearsal(tmp_path)
    await room.window.show(RehearseScreen(room.window, StoryId("bravo"), aloud_id="7"))
    assert room.window.notices == [GONE]
    assert box(room.window.drawn, "Question").value == ""
