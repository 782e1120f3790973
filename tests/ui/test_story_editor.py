from pathlib import Path

import flet as ft
import pytest

from storybuilder.core.settings import Settings
from storybuilder.core.story import Story, StoryId
from storybuilder.errors import LibraryUnwritable
from storybuilder.practice import Practice
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.story_editor import StoryEditor
from storybuilder.ui.theme import DARK, LIGHT
from tests.builders import story, take
from tests.ui.coach_desk import ScriptedCoach, coached_in, told
from tests.ui.controls import box, button, push, walk, write
from tests.ui.still_window import StillWindow, nowhere_to_write, on_a_loop, practice_in

ID = StoryId("s1")
PARTS = ("Situation", "Task", "Action", "Result")


async def editor_of(folder: Path, **fields: object) -> StillWindow:
    """The editor of a story with these fields."""
    practice = practice_in(folder)
    practice.drafting.put(story(ID, **fields))
    return await editing(practice)


async def editing(practice: Practice) -> StillWindow:
    window = StillWindow(practice)
    await window.show(StoryEditor(window, ID))
    return window


def field(window: StillWindow, label: str) -> ft.TextField:
    return box(window.drawn, label)


def on_disk(window: StillWindow) -> Story:
    return window.practice.drafting.story(ID)


def status(window: StillWindow) -> str:
    return next(words for words in window.seen if words.lower().endswith(("saved", "…", "dir.")))


def margin(window: StillWindow, label: str) -> str:
    """What a screen reader is told in the margin beside a part."""
    return next(name for name in window.heard if name.startswith(f"{label}: "))


# ---------------------------------------------------------------- saving
@on_a_loop
async def test_what_is_typed_is_on_disk_after_a_pause(tmp_path: Path) -> None:
    window = await editor_of(tmp_path)
    for label in PARTS:
        write(field(window, label), f"My {label.lower()}.")
    assert status(window) == "Saving …"
    await window.rest()
    assert status(window) == "✓ Saved"
    assert on_disk(window).spoken_text == "My situation.\nMy task.\nMy action.\nMy result."


@on_a_loop
async def test_every_other_field_is_kept_too(tmp_path: Path) -> None:
    window = await editor_of(tmp_path)
    labels = ("Title", "Must-land line", "Headline", "Lesson", "When it happened")
    for label in labels:
        write(field(window, label), label)
    await window.rest()
    kept = on_disk(window)
    assert (kept.title, kept.must_land, kept.headline, kept.lesson, kept.happened) == labels


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ("team", ("team",)),
        (" team ,  conflict", ("team", "conflict")),
        ("team,,", ("team",)),
        (" , ", ()),
        ("", ()),
    ],
)
@on_a_loop
async def test_tags_are_words_with_commas_between(
    tmp_path: Path, written: str, tags: tuple[str, ...]
) -> None:
    window = await editor_of(tmp_path, tags=("old",))
    assert field(window, "Tags").value == "old"
    write(field(window, "Tags"), written)
    await window.rest()
    assert on_disk(window).tags == tags


@on_a_loop
async def test_leaving_saves_without_waiting_for_the_pause(tmp_path: Path) -> None:
    window = await editor_of(tmp_path)
    write(field(window, "Task"), "Halve the wait.")
    assert window.screen is not None
    await window.screen.leave()
    assert on_disk(window).task == "Halve the wait."
    await window.rest()


@on_a_loop
async def test_ctrl_s_saves_without_waiting_for_the_pause(tmp_path: Path) -> None:
    window = await editor_of(tmp_path)
    write(field(window, "Task"), "Halve the wait.")
    await window.press("S")
    assert on_disk(window).task == ""
    await window.press("S", ctrl=True)
    assert (on_disk(window).task, status(window)) == ("Halve the wait.", "✓ Saved")
    await window.rest()


@on_a_loop
async def test_a_field_that_is_left_is_saved(tmp_path: Path) -> None:
    window = await editor_of(tmp_path)
    task = field(window, "Task")
    write(task, "Halve the wait.")
    assert task.on_blur is not None
    await task.on_blur(ft.Event(name="blur", control=task, data=None))  # type: ignore[call-arg]
    assert on_disk(window).task == "Halve the wait."
    await window.rest()


