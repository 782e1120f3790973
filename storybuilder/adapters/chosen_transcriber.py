"""Words from sound, by whichever listens now: this computer, or a server that was turned on.

One never stands in for the other: what a person turned on is used, or they are told why not.
"""

from collections.abc import Callable
from pathlib import Path

from storybuilder.adapters.transcription_server import ServerTranscriber
from storybuilder.adapters.whisper import WhisperTranscriber
from storybuilder.core.server_address import Server
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Span


class ChosenTranscriber:
    """Asks before each use, so that a change in the settings holds at once."""

    def __init__(
        self,
        here: WhisperTranscriber,
        there: ServerTranscriber,
        server: Callable[[], Server | None],
    ) -> None:
        self._here, self._there, self._server = here, there, server

    def ready(self) -> None:
        """Warm the one that listens. Raises what it raises."""
        self._in_force().ready()

    def hear(self, wav: Path, piece: Span) -> Transcript:
        """The words in one piece, by the one that listens. Raises what it raises."""
        return self._in_force().hear(wav, piece)

    def _in_force(self) -> WhisperTranscriber | ServerTranscriber:
        return self._here if self._server() is None else self._there
