from pathlib import Path

import flet as ft

from storybuilder.core.story import Story, StoryId
from storybuilder.errors import LibraryUnwritable
from storybuilder.ui.guide_rows import STEPS
from storybuilder.ui.guided_draft import GuidedDraft
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.theme import DARK, LIGHT
from tests.builders import story
from tests.ui.controls import box, button, walk, write
from tests.ui.still_window import StillWindow, nowhere_to_write, on_a_loop, practice_in

ID = StoryId("s1")
ASKED = {step.name: step.question for step in STEPS}


async def asked(folder: Path, look: Look | None = None, **fields: object) -> StillWindow:
    """The guided draft of a story with these fields."""
    practice = practice_in(folder)
    practice.drafting.put(story(ID, **fields))
    window = StillWindow(practice, look or Look(LIGHT, 1280, 800))
    await window.show(GuidedDraft(window, ID))
    return window


def on_disk(window: StillWindow) -> Story:
    return window.practice.drafting.story(ID)


def is_shown(window: StillWindow, label: str) -> bool:
    return bool(getattr(button(window.drawn, label), "visible", False))


async def onward(window: StillWindow, key: str = "Enter") -> None:
    await window.press(key, ctrl=True)
    await window.rest()


@on_a_loop
async def test_one_question_is_asked_at_a_time(tmp_path: Path) -> None:
    window = await asked(tmp_path)
    assert ASKED["situation"] in window.seen
    assert not {ASKED["task"], ASKED["action"]} & set(window.seen)
    assert "Question 1 of 9 · Situation" in window.seen


@on_a_loop
async def test_an_answer_is_on_disk_before_the_next_question_is_asked(tmp_path: Path) -> None:
    window = await asked(tmp_path)
    write(box(window.drawn, "Situation"), "We were late.")
    await window.touch("Next")
    assert on_disk(window).situation == "We were late."
    assert ASKED["task"] in window.seen
    assert box(window.drawn, "Task").autofocus
    await window.rest()


@on_a_loop
async def test_an_answer_is_on_disk_after_a_pause_too(tmp_path: Path) -> None:
    window = await asked(tmp_path)
    write(box(window.drawn, "Situation"), "We were late.")
    await window.rest()
    assert on_disk(window).situation == "We were late."
    assert "✓ Saved" in window.seen


@on_a_loop
async def test_the_keyboard_alone_goes_through_all_questions_to_the_editor(tmp_path: Path) -> None:
    window = await asked(tmp_path)
    for step in STEPS:
        assert step.question in window.seen
        write(box(window.drawn, step.label), f"My {step.name}.")
        await onward(window)
    kept = on_disk(window)
    assert all(getattr(kept, step.name) == f"My {step.name}." for step in STEPS)
    assert window.went == ["/stories/s1"]


@on_a_loop
async def test_a_redraw_keeps_the_field_and_a_new_question_has_a_new_one(tmp_path: Path) -> None:
    window = await asked(tmp_path)
    first = box(window.drawn, "Situation")
    window.redraw()
    assert box(window.drawn, "Situation") is first
    await onward(window)
    await onward(window, "Arrow Up")
    assert box(window.drawn, "Situation") is not first


@on_a_loop
async def test_ctrl_up_goes_back_to_what_was_answered(tmp_path: Path) -> None:
    window = await asked(tmp_path)
    await onward(window, "Arrow Up")
    assert ASKED["situation"] in window.seen
    write(box(window.drawn, "Situation"), "We were late.")
    await onward(window, "Arrow Down")
    await onward(window, "Arrow Up")
    assert box(window.drawn, "Situation").value == "We were late."


@on_a_loop
async def test_enter_alone_goes_on_from_a_single_line(tmp_path: Path) -> None:
    window = await asked(tmp_path)
    await window.click("When and where")
    field = box(window.drawn, "When and where")
    write(field, "May 2024")
    assert field.on_submit is not None
    await field.on_submit(ft.Event(name="submit", control=field, data=None))  # type: ignore[call-arg]
    assert ASKED["title"] in window.seen
    assert on_disk(window).happened == "May 2024"
    await window.rest()


