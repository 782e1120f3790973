"""The files of the takes: audio, and beside each what was heard in it."""

from pathlib import Path

from storybuilder.adapters.whole_file import (
    decoded,
    delete,
    encoded,
    is_plain_name,
    patiently,
    sweep,
    write_whole,
)
from storybuilder.core.documents import (
    FORMAT,
    transcript_document,
    transcript_from,
    voice_document,
    voice_from,
)
from storybuilder.core.take import TakeId
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Voice
from storybuilder.errors import TakeUnknown


class FolderOfTakes:
    """ports.TakeFiles over a folder of `<id>.wav` and `<id>.words.json`.

    The folder appears with the first write. Every method raises TakeUnknown for an id that is no
    plain name.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        sweep(folder)

    def audio(self, take: TakeId) -> Path:
        """Where the WAV of this take is, or will be. Quick."""
        return self._file(take, "wav")

    def heard(self, take: TakeId) -> tuple[Voice, Transcript | None] | None:
        """The voice and, once transcribed, the words; None if nothing (readable) was kept."""
        try:
            document = decoded(patiently(self._file(take, "words.json").read_bytes))
            words = document.get("transcript")
            transcript = None if words is None else transcript_from(words)
            return voice_from(document.get("voice")), transcript
        except (OSError, ValueError):
            return None  # it can be heard again from the audio, which is the original

    def keep(self, take: TakeId, voice: Voice, transcript: Transcript | None) -> None:
        """Write voice and words beside the audio, all or nothing. Raises LibraryUnwritable."""
        document = {
            "format": FORMAT,
            "voice": voice_document(voice),
            "transcript": None if transcript is None else transcript_document(transcript),
        }
        write_whole(self._file(take, "words.json"), encoded(document))

    def discard(self, take: TakeId) -> None:
        """Delete the audio and what was heard in it; nothing happens if there is none."""
        for ending in ("words.json", "wav"):
            delete(self._file(take, ending))

    def _file(self, take: TakeId, ending: str) -> Path:
        if not is_plain_name(take):
            raise TakeUnknown("this is not the id of a take")
        return self._folder / f"{take}.{ending}"
