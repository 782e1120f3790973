"""Journey: type a story, rehearse it, read the report; then come back and find everything."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests import micro_model
from tests.journeys.conftest import Open
from tests.journeys.flutter import Flutter
from tests.speech import say
from tests.virtual_microphone import VirtualMicrophone

pytestmark = pytest.mark.slow

SPOKEN = (
    "I was leading a large team of four managers. We were losing ten clients every month. "
    "My task was to present the plan to the designer. "
    "I made a list of the most important problems. "
    "Then, I listened to the feedback and created a shared document. "
    "I collected feedback from twelve engineers. I gave each person one clear task."
)
"""Understood almost perfectly by the micro model; it has no result."""


def stories_on_disk(data: Path) -> list[dict[str, object]]:
    library = json.loads((data / "library.json").read_text(encoding="utf-8"))
    return list(library["stories"].values())


def write_story(app: Flutter) -> None:
    app.button("New story").click()
    app.write("Title", "Ten clients a month")
    app.write(
        "Situation", "I was leading a large team of four managers. We lost ten clients a month."
    )
    app.write("Task", "My task was to present the plan to the designer.")
    app.write("Action", "I made a list of the most important problems.")


def test_a_story_is_typed_told_and_reported(
    open_app: Open, data: Path, tmp_path: Path, virtual_microphone: VirtualMicrophone
) -> None:
    speech = say(SPOKEN, tmp_path / "speech.wav")
    app = open_app(model=micro_model.FOLDER, environment=virtual_microphone.environment)
    app.see("No story yet.")
    write_story(app)
    app.see(re.compile("Situation: 15 words.*four managers"))
    app.see(re.compile("Result: 0 words.*Missing"))
    app.see("✓ Saved")
    (kept,) = stories_on_disk(data)
    assert (kept["title"], kept["result"]) == ("Ten clients a month", "")

    app.page.get_by_role("button", name="Rehearse").last.click()
    app.see("Tell “Ten clients a month”.")
    app.write("Question", "Tell me about a time you had to win people over.")
    app.button(re.compile("^Record")).click()
    app.see("Recording")
    virtual_microphone.play(speech).wait()
    app.button("Stop").click()

    app.see(re.compile("short of your band"), timeout_ms=40_000)
    app.hear_of(re.compile("The one fix for take 2"), timeout_ms=40_000)
    app.see(re.compile("result", re.IGNORECASE))
    app.see(re.compile("Result: 0 seconds, .*missing"))
    expect(app.page.locator("flt-semantics-host")).to_contain_text("ten clients")


def test_everything_is_there_after_a_restart(open_app: Open, data: Path) -> None:
    app = open_app()
    write_story(app)
    app.see("✓ Saved")
    app = open_app()
    app.button(re.compile("Ten clients a month")).click()
    app.see(re.compile("Task: 10 words"))
    app.box("Task").click()
    expect(app.box("Task")).to_have_value("My task was to present the plan to the designer.")
