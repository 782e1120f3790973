import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

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


def test_a_device_that_does_not_open_is_named_in_one_sentence() -> None:
    refused = ValueError("Error opening InputStream: Unanticipated host error", -9999)
    assert refusal(refused, "Headset").sentence().startswith('the microphone "Headset" could not')
    assert refusal(refused, None).sentence().startswith("the default microphone could not")


class Refused(Exception):
    """As sounddevice says it: words, then PortAudio's number."""


class Stream:
    """What PortAudio opens; it delivers nothing."""

    def __init__(self, samplerate: int, blocksize: int, starts: bool, **_: object) -> None:
        self.rate_hz, self.block_s = samplerate, blocksize / samplerate
        self.starts, self.closed = starts, False

    def start(self) -> None:
        if not self.starts:
            raise Refused("Device unavailable", -9985)

    def stop(self) -> None:
        """Nothing has begun."""

    def close(self) -> None:
        self.closed = True


class Library:
    """PortAudio with one device, which accepts these rates only."""

    PortAudioError = Refused

    def __init__(self, *accepted_hz: int, own_hz: float = 96_000.0, starts: bool = True) -> None:
        self.accepted_hz, self.starts = accepted_hz, starts
        self.device = {"name": "Desk", "max_input_channels": 1, "default_samplerate": own_hz}
        self.opened: list[Stream] = []
        self.asked_hz: list[int] = []

    def query_devices(self, device: int | None = None, kind: str = "") -> object:
        return self.device if kind else [self.device]

    def RawInputStream(self, samplerate: int, **given: Any) -> Stream:  # noqa: N802  # its name
        self.asked_hz.append(samplerate)
        if samplerate not in self.accepted_hz:
            raise Refused("Invalid sample rate", -9997)
        self.opened.append(Stream(samplerate, starts=self.starts, **given))
        return self.opened[-1]


def microphone_of(library: Library, monkeypatch: pytest.MonkeyPatch) -> SoundDeviceMicrophone:
    @contextmanager
    def portaudio(_: object) -> Iterator[Library]:
        yield library

    monkeypatch.setattr("storybuilder.adapters.microphone.portaudio", portaudio)
    monkeypatch.setattr("storybuilder.adapters.microphone.keep_open", lambda _: None)
    return SoundDeviceMicrophone()


@pytest.mark.parametrize(
    ("accepted_hz", "asked_hz"),
    [
        ((16_000, 48_000), [16_000]),
        ((96_000, 48_000), [16_000, 96_000]),
        ((48_000, 44_100), [16_000, 96_000, 48_000]),
        ((44_100,), [16_000, 96_000, 48_000, 44_100]),
    ],
)
def test_the_first_rate_that_a_device_accepts_is_recorded_in_blocks_of_a_tenth_of_a_second(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    accepted_hz: tuple[int, ...],
    asked_hz: list[int],
) -> None:
    library = Library(*accepted_hz)
    microphone_of(library, monkeypatch).record(tmp_path / "take.wav", "Desk").stop()
    assert library.asked_hz == asked_hz
    assert (library.opened[0].rate_hz, library.opened[0].block_s) == (asked_hz[-1], 0.1)


def test_a_device_that_accepts_no_rate_is_refused_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(own_hz=48_000.0)
    with pytest.raises(MicrophoneUnavailable, match="neither at 16 nor at"):
        microphone_of(library, monkeypatch).record(tmp_path / "take.wav", None)
    assert library.asked_hz == [16_000, 48_000, 44_100]
    assert not (tmp_path / "take.wav").exists()


def test_a_device_that_another_program_holds_is_told_and_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(16_000, starts=False)
    with pytest.raises(MicrophoneUnavailable, match='"Desk" is held by another program'):
        microphone_of(library, monkeypatch).record(tmp_path / "take.wav", "Desk")
    assert library.opened[0].closed
    assert not (tmp_path / "take.wav").exists()
