from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import flet as ft
import pytest

from storybuilder.ui.exchange import CUES, EVERYTHING, IMPORT, MARKDOWN, NAME, SHEET
from storybuilder.ui.stories import StoriesScreen
from tests.builders import story
from tests.ui.controls import texts, walk
from tests.ui.still_window import StillWindow, on_a_loop, practice_in

WORDS = b"# The queue\nSituation: Late.\nResult: Down by half.\n\n# Other\nTask: Pass it.\n"


@dataclass
class ScriptedPicker:
    """A file dialog in which these files are chosen at once, or this path."""

    files: list[ft.FilePickerFile] = field(default_factory=list)
    path: str | None = None
    web: bool = False
    saved: dict[str, bytes] = field(default_factory=dict)

    @property
    def page(self) -> object:
        return SimpleNamespace(web=self.web)

    async def pick_files(self, **asked: object) -> list[ft.FilePickerFile]:
        return self.files

    async def save_file(self, file_name: str, src_bytes: bytes) -> str | None:
        self.saved[file_name] = src_bytes
        return self.path


async def screen_in(folder: Path, picker: ScriptedPicker, *titles: str) -> StillWindow:
    window = StillWindow(practice_in(folder))
    for place, title in enumerate(titles):
        window.practice.drafting.put(story(title.lower(), title=title, position=float(place)))
    opened: Callable[[], ft.FilePicker] = lambda: picker  # type: ignore[assignment, return-value]  # noqa: E731
    await window.show(StoriesScreen(window, opened))
    return window


def menu(window: StillWindow) -> dict[str, ft.PopupMenuItem]:
    """The menu's items by what they say."""
    menus = [one for one in walk(window.drawn) if isinstance(one, ft.PopupMenuButton)]
    (found,) = [one for one in menus if isinstance(one.content, ft.Control) and NAME in texts(one)]
    items = [one for one in found.items if isinstance(one, ft.PopupMenuItem) and texts(one)]
    return {texts(one)[0]: one for one in items}


async def choose(window: StillWindow, item: str) -> None:
    await window.push(menu(window)[item])
    await window.rest()


def picked(name: str, content: bytes) -> ScriptedPicker:
    return ScriptedPicker([ft.FilePickerFile(id=1, name=name, size=1, bytes=content)])


def titles(window: StillWindow) -> list[str]:
    return [kept.title for kept in window.practice.drafting.listed()]


@on_a_loop
async def test_stories_come_in_by_the_bytes_of_a_browser(tmp_path: Path) -> None:
    window = await screen_in(tmp_path, picked("theirs.md", WORDS))
    await choose(window, IMPORT)
    assert (titles(window), window.notices) == (["The queue", "Other"], ["2 stories came in."])
    assert "Two stories, still being written." in window.seen


@on_a_loop
async def test_stories_come_in_by_the_path_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "theirs.txt").write_bytes(WORDS)
    file = ft.FilePickerFile(id=1, name="theirs.txt", size=1, path=str(tmp_path / "theirs.txt"))
    window = await screen_in(tmp_path / "data", ScriptedPicker([file]))
    await choose(window, IMPORT)
    assert titles(window) == ["The queue", "Other"]


@on_a_loop
async def test_an_import_is_undone(tmp_path: Path) -> None:
    window = await screen_in(tmp_path, picked("theirs.md", WORDS), "Mine")
    await choose(window, IMPORT)
    await window.undone()
    assert titles(window) == ["Mine"]
    assert "One story, still being written." in window.seen


@on_a_loop
async def test_the_same_again_changes_nothing_and_offers_no_undo(tmp_path: Path) -> None:
    window = await screen_in(tmp_path, picked("theirs.md", WORDS))
    await choose(window, IMPORT)
    await choose(window, IMPORT)
    assert window.notices[-1] == "2 stories were there already."
    assert (window.undo, len(titles(window))) == (None, 2)


@on_a_loop
async def test_what_is_nearly_the_same_is_asked_about(tmp_path: Path) -> None:
    picker = picked("theirs.md", WORDS)
    window = await screen_in(tmp_path, picker)
    await choose(window, IMPORT)
    picker.files = picked("theirs.md", WORDS.replace(b"it.", b"it.\nLesson: Ask.")).files
    await choose(window, IMPORT)
    assert window.asked[-1].words.startswith("One story is nearly the same as one of yours")
    assert len(titles(window)) == 2
    await window.agree()
    assert titles(window) == ["The queue", "Other", "Other"]


@on_a_loop
async def test_settings_that_come_in_are_seen_at_once_and_taken_back(tmp_path: Path) -> None:
    content = b'{"format": 1, "stories": [], "settings": {"theme": "dark"}}'
    window = await screen_in(tmp_path, picked("all.json", content))
    await choose(window, IMPORT)
    await window.undone()
    assert (window.notices, window.themes) == (["Your settings came in."], ["dark", "system"])


@pytest.mark.parametrize("content", [b"", b"words", b"\x00\x01", b"\xff"])
def test_a_file_without_stories_is_refused_by_its_name(tmp_path: Path, content: bytes) -> None:
    @on_a_loop
    async def refused() -> None:
        window = await screen_in(tmp_path, picked("theirs.md", content), "Mine")
        await choose(window, IMPORT)
        assert window.notices[0].startswith("theirs.md ")
        assert titles(window) == ["Mine"]

    refused()


@on_a_loop
async def test_no_file_chosen_changes_nothing(tmp_path: Path) -> None:
    window = await screen_in(tmp_path, ScriptedPicker(), "Mine")
    await choose(window, IMPORT)
    await choose(window, MARKDOWN)
    assert (titles(window), window.notices) == (["Mine"], [])


@pytest.mark.parametrize(
    ("item", "name", "start"),
    [
        (EVERYTHING, "storybuilder.json", b'{"format":1,'),
        (MARKDOWN, "stories.md", b"<!-- storybuilder stories, format 1 -->"),
        (SHEET, "stories.html", b"<!doctype html>"),
        (CUES, "day-sheet.html", b"<!doctype html>"),
    ],
)
def test_each_export_is_handed_to_the_dialog(
    tmp_path: Path, item: str, name: str, start: bytes
) -> None:
    @on_a_loop
    async def handed() -> None:
        picker = ScriptedPicker(path=f"/home/ada/{name}")
        window = await screen_in(tmp_path, picker, "Mine")
        await choose(window, item)
        assert picker.saved[name].startswith(start)
        assert window.notices == [f"{name} holds 1 story."]

    handed()


@on_a_loop
async def test_a_browser_puts_it_with_the_downloads(tmp_path: Path) -> None:
    window = await screen_in(tmp_path, ScriptedPicker(web=True), "Mine")
    await choose(window, MARKDOWN)
    assert window.notices == ["stories.md is with your downloads and holds 1 story."]


@on_a_loop
async def test_without_stories_only_what_makes_sense_is_offered(tmp_path: Path) -> None:
    window = await screen_in(tmp_path, ScriptedPicker())
    assert list(menu(window)) == [IMPORT, EVERYTHING]
