"""Journey: a take is listened to in its report; the sound server hears what is played."""

import re
import wave
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from tests.journeys.conftest import Open
from tests.journeys.flutter import Flutter
from tests.journeys.test_pictures import fill
from tests.virtual_microphone import VirtualMicrophone

pytestmark = pytest.mark.slow
RATE_HZ = 16_000
LOWEST_HZ, STEP_HZ = 300.0, 10.0
"""Each second of the recording has a pitch of its own, by which it is recognised."""


def recorded(wav: Path, seconds: float) -> None:
    """A take that can be told by ear: its pitch rises by 10 Hz every second."""
    at_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    pitch_hz = LOWEST_HZ + STEP_HZ * np.floor(at_s)
    samples = 8000 * np.sin(2 * np.pi * np.cumsum(pitch_hz) / RATE_HZ)
    with wave.open(str(wav), "wb") as file:
        file.setparams((1, 2, RATE_HZ, 0, "NONE", ""))
        file.writeframes(samples.astype("<i2").tobytes())


def heard(wav: Path) -> npt.NDArray[np.float64]:
    with wave.open(str(wav), "rb") as file:
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(float)


def seconds_heard(sound: npt.NDArray[np.float64]) -> list[int]:
    """Which seconds of the take are in a sound, as they followed each other."""
    found: list[int] = []
    for at in range(0, len(sound) - RATE_HZ // 4, RATE_HZ // 8):
        block = sound[at : at + RATE_HZ // 4]
        if np.abs(block).max() < 2000:
            continue
        spectrum = np.abs(np.fft.rfft(block * np.hanning(len(block)), 8 * RATE_HZ))
        second = round((spectrum.argmax() / 8 - LOWEST_HZ) / STEP_HZ)
        found += [second] if not found or found[-1] != second else []
    return found


def at_second(app: Flutter, second: int) -> None:
    """Wait until the player says that it is there, or a little later."""
    near = "|".join(str(second + more) for more in range(4))
    app.see(re.compile(f"^At ({near}) seconds? of 2 minutes"))


def click_word(app: Flutter, paragraph: str) -> None:
    """Click the first word of a paragraph."""
    told = app.named(re.compile(paragraph)).or_(app.text(re.compile(paragraph))).first
    box = told.bounding_box()
    assert box is not None
    app.page.mouse.click(box["x"] + 8, box["y"] + 14)


def test_a_take_is_heard_from_its_beginning_a_word_and_a_finding(
    open_app: Open, data: Path, tmp_path: Path, virtual_microphone: VirtualMicrophone
) -> None:
    take = fill(data)
    recorded(data / "takes" / f"{take.id}.wav", take.duration_s)
    app = open_app(height=1200, environment=virtual_microphone.environment)
    app.button(re.compile("^The forecast that drifted")).click()
    app.button("Take 1").click()
    app.button("Play").wait_for()
    with virtual_microphone.overheard(tmp_path / "begun.wav"):
        app.button("Play").click()
        at_second(app, 3)
        app.button("Pause").click()
        app.button("Play").wait_for()
    with virtual_microphone.overheard(tmp_path / "word.wav"):
        click_word(app, "^My task was to find out")
        app.page.wait_for_timeout(2500)
        app.page.keyboard.press("Space")
        app.button("Play").wait_for()
    with virtual_microphone.overheard(tmp_path / "finding.wav"):
        app.button("Speed 1.5").click()
        app.button("Speed 1.5, chosen").wait_for()
        app.button(re.compile("^Listen from 2:12")).click()
        app.page.wait_for_timeout(2500)
        app.page.keyboard.press("Control+1")  # leaving falls silent
        app.see(re.compile("stories"))
        app.page.wait_for_timeout(700)
    assert seconds_heard(heard(tmp_path / "begun.wav"))[:3] == [0, 1, 2]
    assert seconds_heard(heard(tmp_path / "word.wav"))[0] in (50, 51)
    last = heard(tmp_path / "finding.wav")
    assert seconds_heard(last)[:3] == [132, 133, 134]
    assert np.abs(last[-RATE_HZ // 4 :]).max() < 200
