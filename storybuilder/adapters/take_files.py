"""The files of the takes: audio, and beside each what was heard in it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from storybuilder.adapters.aside import Aside, size_of
from storybuilder.adapters.flac_file import shrink
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
from storybuilder.errors import AudioUnreadable, TakeUnknown


class FolderOfTakes:
    """ports.TakeFiles over a folder of `<id>.wav` or `<id>.flac`, and `<id>.words.json`.

    The folder appears with the first write. Every method raises TakeUnknown for an id that is no
    plain name.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._aside = Aside(folder)
        sweep(folder)

    def audio(self, take: TakeId) -> Path:
        """The sound there is: the WAV, or the FLAC made of it; else where the WAV will be."""
        wav, flac = self._sounds(take)
        return flac if flac.exists() and not wav.exists() else wav

    def has_sound(self, take: TakeId) -> bool:
        """Whether the sound of this take is there. Quick."""
        return any(file.exists() for file in self._sounds(take))

    def is_wav(self, take: TakeId) -> bool:
        """Whether the sound of this take is there and could be kept in less room. Quick."""
        return self._file(take, "wav").exists()

    def sound_bytes(self, take: TakeId) -> int:
        """Room that the sound of this take takes, 0 if there is none. Quick."""
        return sum(map(size_of, self._sounds(take)))

    def shrink(self, take: TakeId, stopped: Callable[[], bool]) -> bool:
        """Turn the WAV into a FLAC that holds every sample; see ports.TakeFiles."""
        return shrink(*self._sounds(take), stopped)

    def set_aside(self, take: TakeId) -> None:
        """Take the sound away; see ports.TakeFiles."""
        for sound in self._sounds(take):
            self._aside.put(sound)

    def bring_back(self, take: TakeId) -> bool:
        """Put the sound back that was taken away; see ports.TakeFiles."""
        return any([self._aside.bring_back(sound) for sound in self._sounds(take)])

    def aside(self) -> tuple[TakeId, ...]:
        """Takes whose sound this program set aside, and can bring back."""
        return tuple(dict.fromkeys(TakeId(Path(name).stem) for name in self._aside.names()))

    def aside_bytes(self) -> int:
        """Room taken by sound that was set aside."""
        return self._aside.taken_bytes()

    def tidy(self) -> None:
        """Finish what was begun by programs that have ended; see ports.TakeFiles."""
        self._aside.purge()
        for flac in self._folder.glob("*.flac"):
            with suppress(AudioUnreadable):  # not ours, so not ours to tidy
                shrink(flac.with_suffix(".wav"), flac, lambda: False)

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
        for file in (self._file(take, "words.json"), *self._sounds(take)):
            delete(file)

    def _sounds(self, take: TakeId) -> tuple[Path, Path]:
        return self._file(take, "wav"), self._file(take, "flac")

    def _file(self, take: TakeId, ending: str) -> Path:
        if not is_plain_name(take):
            raise TakeUnknown("this is not the id of a take")
        return self._folder / f"{take}.{ending}"
