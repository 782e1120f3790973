from pathlib import Path
from types import SimpleNamespace

import flet as ft

from storybuilder.core.story import StoryId
from storybuilder.ui.stories import StoriesScreen
from tests.builders import story, take
from tests.ui.controls import texts, walk
from tests.ui.still_window import StillWindow, nowhere_to_write, on_a_loop, practice_in

TITLES = ("Alpha", "Bravo", "Charlie")


async def list_of(folder: Path, *titles: str) -> StillWindow:
    """The list, with stories of these titles in this order."""
    window = StillWindow(practice_in(folder))
    for place, title in enumerate(titles):
        window.practice.drafting.put(story(title.lower(), title=title, position=float(place)))
    await window.show(StoriesScreen(window))
    return window


def listed(window: StillWindow) -> list[str]:
    """Titles of the rows, from the top."""
    spoken = (
        one.label or ""
        for one in walk(window.drawn)
        if isinstance(one, ft.Semantics) and one.button
    )
    return [name.split(",")[0] for name in spoken]


def on_disk(window: StillWindow) -> list[str]:
    return [kept.title for kept in window.practice.drafting.listed()]


async def choose(window: StillWindow, title: str, item: str) -> None:
    """Open a story's menu and click an item."""
    await window.push(offered(window, title, item))
    await window.rest()


def offered(window: StillWindow, title: str, item: str) -> ft.PopupMenuItem:
    menus = (one for one in walk(window.drawn) if isinstance(one, ft.PopupMenuButton))
    menu = next(one for one in menus if one.tooltip == f"More for {title}")
    items = (one for one in menu.items if isinstance(one, ft.PopupMenuItem))
    return next(one for one in items if item in texts(one))


@on_a_loop
async def test_an_empty_list_offers_the_one_way_on(tmp_path: Path) -> None:
    window = await list_of(tmp_path)
    assert "No story yet." in window.seen
    await window.click("New story")
    (fresh,) = window.practice.drafting.listed()
    assert window.went == [f"/stories/{fresh.id}"]


@on_a_loop
async def test_stories_stand_in_the_order_of_the_person(tmp_path: Path) -> None:
    window = await list_of(tmp_path, *TITLES)
    assert listed(window) == ["Alpha", "Bravo", "Charlie"]
    assert "Three stories, still being written." in window.seen


@on_a_loop
async def test_a_new_story_opens_in_its_editor_and_stands_last(tmp_path: Path) -> None:
    window = await list_of(tmp_path, "Alpha")
    await window.click("New story")
    assert on_disk(window) == ["Alpha", ""]
    assert window.went == [f"/stories/{window.practice.drafting.listed()[1].id}"]


@on_a_loop
async def test_ctrl_n_starts_a_story_and_n_alone_does_not(tmp_path: Path) -> None:
    window = await list_of(tmp_path)
    await window.press("N")
    await window.rest()
    assert window.went == []
    await window.press("N", ctrl=True)
    await window.rest()
    assert len(window.went) == len(window.practice.drafting.listed()) == 1


@on_a_loop
async def test_a_click_on_a_row_opens_its_story(tmp_path: Path) -> None:
    window = await list_of(tmp_path, *TITLES)
    await window.click("Bravo")
    assert window.went == ["/stories/bravo"]


@on_a_loop
async def test_a_row_tells_how_often_its_story_was_told(tmp_path: Path) -> None:
    practice = practice_in(tmp_path)
    practice.drafting.put(story("s1", title="Alpha"))
    practice.rehearsing.takes.change(
        "t1", lambda _: take("t1", story_id=StoryId("s1"), duration_s=130.0)
    )
    window = StillWindow(practice)
    await window.show(StoriesScreen(window))
    assert "1 take, last 2:10" in window.seen


@on_a_loop
async def test_the_menu_of_a_row_leads_to_its_questions(tmp_path: Path) -> None:
    window = await list_of(tmp_path, "Alpha")
    await choose(window, "Alpha", "Answer question by question")
    assert window.went == ["/stories/alpha/draft"]


# ---------------------------------------------------------------- order
@on_a_loop
async def test_a_story_moves_up_and_down_by_its_menu(tmp_path: Path) -> None:
    window = await list_of(tmp_path, *TITLES)
    await choose(window, "Charlie", "Move up")
    assert listed(window) == on_disk(window) == ["Alpha", "Charlie", "Bravo"]
    await choose(window, "Alpha", "Move down")
    assert listed(window) == on_disk(window) == ["Charlie", "Alpha", "Bravo"]


