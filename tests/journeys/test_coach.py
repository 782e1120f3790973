"""Journey: the coach shows what it would be sent, answers by a stand-in, and is taken in pieces."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storybuilder.core.settings import Settings
from storybuilder.core.story import Story, StoryId
from storybuilder.places import Places
from storybuilder.program import assemble
from tests.builders import story
from tests.journeys.conftest import Open
from tests.journeys.flutter import Flutter
from tests.stand_in_coach import KEY, StandInCoach, stand_in_coach

pytestmark = pytest.mark.slow
ID = StoryId("s1")
TOLD = {
    "situation": "At Kestrel we were three weeks late with the release.",
    "task": "I had to get it out by Friday.",
    "action": "I cut the scope by half and I called 12 customers.",
    "result": "The customers stayed with us after all of that.",
}
SHORTER = {
    **TOLD,
    "situation": "At [NAME 1] we were late with the release.",
    "action": "I cut the scope by half and I called 90 customers in Paris.",
}
STREAMED = re.compile(r"^At\s*$")
"""What has come before the stand-in stalls."""
PROPOSED = "Two changes. One says what you did not."


@pytest.fixture
def service() -> Iterator[StandInCoach]:
    """It is there until the program has ended."""
    with stand_in_coach() as service:
        service.answers = [json.dumps(SHORTER)]
        yield service


Begin = Callable[[], Flutter]


@pytest.fixture
def begin(service: StandInCoach, open_app: Open, data: Path) -> Begin:
    """Opens a story's editor, with a key and the stand-in's address in the environment."""

    def begun() -> Flutter:
        drafting = assemble(Places(data), Settings()).practice.drafting
        drafting.put(story(ID, title="The late release", **TOLD))
        app = open_app(
            environment={"ANTHROPIC_BASE_URL": service.address, "ANTHROPIC_API_KEY": KEY},
            height=1600,
        )
        app.button(re.compile("^The late release")).click()
        app.button("Tighten").click()
        app.see("This would leave your computer.")
        return app

    return begun


def on_disk(data: Path) -> Story:
    return assemble(Places(data), Settings()).practice.drafting.story(ID)


def test_shown_masked_sent_stopped_taken_in_pieces_and_undone(
    service: StandInCoach, begin: Begin, data: Path
) -> None:
    app = begin()
    app.button("Show Kestrel").click()
    app.see("Sent as it stands: 1")
    app.button("Mask Kestrel").click()
    app.button("Show Kestrel").wait_for()
    assert service.bodies == []

    service.manner = "stall"
    app.button("Send").click()
    app.see(STREAMED)
    app.button("Stop").click()
    app.see("Stopped. Nothing of the answer was kept.")

    service.manner = "normal"
    app.button("Send").click()
    app.see(PROPOSED)
    assert all("Kestrel" not in json.dumps(body) for body in service.bodies)
    app.hear_of(re.compile("^Action, change 1 of 1: .*Not from your words: .*Paris"))
    app.button("Accept: change 1 of the situation").click()
    app.button("Take over 1 change").click()
    app.see("Situation is changed in your story.")
    kept = on_disk(data)
    assert kept.situation == "At Kestrel we were late with the release."
    assert kept.action == TOLD["action"]
    app.button("Undo").click()
    app.button("Tighten").wait_for()
    assert on_disk(data).situation == TOLD["situation"]


def test_a_failure_is_told_in_place_and_a_closed_program_ends_the_call(
    service: StandInCoach, begin: Begin, data: Path
) -> None:
    app = begin()
    service.manner = "401"
    app.button("Send").click()
    app.see("No answer from the coach.")
    app.button("Two lengths").wait_for()
    service.manner = "normal"
    app.button("Try again").click()
    app.see(PROPOSED)
    app.button("Leave the story as it is").click()
    app.button("Tighten").click()
    service.manner = "stall"
    app.button("Send").click()
    app.see("The coach is answering.")
    app.see(STREAMED)
    # The program is ended here, in mid-stream, and has to end cleanly.
    assert on_disk(data).situation == TOLD["situation"]
