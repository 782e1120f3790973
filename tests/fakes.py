"""Stand-ins that keep the same promises as the adapters, for what a test must control."""

import wave
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event

from storybuilder.core.meter import Meter, Trouble
from storybuilder.core.playback import Playback
from storybuilder.core.transcript import Transcript, Word
from storybuilder.core.voice import Span, Voice
from storybuilder.errors import (
    AudioUnreadable,
    LoudspeakerUnavailable,
    MicrophoneUnavailable,
    SpeechModelMissing,
)
from tests.builders import spoken, voiced

RATE_HZ = 16_000
PATIENCE_S = 10.0
"""What a test forgot to let go on fails, instead of hanging."""


def at_once() -> Event:
    """An event that is there already: nobody waits for it."""
    event = Event()
    event.set()
    return event


def write_wav(path: Path, seconds: float) -> None:
    """A quiet recording of this length."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(b"\x10\x00" * round(seconds * RATE_HZ))


@dataclass
class ScriptedRecording:
    """Has recorded as much as the test says, from the start."""

    seconds: float
    trouble: Trouble | None = None
    paused: bool = False
    stopped: bool = False
    closed: Event = field(default_factory=at_once)
    """Stopping takes until this is set."""

    def look(self) -> Meter:
        return Meter(elapsed_s=self.seconds, paused=self.paused, trouble=self.trouble)

    def pause(self, paused: bool) -> None:
        self.paused = paused

    def stop(self) -> Meter:
        self.stopped = True
        assert self.closed.wait(PATIENCE_S), "nobody closes the device"
        return self.look()


@dataclass
class ScriptedCheck:
    """Hears what the test says, until it is stopped."""

    device: str | None
    meter: Meter | None = field(default_factory=lambda: Meter(elapsed_s=0.0))
    stopped: bool = False

    def look(self) -> Meter | None:
        return None if self.stopped else self.meter

    def stop(self) -> None:
        self.stopped = True


@dataclass
class ScriptedMicrophone:
    """Hears `seconds` of sound at once; without a device it refuses as the real one does."""

    seconds: float = 90.0
    plugged: bool = True
    sound_system: bool = True
    opened: Event = field(default_factory=at_once)
    """Opening the device takes until this is set."""
    recordings: list[ScriptedRecording] = field(default_factory=list)
    checks: list[ScriptedCheck] = field(default_factory=list)
    names: tuple[str, ...] = ("Desk microphone",)

    def devices(self) -> tuple[str, ...]:
        if not self.sound_system:
            raise MicrophoneUnavailable("the sound system is missing")
        return self.names if self.plugged else ()

    def check(self, device: str | None) -> ScriptedCheck:
        self._refuse(device)
        self.checks.append(ScriptedCheck(device))
        return self.checks[-1]

    def _refuse(self, device: str | None) -> None:
        if not self.plugged:
            raise MicrophoneUnavailable("no microphone was found")
        if device is not None and device not in self.names:
            raise MicrophoneUnavailable(f'there is no microphone called "{device}" now')

    def record(self, wav: Path, device: str | None) -> ScriptedRecording:
        self._refuse(device)
        assert self.opened.wait(PATIENCE_S), "nobody opens the device"
        wav.parent.mkdir(parents=True, exist_ok=True)
        write_wav(wav, self.seconds)
        self.recordings.append(ScriptedRecording(self.seconds))
        return self.recordings[-1]


@dataclass
class ScriptedPlaying:
    """Is where the test says."""

    audio: Path
    from_s: float
    to_s: float | None
    playback: Playback
    asked: list[str] = field(default_factory=list)

    def look(self) -> Playback:
        return self.playback

    def pause(self, paused: bool) -> None:
        self._ask("pause" if paused else "go on", paused=paused)

    def seek(self, at_s: float) -> None:
        self._ask(f"seek {at_s:g}", at_s=at_s, ended=False)

    def set_speed(self, speed: float) -> None:
        self._ask(f"speed {speed:g}", speed=speed)

    def stop(self) -> Playback:
        self._ask("stop", ended=True)
        return self.playback

    def _ask(self, what: str, **changes: float) -> None:
        self.asked.append(what)
        self.playback = replace(self.playback, **changes)  # type: ignore[arg-type]


@dataclass
class ScriptedLoudspeaker:
    """Plays nothing, and remembers what it was asked to play."""

    plugged: bool = True
    played: list[ScriptedPlaying] = field(default_factory=list)

    def play(self, audio: Path, from_s: float, to_s: float | None, speed: float) -> ScriptedPlaying:
        if not self.plugged:
            raise LoudspeakerUnavailable("no loudspeaker was found")
        self.played.append(ScriptedPlaying(audio, from_s, to_s, Playback(at_s=from_s, speed=speed)))
        return self.played[-1]


@dataclass
class ScriptedVoiceFinder:
    """Finds the voice the test put there, and counts how often it was asked."""

    voice: Voice = field(default_factory=lambda: voiced(90.0))
    asked: int = 0

    def find(self, wav: Path) -> Voice:
        self.asked += 1
        if not wav.exists():
            raise AudioUnreadable(f"{wav.name} is missing or is no WAV file")
        return self.voice

    def follow(self, wav: Path) -> "ScriptedFollower":
        return ScriptedFollower(self, wav)


@dataclass
class ScriptedFollower:
    """Knows nothing of the voice but what the test says, until the take has ended."""

    finder: ScriptedVoiceFinder
    wav: Path
    now: Voice = field(default_factory=lambda: Voice(0.0))

    def known(self) -> Voice:
        return self.now

    def whole(self) -> Voice:
        return self.finder.find(self.wav)


@dataclass
class ScriptedTranscriber:
    """Hears what the test tells it to hear."""

    heard: Transcript = field(default_factory=lambda: spoken("I cut the queue by half"))
    installed: bool = True
    go_on: Event = field(default_factory=at_once)
    """After the first piece it waits until this is set."""
    pieces: list[Span] = field(default_factory=list)
    """What it was asked to hear, in order."""

    def ready(self) -> None:
        if not self.installed:
            raise SpeechModelMissing("no speech model is here")

    def hear(self, wav: Path, piece: Span) -> Transcript:
        self.ready()
        if self.pieces:
            assert self.go_on.wait(PATIENCE_S), "nobody lets it go on"
        self.pieces.append(piece)
        within = (word for word in self.heard.words if _is_in(word, piece))
        return replace(self.heard, words=tuple(within))


def _is_in(word: Word, piece: Span) -> bool:
    return piece.start_s <= word.start_s < piece.end_s
