import threading
import time
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from storybuilder.adapters.microphone import SoundDeviceMicrophone
from storybuilder.adapters.recording import WavRecording
from storybuilder.adapters.wav_file import RATE_HZ
from storybuilder.core.meter import SILENCE_DBFS, Meter, Trouble
from storybuilder.errors import MicrophoneUnavailable, RecordingFailed
from tests.scripted_stream import SILENCE, ScriptedDevice, ScriptedStream, tone

PLENTY_BYTES = 10**12


class Desk:
    """A recording with a scripted device, a clock and a disk that the test sets."""

    def __init__(self, wav: Path, rate_hz: int = RATE_HZ) -> None:
        self.wav = wav
        self.now_s = 0.0
        self.free_bytes: Callable[[], int] = lambda: PLENTY_BYTES
        self.device = ScriptedDevice(rate_hz)

    def record(self) -> WavRecording:
        microphone = SoundDeviceMicrophone(
            self.device, clock=lambda: self.now_s, free_bytes=lambda _: self.free_bytes()
        )
        return microphone.record(self.wav, None)

    def say(self, *blocks: bytes) -> None:
        for block in blocks:
            self.now_s += 0.1
            self.device.stream.say(block)

    def vanish(self, *, silently: bool) -> None:
        """Take the device away; it may say so, or simply deliver no more."""
        if silently:
            self.now_s += 1.6
        else:
            self.stream.unplug()

    @property
    def stream(self) -> ScriptedStream:
        return self.device.stream

    def kept(self) -> bytes:
        with wave.open(str(self.wav), "rb") as sound:
            return sound.readframes(sound.getnframes())