# ---------------------------------------------------------------- when it cannot be saved
@on_a_loop
async def test_a_story_that_cannot_be_saved_is_not_left(tmp_path: Path) -> None:
    window = await editor_of(tmp_path / "data")
    assert window.screen is not None
    write(field(window, "Task"), "Halve the wait.")
    with nowhere_to_write(tmp_path / "data"), pytest.raises(LibraryUnwritable):
        await window.screen.leave()
    await window.screen.leave()
    assert on_disk(window).task == "Halve the wait."
    await window.rest()


# ---------------------------------------------------------------- checks beside the writing
@on_a_loop
async def test_the_checks_follow_the_typing(tmp_path: Path) -> None:
    window = await editor_of(tmp_path, situation="Our clinic had long queues.")
    assert margin(window, "Result").startswith("Result: 0 words")
    window.refreshed.clear()
    write(field(window, "Result"), "The wait fell from 40 to 15 minutes.")
    assert margin(window, "Result").startswith("Result: 8 words")
    assert "Numbers: from 40 to 15 minutes" in margin(window, "Result")
    assert len(window.refreshed) >= 2
    assert any(name.endswith("spoken, 13 words; target 2:00 to 3:00") for name in window.heard)
    await window.rest()


@on_a_loop
async def test_seconds_are_told_at_the_pace_of_the_person(tmp_path: Path) -> None:
    practice = practice_in(tmp_path, settings=Settings(words_per_minute=120))
    practice.drafting.put(story(ID, task="one two three four"))
    window = await editing(practice)
    assert "Task: 4 words, 2 seconds" in margin(window, "Task")


# ---------------------------------------------------------------- drawing
@pytest.mark.parametrize("look", [Look(DARK, 1280, 800), Look(LIGHT, 800, 600)])
@on_a_loop
async def test_fields_stay_the_same_through_a_redraw(tmp_path: Path, look: Look) -> None:
    window = await editor_of(tmp_path, task="Kept.")
    labels = (*PARTS, "Title", "Must-land line", "Headline", "Lesson", "Tags")
    before = [field(window, label) for label in labels]
    write(before[1], "Kept and changed.")
    window.look = look
    window.redraw()
    assert all(old is field(window, label) for label, old in zip(labels, before, strict=True))
    assert field(window, "Task").value == "Kept and changed."
    assert field(window, "Task").cursor_color == look.p.ink
    await window.rest()


@pytest.mark.parametrize(("title", "waits"), [("", True), ("Queue", False)])
@on_a_loop
async def test_a_story_without_a_name_waits_for_one(
    tmp_path: Path, title: str, waits: bool
) -> None:
    window = await editor_of(tmp_path, title=title)
    fields = [one for one in walk(window.drawn) if isinstance(one, ft.TextField)]
    assert [one for one in fields if one.autofocus] == ([field(window, "Title")] if waits else [])


@on_a_loop
async def test_takes_are_listed_newest_first_and_open_their_report(tmp_path: Path) -> None:
    practice = practice_in(tmp_path)
    practice.drafting.put(story(ID))
    for id, seconds in (("a", 61.0), ("b", 62.0)):
        made = take(id, story_id=ID, duration_s=seconds)
        practice.rehearsing.takes.change(id, lambda _, made=made: made)  # type: ignore[misc]
    window = await editing(practice)
    shown = [words for words in window.seen if words in ("Take 1", "1:01", "Take 2", "1:02")]
    assert shown == ["Take 2", "1:02", "Take 1", "1:01"]
    await window.click("Take 2")
    assert window.went == ["/takes/b"]


@on_a_loop
async def test_a_story_that_was_never_told_says_how_to(tmp_path: Path) -> None:
    window = await editor_of(tmp_path)
    assert any(words.startswith("No take yet.") for words in window.seen)


# ---------------------------------------------------------------- ways on
@on_a_loop
async def test_an_unknown_story_leads_back_to_the_list(tmp_path: Path) -> None:
    window = await editing(practice_in(tmp_path))
    assert window.went == ["/stories"]
    assert window.notices[0].startswith("there is no story s1")
    assert window.screen is not None
    await window.screen.leave()


