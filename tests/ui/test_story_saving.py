import asyncio
from dataclasses import replace
from pathlib import Path

import flet as ft
import pytest

from storybuilder.core.story import Story, StoryId
from storybuilder.errors import LibraryUnwritable
from storybuilder.ui.story_saving import SAVED, SAVING, KeptStory
from storybuilder.ui.theme import LIGHT
from tests.builders import story
from tests.ui.still_window import StillWindow, nowhere_to_write, on_a_loop, practice_in

ID = StoryId("s1")


class Sheet:
    """A story being written, with its line above it."""

    page = "Stories"

    def __init__(self, window: StillWindow, *, version_first: bool = False) -> None:
        self.window = window
        self.kept = KeptStory(window, ID, version_first=version_first, paused=self._paused)
        self.pauses = 0

    async def enter(self) -> None:
        await self.kept.read()

    def draw(self) -> ft.Control:
        return self.kept.status()

    async def leave(self) -> None:
        await self.kept.leave()

    async def press(self, key: ft.KeyboardEvent) -> None:
        """No keys of its own."""

    async def _paused(self) -> None:
        self.pauses += 1

    def type(self, **words: str) -> None:
        """Rewrite fields, as typing does."""
        assert self.kept.written is not None
        self.kept.write(replace(self.kept.written, **words))  # type: ignore[arg-type]

    @property
    def line(self) -> str:
        return self.window.seen[0]

    @property
    def on_disk(self) -> Story:
        return self.window.practice.drafting.story(ID)

    @property
    def versions(self) -> list[tuple[str, str]]:
        kept = self.window.practice.drafting.versions.versions(ID)
        return [(version.story.task, version.reason) for version in kept]


async def sheet(folder: Path, *, version_first: bool = False, **fields: object) -> Sheet:
    """A story with these fields, about to be written on."""
    practice = practice_in(folder)
    practice.drafting.put(story(ID, **fields))
    return await another(folder, version_first=version_first)


async def another(folder: Path, *, version_first: bool = False) -> Sheet:
    """The same story, in a window of its own."""
    window = StillWindow(practice_in(folder))
    made = Sheet(window, version_first=version_first)
    await window.show(made)
    return made


# ---------------------------------------------------------------- saving
@on_a_loop
async def test_what_is_typed_is_on_disk_after_a_pause(tmp_path: Path) -> None:
    kept = await sheet(tmp_path)
    kept.type(task="Halve the wait.")
    assert (kept.line, kept.on_disk.task) == (SAVING, "")
    await kept.window.rest()
    assert (kept.line, kept.on_disk.task) == (SAVED, "Halve the wait.")
    assert kept.kept.written == kept.kept.on_disk == kept.on_disk


@on_a_loop
async def test_typing_on_makes_one_pause(tmp_path: Path) -> None:
    kept = await sheet(tmp_path)
    for words in ("H", "Ha", "Halve"):
        kept.type(task=words)
    await kept.window.rest()
    assert (kept.on_disk.task, kept.pauses) == ("Halve", 1)


@on_a_loop
async def test_saving_does_not_wait_for_the_pause(tmp_path: Path) -> None:
    kept = await sheet(tmp_path)
    kept.type(task="Halve the wait.")
    assert await kept.kept.save() is None
    assert (kept.on_disk.task, kept.line, kept.pauses) == ("Halve the wait.", SAVED, 0)
    await kept.window.rest()


@on_a_loop
async def test_what_is_typed_while_it_is_saved_is_not_called_saved(tmp_path: Path) -> None:
    kept = await sheet(tmp_path)
    kept.type(task="One.")
    saving = asyncio.create_task(kept.kept.save())
    await asyncio.sleep(0)  # it has begun, and waits for the disk
    kept.type(task="One. Two.")
    await saving
    assert (kept.on_disk.task, kept.line) == ("One.", SAVING)
    await kept.window.rest()
    assert (kept.on_disk.task, kept.line) == ("One. Two.", SAVED)


@on_a_loop
async def test_what_is_typed_and_taken_back_leaves_nothing_to_save(tmp_path: Path) -> None:
    kept = await sheet(tmp_path, task="Halve the wait.")
    before = kept.on_disk
    kept.type(task="Halve the waiting.")
    kept.type(task="Halve the wait.")
    await kept.window.rest()
    assert (kept.on_disk, kept.line) == (before, SAVED)


