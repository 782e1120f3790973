"""The loudspeaker on a real sound server, in real time: what it plays is listened to."""

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from storybuilder.adapters.loudspeaker import SoundDeviceLoudspeaker
from storybuilder.adapters.microphone import SoundDeviceMicrophone
from storybuilder.adapters.playing import PlayingRecording
from storybuilder.adapters.wav_file import RATE_HZ
from storybuilder.core.playback import Breakdown
from tests.adapters.test_microphone_device import ANSWER, Sound, best_match, sound
from tests.adapters.test_played_sound import PITCH_HZ, pitch_hz, spoken
from tests.speech import resample, say
from tests.virtual_microphone import VirtualMicrophone, wait_until

pytestmark = [pytest.mark.slow, pytest.mark.alone]
AUDIBLE = 200
"""A sample of at least this is sound, not the server's own noise."""


@pytest.fixture
def take(tmp_path: Path) -> Path:
    """A little over ten seconds of speech, as the recorder would have written them."""
    return resample(say(ANSWER, tmp_path / "speech.wav"), tmp_path / "take.wav")


def play(
    take: Path, from_s: float = 0.0, to_s: float | None = None, speed: float = 1.0
) -> PlayingRecording:
    return SoundDeviceLoudspeaker().play(take, from_s, to_s, speed)


def until_the_end(playing: PlayingRecording) -> None:
    wait_until(lambda: playing.look().ended, 20)
    time.sleep(0.5)  # what is still on its way is heard too


def audible(heard: Sound) -> Sound:
    """From the first sound to the last."""
    loud = np.flatnonzero(np.abs(heard) > AUDIBLE)
    return heard[loud[0] : loud[-1] + 1]


def overhear(
    microphone: VirtualMicrophone, wav: Path, doing: Callable[[], PlayingRecording]
) -> Sound:
    with microphone.overheard(wav):
        until_the_end(doing())
    return sound(wav)


def test_speech_is_played_whole_and_undistorted(
    virtual_microphone: VirtualMicrophone, take: Path, tmp_path: Path
) -> None:
    heard = overhear(virtual_microphone, tmp_path / "heard.wav", lambda: play(take, 2.0, 7.0))
    said = sound(take)[2 * RATE_HZ : 7 * RATE_HZ]
    assert best_match(heard, said)[1] >= 0.995
    begin_s, _ = best_match(heard, said[:RATE_HZ])
    end_s, _ = best_match(heard, said[-RATE_HZ:])
    assert end_s - begin_s == pytest.approx(4.0, abs=0.05)


@pytest.mark.parametrize("speed", [0.75, 1.5])
def test_at_another_speed_it_lasts_as_long_as_that_and_keeps_its_pitch(
    virtual_microphone: VirtualMicrophone, tmp_path: Path, speed: float
) -> None:
    spoken(tmp_path / "tone.wav", 4.0)
    heard = overhear(
        virtual_microphone, tmp_path / "heard.wav", lambda: play(tmp_path / "tone.wav", speed=speed)
    )
    tone = audible(heard)
    assert len(tone) / RATE_HZ == pytest.approx(4.0 / speed, abs=0.06)
    assert pitch_hz(tone.astype(np.int16), RATE_HZ) == pytest.approx(PITCH_HZ, abs=3)


def test_its_place_is_what_is_heard_within_a_tenth_of_a_second(
    virtual_microphone: VirtualMicrophone, take: Path, tmp_path: Path
) -> None:
    with virtual_microphone.overheard(tmp_path / "heard.wav"):
        playing = play(take, 1.0)
        wait_until(lambda: playing.look().at_s > 3.0, 10)
        playing.pause(True)  # at once: nothing is heard from here on
        at_s = playing.look().at_s
        time.sleep(0.7)
    heard = audible(sound(tmp_path / "heard.wav"))
    begun_s, likeness = best_match(sound(take), heard)
    assert likeness > 0.95
    assert begun_s + len(heard) / RATE_HZ == pytest.approx(at_s, abs=0.1)


def test_a_loudspeaker_that_goes_away_ends_the_playing(
    virtual_microphone: VirtualMicrophone, take: Path
) -> None:
    playing = play(take)
    time.sleep(0.5)
    virtual_microphone.unplug()
    wait_until(lambda: playing.look().ended, 5)
    assert playing.look().trouble is Breakdown.LOST
    playing.stop()


def test_recording_and_playing_leave_each_other_alone(
    virtual_microphone: VirtualMicrophone, take: Path, tmp_path: Path
) -> None:
    microphone = SoundDeviceMicrophone()
    playing = play(take)
    recording = microphone.record(tmp_path / "mine.wav", None)
    time.sleep(0.5)
    assert microphone.devices()
    playing.stop()
    played = play(take, 3.0)
    time.sleep(0.7)
    assert (played.look().ended, played.look().at_s > 3.2) == (False, True)
    played.stop()
    meter = recording.stop()
    assert (meter.trouble, meter.elapsed_s > 1.0) == (None, True)
