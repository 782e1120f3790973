import subprocess
import sys
from pathlib import Path

import pytest

from storybuilder.adapters.microphone import SoundDeviceMicrophone, refusal
from storybuilder.errors import MicrophoneUnavailable
from storybuilder.ports import Microphone
from tests.scripted_stream import ScriptedDevice

WITHOUT_PORTAUDIO = """
import ctypes.util, sys
from pathlib import Path
ctypes.util.find_library = lambda name: None
from storybuilder.adapters.microphone import SoundDeviceMicrophone
from storybuilder.errors import MicrophoneUnavailable
microphone = SoundDeviceMicrophone()
for use in (microphone.devices, lambda: microphone.record(Path(sys.argv[1]), None)):
    try:
        use()
    except MicrophoneUnavailable as failure:
        print(failure.sentence())
"""


@pytest.fixture
def no_sound_hardware(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer whose one sound card cannot be opened."""
    # A list without any name at all would make PortAudio abort the process.
    alsa = tmp_path / "sound" / "alsa.conf"
    alsa.parent.mkdir()
    alsa.write_text("pcm.nothing { type hw card 31 }")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(alsa))


def test_the_chosen_device_is_the_one_opened(tmp_path: Path) -> None:
    device = ScriptedDevice()
    microphone: Microphone = SoundDeviceMicrophone(device)
    microphone.record(tmp_path / "take.wav", "Headset").stop()
    assert device.stream.device == "Headset"


@pytest.mark.usefixtures("no_sound_hardware")
def test_without_a_microphone_there_are_no_devices() -> None:
    assert SoundDeviceMicrophone().devices() == ()


@pytest.mark.usefixtures("no_sound_hardware")
@pytest.mark.parametrize("device", [None, "Headset"])
def test_without_a_microphone_recording_is_refused(tmp_path: Path, device: str | None) -> None:
    with pytest.raises(MicrophoneUnavailable, match="no microphone was found"):
        SoundDeviceMicrophone().record(tmp_path / "take.wav", device)
    assert not (tmp_path / "take.wav").exists()


def test_without_the_sound_library_the_person_is_told_what_to_install(tmp_path: Path) -> None:
    wav = tmp_path / "take.wav"
    command = [sys.executable, "-c", WITHOUT_PORTAUDIO, str(wav)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(told) == 2
    assert all("PortAudio is missing: install it" in line for line in told)
    assert not wav.exists()


def test_a_device_without_16_khz_is_said_to_be_that() -> None:
    refused = ValueError("Error opening InputStream: Invalid sample rate", -9997)
    assert "neither at 16 nor at 44.1 nor at 48 kHz" in refusal(refused, "Headset").sentence()


def test_a_device_that_does_not_open_is_named_in_one_sentence() -> None:
    refused = ValueError("Error opening InputStream: Unanticipated host error", -9999)
    assert refusal(refused, "Headset").sentence().startswith('the microphone "Headset" could not')
    assert refusal(refused, None).sentence().startswith("the default microphone could not")
