"""What the microphone and the loudspeaker share, with a library that only counts."""

import subprocess
import sys
from dataclasses import dataclass, field

import pytest

from storybuilder.adapters import portaudio as shared
from storybuilder.adapters.portaudio import keep_open, portaudio
from storybuilder.errors import LoudspeakerUnavailable, MicrophoneUnavailable

WITHOUT_PORTAUDIO = """
import ctypes.util
ctypes.util.find_library = lambda name: None
from storybuilder.adapters.portaudio import portaudio
from storybuilder.errors import LoudspeakerUnavailable
try:
    with portaudio(LoudspeakerUnavailable):
        pass
except LoudspeakerUnavailable as failure:
    print(failure.sentence())
"""


@dataclass
class Stream:
    closed: bool = False


@dataclass
class Library:
    """Counts how often its devices were listed."""

    PortAudioError = RuntimeError
    listed: int = 0
    broken: bool = False
    _initialized: int = 1
    calls: list[str] = field(default_factory=list)

    def _terminate(self) -> None:
        self.calls.append("terminate")
        self._initialized = 0

    def _initialize(self) -> None:
        if self.broken:
            raise RuntimeError
        self.calls.append("initialize")
        self._initialized = 1


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Library:
    """Stands in for sounddevice; no stream is open."""
    made = Library()
    monkeypatch.setitem(sys.modules, "sounddevice", made)
    monkeypatch.setattr(shared, "_streams", [])
    return made


def test_the_devices_are_listed_anew_while_nothing_is_open(library: Library) -> None:
    for _ in range(2):
        with portaudio(MicrophoneUnavailable) as given:
            assert given is library
    assert library.calls == ["terminate", "initialize"] * 2


def test_an_open_stream_is_left_alone_whoever_asks(library: Library) -> None:
    stream = Stream()
    with portaudio(LoudspeakerUnavailable):
        keep_open(stream)
    with portaudio(MicrophoneUnavailable):
        assert library.calls == ["terminate", "initialize"]
    stream.closed = True
    with portaudio(MicrophoneUnavailable):
        assert library.calls == ["terminate", "initialize"] * 2


def test_a_library_that_was_ended_is_not_ended_again(library: Library) -> None:
    library._initialized = 0
    with portaudio(MicrophoneUnavailable):
        assert library.calls == ["initialize"]


@pytest.mark.parametrize("unavailable", [MicrophoneUnavailable, LoudspeakerUnavailable])
def test_a_silent_sound_system_is_told_as_the_asker_would(
    library: Library, unavailable: type[MicrophoneUnavailable] | type[LoudspeakerUnavailable]
) -> None:
    library.broken = True
    with pytest.raises(unavailable, match="does not answer"), portaudio(unavailable):
        pass


def test_without_the_library_the_person_is_told_what_to_install() -> None:
    command = [sys.executable, "-c", WITHOUT_PORTAUDIO]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "PortAudio is missing: install it" in told
