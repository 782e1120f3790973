from pathlib import Path

import flet as ft
import pytest

from storybuilder.core.story import Story
from storybuilder.errors import LibraryUnwritable
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.paste_story import PasteStory
from storybuilder.ui.theme import DARK
from tests.ui.controls import box, texts, walk, write
from tests.ui.still_window import StillWindow, nowhere_to_write, on_a_loop, practice_in

HEADED = "The vans\n\nSituation: We were late.\nTask: Fix it.\nAction: I ran. I sat. I won."


async def pasted(folder: Path, text: str = HEADED, look: Look | None = None) -> StillWindow:
    """The screen after this text was pasted and its parts were asked for."""
    window = await pasting(folder, look)
    write(box(window.drawn, "Text of the story"), text)
    await window.click("Show the parts")
    return window


async def pasting(folder: Path, look: Look | None = None) -> StillWindow:
    practice = practice_in(folder)
    window = StillWindow(practice, look) if look else StillWindow(practice)
    await window.show(PasteStory(window))
    return window


async def send(window: StillWindow, sentence: int, to: str) -> None:
    """Open the menu before a sentence and choose."""
    menus = (one for one in walk(window.drawn) if isinstance(one, ft.PopupMenuButton))
    menu = next(one for one in menus if str(one.tooltip).startswith(f"Sentence {sentence}:"))
    items = (one for one in menu.items if isinstance(one, ft.PopupMenuItem))
    await window.push(next(one for one in items if to in texts(one)))
    await window.rest()


def kept(window: StillWindow) -> tuple[Story, ...]:
    return window.practice.drafting.listed()


@on_a_loop
async def test_the_parts_are_shown_before_anything_is_kept(tmp_path: Path) -> None:
    window = await pasted(tmp_path)
    assert {"We were late.", "Fix it.", "I ran.", "The vans"} <= set(window.seen)
    assert "No result in it yet." in window.seen
    assert kept(window) == ()


@on_a_loop
async def test_confirmed_they_are_a_story_and_it_opens(tmp_path: Path) -> None:
    window = await pasted(tmp_path)
    await window.click("Keep as a story")
    (story,) = kept(window)
    assert (story.title, story.action) == ("The vans", "I ran. I sat. I won.")
    assert window.went == [f"/stories/{story.id}"]


@on_a_loop
async def test_a_sentence_is_sent_to_another_part(tmp_path: Path) -> None:
    window = await pasted(tmp_path)
    await send(window, 6, "Result")
    assert "All four parts are there." in window.seen
    await window.click("Keep as a story")
    assert (kept(window)[0].action, kept(window)[0].result) == ("I ran. I sat.", "I won.")


@on_a_loop
async def test_the_cut_moves_with_all_that_follows(tmp_path: Path) -> None:
    window = await pasted(tmp_path)
    await send(window, 5, "From here on: Result")
    await window.click("Keep as a story")
    assert (kept(window)[0].action, kept(window)[0].result) == ("I ran.", "I sat. I won.")


@on_a_loop
async def test_ctrl_enter_parts_and_then_keeps(tmp_path: Path) -> None:
    window = await pasting(tmp_path)
    write(box(window.drawn, "Text of the story"), HEADED)
    for _ in range(2):
        await window.press("Enter", ctrl=True)
        await window.rest()
    assert len(kept(window)) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [("", "nothing is written here yet"), ("a " * 20_001, "this is far longer than one story")],
)
def test_what_is_no_story_is_told_and_the_text_stays(tmp_path: Path, text: str, told: str) -> None:
    @on_a_loop
    async def refused() -> None:
        window = await pasted(tmp_path, text)
        assert any(words.startswith(told) for words in window.seen)
        assert box(window.drawn, "Text of the story").value == text

    refused()


@on_a_loop
async def test_back_at_the_text_it_can_be_changed_and_parted_again(tmp_path: Path) -> None:
    window = await pasted(tmp_path)
    await window.click("Back to the text")
    write(box(window.drawn, "Text of the story"), f"{HEADED}\nResult: Half.")
    await window.click("Show the parts")
    assert "All four parts are there." in window.seen


@on_a_loop
async def test_kept_twice_in_a_row_it_is_one_story(tmp_path: Path) -> None:
    window = await pasted(tmp_path)
    await window.touch("Keep as a story")
    await window.touch("Keep as a story")
    await window.rest()
    assert len(kept(window)) == 1


@on_a_loop
async def test_leaving_unconfirmed_parts_keeps_them_with_a_way_back(tmp_path: Path) -> None:
    window = await pasted(tmp_path)
    assert window.screen is not None
    await window.screen.leave()
    assert [story.title for story in kept(window)] == ["The vans"]
    assert window.notices == ["The pasted text is kept as a story"]
    await window.undone()
    assert kept(window) == ()


@on_a_loop
async def test_leaving_after_keeping_keeps_nothing_more(tmp_path: Path) -> None:
    window = await pasted(tmp_path)
    await window.click("Keep as a story")
    assert window.screen is not None
    await window.screen.leave()
    assert len(kept(window)) == 1


@on_a_loop
async def test_parts_that_cannot_be_kept_stay_on_the_screen(tmp_path: Path) -> None:
    window = await pasted(tmp_path / "data")
    window.practice.drafting.start()
    with nowhere_to_write(tmp_path / "data"):
        await window.click("Keep as a story")
        assert window.notices
        assert window.screen is not None
        with pytest.raises(LibraryUnwritable):
            await window.screen.leave()
    assert "I ran." in window.seen
    await window.click("Keep as a story")
    assert len(kept(window)) == 2


@on_a_loop
async def test_it_takes_the_colours_of_a_small_dark_window(tmp_path: Path) -> None:
    window = await pasting(tmp_path, Look(DARK, 900, 640))
    style = box(window.drawn, "Text of the story").text_style
    assert style is not None
    assert style.color == DARK.ink
    await window.click("Stories")
    assert window.went == ["/stories"]
