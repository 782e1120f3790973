"""What is recorded, played and brought in."""

from pathlib import Path
from typing import Protocol

from storybuilder.core.meter import Meter
from storybuilder.core.playback import Playback


class Recording(Protocol):
    """A recording in progress. Every block is on disk, readable, as soon as it was heard."""

    def look(self) -> Meter:
        """Length, level and anything wrong, as of now. Quick; never raises."""
        ...

    def pause(self, paused: bool) -> None:
        """Stop or go on listening; the device stays open. Quick."""
        ...

    def stop(self) -> Meter:
        """Close device and file, and return the last look. Safe to call twice."""
        ...


class LevelCheck(Protocol):
    """A microphone that is listened to without keeping anything. Ends by itself after a while."""

    def look(self) -> Meter | None:
        """Level, voice and anything wrong, as of now; None once it has ended. Quick."""
        ...

    def stop(self) -> None:
        """Give the device back. Safe to call twice."""
        ...


class Microphone(Protocol):
    """Where takes come from."""

    def devices(self) -> tuple[str, ...]:
        """Names of the microphones there are now; none is an empty tuple.

        Raises MicrophoneUnavailable when the sound system itself is missing.
        """
        ...

    def record(self, wav: Path, device: str | None) -> Recording:
        """Start recording to `wav`: 16 kHz, mono, 16 bit. `device` None is the system's default.

        Raises MicrophoneUnavailable or RecordingFailed (nowhere to write). Ends a level check.
        """
        ...

    def check(self, device: str | None) -> LevelCheck:
        """Listen to a device without keeping anything. Raises MicrophoneUnavailable.

        The check before ends; no check takes the device from a recording.
        """
        ...


class Playing(Protocol):
    """A recording that is being played. Its methods may wait for the device, but for `look`.

    Once it was stopped, nothing that is asked of it does anything more.
    """

    def look(self) -> Playback:
        """Where it is now. Quick; never raises."""
        ...

    def pause(self, paused: bool) -> None:
        """Fall silent, or go on from where it was heard last.

        Going on raises as `Loudspeaker.play`; so do `seek` and `set_speed`.
        """
        ...

    def seek(self, at_s: float) -> None:
        """Go on from another second, to the end of the recording; a pause stays one."""
        ...

    def set_speed(self, speed: float) -> None:
        """Go on faster or slower, from where it was heard last."""
        ...

    def stop(self) -> Playback:
        """Fall silent for good, and return the last look. Quick; safe to call twice."""
        ...


class Loudspeaker(Protocol):
    """What plays takes: the default device of the computer that runs the program."""

    def play(self, audio: Path, from_s: float, to_s: float | None, speed: float) -> Playing:
        """Start playing a WAV or FLAC from a second on, to another or (None) to its end.

        `speed` is one of `core.playback.SPEEDS`. Raises LoudspeakerUnavailable or
        AudioUnreadable.
        """
        ...


class AudioFiles(Protocol):
    """Sound files from elsewhere."""

    def bring_in(self, source: Path, wav: Path) -> float:
        """Decode any supported file to a 16 kHz mono WAV and return its seconds.

        All or nothing: `wav` exists only on success. Raises AudioUnreadable, AudioTooShort,
        AudioTooLong or LibraryUnwritable.
        """
        ...

    def recover(self, wav: Path) -> float:
        """Make a WAV of ours that was cut off by a crash whole again; its seconds, 0 if empty.

        Raises AudioUnreadable when there is no such file or it is no WAV.
        """
        ...
