"""Journey: a rehearsal and everything that can come between."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from storybuilder.core.settings import Settings
from storybuilder.core.take import Take, TakeId, TakeState
from storybuilder.places import Places
from storybuilder.program import assemble
from tests import micro_model
from tests.builders import take
from tests.fakes import write_wav
from tests.journeys.conftest import Open
from tests.journeys.flutter import Flutter
from tests.speech import say
from tests.virtual_microphone import VirtualMicrophone

pytestmark = pytest.mark.slow


def takes(data: Path) -> tuple[Take, ...]:
    return assemble(Places(data), Settings()).practice.rehearsing.listed()


def start_recording(app: Flutter) -> None:
    app.button("Rehearse").click()
    app.see("Tell a story aloud.")
    app.button("Record").click()
    app.see("Recording")


def test_a_paused_take_does_not_listen_and_goes_on(
    open_app: Open, data: Path, virtual_microphone: VirtualMicrophone
) -> None:
    app = open_app(environment=virtual_microphone.environment)
    start_recording(app)
    app.see(re.compile("^0:01"))
    app.page.keyboard.press("Space")
    app.see("Paused, kept safe")
    app.page.wait_for_timeout(1500)
    app.see(re.compile("^0:0[12]$"))
    app.page.keyboard.press("Space")
    app.see("Recording")
    app.page.keyboard.press("Enter")
    app.see("This take has no words in it.")
    (kept,) = takes(data)
    assert kept.state is TakeState.SILENT
    assert 0.9 < kept.duration_s < 2.9


def test_the_microphone_is_checked_before_a_take_and_nothing_of_it_is_kept(
    open_app: Open, data: Path, tmp_path: Path, virtual_microphone: VirtualMicrophone
) -> None:
    app = open_app(environment=virtual_microphone.environment)
    app.button("Rehearse").click()
    app.button("Check the level").click()
    app.see("Listening: say a sentence or two.")
    virtual_microphone.play(say("We were losing ten clients every month.", tmp_path / "s.wav"))
    app.see("Your voice arrives at a good level.")
    assert not list(data.glob("takes/*"))
    virtual_microphone.unplug()
    app.see("No microphone was found.")


def test_a_take_that_a_crash_cut_off_is_one_click_away(open_app: Open, data: Path) -> None:
    rehearsing = assemble(Places(data), Settings()).practice.rehearsing
    rehearsing.takes.change("t1", lambda _: take("t1", state=TakeState.RECORDING))
    wav = rehearsing.files.audio(TakeId("t1"))
    wav.parent.mkdir(parents=True)
    write_wav(wav, 3.0)
    app = open_app()
    app.button("Show it").click()
    app.see("The program ended at 0:03 of this take.")


def test_discarding_asks_first_and_leaves_nothing(
    open_app: Open, data: Path, virtual_microphone: VirtualMicrophone
) -> None:
    app = open_app(environment=virtual_microphone.environment)
    start_recording(app)
    app.page.keyboard.press("Escape")
    expect(app.page.get_by_role("alertdialog")).to_be_visible()
    app.page.keyboard.press("Escape")
    expect(app.page.get_by_role("alertdialog")).to_have_count(0)
    app.see("Recording")
    app.button("Discard").click()
    app.page.get_by_role("alertdialog").get_by_role("button", name="Discard").click()
    app.see("Tell a story aloud.")
    assert takes(data) == ()
    assert not list((data / "takes").glob("*.wav"))


def test_a_microphone_pulled_out_ends_the_take_and_keeps_it(
    open_app: Open, data: Path, tmp_path: Path, virtual_microphone: VirtualMicrophone
) -> None:
    app = open_app(environment=virtual_microphone.environment)
    start_recording(app)
    virtual_microphone.play(say("We were losing ten clients every month.", tmp_path / "s.wav"))
    app.see(re.compile("^0:03"))
    virtual_microphone.unplug()
    app.see(re.compile("The microphone went away at 0:0[34]"))
    app.see("Its words wait for a speech model.")
    (kept,) = takes(data)
    assert kept.state is TakeState.WAITING
    assert kept.duration_s > 2.5


def test_without_a_microphone_the_screen_says_what_to_do(open_app: Open, data: Path) -> None:
    app = open_app(environment={"PULSE_SERVER": "unix:/nonexistent"})
    app.button("Rehearse").click()
    app.button("Record").click()
    app.see(re.compile("[Nn]o microphone"))
    app.see(re.compile("Plug in a microphone"))
    assert takes(data) == ()


def test_a_take_without_a_model_shows_its_length_and_waits(
    open_app: Open, data: Path, tmp_path: Path, virtual_microphone: VirtualMicrophone
) -> None:
    app = open_app(environment=virtual_microphone.environment)
    start_recording(app)
    virtual_microphone.play(say("We were losing ten clients.", tmp_path / "s.wav")).wait()
    app.button("Stop").click()
    app.see(re.compile("recorded, 0:0[1-9] of it speech; no long pause"))
    app.see("Its words wait for a speech model.")
    app.button("Get the speech model").click()
    app.see("One download to go: the speech model.")
    assert takes(data)[0].state is TakeState.WAITING


def test_a_sound_file_from_the_phone_becomes_a_take(
    open_app: Open, data: Path, tmp_path: Path
) -> None:
    speech = say("We were losing ten clients every month.", tmp_path / "phone.wav")
    app = open_app(model=micro_model.FOLDER)
    app.button("Rehearse").click()
    app.see("Tell a story aloud.")
    with app.page.expect_file_chooser() as chooser:
        app.button("Use a sound file").click()
    chooser.value.set_files(speech)
    app.see(re.compile("from phone.wav"), timeout_ms=30_000)
    app.hear_of(re.compile("The one fix"), timeout_ms=30_000)
    (kept,) = takes(data)
    assert (kept.source, kept.state) == ("phone.wav", TakeState.READY)
