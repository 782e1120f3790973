"""Everything the program needs from outside, as small promises.

Each promise has a handful of methods and speaks only values of `core` and paths. The real ones
live in `adapters`. All of them may be slow (disk, device, model): call them off the event loop,
unless a docstring says "quick".
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from storybuilder.core.coaching.help import Help
from storybuilder.core.coaching.prompt import FoundPrompt
from storybuilder.core.coaching.request import Reply, Request
from storybuilder.core.coaching.sent import Outcome, Sent
from storybuilder.core.meter import Meter
from storybuilder.core.parcel import Parcel
from storybuilder.core.parts.hint import Hint
from storybuilder.core.plan import Pair, Worth
from storybuilder.core.playback import Playback
from storybuilder.core.sentence import LabelledSentence, Sentence
from storybuilder.core.settings import Settings
from storybuilder.core.story import StoryId, Version
from storybuilder.core.take import TakeId
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Span, Voice

Value = TypeVar("Value")
Told = Callable[[float], None]
"""Hears how much of a long job is done, 0 to 1. Called from the worker's thread."""
Stopped = Callable[[], bool]
"""Asked now and then by a long job: should it stop? Must be quick."""


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


class Labeller(Protocol):
    """Tells which part each sentence tells."""

    def label(
        self, sentences: Sequence[Sentence], hints: Sequence[Hint] = ()
    ) -> tuple[LabelledSentence, ...]:
        """The sentences of one answer, in order, each with its part.

        `hints` has one for each sentence where a draft is at hand.
        """
        ...


class Parser(Protocol):
    """Cuts a text into sentences."""

    def sentences(self, text: str) -> tuple[Sentence, ...]:
        """The sentences of a text, in order; what lies between them is white space."""
        ...


class Planner(Protocol):
    """Finds the best use of a few stories."""

    def pairs(self, worth: Worth, share: int) -> tuple[Pair, ...]:
        """Primary and backup story of each question, so that their worth is the largest there is.

        No story is primary for more than `share` questions, nor backup for more, nor both for one;
        none is told where it is worth 0, and there is no backup without a primary. Without
        stories there are no pairs.
        """
        ...


class Coach(Protocol):
    """A language model somewhere else. What it says is never believed without a check."""

    def address(self) -> str:
        """The host that a call goes to. Quick."""
        ...

    def warm(self) -> None:
        """Load what a call needs, so that the first one begins at once. Nothing is sent. Slow."""
        ...

    def check(self, model: str) -> None:
        """Ask whether key, address and model are right; nothing of the person is sent.

        Raises what `ask` raises.
        """
        ...

    def ask(self, request: Request, heard: Callable[[str], None], stopped: Stopped) -> Reply | None:
        """Send exactly this request; None if `stopped()` said so.

        `heard` is told each piece of the answer as it comes, from the worker's thread. Every wait
        has an end. Raises CoachKeyMissing, CoachKeyRefused, CoachBusy, CoachUnreachable,
        CoachRefused or CoachAnswerUnusable.
        """
        ...


class Prompts(Protocol):
    """What the coach is told, in files."""

    def prompt(self, help: Help) -> FoundPrompt:
        """The prompt in force: the person's own where it is fit, else the one we carry."""
        ...


class SentLog(Protocol):
    """What left this computer and when: the person's record, read and cleared by the person.

    `note`, `end` and `clear` raise LibraryUnwritable or LibraryBusy.
    """

    def note(self, sent: Sent) -> None:
        """Write down a call before it is made; it is on the disk when this returns."""
        ...

    def end(self, id: str, outcome: Outcome) -> None:
        """Write down what became of it."""
        ...

    def all(self) -> tuple[Sent, ...]:
        """Every call that was written down, newest first. Raises LibraryUnreadable."""
        ...

    def clear(self) -> None:
        """Forget all of them."""
        ...


class Keys(Protocol):
    """Where the key of the coach's service is kept. Nothing of it ever reaches a log."""

    def key(self) -> str | None:
        """The key in force; None where there is none. Raises CoachKeyRefused for a damaged one."""
        ...

    def keep(self, key: str, *, in_file: bool = False) -> None:
        """Keep a key in the system's keyring, or, only if `in_file`, in a file for you alone.

        Raises CoachKeyRefused for what cannot be a key, KeyringMissing when there is no keyring
        and `in_file` is not set, LibraryUnwritable.
        """
        ...

    def forget(self) -> None:
        """Remove what was kept; a key in the environment is not ours to remove."""
        ...

    def source(self) -> str:
        """Where the key in force comes from: "environment", "keyring", "file" or ""."""
        ...

    def has_keyring(self) -> bool:
        """Whether this system has a keyring that keeps secrets."""
        ...
