from pathlib import Path

import pytest

from storybuilder.ui.find_story import TITLE, FindStory
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.theme import LIGHT
from tests.ui.still_window import StillWindow, nowhere_to_write, on_a_loop, practice_in


async def found(folder: Path, width: float = 1280) -> StillWindow:
    window = StillWindow(practice_in(folder), Look(LIGHT, width, 800))
    await window.show(FindStory(window))
    return window


@pytest.mark.parametrize("width", [1280, 900])
def test_every_prompt_is_shown_once_in_its_group(tmp_path: Path, width: float) -> None:
    @on_a_loop
    async def shown() -> None:
        window = await found(tmp_path, width)
        prompts = window.practice.beginning.prompts
        assert TITLE in window.seen
        assert all(window.seen.count(one.text) == 1 for one in prompts)
        assert {one.group for one in prompts} <= set(window.seen)

    shown()


@on_a_loop
async def test_picking_a_prompt_starts_its_guided_draft(tmp_path: Path) -> None:
    window = await found(tmp_path)
    prompt = window.practice.beginning.prompts[7]
    await window.click(prompt.text)
    (started,) = window.practice.drafting.listed()
    assert window.went == [f"/stories/{started.id}/draft"]
    assert started.title == prompt.title


@on_a_loop
async def test_one_click_told_twice_starts_one_story(tmp_path: Path) -> None:
    window = await found(tmp_path)
    for _ in range(2):
        await window.touch(window.practice.beginning.prompts[7].text)
    await window.rest()
    assert len(window.practice.drafting.listed()) == len(window.went) == 1


@on_a_loop
async def test_a_screen_reader_is_told_what_the_story_often_shows(tmp_path: Path) -> None:
    window = await found(tmp_path)
    assert any(name.endswith("Often shows Conflict, Influence.") for name in window.heard)


@on_a_loop
async def test_a_story_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    window = await found(tmp_path / "data")
    window.practice.drafting.start()
    with nowhere_to_write(tmp_path / "data"):
        await window.click(window.practice.beginning.prompts[0].text)
    assert window.went == []
    assert window.notices


@on_a_loop
async def test_the_list_is_one_click_away(tmp_path: Path) -> None:
    window = await found(tmp_path)
    await window.click("Stories")
    assert window.went == ["/stories"]