@on_a_loop
async def test_a_competency_is_drawn_and_saved_at_once(tmp_path: Path) -> None:
    kept = await sheet(tmp_path)
    drawn = kept.window.redraws
    kept.kept.choose("ownership")
    assert kept.window.redraws == drawn + 1
    await kept.window.rest()
    assert (kept.on_disk.primary_competency, kept.pauses) == ("ownership", 0)


@on_a_loop
async def test_a_story_that_is_gone_leads_to_the_list_and_is_left_freely(tmp_path: Path) -> None:
    kept = await another(tmp_path)
    assert kept.window.went == ["/stories"]
    assert kept.window.notices[0].startswith("there is no story s1")
    assert kept.kept.written is None
    kept.kept.choose("ownership")
    await kept.leave()


# ---------------------------------------------------------------- versions
@on_a_loop
async def test_only_the_first_edit_of_a_sitting_keeps_a_version(tmp_path: Path) -> None:
    kept = await sheet(tmp_path, version_first=True, task="Before.")
    for words in ("Once.", "Twice."):
        kept.type(task=words)
        await kept.window.rest()
    assert kept.versions == [("Before.", "before editing")]


@on_a_loop
async def test_without_an_edit_or_unless_wished_no_version_is_kept(tmp_path: Path) -> None:
    read = await sheet(tmp_path, version_first=True, task="Before.")
    await read.leave()
    plain = await another(tmp_path)
    plain.type(task="After.")
    await plain.window.rest()
    assert plain.versions == []


# ---------------------------------------------------------------- when it cannot be saved
@on_a_loop
async def test_a_save_that_fails_is_told_and_the_text_is_saved_later(tmp_path: Path) -> None:
    kept = await sheet(tmp_path / "data")
    with nowhere_to_write(tmp_path / "data"):
        kept.type(task="Halve the wait.")
        await kept.window.rest()
        assert kept.line.startswith("Not saved: ")
    assert kept.kept.written is not None
    assert kept.kept.written.task == "Halve the wait."
    assert await kept.kept.save() is None
    assert (kept.on_disk.task, kept.line) == ("Halve the wait.", SAVED)


@on_a_loop
async def test_a_redraw_does_not_call_saved_what_is_not(tmp_path: Path) -> None:
    kept = await sheet(tmp_path / "data")
    with nowhere_to_write(tmp_path / "data"):
        kept.type(task="Halve the wait.")
        await kept.window.rest()
        kept.window.redraw()
    assert kept.line.startswith("Not saved: ")
    style = kept.kept.status().style
    assert style is not None
    assert style.color == LIGHT.signal


@on_a_loop
async def test_a_story_that_cannot_be_saved_is_not_left(tmp_path: Path) -> None:
    kept = await sheet(tmp_path / "data")
    kept.type(task="Halve the wait.")
    with nowhere_to_write(tmp_path / "data"), pytest.raises(LibraryUnwritable):
        await kept.leave()
    await kept.leave()
    assert kept.on_disk.task == "Halve the wait."
    await kept.window.rest()


# ---------------------------------------------------------------- two windows
@on_a_loop
async def test_two_windows_on_one_story_keep_both_edits(tmp_path: Path) -> None:
    here, there = await sheet(tmp_path), await another(tmp_path)
    here.type(task="Halve the wait.")
    there.type(result="It fell by half.")
    await here.window.rest()
    await there.window.rest()
    here.type(task="Halve the waiting.")
    await here.window.rest()
    assert here.on_disk.task == "Halve the waiting."
    assert here.on_disk.result == "It fell by half."


@on_a_loop
async def test_where_both_wrote_the_same_field_the_other_text_is_a_version(tmp_path: Path) -> None:
    here, there = await sheet(tmp_path), await another(tmp_path)
    there.type(task="Theirs.")
    await there.window.rest()
    here.type(task="Ours.")
    await here.window.rest()
    assert here.on_disk.task == "Ours."
    assert [task for task, _ in here.versions] == ["Theirs."]
