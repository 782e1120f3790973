from pathlib import Path

import flet as ft

from storybuilder.core.story import StoryId
from storybuilder.ui.story_editor import StoryEditor
from tests.builders import story
from tests.ui.controls import box, button, push, walk, write
from tests.ui.still_window import StillWindow, on_a_loop, practice_in

ID = StoryId("s1")
QUARREL = "I disagreed with my manager and we argued over it."


async def editor_of(folder: Path, **fields: object) -> StillWindow:
    practice = practice_in(folder)
    practice.drafting.put(story(ID, **fields))
    window = StillWindow(practice)
    await window.show(StoryEditor(window, ID))
    return window


def proposed(window: StillWindow) -> list[str]:
    """The chips that are offered, as a screen reader tells them."""
    labels = (one.semantics_label for one in walk(window.drawn) if isinstance(one, ft.Text))
    return [label for label in labels if label and label.startswith("Add ")]


@on_a_loop
async def test_a_story_opens_with_what_its_words_suggest(tmp_path: Path) -> None:
    window = await editor_of(tmp_path, action=QUARREL)
    assert proposed(window)[0].startswith("Add Conflict, suggested by “")
    assert "Suggested:" in window.seen


@on_a_loop
async def test_an_empty_story_suggests_nothing(tmp_path: Path) -> None:
    window = await editor_of(tmp_path)
    assert proposed(window) == []
    assert "Suggested:" not in window.seen


@on_a_loop
async def test_suggestions_follow_a_pause_in_typing_and_leave_the_keyboard(tmp_path: Path) -> None:
    window = await editor_of(tmp_path)
    redraws = window.redraws
    write(box(window.drawn, "Action"), QUARREL)
    assert proposed(window) == []
    await window.rest()
    assert proposed(window)[0].startswith("Add Conflict")
    assert (window.redraws, window.focused) == (redraws, [])


@on_a_loop
async def test_one_click_confirms_a_suggestion_and_it_is_not_made_again(tmp_path: Path) -> None:
    window = await editor_of(tmp_path, action=QUARREL)
    chip = next(one for one in walk(window.drawn) if _says(one, "Add Conflict"))
    await window.push(chip)
    await window.rest()
    assert window.practice.drafting.story(ID).primary_competency == "conflict"
    assert not any(label.startswith("Add Conflict") for label in proposed(window))


@on_a_loop
async def test_what_was_taken_away_by_hand_is_suggested_again(tmp_path: Path) -> None:
    window = await editor_of(tmp_path, action=QUARREL, primary_competency="conflict")
    assert not any(label.startswith("Add Conflict") for label in proposed(window))
    push(button(window.drawn, "Conflict"))
    await window.rest()
    assert proposed(window)[0].startswith("Add Conflict")


@on_a_loop
async def test_chips_stay_as_they_are_where_nothing_else_is_suggested(tmp_path: Path) -> None:
    window = await editor_of(tmp_path, action=QUARREL)
    before = next(one for one in walk(window.drawn) if _says(one, "Add Conflict"))
    write(box(window.drawn, "Action"), f"{QUARREL} ")
    await window.rest()
    assert any(one is before for one in walk(window.drawn))


def _says(control: ft.BaseControl, start: str) -> bool:
    if not isinstance(control, ft.FilledButton) or not isinstance(control.content, ft.Text):
        return False
    return (control.content.semantics_label or "").startswith(start)
