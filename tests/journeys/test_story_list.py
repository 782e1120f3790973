"""Journey: keep the list of stories in order, and take everything back."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from storybuilder.core.settings import Settings
from storybuilder.places import Places
from storybuilder.program import assemble
from tests.builders import story
from tests.journeys.conftest import Open
from tests.journeys.flutter import Flutter

pytestmark = pytest.mark.slow


@pytest.fixture
def app(open_app: Open, data: Path) -> Flutter:
    drafting = assemble(Places(data), Settings()).practice.drafting
    for place, name in enumerate(("Alpha", "Bravo", "Charlie")):
        drafting.put(story(name.lower(), title=name, task="Something.", position=float(place)))
    return open_app()


def listed(app: Flutter) -> list[str]:
    """Titles as a screen reader meets them."""
    rows = app.page.get_by_role("button", name=re.compile("no situation"))
    return [name.split(",")[0] for name in rows.all_inner_texts()]


def choose(app: Flutter, title: str, item: str) -> None:
    app.named(f"More for {title}").get_by_role("button").click()
    app.page.get_by_role("menuitem", name=item).click()


def test_a_story_moves_up_by_its_menu(app: Flutter, data: Path) -> None:
    choose(app, "Charlie", "Move up")
    expect(app.page.get_by_role("button", name=re.compile("no situation")).nth(1)).to_have_text(
        re.compile("Charlie")
    )
    assert listed(app) == ["Alpha", "Charlie", "Bravo"]


def test_a_story_moves_where_it_is_dropped(app: Flutter) -> None:
    handle_x = 1227
    rows = app.page.get_by_role("button", name=re.compile("no situation"))
    first, last = rows.nth(0).bounding_box(), rows.nth(2).bounding_box()
    assert first is not None
    assert last is not None
    mouse = app.page.mouse
    mouse.move(handle_x, last["y"] + last["height"] / 2)
    mouse.down()
    for step in range(12):
        y = last["y"] + (first["y"] - last["y"]) * step / 11 + first["height"] / 2
        mouse.move(handle_x - 40, y)
        app.page.wait_for_timeout(16)
    mouse.up()
    expect(rows.nth(0)).to_have_text(re.compile("Charlie"))
    assert listed(app) == ["Charlie", "Alpha", "Bravo"]


def test_a_deleted_story_comes_back_by_undo(app: Flutter, data: Path) -> None:
    choose(app, "Bravo", "Delete")
    app.hear_of("“Bravo” is deleted")
    assert listed(app) == ["Alpha", "Charlie"]
    app.button("Undo").click()
    app.see(re.compile("Three stories"))
    assert listed(app) == ["Alpha", "Bravo", "Charlie"]


def test_an_archived_story_is_used_again(app: Flutter) -> None:
    choose(app, "Alpha", "Archive")
    app.see("Archived")
    app.button("Use again: Alpha").click()
    app.see(re.compile("Three stories"))
    assert listed(app) == ["Alpha", "Bravo", "Charlie"]


def test_deleting_for_good_asks_first(app: Flutter, data: Path) -> None:
    choose(app, "Bravo", "Delete")
    app.button("Delete for good").click()
    expect(app.page.get_by_role("alertdialog")).to_be_visible()
    app.page.get_by_role("alertdialog").get_by_role("button", name="Delete for good").click()
    expect(app.button("Delete for good")).to_have_count(0)
    library = json.loads((data / "library.json").read_text(encoding="utf-8"))
    assert sorted(library["stories"]) == ["alpha", "charlie"]
