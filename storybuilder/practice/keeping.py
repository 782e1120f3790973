"""Keeping: the room that recordings take, and two ways to need less of it."""

import logging
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from storybuilder.core.take import Take, TakeId, TakeState
from storybuilder.core.thinning import Rule, thinned
from storybuilder.errors import AudioUnreadable, LibraryUnwritable
from storybuilder.ports import Shelf, Stopped, TakeFiles, Told

log = logging.getLogger(__name__)
LOOK_AGAIN_S = 0.2
"""While a take is recorded or waited for, how often to see whether it is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """What the recordings take on disk."""

    recordings: int
    """Takes with sound."""
    taken_bytes: int
    oldest: datetime | None
    wavs: int
    """How many of them could be kept as FLAC."""
    leaving_bytes: int
    """Of deleted takes and of sound that was taken away: free once the program starts anew."""
    aside: tuple[TakeId, ...]
    """Takes whose sound was taken away and can still be brought back."""


@dataclass(frozen=True, slots=True)
class Thinning:
    """Takes whose sound would go, and the room that they take."""

    takes: tuple[TakeId, ...]
    freed_bytes: int


@dataclass(frozen=True, slots=True)
class Keeping:
    """Recordings as files: how much room, as FLAC or WAV, and which need not be kept."""

    takes: Shelf[Take]
    files: TakeFiles
    chosen: Callable[[], bool]
    """Whether the person wants recordings kept as FLAC."""
    busy: Stopped
    """Whether a take is recorded now, or somebody waits for words: that goes first."""
    now: Callable[[], datetime]

    def space(self) -> Space:
        """What the recordings take now. Raises as ports.Shelf does."""
        takes = self.takes.all()
        kept = [take for take in takes if self._is_kept(take) and self.files.has_sound(take.id)]
        deleted = (take.id for take in takes if take.deleted_at is not None)
        return Space(
            recordings=len(kept),
            taken_bytes=sum(self.files.sound_bytes(take.id) for take in kept),
            oldest=min((take.recorded_at for take in kept), default=None),
            wavs=sum(self._can_shrink(take) for take in kept),
            leaving_bytes=self.files.aside_bytes() + sum(map(self.files.sound_bytes, deleted)),
            aside=self.files.aside(),
        )

    # ------------------------------------------------------------ as FLAC
    def shrink(self, told: Told, stopped: Stopped) -> int:
        """Keep every recording as FLAC whose words are written; how many became one.

        Gives way to recording and to transcription. One that cannot be read stays as it is.
        Raises LibraryUnwritable, or as ports.Shelf does; nothing is lost by that.
        """
        left = [take for take in self.takes.all() if self._can_shrink(take)]
        done = 0
        for number, take in enumerate(left):
            told(number / len(left))
            if stopped():
                return done
            done += self._shrunk(take, stopped)
        told(1.0)
        return done

    def shrink_new(self) -> None:
        """The same in the background, if the person wants it so; failures are only logged."""
        if not self.chosen():
            return
        try:
            done = self.shrink(lambda share: None, lambda: not self.chosen())
        except LibraryUnwritable as failure:
            log.warning("recordings were not kept as FLAC: %s", type(failure).__name__)
            return
        if done:
            log.info("kept %d recordings as FLAC", done)

    def _shrunk(self, take: Take, stopped: Stopped) -> bool:
        while not stopped():
            if self.busy():
                time.sleep(LOOK_AGAIN_S)
                continue
            try:
                if self.files.shrink(take.id, lambda: stopped() or self.busy()):
                    return True
            except AudioUnreadable:
                log.warning("take %s was not kept as FLAC: it cannot be read", take.id)
                return False
            if not self.files.is_wav(take.id):
                return False  # another window was quicker, or it was thinned
        return False

    def _can_shrink(self, take: Take) -> bool:
        return self._is_kept(take) and take.state is TakeState.READY and self.files.is_wav(take.id)

    # ------------------------------------------------------------ thinning
    def to_thin(self, rule: Rule) -> Thinning:
        """What a rule would take away: never sound whose words are not written, and readable."""
        sounding = [take for take in self.takes.all() if self.files.has_sound(take.id)]
        ids = tuple(
            take.id for take in thinned(sounding, rule, self.now()) if self._has_words(take.id)
        )
        return Thinning(ids, sum(map(self.files.sound_bytes, ids)))

    def thin(self, thinning: Thinning) -> None:
        """Take the sound away; words and reports stay. All or, where it is refused, none.

        Until the program ends it can be brought back. Raises LibraryUnwritable.
        """
        gone: list[TakeId] = []
        try:
            for id in thinning.takes:
                if self._has_words(id):
                    gone.append(id)
                    self.files.set_aside(id)
        except LibraryUnwritable:
            for id in gone:
                with suppress(LibraryUnwritable):  # the first refusal says what is wrong
                    self.files.bring_back(id)
            raise

    def bring_back(self, ids: Iterable[TakeId]) -> int:
        """Undo a thinning; how many takes have their sound again. Raises LibraryUnwritable."""
        return sum([self.files.bring_back(id) for id in ids])

    def tidy(self) -> None:
        """At the start: delete what was set aside before, finish what a crash left half done."""
        self.files.tidy()

    def _has_words(self, id: TakeId) -> bool:
        heard = self.files.heard(id)
        return heard is not None and heard[1] is not None

    @staticmethod
    def _is_kept(take: Take) -> bool:
        return take.deleted_at is None and take.state is not TakeState.RECORDING