@on_a_loop
async def test_skip_is_offered_while_nothing_is_written(tmp_path: Path) -> None:
    window = await asked(tmp_path)
    assert is_shown(window, "Skip")
    write(box(window.drawn, "Situation"), "We")
    assert not is_shown(window, "Skip")
    write(box(window.drawn, "Situation"), "")
    assert is_shown(window, "Skip")
    await window.click("Skip")
    assert ASKED["task"] in window.seen


@on_a_loop
async def test_there_is_no_way_back_from_the_first_question(tmp_path: Path) -> None:
    window = await asked(tmp_path)
    assert not is_shown(window, "Back")
    await window.click("Next")
    assert is_shown(window, "Back")
    await window.click("Back")
    assert ASKED["situation"] in window.seen


@on_a_loop
async def test_words_and_seconds_follow_the_typing(tmp_path: Path) -> None:
    window = await asked(tmp_path)
    write(box(window.drawn, "Situation"), "word " * 35)
    assert any(name.startswith("Situation: 35 words, 15 seconds") for name in window.heard)
    await window.click("Lesson")
    write(box(window.drawn, "Lesson"), "word " * 14)
    assert "14 words, 0:06 spoken" in window.seen
    await window.rest()


@on_a_loop
async def test_it_goes_on_where_it_was_left(tmp_path: Path) -> None:
    window = await asked(tmp_path, situation="There.", task="That.")
    assert ASKED["action"] in window.seen
    assert {"Situation, answered", "Action, being asked", "Result, open"} <= told(window)


def told(window: StillWindow) -> set[str]:
    """What the list of questions is called by a screen reader."""
    labels = (one.semantics_label for one in walk(window.drawn) if isinstance(one, ft.Text))
    return {label for label in labels if label}


@on_a_loop
async def test_leaving_keeps_what_there_is(tmp_path: Path) -> None:
    window = await asked(tmp_path)
    write(box(window.drawn, "Situation"), "Half a sent")
    assert window.screen is not None
    await window.screen.leave()
    assert on_disk(window).situation == "Half a sent"
    await window.rest()


@on_a_loop
async def test_what_cannot_be_saved_stays_and_no_question_follows(tmp_path: Path) -> None:
    window = await asked(tmp_path / "data")
    with nowhere_to_write(tmp_path / "data"):
        write(box(window.drawn, "Situation"), "We were late.")
        await window.touch("Next")
        assert ASKED["situation"] in window.seen
        assert any(words.startswith("Not saved: ") for words in window.seen)
        assert window.screen is not None
        try:
            await window.screen.leave()
        except LibraryUnwritable:
            left = False
        assert not left
        await window.rest()
    await window.click("Next")
    assert on_disk(window).situation == "We were late."


@on_a_loop
async def test_a_chosen_competency_gives_the_hints(tmp_path: Path) -> None:
    window = await asked(tmp_path)
    template = window.practice.beginning.template("conflict")
    assert template is not None
    assert template.situation not in window.seen
    await window.click("Conflict")
    assert template.situation in window.seen
    assert on_disk(window).primary_competency == "conflict"
    await window.click("Next")
    assert template.task in window.seen


@on_a_loop
async def test_a_story_that_is_gone_leads_to_the_list(tmp_path: Path) -> None:
    window = StillWindow(practice_in(tmp_path))
    await window.show(GuidedDraft(window, ID))
    assert window.went == ["/stories"]
    assert window.notices[0].startswith("there is no story s1")


@on_a_loop
async def test_it_fits_a_small_dark_window_and_the_editor_is_one_click_away(tmp_path: Path) -> None:
    window = await asked(tmp_path, Look(DARK, 900, 640))
    field = box(window.drawn, "Situation")
    assert field.text_style is not None
    assert field.text_style.color == DARK.ink
    await window.click("Write it all on one page")
    assert window.went == ["/stories/s1"]