class SlowDisk:
    """Holds the writer back at its next look for room; made by saying one block."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._free_bytes = PLENTY_BYTES
        self._asked, self._answered = threading.Event(), threading.Event()
        desk.free_bytes = self._answer
        desk.say(tone(100))
        assert self._asked.wait(timeout=10)

    def _answer(self) -> int:
        self._asked.set()
        self._answered.wait(timeout=10)
        return self._free_bytes

    def go_on(self, after_s: float = 0.0, free_bytes: int = PLENTY_BYTES) -> None:
        self._desk.now_s += after_s
        self._free_bytes = free_bytes
        self._answered.set()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "take.wav")


def wait_for(recording: WavRecording, holds: Callable[[Meter], bool]) -> Meter:
    """The first look of which this holds; the writer is another thread."""
    deadline_s = time.monotonic() + 10
    while not holds(meter := recording.look()):
        assert time.monotonic() < deadline_s, meter
        time.sleep(0.002)
    return meter


def test_everything_said_is_kept_in_order(desk: Desk) -> None:
    said = [tone(amplitude) for amplitude in range(100, 400)]
    recording = desk.record()
    desk.say(*said)
    assert recording.stop().elapsed_s == pytest.approx(30)
    assert desk.kept() == b"".join(said)


def test_what_was_said_can_be_read_while_more_is_being_said(desk: Desk) -> None:
    recording = desk.record()
    desk.say(*[tone(500)] * 5)
    wait_for(recording, lambda meter: meter.elapsed_s >= 0.5)
    assert desk.kept() == tone(500) * 5
    recording.stop()


def test_a_pause_is_left_out(desk: Desk) -> None:
    recording = desk.record()
    desk.say(tone(100))
    recording.pause(True)
    desk.say(tone(200), tone(200))
    recording.pause(False)
    desk.say(tone(300))
    assert recording.stop().elapsed_s == pytest.approx(0.2)
    assert desk.kept() == tone(100) + tone(300)


def test_a_pause_shows_no_level(desk: Desk) -> None:
    recording = desk.record()
    desk.say(tone(3277))
    wait_for(recording, lambda meter: meter.elapsed_s > 0)
    recording.pause(True)
    meter = recording.look()
    assert (meter.paused, meter.level_dbfs, meter.peak_dbfs) == (True, SILENCE_DBFS, SILENCE_DBFS)
    recording.stop()


def test_a_long_pause_does_not_lose_the_device(desk: Desk) -> None:
    recording = desk.record()
    recording.pause(True)
    desk.say(*[tone(100)] * 3000)
    recording.pause(False)
    assert recording.stop().trouble is None


def test_the_meter_shows_the_last_block_and_the_loudest_sample(desk: Desk) -> None:
    recording = desk.record()
    desk.say(tone(32_767), tone(3277))
    meter = wait_for(recording, lambda meter: meter.elapsed_s > 0.15)
    assert meter.level_dbfs == pytest.approx(-20, abs=0.01)
    assert meter.peak_dbfs == pytest.approx(0, abs=0.01)
    recording.stop()


def test_a_recording_begins_empty_and_without_trouble(desk: Desk) -> None:
    recording = desk.record()
    assert recording.look() == Meter(elapsed_s=0.0)
    assert recording.stop() == Meter(elapsed_s=0.0)
    assert desk.kept() == b""


def test_stopping_twice_closes_the_device_once(desk: Desk) -> None:
    recording = desk.record()
    desk.say(tone(100))
    assert recording.stop() == recording.stop()
    assert desk.stream.calls == ["stop", "close"]


def test_a_block_that_comes_while_stopping_is_kept(desk: Desk) -> None:
    recording = desk.record()
    desk.stream.unplug = lambda: desk.say(tone(700))
    recording.stop()
    assert desk.kept() == tone(700)


def test_muted_is_told_and_taken_back(desk: Desk) -> None:
    recording = desk.record()
    desk.say(*[SILENCE] * 31)
    wait_for(recording, lambda meter: meter.trouble is Trouble.MUTED)
    desk.say(tone(1000))
    wait_for(recording, lambda meter: meter.trouble is None)
    recording.stop()


def test_clipping_is_told_and_recording_goes_on(desk: Desk) -> None:
    recording = desk.record()
    desk.say(tone(32_767), tone(32_767), tone(1000))
    meter = recording.stop()
    assert (meter.trouble, meter.ended) == (Trouble.CLIPPING, False)
    assert desk.kept()[-len(SILENCE) :] == tone(1000)


def test_an_unplugged_device_ends_a_recording_that_keeps_all_of_it(desk: Desk) -> None:
    recording = desk.record()
    desk.say(*[tone(100)] * 20)
    desk.stream.unplug()
    meter = wait_for(recording, lambda meter: meter.elapsed_s >= 2)
    assert (meter.trouble, meter.ended, meter.lost_s) == (Trouble.LOST, True, 0.0)
    assert desk.kept() == tone(100) * 20
    assert recording.stop().trouble is Trouble.LOST


def test_a_device_that_goes_silent_without_a_word_is_lost(desk: Desk) -> None:
    recording = desk.record()
    desk.say(tone(100))
    desk.now_s += 1.6
    wait_for(recording, lambda meter: meter.trouble is Trouble.LOST)
    recording.stop()
    assert desk.kept() == tone(100)


@pytest.mark.parametrize("second", [1, 30])
@pytest.mark.parametrize("silently", [False, True])
def test_a_device_that_vanishes_at_any_second_leaves_all_of_it(
    desk: Desk, second: int, silently: bool
) -> None:
    said = [tone(100 + number) for number in range(10 * second)]
    recording = desk.record()
    desk.say(*said)
    desk.vanish(silently=silently)
    meter = wait_for(recording, lambda meter: meter.ended and meter.elapsed_s >= second)
    assert (meter.trouble, meter.lost_s) == (Trouble.LOST, 0.0)
    recording.stop()
    assert desk.kept() == b"".join(said)


@pytest.mark.parametrize("silently", [False, True])
def test_a_device_that_vanishes_in_a_pause_is_told_in_the_pause(desk: Desk, silently: bool) -> None:
    recording = desk.record()
    desk.say(*[tone(100)] * 20)
    recording.pause(True)
    desk.say(*[tone(200)] * 20)
    desk.vanish(silently=silently)
    meter = wait_for(recording, lambda meter: meter.ended)
    assert (meter.trouble, meter.paused) == (Trouble.LOST, True)
    recording.stop()
    assert desk.kept() == tone(100) * 20


@pytest.mark.parametrize("paused", [False, True])
def test_a_device_that_delivers_ever_less_is_lost_before_two_seconds_are_missing(
    desk: Desk, paused: bool
) -> None:
    recording = desk.record()
    recording.pause(paused)
    desk.say(*[tone(100)] * 100)
    for gap_s in (0.1, 0.2, 0.4, 0.8):
        assert recording.look().trouble is None
        desk.now_s += gap_s
        desk.say(tone(100))
    desk.now_s += 0.2
    wait_for(recording, lambda meter: meter.trouble is Trouble.LOST)
    recording.stop()
    assert len(desk.kept()) == (0 if paused else len(tone(100)) * 104)


def test_a_device_that_comes_back_within_a_second_goes_on(desk: Desk) -> None:
    recording = desk.record()
    desk.say(tone(100))
    desk.now_s += 1.0
    desk.say(tone(200))
    assert recording.stop().trouble is None
    assert desk.kept() == tone(100) + tone(200)


def test_a_device_that_came_back_records_the_next_take(desk: Desk) -> None:
    recording = desk.record()
    desk.say(tone(100))
    desk.vanish(silently=False)
    recording.stop()
    desk.wav = desk.wav.with_name("next.wav")
    again = desk.record()
    desk.say(tone(300))
    assert again.stop().trouble is None
    assert desk.kept() == tone(300)


def test_a_device_that_never_answers_again_does_not_keep_a_take_from_ending(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storybuilder.adapters.recording.CLOSING_S", 0.05)
    answers = threading.Event()
    recording = desk.record()
    desk.say(tone(100))
    desk.stream.unplug = answers.wait  # type: ignore[assignment]
    assert recording.stop().elapsed_s == pytest.approx(0.1)
    assert desk.kept() == tone(100)
    answers.set()


def test_a_mistake_of_the_program_ends_a_recording_instead_of_deafening_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(threading, "excepthook", told.append)
    recording = desk.record()
    desk.say(tone(100), b"\x00")
    meter = wait_for(recording, lambda meter: meter.ended)
    assert (meter.trouble, len(told)) == (Trouble.LOST, 1)
    recording.stop()


@pytest.mark.parametrize("rate_hz", [44_100, 48_000])
def test_a_device_of_another_rate_is_kept_at_ours_to_the_last_sample(
    tmp_path: Path, rate_hz: int
) -> None:
    desk = Desk(tmp_path / "take.wav", rate_hz)
    recording = desk.record()
    desk.say(*[bytes(2 * (rate_hz // 10))] * 50)
    meter = recording.stop()
    assert meter.elapsed_s == pytest.approx(5, abs=0.001)
    assert len(desk.kept()) == round(meter.elapsed_s * RATE_HZ) * 2


def test_a_device_of_another_rate_that_vanishes_leaves_all_of_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "take.wav", 48_000)
    recording = desk.record()
    desk.say(*[tone(1000) * 3] * 10)
    desk.vanish(silently=True)
    wait_for(recording, lambda meter: meter.ended)
    assert recording.stop().elapsed_s == pytest.approx(1, abs=0.001)


def test_a_device_that_never_begins_is_lost(desk: Desk) -> None:
    recording = desk.record()
    desk.now_s += 5.1
    wait_for(recording, lambda meter: meter.trouble is Trouble.LOST)
    recording.stop()


def test_what_a_lost_device_says_later_is_not_kept(desk: Desk) -> None:
    recording = desk.record()
    desk.say(tone(100))
    desk.stream.unplug()
    desk.say(*[tone(200)] * 700)
    assert recording.stop().lost_s == 0.0
    assert desk.kept() == tone(100)


def test_stopping_is_not_losing(desk: Desk) -> None:
    recording = desk.record()
    desk.say(tone(100))
    assert recording.stop().trouble is None


def test_a_disk_with_little_room_is_refused_before_recording(desk: Desk) -> None:
    desk.free_bytes = lambda: 49_999_999
    with pytest.raises(RecordingFailed, match="only 49 MB"):
        desk.record()
    assert not desk.wav.exists()


def test_room_for_fifty_megabytes_is_enough(desk: Desk) -> None:
    desk.free_bytes = lambda: 50_000_000
    desk.record().stop()
    assert desk.wav.exists()


def test_a_disk_that_fills_up_is_noticed_within_ten_seconds(desk: Desk) -> None:
    recording = desk.record()
    desk.say(*[tone(100)] * 10)
    wait_for(recording, lambda meter: meter.elapsed_s >= 1)
    desk.free_bytes = lambda: 49_999_999
    desk.say(*[tone(100)] * 200)
    meter = wait_for(recording, lambda meter: meter.ended)
    assert meter.trouble is Trouble.DISK_FULL
    assert desk.kept() == tone(100) * 100
    assert recording.stop().trouble is Trouble.DISK_FULL


def test_a_folder_that_goes_away_ends_a_recording(desk: Desk) -> None:
    def gone() -> int:
        raise FileNotFoundError

    recording = desk.record()
    desk.free_bytes = gone
    desk.say(tone(100))
    wait_for(recording, lambda meter: meter.trouble is Trouble.DISK_FULL)
    recording.stop()


def test_sound_that_waits_a_minute_for_the_disk_is_kept_and_the_rest_is_told(desk: Desk) -> None:
    recording = desk.record()
    disk = SlowDisk(desk)
    desk.say(*[tone(200)] * 607)
    disk.go_on()
    meter = recording.stop()
    assert meter.elapsed_s == pytest.approx(60.1)
    assert meter.lost_s == pytest.approx(0.7)


def test_waiting_for_the_disk_after_stop_is_not_losing_the_device(desk: Desk) -> None:
    recording = desk.record()
    disk = SlowDisk(desk)
    desk.say(*[tone(200)] * 9)
    desk.stream.unplug = lambda: disk.go_on(after_s=10)
    meter = recording.stop()
    assert (meter.trouble, round(meter.elapsed_s, 3)) == (None, 1.0)


def test_a_disk_that_fills_up_when_the_device_is_lost_is_told_instead(desk: Desk) -> None:
    recording = desk.record()
    disk = SlowDisk(desk)
    desk.say(tone(200))
    desk.stream.unplug()
    disk.go_on(free_bytes=0)
    assert recording.stop().trouble is Trouble.DISK_FULL


def test_a_take_is_never_recorded_over(desk: Desk) -> None:
    desk.record().stop()
    with pytest.raises(RecordingFailed, match="exists already"):
        desk.record()


def test_a_refused_device_leaves_no_file(tmp_path: Path) -> None:
    def refuse(*_: object) -> ScriptedStream:
        raise MicrophoneUnavailable("no microphone was found")

    with pytest.raises(MicrophoneUnavailable):
        SoundDeviceMicrophone(refuse).record(tmp_path / "take.wav", None)
    assert list(tmp_path.iterdir()) == []
