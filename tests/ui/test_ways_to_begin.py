from pathlib import Path

from storybuilder.core.example import is_example
from storybuilder.ui.stories import StoriesScreen
from storybuilder.ui.ways_to_begin import ADD, ASKED, FOUND, PASTED, REMOVE
from tests.ui.still_window import StillWindow, on_a_loop, practice_in


async def stories(folder: Path, *titles: str) -> StillWindow:
    window = StillWindow(practice_in(folder))
    for title in titles:
        window.practice.drafting.start(title=title)
    await window.show(StoriesScreen(window))
    return window


@on_a_loop
async def test_an_empty_list_and_a_full_one_offer_all_ways(tmp_path: Path) -> None:
    for window in (await stories(tmp_path / "a"), await stories(tmp_path / "b", "Mine")):
        assert {ASKED, FOUND, PASTED, ADD} <= set(window.seen)


@on_a_loop
async def test_being_asked_starts_a_story_on_disk_first(tmp_path: Path) -> None:
    window = await stories(tmp_path)
    await window.click(ASKED)
    (fresh,) = window.practice.drafting.listed()
    assert window.went == [f"/stories/{fresh.id}/draft"]


@on_a_loop
async def test_finding_and_pasting_have_their_screens(tmp_path: Path) -> None:
    window = await stories(tmp_path)
    await window.click(FOUND)
    await window.click(PASTED)
    assert window.went == ["/stories/find", "/stories/paste"]
    assert window.practice.drafting.listed() == ()


@on_a_loop
async def test_examples_come_and_go_by_one_click_and_come_back_by_undo(tmp_path: Path) -> None:
    window = await stories(tmp_path)
    drafting = window.practice.drafting
    await window.click(ADD)
    assert "No story of your own yet." in window.seen
    assert window.seen.count("an example") == len(drafting.listed()) == 3
    await window.click(REMOVE)
    assert (drafting.listed(), window.notices) == ((), ["3 examples removed"])
    assert "No story yet." in window.seen
    await window.undone()
    assert all(is_example(story) for story in drafting.listed())
    assert len(drafting.listed()) == 3


@on_a_loop
async def test_the_persons_own_stories_stay_when_the_examples_go(tmp_path: Path) -> None:
    window = await stories(tmp_path, "Mine")
    await window.click(ADD)
    assert "One story, still being written." in window.seen
    await window.click(REMOVE)
    assert [story.title for story in window.practice.drafting.listed()] == ["Mine"]
