"""Journey B: from an empty folder to a filled map, its reasons, a plan and the loops."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Open
from tests.journeys.flutter import Flutter
from tests.journeys.test_drafting_help import type_and_go_on
from tests.journeys.test_pictures import place_of

pytestmark = pytest.mark.slow
TITLE = "The press that stopped"
ANSWERS = {
    "Situation": "In 2025 the press of a print shop stopped four times a night.",
    "Task": "I had to keep it running until the elections.",
    "Action": "I argued with the night shift, listened, and agreed on one list of settings.",
    "Result": "The stops fell from four a night to none in two weeks.",
}
SKIPPED = (
    "What do you do differently since?",
    "How would you tell it in one line?",
    "Which sentence should they remember?",
    "When and where was it?",
)
CONFLICT = re.compile("^A conflict with someone you worked with")
NO_STORY = re.compile("no story yet")


def find(app: Flutter, words: str) -> None:
    """Show only the questions with these words."""
    for _ in range(3):  # Flutter may wipe what was typed until it has the focus
        app.write("Find a question", words)
        app.page.keyboard.press("Enter")
        app.page.wait_for_timeout(1000)
        if app.text(re.compile("· 1 shown")).count():
            return
    raise AssertionError(f"could not find {words!r}")


def kept(data: Path) -> list[str]:
    """The levels set by hand, as they are on disk."""
    library = json.loads((data / "library.json").read_text(encoding="utf-8"))
    return [entry["level"] for entry in library.get("overrides", {}).values()]


def test_from_an_empty_folder_to_a_filled_map(open_app: Open, data: Path) -> None:
    app = open_app()
    app.see("No story yet.")
    app.button("Map").click()
    app.see(re.compile("The map lays your stories beside"))
    app.button("New story").click()
    app.see("Where were you, and what was going on?")
    for part, words in ANSWERS.items():
        type_and_go_on(app, part, words)
    for step in SKIPPED:
        app.see(step)
        app.page.keyboard.press("Control+Enter")
    type_and_go_on(app, "Title", TITLE)
    app.button(re.compile("^Conflict, not shown")).click()
    app.hear_of(re.compile("^Conflict, primary"))

    app.button("Map").click()
    app.see(NO_STORY)
    find(app, "conflict with someone")
    cell = app.button(re.compile(f"{CONFLICT.pattern[1:]}.*: {TITLE}, strong"))
    cell.click()
    app.see("Why")
    app.hear_of(re.compile("What it shows: 52 of 52"))
    app.see(re.compile("of 100; strong begins at 75"))

    app.page.keyboard.press("w")
    app.hear_of("Set to workable by hand")
    app.hear_of(re.compile(f"{CONFLICT.pattern[1:]}.*: {TITLE}, workable, you set this"))
    assert kept(data) == ["workable"]
    app.page.keyboard.press("a")
    app.hear_of(re.compile("The level is computed again: strong"))
    assert kept(data) == []

    app.button("Plan an interview").click()
    app.hear_of(re.compile(f"^Rehearse {TITLE}, strong, for A conflict"))
    app.hear_of(re.compile("loops are covered"))
    app.button(re.compile(f"^Rehearse {TITLE}, strong, for A conflict")).click()
    app.see(f"Tell “{TITLE}”.")
    app.box("Question").click()
    expect(app.box("Question")).to_have_value(re.compile("conflict with someone"))


def test_the_map_is_walked_by_keyboard_alone(open_app: Open, data: Path) -> None:
    app = open_app()
    app.button("Add examples").click()
    app.see("No story of your own yet.")
    app.page.keyboard.press(f"Control+{place_of('Map')}")
    app.see(NO_STORY)
    for _ in range(20):
        app.page.keyboard.press("Tab")
        app.page.wait_for_timeout(500)  # the page follows the focus a frame or two later
        here = app.page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        if 'role="group"' in here:
            break
    else:
        raise AssertionError("Tab never reached the map")
    app.page.wait_for_timeout(200)
    before = named_now(app)
    app.page.keyboard.press("ArrowDown")
    app.page.keyboard.press("ArrowRight")
    app.page.wait_for_timeout(400)
    after = named_now(app)
    assert before.split(":")[0] != after.split(":")[0]
    app.page.keyboard.press("Enter")
    app.see("Why")
    app.page.keyboard.press("g")
    app.hear_of("Set to gap by hand")
    assert kept(data) == ["gap"]
    app.page.keyboard.press("Escape")
    app.see("Gaps")


def named_now(app: Flutter) -> str:
    """What the thing that has the keyboard is called."""
    return str(app.page.evaluate("document.activeElement.getAttribute('aria-label')"))
