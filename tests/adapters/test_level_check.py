import time
from pathlib import Path
from typing import Any

import pytest

from storybuilder.adapters.level_check import OpenCheck
from storybuilder.adapters.microphone import SoundDeviceMicrophone
from storybuilder.core.meter import Meter, Trouble
from storybuilder.errors import MicrophoneUnavailable
from tests.scripted_stream import SILENCE, ScriptedDevice, ScriptedStream, spoken_blocks, tone


class Check:
    """A level check with a scripted device and a clock that the test sets."""

    def __init__(self, rate_hz: int = 16_000, lasts_s: float = 20.0) -> None:
        self.now_s = 0.0
        self.device = ScriptedDevice(rate_hz)
        self.open = OpenCheck(
            lambda hear, gone: self.device(None, hear, gone),
            clock=lambda: self.now_s,
            lasts_s=lasts_s,
        )

    def say(self, *blocks: bytes) -> Meter:
        for block in blocks:
            self.now_s += 0.1
            self.device.stream.say(block)
        meter = self.open.look()
        assert meter is not None
        return meter


def test_a_voice_is_heard_before_two_seconds_of_it_are_over(tmp_path: Path) -> None:
    check = Check()
    assert not check.say(SILENCE, *[tone(3)] * 5).voiced
    meter = check.say(*spoken_blocks(tmp_path, dbfs=-20)[:18])
    assert (meter.voiced, meter.trouble) == (True, None)
    check.open.stop()


@pytest.mark.parametrize(
    ("dbfs", "trouble", "voiced"),
    [(-20.0, None, True), (-55.0, Trouble.QUIET, False), (-8.0, Trouble.CLIPPING, True)],
)
def test_speech_is_told_apart_by_its_loudness(
    tmp_path: Path, dbfs: float, trouble: Trouble | None, voiced: bool
) -> None:
    check = Check()
    meter = check.say(*[tone(3)] * 10, *spoken_blocks(tmp_path, dbfs)[:50])
    assert (meter.trouble, meter.voiced) == (trouble, voiced)
    check.open.stop()


def test_a_muted_device_is_told_after_three_seconds() -> None:
    check = Check()
    assert check.say(*[SILENCE] * 30).trouble is None
    assert check.say(SILENCE).trouble is Trouble.MUTED
    check.open.stop()


def test_a_device_of_another_rate_is_followed_too() -> None:
    check = Check(rate_hz=48_000)
    meter = check.say(*[tone(3277) * 3] * 20)
    assert meter.elapsed_s == pytest.approx(2)
    assert meter.level_dbfs == pytest.approx(-20, abs=0.01)
    check.open.stop()


def test_a_device_that_goes_away_is_lost_at_once() -> None:
    check = Check()
    check.say(tone(100))
    check.device.stream.unplug()
    assert check.say().trouble is Trouble.LOST
    check.open.stop()


def test_a_device_that_goes_silent_without_a_word_is_lost() -> None:
    check = Check()
    check.say(tone(100))
    check.now_s += 1.6
    assert check.say().trouble is Trouble.LOST
    check.open.stop()


def test_it_ends_by_itself_and_gives_the_device_back() -> None:
    check = Check(lasts_s=0.01)
    deadline_s = time.monotonic() + 10
    while check.open.look() is not None or check.device.stream.calls != ["stop", "close"]:
        assert time.monotonic() < deadline_s
        time.sleep(0.002)


def test_stopping_twice_closes_the_device_once() -> None:
    check = Check()
    check.open.stop()
    check.open.stop()
    assert check.open.look() is None
    assert check.device.stream.calls == ["stop", "close"]


def test_a_take_has_the_device_for_itself_and_nothing_of_the_check_is_kept(tmp_path: Path) -> None:
    device = ScriptedDevice()
    microphone = SoundDeviceMicrophone(device)
    check = microphone.check("Headset")
    checked = device.stream
    checked.say(tone(100))
    assert list(tmp_path.iterdir()) == []
    recording = microphone.record(tmp_path / "take.wav", "Headset")
    assert (check.look(), checked.calls) == (None, ["stop", "close"])
    assert recording.stop().elapsed_s == 0.0


def test_a_second_check_ends_the_first() -> None:
    microphone = SoundDeviceMicrophone(ScriptedDevice())
    first = microphone.check(None)
    second = microphone.check(None)
    assert first.look() is None
    assert second.look() == Meter(elapsed_s=0.0)
    second.stop()


def test_a_refused_device_is_told_and_can_be_tried_again() -> None:
    plugged = ScriptedDevice()
    refusals = iter([MicrophoneUnavailable("no microphone was found")])

    def open_stream(*given: Any) -> ScriptedStream:
        for refused in refusals:
            raise refused
        return plugged(*given)

    microphone = SoundDeviceMicrophone(open_stream)
    with pytest.raises(MicrophoneUnavailable):
        microphone.check(None)
    again = microphone.check(None)
    assert again.look() == Meter(elapsed_s=0.0)
    again.stop()
