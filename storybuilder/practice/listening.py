"""Listening: a take is played to the person who told it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from storybuilder.core.take import Take
from storybuilder.errors import AudioUnreadable, LoudspeakerUnavailable
from storybuilder.ports import Loudspeaker, Playing, TakeFiles


@dataclass(slots=True)
class Listening:
    """Plays one recording at a time, whatever the number of windows, and none while recording."""

    files: TakeFiles
    loudspeaker: Loudspeaker
    recording: Callable[[], bool]
    """Whether a take is being recorded now."""
    _playing: Playing | None = None
    _one_at_a_time: Lock = field(default_factory=Lock)

    def audible(self, take: Take) -> bool:
        """Whether the sound of a take is there; it may be gone while the words are kept."""
        return self.files.has_sound(take.id)

    def play(
        self, take: Take, from_s: float = 0.0, to_s: float | None = None, speed: float = 1.0
    ) -> Playing:
        """Play a take from a second on, to another or to its end; what was playing is stopped.

        Raises LoudspeakerUnavailable, or AudioUnreadable where its sound is gone.
        """
        with self._one_at_a_time:
            self._hush()
            if self.recording():
                raise LoudspeakerUnavailable(
                    "a take is being recorded", "finish it first, then listen."
                )
            if not self.audible(take):
                raise AudioUnreadable(
                    "the recording of this take was deleted", "its words are kept in the report."
                )
            self._playing = self.loudspeaker.play(self.files.audio(take.id), from_s, to_s, speed)
            return self._playing

    def hush(self) -> None:
        """Stop whatever plays; nothing happens if nothing does. Quick."""
        with self._one_at_a_time:
            self._hush()

    def _hush(self) -> None:
        playing, self._playing = self._playing, None
        if playing is not None:
            playing.stop()
