"""From sound to words."""

from pathlib import Path
from typing import Protocol

from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Span, Voice
from storybuilder.ports.job import Stopped, Told


class VoiceFollower(Protocol):
    """Finds the voice in a WAV that is being written. Each look reads only what is new."""

    def known(self) -> Voice:
        """What is certain of the voice by now, however the recording goes on.

        Its duration is how far that is; speech that may go on ends there. Raises AudioUnreadable.
        """
        ...

    def whole(self) -> Voice:
        """What `VoiceFinder.find` would give for the recording as it is. Raises AudioUnreadable."""
        ...


class VoiceFinder(Protocol):
    """Finds where someone speaks. Needs no download."""

    def find(self, wav: Path) -> Voice:
        """The voice in a 16 kHz mono WAV. Raises AudioUnreadable."""
        ...

    def follow(self, wav: Path) -> VoiceFollower:
        """Follow a 16 kHz mono WAV that grows, in memory that does not. Quick."""
        ...


class Transcriber(Protocol):
    """Turns sound into words, a piece at a time. May be called from several threads."""

    def ready(self) -> None:
        """Load what listening needs and warm it; quick once that is done.

        Raises SpeechModelMissing, SpeechModelBroken or TranscriptionServerFailed.
        """
        ...

    def hear(self, wav: Path, piece: Span) -> Transcript:
        """What is said in one piece of a 16 kHz mono WAV, which may be growing still.

        Word times count from the start of the recording; language and model are the ones in
        force now. No words if nothing was understood. A piece has at most 30 s and takes seconds.
        Raises SpeechModelMissing, SpeechModelBroken, TranscriptionServerFailed or AudioUnreadable.
        """
        ...


class Models(Protocol):
    """Speech models on this computer."""

    def installed(self) -> tuple[str, ...]:
        """Names of the models that are complete and ready. Quick."""
        ...

    def kept_bytes(self, name: str) -> int:
        """How much of the disk a model takes, complete or not; 0 if nothing is here. Quick."""
        ...

    def download_bytes(self, name: str) -> int:
        """Ask the hub how large a download is. Raises ModelDownloadFailed."""
        ...

    def download(self, name: str, told: Told, stopped: Stopped) -> bool:
        """Fetch a model; True when it is ready, False if `stopped()` said so.

        With the question for its size the only use of the network, and only when the person asks.

        Raises ModelDownloadFailed; what arrived is kept and continued next time.
        """
        ...

    def delete(self, name: str) -> int:
        """Delete a model, or what arrived of one; the bytes it took. Raises ModelNotDeleted."""
        ...
