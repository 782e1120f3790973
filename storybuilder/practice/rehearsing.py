"""Rehearsing: takes, from the first word to a file that is safe."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from storybuilder.core.band import Band
from storybuilder.core.meter import Meter, Trouble
from storybuilder.core.story import StoryId
from storybuilder.core.take import Ending, Take, TakeId, TakeState
from storybuilder.core.telling import Telling
from storybuilder.errors import AudioUnreadable, StorybuilderError, TakeUnknown
from storybuilder.ports import AudioFiles, Claims, Microphone, Recording, Shelf, TakeFiles
from storybuilder.practice.following import Following

LEAST_S = 0.3
"""Below this there is not even a word in a take; nothing worth keeping was recorded."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A take that is being recorded."""

    take: Take
    recording: Recording

    def look(self) -> Meter:
        """Length and level now. Quick."""
        return self.recording.look()

    def pause(self, paused: bool) -> None:
        """Stop or go on listening. Quick."""
        self.recording.pause(paused)


@dataclass(frozen=True, slots=True)
class Rehearsing:
    """The person's takes."""

    takes: Shelf[Take]
    files: TakeFiles
    claims: Claims
    microphone: Microphone
    audio_files: AudioFiles
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    following: Following
    hush: Callable[[], None] = lambda: None
    """Stops whatever is being played: it would be heard in the take."""

    def prepare(self) -> None:
        """Get ready to hear a take, in the background. Quick."""
        self.following.prepare()

    def begin(
        self,
        *,
        story_id: StoryId | None,
        question: str,
        target: Band,
        device: str | None,
        telling: Telling = "long",
    ) -> Sitting:
        """Start a take. It is in the library before the first word, so that a crash finds it.

        Raises MicrophoneUnavailable or RecordingFailed; then nothing is left behind.
        """
        take = replace(self._new(story_id, question, target), telling=telling)
        self.claims.claim(take.id)
        self._save(take)
        self.hush()
        try:
            recording = self.microphone.record(self.files.audio(take.id), device)
        except StorybuilderError:
            self._forget(take.id)
            raise
        self.following.begin(take.id, self.files.audio(take.id))
        return Sitting(take, recording)

    def finish(self, sitting: Sitting) -> Take:
        """Stop, and keep the take to be written down."""
        meter = sitting.recording.stop()
        self.following.end(sitting.take.id)
        self.claims.release(sitting.take.id)
        return self._save(
            replace(
                sitting.take,
                state=TakeState.WAITING,
                duration_s=meter.elapsed_s,
                ended_by=_ending(meter),
            )
        )

    def discard(self, sitting: Sitting) -> None:
        """Stop, and forget what was recorded."""
        sitting.recording.stop()
        self._forget(sitting.take.id)

    def bring_in(
        self,
        source: Path,
        *,
        story_id: StoryId | None,
        question: str,
        target: Band,
        telling: Telling = "long",
        name: str = "",
    ) -> Take:
        """Keep a sound file as a take; `name` is what the person calls it, if not the file's own.

        Raises AudioUnreadable, AudioTooShort or AudioTooLong; then nothing is left behind.
        """
        begun = self._new(story_id, question, target)
        take = replace(begun, telling=telling, source=name or source.name)
        duration_s = self.audio_files.bring_in(source, self.files.audio(take.id))
        return self._save(replace(take, state=TakeState.WAITING, duration_s=duration_s))

    def recover(self) -> tuple[Take, ...]:
        """Takes that a crash cut off, made whole; empty ones are forgotten. Call once, at start."""
        found = []
        for take in self.takes.all():
            if take.state is not TakeState.RECORDING or not self.claims.claim(take.id):
                continue  # done, or being recorded in another window right now
            duration_s = self._recovered_s(take.id)
            if duration_s < LEAST_S:
                self._forget(take.id)
                continue
            whole = replace(take, state=TakeState.WAITING, duration_s=duration_s, ended_by="crash")
            found.append(self._save(whole))
            self.claims.release(take.id)
        return tuple(found)

    def take(self, id: TakeId) -> Take:
        """One take. Raises TakeUnknown."""
        found = next((take for take in self.takes.all() if take.id == id), None)
        if found is None:
            raise TakeUnknown(f"there is no take {id}")
        return found

    def listed(self) -> tuple[Take, ...]:
        """Takes that are kept, oldest first."""
        kept = [
            take
            for take in self.takes.all()
            if take.deleted_at is None and take.state is not TakeState.RECORDING
        ]
        return tuple(sorted(kept, key=lambda take: (take.recorded_at, take.id)))

    def of_story(self, id: StoryId) -> tuple[Take, ...]:
        """Takes of one story, oldest first: the first is take 1."""
        return tuple(take for take in self.listed() if take.story_id == id)

    def delete(self, id: TakeId) -> None:
        """Hide a take; it can be restored until the program ends."""
        self._mark(id, self.now())

    def restore(self, id: TakeId) -> None:
        """Undo a deletion."""
        self._mark(id, None)

    def purge_deleted(self) -> None:
        """Forget deleted takes for good, audio included."""
        for take in self.takes.all():
            if take.deleted_at is not None:
                self._forget(take.id)

    def _new(self, story_id: StoryId | None, question: str, target: Band) -> Take:
        return Take(
            id=TakeId(self.new_id()),
            recorded_at=self.now(),
            state=TakeState.RECORDING,
            target=target,
            story_id=story_id,
            question=question,
        )

    def _save(self, take: Take) -> Take:
        return self.takes.change(take.id, lambda _: take)

    def _mark(self, id: TakeId, deleted_at: datetime | None) -> None:
        def marked(kept: Take | None) -> Take:
            if kept is None:
                raise TakeUnknown(f"there is no take {id}")
            return replace(kept, deleted_at=deleted_at)

        self.takes.change(id, marked)

    def _forget(self, id: TakeId) -> None:
        self.following.forget(id)
        self.files.discard(id)
        self.takes.remove(id)
        self.claims.release(id)

    def _recovered_s(self, id: TakeId) -> float:
        try:
            return self.audio_files.recover(self.files.audio(id))
        except AudioUnreadable:
            return 0.0  # killed before the first block: there is no sound to keep


def _ending(meter: Meter) -> Ending:
    match meter.trouble:
        case Trouble.LOST:
            return "lost"
        case Trouble.DISK_FULL:
            return "disk_full"
        case _:
            return "person"
