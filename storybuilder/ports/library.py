"""What is kept on disk: stories, takes and the files that belong to them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from storybuilder.core.parcel import Parcel
from storybuilder.core.settings import Settings
from storybuilder.core.story import StoryId, Version
from storybuilder.core.take import TakeId
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Voice
from storybuilder.ports.job import Stopped

Value = TypeVar("Value")


class Shelf(Protocol[Value]):
    """A keyed collection on disk. Every change is all or nothing, and safe with two windows.

    All four raise LibraryUnreadable, LibraryUnwritable, LibraryTooNew or LibraryBusy.
    """

    def all(self) -> tuple[Value, ...]:
        """Every value, in no particular order."""
        ...

    def change(self, id: str, change: Callable[[Value | None], Value]) -> Value:
        """Replace the value under `id` by `change(present)`; None when there is none yet.

        Read and write happen under one lock, so what another window saved meanwhile is seen.
        Returns what was stored. An exception out of `change` leaves everything as it was.
        """
        ...

    def keep_all(self, values: Iterable[Value]) -> None:
        """Store each value under its own id, over what stood there, all in one write.

        Raises as above, and then none of them is stored.
        """
        ...

    def change_all(self, changes: Mapping[str, Callable[[Value | None], Value | None]]) -> None:
        """Change many values in one write, all or none; None out of a change removes the value."""
        ...

    def remove(self, id: str) -> None:
        """Forget the value under `id`; nothing happens if there is none."""
        ...


class Versions(Protocol):
    """Stories as they were: what was kept before something replaced it. Safe with two windows.

    `keep`, `keep_all` and `forget` raise LibraryUnwritable or LibraryBusy.
    """

    def versions(self, story: StoryId) -> tuple[Version, ...]:
        """What was kept of a story, newest first. Raises LibraryUnreadable or LibraryTooNew."""
        ...

    def keep(self, version: Version) -> None:
        """Add a version; beyond the adapter's limit the oldest is dropped."""
        ...

    def keep_all(self, story: StoryId, versions: Sequence[Version]) -> int:
        """Add those of a story's versions that are not there yet, each in the place of its time.

        Returns how many were added.
        """
        ...

    def forget(self, story: StoryId) -> None:
        """Delete every version of a story; nothing happens if there is none."""
        ...


class TakeFiles(Protocol):
    """The files of a take: its audio, and beside it what was heard in it."""

    def audio(self, take: TakeId) -> Path:
        """The sound there is, a WAV or the FLAC made of it; else where the WAV will be. Quick."""
        ...

    def has_sound(self, take: TakeId) -> bool:
        """Whether the sound of this take is there; its words may be kept without it. Quick."""
        ...

    def is_wav(self, take: TakeId) -> bool:
        """Whether the sound of this take is there and could be kept in less room. Quick."""
        ...

    def sound_bytes(self, take: TakeId) -> int:
        """Room that the sound of this take takes, 0 if there is none. Quick."""
        ...

    def shrink(self, take: TakeId, stopped: Stopped) -> bool:
        """Turn the WAV into a FLAC that holds every sample; False if `stopped()` said so.

        The WAV goes only after the FLAC was read back and compared, so that at any moment one of
        them is there, whole. False too where there is no WAV. Raises AudioUnreadable or
        LibraryUnwritable; the WAV is then as it was.
        """
        ...

    def set_aside(self, take: TakeId) -> None:
        """Take the sound away; it can be brought back until the program ends.

        Raises LibraryUnwritable.
        """
        ...

    def bring_back(self, take: TakeId) -> bool:
        """Put back the sound that this program set aside; False if it has none of this take.

        Raises LibraryUnwritable.
        """
        ...

    def aside(self) -> tuple[TakeId, ...]:
        """Takes whose sound this program set aside, and can bring back."""
        ...

    def aside_bytes(self) -> int:
        """Room taken by sound that was set aside and is not yet deleted."""
        ...

    def tidy(self) -> None:
        """Finish what programs that have ended left half done, and delete what they set aside.

        Raises LibraryUnwritable.
        """
        ...

    def heard(self, take: TakeId) -> tuple[Voice, Transcript | None] | None:
        """The voice and, once transcribed, the words; None if nothing (readable) was kept."""
        ...

    def keep(self, take: TakeId, voice: Voice, transcript: Transcript | None) -> None:
        """Write voice and words beside the audio, all or nothing. Raises LibraryUnwritable."""
        ...

    def discard(self, take: TakeId) -> None:
        """Delete the audio and what was heard in it; nothing happens if there is none."""
        ...


class Claims(Protocol):
    """Says which takes are being recorded right now, in this window or another. Quick."""

    def claim(self, take: TakeId) -> bool:
        """Claim a take for this program; False if another running program holds it.

        Raises LibraryUnwritable.
        """
        ...

    def release(self, take: TakeId) -> None:
        """Let go; nothing happens if it was not claimed. A crash lets go by itself."""
        ...


class StoryFiles(Protocol):
    """Files in which stories travel. `read` and `opened` raise StoriesUnreadable."""

    def read(self, path: Path) -> bytes:
        """What stands in a file."""
        ...

    def opened(self, content: bytes, name: str) -> tuple[Parcel, Settings] | str:
        """The parcel in a file of ours, or the text of one that holds stories in words."""
        ...

    def packed(self, document: Mapping[str, object]) -> bytes:
        """A document as a file of ours."""
        ...