@on_a_loop
async def test_there_is_a_way_to_the_list_and_to_a_rehearsal(tmp_path: Path) -> None:
    window = await editor_of(tmp_path)
    await window.click("Stories")
    await window.click("Rehearse")
    await window.press("R", ctrl=True)
    await window.press("R")
    assert window.went == ["/stories", "/rehearse/s1", "/rehearse/s1"]


# ---------------------------------------------------------------- competencies and versions
@on_a_loop
async def test_competencies_are_called_as_the_employer_calls_them(tmp_path: Path) -> None:
    practice = practice_in(tmp_path, settings=Settings(framework="amazon"))
    practice.drafting.put(story(ID))
    assert "Customer Obsession" in (await editing(practice)).seen


@on_a_loop
async def test_a_competency_is_added_and_kept_at_a_click(tmp_path: Path) -> None:
    window = await editor_of(tmp_path, task="Halve the queue.")
    push(button(window.drawn, "Ownership"))
    await window.rest()
    push(button(window.drawn, "Delivery"))
    await window.rest()
    kept = on_disk(window)
    assert (kept.primary_competency, kept.secondary_competencies) == ("ownership", ("delivery",))


@on_a_loop
async def test_an_earlier_version_comes_back_at_a_click(tmp_path: Path) -> None:
    window = await editor_of(tmp_path, task="Old words.")
    write(field(window, "Task"), "New words.")
    await window.rest()
    await window.show(StoryEditor(window, ID))
    push(button(window.drawn, "Restore"))
    await window.rest()
    assert on_disk(window).task == "Old words."
    assert field(window, "Task").value == "Old words."
    assert window.practice.drafting.versions.versions(ID)[0].story.task == "New words."


# ---------------------------------------------------------------- comparing, ideas
@on_a_loop
async def test_an_earlier_version_is_compared_and_the_comparison_hidden_again(
    tmp_path: Path,
) -> None:
    practice = practice_in(tmp_path)
    practice.drafting.keep_version(story(ID, task="Halve the queue."), "before editing")
    practice.drafting.put(story(ID, task="Halve the bill."))
    window = await editing(practice)
    await window.click("Compare")
    assert any("removed “queue.”; added “bill.”" in name for name in window.heard)
    await window.click("Hide the changes")
    assert not any("removed" in name for name in window.heard)


@on_a_loop
async def test_a_comparison_goes_once_the_text_has_changed(tmp_path: Path) -> None:
    practice = practice_in(tmp_path)
    practice.drafting.keep_version(story(ID, task="Halve the queue."), "before editing")
    practice.drafting.put(story(ID, task="Halve the bill."))
    window = await editing(practice)
    await window.click("Compare")
    write(field(window, "Task"), "Halve all.")
    window.redraw()
    assert not any("removed" in name for name in window.heard)
    await window.rest()


@on_a_loop
async def test_an_empty_part_shows_the_idea_of_the_main_competency(tmp_path: Path) -> None:
    window = await editor_of(tmp_path)
    template = window.practice.beginning.template("conflict")
    assert template is not None
    assert field(window, "Action").hint_text != template.action
    await window.click("Conflict")
    assert field(window, "Action").hint_text == template.action
    assert field(window, "Lesson").hint_text == template.lesson


# ---------------------------------------------------------------- the coach
@on_a_loop
async def test_without_a_key_nothing_speaks_of_a_coach(tmp_path: Path) -> None:
    window = StillWindow(coached_in(tmp_path, ScriptedCoach(), key=False))
    window.practice.drafting.put(told())
    await window.show(StoryEditor(window, ID))
    assert not [said for said in window.seen if "coach" in said.lower()]
    await window.click("Probe cards")
    assert window.went == ["/probe/story/s1"]


@on_a_loop
async def test_with_a_key_each_help_stands_beside_its_way_without(tmp_path: Path) -> None:
    window = StillWindow(coached_in(tmp_path, ScriptedCoach()))
    window.practice.drafting.put(told())
    await window.show(StoryEditor(window, ID))
    await window.click("Tighten")
    await window.click("Draft it with nine questions")
    assert window.went == ["/coach/tighten/story/s1", "/stories/s1/draft"]