@on_a_loop
async def test_the_first_cannot_move_up_nor_the_last_down(tmp_path: Path) -> None:
    window = await list_of(tmp_path, *TITLES)
    for title, ways in (("Alpha", (True, False)), ("Bravo", (False, False))):
        off = tuple(offered(window, title, way).disabled for way in ("Move up", "Move down"))
        assert off == ways
    assert offered(window, "Charlie", "Move down").disabled


@on_a_loop
async def test_a_dropped_story_takes_the_place_it_was_dropped_on(tmp_path: Path) -> None:
    window = await list_of(tmp_path, *TITLES)
    await drop(window, "Charlie", "Alpha")
    assert listed(window) == on_disk(window) == ["Charlie", "Alpha", "Bravo"]
    await drop(window, "Charlie", "Bravo")
    assert listed(window) == on_disk(window) == ["Alpha", "Bravo", "Charlie"]


async def drop(window: StillWindow, title: str, on: str) -> None:
    """Drag a story by its handle and let it go over another."""
    handles = (one for one in walk(window.drawn) if isinstance(one, ft.Draggable))
    handle = next(one for one in handles if one.data == title.lower())
    targets = [one for one in walk(window.drawn) if isinstance(one, ft.DragTarget)]
    target = targets[listed(window).index(on)]
    assert target.on_accept is not None
    # The real event finds its source through a connected page.
    target.on_accept(SimpleNamespace(src=handle))  # type: ignore[call-arg, arg-type]
    await window.rest()


# ---------------------------------------------------------------- put aside and taken back
@on_a_loop
async def test_a_deleted_story_comes_back_by_undo(tmp_path: Path) -> None:
    window = await list_of(tmp_path, *TITLES)
    await choose(window, "Bravo", "Delete")
    assert listed(window) == on_disk(window) == ["Alpha", "Charlie"]
    assert window.notices == ["“Bravo” is deleted"]
    await window.undone()
    assert listed(window) == on_disk(window) == ["Alpha", "Bravo", "Charlie"]


@on_a_loop
async def test_a_deleted_story_is_restored_later_too(tmp_path: Path) -> None:
    window = await list_of(tmp_path, *TITLES)
    await choose(window, "Bravo", "Delete")
    assert {"Deleted", "kept for 30 days", "Bravo"} <= set(window.seen)
    await window.click("Restore")
    assert on_disk(window) == ["Alpha", "Bravo", "Charlie"]
    assert "Deleted" not in window.seen


@on_a_loop
async def test_an_archived_story_stands_below_and_is_used_again(tmp_path: Path) -> None:
    window = await list_of(tmp_path, *TITLES)
    await choose(window, "Alpha", "Archive")
    assert (listed(window), window.notices) == (["Bravo", "Charlie"], ["“Alpha” is archived"])
    assert {"Archived", "Alpha"} <= set(window.seen)
    assert "Delete for good" not in window.seen
    await window.click("Use again")
    assert listed(window) == on_disk(window) == ["Alpha", "Bravo", "Charlie"]


@on_a_loop
async def test_an_archived_story_comes_back_by_undo(tmp_path: Path) -> None:
    window = await list_of(tmp_path, "Alpha")
    await choose(window, "Alpha", "Archive")
    assert "No story yet." in window.seen
    await window.undone()
    assert listed(window) == ["Alpha"]


@on_a_loop
async def test_deleting_for_good_asks_first_and_forgets_the_versions(tmp_path: Path) -> None:
    window = await list_of(tmp_path, "Alpha")
    drafting, id = window.practice.drafting, StoryId("alpha")
    drafting.keep_version(story("alpha", task="Earlier words."), "before editing")
    await choose(window, "Alpha", "Delete")
    await window.click("Delete for good")
    assert [asked.title for asked in window.asked] == ["Delete this story for good?"]
    assert len(drafting.deleted()) == len(drafting.versions.versions(id)) == 1
    await window.agree()
    assert (drafting.deleted(), drafting.versions.versions(id)) == ((), ())
    assert "Deleted" not in window.seen


@on_a_loop
async def test_a_change_that_cannot_be_saved_is_told(tmp_path: Path) -> None:
    window = await list_of(tmp_path / "data", *TITLES)
    with nowhere_to_write(tmp_path / "data"):
        await choose(window, "Bravo", "Delete")
    assert window.notices[0].endswith("choose a folder you may write to with --data-dir.")
    assert (listed(window), on_disk(window)) == (list(TITLES), list(TITLES))
