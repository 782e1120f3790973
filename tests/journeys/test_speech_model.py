"""Journey: get a speech model; takes that waited for it are written down."""

import re
from pathlib import Path

import pytest

from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.core.settings import Settings
from storybuilder.core.take import Take
from storybuilder.places import Places
from storybuilder.program import assemble
from tests.journeys.conftest import Open
from tests.speech import say
from tests.stand_in_hub import stand_in_hub

pytestmark = pytest.mark.slow


def waiting_take(data: Path, folder: Path) -> Take:
    practice = assemble(Places(data), Settings()).practice
    speech = say("We were losing ten clients every month.", folder / "phone.wav")
    return practice.rehearsing.bring_in(
        speech, story_id=None, question="How many?", target=DEFAULT_TARGET
    )


def state(data: Path, take: Take) -> str:
    return assemble(Places(data), Settings()).practice.rehearsing.take(take.id).state.value


def test_a_model_is_downloaded_at_a_click_and_the_waiting_take_gets_its_words(
    open_app: Open, data: Path, tmp_path: Path
) -> None:
    take = waiting_take(data, tmp_path)
    with stand_in_hub() as hub:
        app = open_app(environment={"HF_ENDPOINT": hub.endpoint})
        assert hub.paths == []
        app.button("Settings").click()
        app.see("One download to go: the speech model.")
        app.button(re.compile("Download base.en")).click()
        app.see("✓ in use", timeout_ms=30_000)
        app.see("Ready to listen.")
    for _ in range(100):
        if state(data, take) == "ready":
            break
        app.page.wait_for_timeout(200)
    assert state(data, take) == "ready"


def test_a_download_that_fails_says_what_to_do_and_goes_on_later(
    open_app: Open, data: Path
) -> None:
    with stand_in_hub() as hub:
        hub.manner = "cut"
        app = open_app(environment={"HF_ENDPOINT": hub.endpoint})
        app.button("Settings").click()
        app.button(re.compile("Download base.en")).click()
        app.see(re.compile("start the download again"), timeout_ms=30_000)
        hub.manner = "normal"
        app.press_until(re.compile("Download base.en"), "✓ in use")
        assert any(asked is not None for asked in hub.ranges)


def test_a_download_goes_on_while_the_person_works_elsewhere(open_app: Open, data: Path) -> None:
    with stand_in_hub() as hub:
        hub.manner = "slow"
        app = open_app(environment={"HF_ENDPOINT": hub.endpoint})
        app.button("Settings").click()
        app.button(re.compile("Download base.en")).click()
        app.button("Stories").click()
        app.hear_of("The speech model base.en is ready.")
        app.button("Settings").click()
        app.see("✓ in use")


def test_choices_are_kept(open_app: Open, data: Path) -> None:
    app = open_app()
    app.button("Settings").click()
    app.button("Dark").click()
    app.write("Your band", "1:30-2:30")
    app.page.keyboard.press("Enter")
    app.write("Words a minute, for drafts", "999")
    app.page.keyboard.press("Enter")
    app.hear_of("A number from 80 to 220")
    app.button("Rehearse").click()
    app.see(re.compile("Your band is 1:30 to 2:30."))
    assert '"dark"' in (data / "settings.json").read_text()
