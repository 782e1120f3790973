"""Journey: begin a story without a blank page, by a text at hand or by answering questions."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Open
from tests.journeys.flutter import SETTLE_MS, Flutter

pytestmark = pytest.mark.slow

PASTED = (
    "In 2023 our shop had a queue of 400 tickets. My task was to halve it in a month. "
    "I sorted them by age. Then I wrote answers for the ten commonest. "
    "The queue fell from 400 to 160 within four weeks."
)


def stories_on_disk(data: Path) -> list[dict[str, object]]:
    library = json.loads((data / "library.json").read_text(encoding="utf-8"))
    return list(library["stories"].values())


def type_and_go_on(app: Flutter, label: str, words: str) -> None:
    """Write into the field that has the keyboard, and press Ctrl+Enter."""
    expect(app.box(label)).to_be_focused()
    app.page.wait_for_timeout(SETTLE_MS)
    app.page.keyboard.type(words)
    expect(app.box(label)).to_have_value(words)
    app.page.keyboard.press("Control+Enter")


def test_a_pasted_text_is_parted_a_sentence_moved_and_the_story_kept(
    open_app: Open, data: Path
) -> None:
    app = open_app()
    app.button("Paste a text").click()
    app.write("Text of the story", PASTED)
    app.button("Show the parts").click()
    app.see("All four parts are there.")
    app.button(re.compile(r"^Sentence 4: Action\.")).click()
    app.page.get_by_role("menuitem", name="Lesson").first.click()
    app.button(re.compile(r"^Sentence 4: Lesson\.")).wait_for()
    app.button("Keep as a story").click()
    app.see(re.compile("Action: 5 words"))
    (kept,) = stories_on_disk(data)
    assert kept["task"] == "My task was to halve it in a month."
    assert (kept["action"], kept["lesson"]) == (
        "I sorted them by age.",
        "Then I wrote answers for the ten commonest.",
    )


def test_a_story_is_drafted_by_the_keyboard_alone(open_app: Open, data: Path) -> None:
    app = open_app()
    app.button("Answer question by question").focus()
    app.page.keyboard.press("Enter")
    app.see("Where were you, and what was going on?")
    type_and_go_on(app, "Situation", "Every third van left late.")
    app.see("What was asked of you?")
    type_and_go_on(app, "Task", "Get nine of ten out on time.")
    app.see("What did you do, step by step?")
    app.page.keyboard.press("Control+ArrowUp")
    app.see("What was asked of you?")
    app.page.keyboard.press("Control+Enter")
    type_and_go_on(app, "Action", "I rode along.")
    for question in ("What came of it?", "What do you do differently since?"):
        app.see(question)
        app.page.keyboard.press("Control+Enter")
    app.page.wait_for_timeout(SETTLE_MS)
    (kept,) = stories_on_disk(data)
    assert (kept["situation"], kept["task"]) == (
        "Every third van left late.",
        "Get nine of ten out on time.",
    )
    for _ in range(4):
        app.page.keyboard.press("Control+Enter")
        app.page.wait_for_timeout(SETTLE_MS)
    app.see(re.compile("Action: 3 words"))


def test_a_prompt_starts_a_draft_and_examples_come_and_go(open_app: Open, data: Path) -> None:
    app = open_app()
    app.button("Add examples").click()
    app.see("No story of your own yet.")
    app.button("Remove the examples").click()
    app.see("No story yet.")
    app.button("Find a story").click()
    app.button(re.compile("^When did you tell somebody above")).click()
    app.see("Where were you, and what was going on?")
    own = [kept["title"] for kept in stories_on_disk(data) if not kept.get("tags")]
    assert own == ["Telling my manager no"]


def test_a_sentence_is_left_out_of_the_short_telling(open_app: Open, data: Path) -> None:
    app = open_app()
    app.button("Add examples").click()
    app.button(re.compile("^The night the orders doubled")).click()
    app.button("Two lengths").click()
    app.see(re.compile("^Long 2:25, short 2:25"))
    app.button(re.compile("^In both tellings: I had added a retry")).click()
    app.see(re.compile("^Long 2:25, short 2:22"))
    marks = [kept["long_only"] for kept in stories_on_disk(data) if kept.get("long_only")]
    assert marks == [["I had added a retry for slow answers."]]
