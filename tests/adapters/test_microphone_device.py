"""The recorder against a real sound server, in real time."""

import subprocess
import time
import wave
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import sounddevice

from storybuilder.adapters.microphone import SoundDeviceMicrophone
from storybuilder.adapters.recording import WavRecording
from storybuilder.adapters.wav_file import RATE_HZ
from storybuilder.core.meter import Meter, Trouble
from storybuilder.errors import MicrophoneUnavailable
from tests.speech import resample, samples, say
from tests.virtual_microphone import VirtualMicrophone

pytestmark = [pytest.mark.slow, pytest.mark.alone]

ANSWER = (
    "In my last job I led a team of four people. Our model failed in production on a Friday "
    "evening, and forty percent of the requests were lost. I called the engineer on duty."
)
FINER = 8
"""The sound server is free to shift a sound by a part of a sample."""

Sound = npt.NDArray[np.float64]


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    """Sixty seconds of talking."""
    talk = say(" ".join([ANSWER] * 6), tmp_path / "talk.wav")
    command = ["sox", str(talk), str(tmp_path / "speech.wav"), "trim", "0", "60"]
    subprocess.run(command, check=True)
    return tmp_path / "speech.wav"


def sound(wav: Path) -> Sound:
    return np.array(samples(wav), dtype=float)


def best_match(heard: Sound, said: Sound) -> tuple[float, float]:
    """Where `said` is in `heard`, in seconds, and how like it that stretch is, up to 1."""
    size = 1 << (len(heard) + len(said)).bit_length()
    spectrum = np.fft.rfft(heard, size) * np.conj(np.fft.rfft(said, size))
    likeness = FINER * np.fft.irfft(spectrum, FINER * size)[: FINER * len(heard)]
    at = int(likeness.argmax())
    stretch = heard[at // FINER : at // FINER + len(said) + 1]
    norm = np.linalg.norm(stretch) * np.linalg.norm(said)
    return at / FINER / RATE_HZ, float(likeness[at] / norm)


def wait_for_the_end(recording: WavRecording) -> Meter:
    deadline_s = time.monotonic() + 10
    while not (meter := recording.look()).ended:
        assert time.monotonic() < deadline_s, meter
        time.sleep(0.01)
    return meter


@pytest.fixture
def no_16_khz(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every device refuses 16 kHz, as a sound card does that no sound server stands before."""
    opened = sounddevice.RawInputStream

    def open_stream(*, samplerate: float, **given: Any) -> sounddevice.RawInputStream:
        if samplerate == RATE_HZ:
            raise sounddevice.PortAudioError("Invalid sample rate", -9997)
        return opened(samplerate=samplerate, **given)

    monkeypatch.setattr(sounddevice, "RawInputStream", open_stream)


def test_a_minute_of_speech_is_recorded_whole_and_undistorted_at_either_rate(
    virtual_microphone: VirtualMicrophone,
    speech: Path,
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:
    said = sound(resample(speech, tmp_path / "said.wav"))
    microphone = SoundDeviceMicrophone()
    wavs = [tmp_path / "plain.wav", tmp_path / "resampled.wav"]
    recordings = [microphone.record(wavs[0], None)]
    request.getfixturevalue("no_16_khz")
    recordings.append(microphone.record(wavs[1], None))
    time.sleep(0.5)
    virtual_microphone.play(speech).wait()
    time.sleep(1)
    meters = [recording.stop() for recording in recordings]
    for wav, meter in zip(wavs, meters, strict=True):
        check_whole(sound(wav), said, meter)


def check_whole(heard: Sound, said: Sound, meter: Meter) -> None:
    """Every ten seconds of what was said are in what was heard, alike and in their place."""
    assert meter.elapsed_s == len(heard) / RATE_HZ > len(said) / RATE_HZ == 60
    assert (meter.trouble, meter.lost_s) == (None, 0.0)
    places_s = []
    for from_s in range(0, 60, 10):
        piece = said[from_s * RATE_HZ : (from_s + 10) * RATE_HZ]
        around = heard[from_s * RATE_HZ : (from_s + 13) * RATE_HZ]
        place_s, alike = best_match(around, piece)
        assert alike >= 0.999
        places_s.append(place_s)
    assert max(places_s) - min(places_s) < 0.05


def test_a_pause_is_left_out(virtual_microphone: VirtualMicrophone, tmp_path: Path) -> None:
    recording = SoundDeviceMicrophone().record(tmp_path / "take.wav", None)
    begun_s = time.monotonic()
    recording.pause(True)
    time.sleep(2)
    assert recording.look() == Meter(elapsed_s=0.0, paused=True)
    recording.pause(False)
    time.sleep(1)
    meter = recording.stop()
    assert meter.trouble is None
    assert 0.5 < meter.elapsed_s < time.monotonic() - begun_s - 1.8


def test_an_unplugged_microphone_loses_at_most_its_last_fifth_of_a_second(
    virtual_microphone: VirtualMicrophone, speech: Path, tmp_path: Path
) -> None:
    recording = SoundDeviceMicrophone().record(tmp_path / "take.wav", None)
    begun_s = time.monotonic()
    virtual_microphone.play(speech)
    time.sleep(3)
    virtual_microphone.unplug()
    listened_s = time.monotonic() - begun_s
    meter = wait_for_the_end(recording)
    assert meter.trouble is Trouble.LOST
    assert meter.elapsed_s >= listened_s - 0.2
    with wave.open(str(tmp_path / "take.wav"), "rb") as take:
        assert take.getnframes() == round(meter.elapsed_s * RATE_HZ)
    assert recording.stop().trouble is Trouble.LOST


def test_a_microphone_may_be_chosen_by_name(
    virtual_microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    microphone = SoundDeviceMicrophone()
    names = microphone.devices()
    assert len(names) == len(set(names)) >= 1
    for name in names:
        recording = microphone.record(tmp_path / f"{name}.wav", name)
        time.sleep(0.5)
        assert recording.stop().elapsed_s > 0


def test_an_unknown_microphone_is_refused_by_name(
    virtual_microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    with pytest.raises(MicrophoneUnavailable, match='called "Headset"'):
        SoundDeviceMicrophone().record(tmp_path / "take.wav", "Headset")
    assert not (tmp_path / "take.wav").exists()


def test_a_microphone_that_refuses_is_told_and_leaves_no_file(
    virtual_microphone: VirtualMicrophone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULSE_SOURCE", "another")
    with pytest.raises(MicrophoneUnavailable, match="could not be opened"):
        SoundDeviceMicrophone().record(tmp_path / "take.wav", None)
    assert not (tmp_path / "take.wav").exists()


def test_a_microphone_that_was_plugged_in_later_is_found(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    microphone = SoundDeviceMicrophone()
    before = microphone.devices()
    request.getfixturevalue("virtual_microphone")
    assert len(microphone.devices()) > len(before)


def test_looking_for_devices_does_not_disturb_a_recording(
    virtual_microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    microphone = SoundDeviceMicrophone()
    recording = microphone.record(tmp_path / "take.wav", None)
    time.sleep(0.5)
    assert microphone.devices()
    heard_s = recording.look().elapsed_s
    time.sleep(0.5)
    meter = recording.stop()
    assert (meter.trouble, meter.elapsed_s > heard_s) == (None, True)
