"""Journey: from a report to two takes side by side, and back."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from storybuilder.core.settings import Settings
from storybuilder.core.take import Take, TakeId, TakeState
from storybuilder.core.transcript import Transcript
from storybuilder.places import Places
from storybuilder.program import assemble
from tests.builders import NOON, spoken, story, take, voiced
from tests.fakes import write_wav
from tests.journeys.conftest import Open

pytestmark = pytest.mark.slow
FIRST = (
    "Last spring our clinic had long queues. My task was to halve the waiting time. "
    "I measured every step and moved the check-in online."
)
SECOND = f"{FIRST} The wait fell from 40 to 15 minutes."


def fill(data: Path) -> None:
    """One story with three takes; in the first nothing was understood."""
    practice = assemble(Places(data), Settings()).practice
    practice.drafting.put(story("s1", title="The queue"))
    for number, words in enumerate(("", FIRST, SECOND), 1):
        told = take(f"t{number}", story_id=practice.drafting.listed()[0].id, duration_s=20.0)
        told = replace(
            told,
            recorded_at=NOON + timedelta(hours=number),
            state=TakeState.READY if words else TakeState.SILENT,
        )
        keep(data, told, spoken(words) if words else Transcript())


def keep(data: Path, told: Take, words: Transcript) -> None:
    practice = assemble(Places(data), Settings()).practice
    practice.reviewing.files.keep(told.id, voiced(len(words.words) / 2 or 20.0), words)
    write_wav(practice.rehearsing.files.audio(told.id), 20.0)
    practice.rehearsing.takes.change(told.id, lambda _: told)


def test_two_takes_are_opened_from_a_report_by_click_and_key(open_app: Open, data: Path) -> None:
    fill(data)
    app = open_app(environment={"PULSE_SERVER": "unix:/nonexistent"})
    app.button(re.compile("^The queue")).click()
    app.button("Take 3").click()
    app.button("Compare with take 2").click()
    app.see("Take 3 is 4 s longer; the result is told now.", timeout_ms=30_000)
    app.hear_of(re.compile("^Result: 0 seconds in take 2.* missing; 4 seconds in take 3.*told now"))
    app.page.keyboard.press("c")
    expect(app.button("Compare with take 2")).to_be_visible()
    app.see("What you said")
    app.page.keyboard.press("c")
    app.see("Take 3 is 4 s longer; the result is told now.")

    # Every stretch has its own name; without a loudspeaker it says so and stays what it was.
    listen = app.button("Listen: result of take 3, 0:12 to 0:16")
    listen.click()
    app.hear_of(re.compile("loudspeaker"))
    expect(listen).to_be_attached()

    app.button(re.compile("^The other take: Take 2")).click()
    app.page.get_by_role("menuitem", name=re.compile("^Take 1 .* has no words in it")).click()
    app.see("Take 1 has no words in it.")
    app.button("Compare with take 2").click()
    app.see("Take 3 is 4 s longer; the result is told now.")
    assert app.page.url.endswith(f"/takes/{TakeId('t3')}/with/t2")
