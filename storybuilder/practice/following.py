"""Following: a take is heard while it is being recorded, so that its words are there at the end.

The recording on disk is the truth. What is heard here is only ever heard earlier, never otherwise:
where following stops, falls behind or fails, the rest is heard from the file as if nothing had
been. The recorder knows nothing of it.
"""

import logging
from pathlib import Path
from threading import Event, Lock, Thread

from storybuilder.core.piece import closed_pieces, pieces
from storybuilder.core.take import TakeId
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Span, Voice
from storybuilder.errors import StorybuilderError
from storybuilder.ports import Transcriber, VoiceFinder
from storybuilder.practice.precedence import Precedence
from storybuilder.practice.transcribing import Heard

log = logging.getLogger(__name__)

LOOK_EVERY_S = 0.5
FELL_SILENT_S = 0.7
"""After so much silence the open piece is heard although it may go on: people pause before they
stop. If they do go on, that was in vain."""
KEPT = 4
"""Takes whose words nobody has asked for yet; an older one is heard from its file again."""


class FollowedTake:
    """One take that grows, and what was heard of it. May be asked from several threads."""

    def __init__(
        self, wav: Path, voice_finder: VoiceFinder, transcriber: Transcriber, precedence: Precedence
    ) -> None:
        self._wav, self._transcriber, self._precedence = wav, transcriber, precedence
        self._follower = voice_finder.follow(wav)
        self._looking, self._failed = Lock(), False
        self._closed: dict[Span, Transcript] = {}
        self._tail: dict[Span, Transcript] = {}
        self.ended = Event()
        """Set once nothing more is to be heard here."""

    def go_on(self) -> None:
        """Hear what has come to its end since, and what seems to. Raises StorybuilderError."""
        with self._looking:
            known = self._follower.known()
        closed = closed_pieces(known)
        new = [piece for piece in closed if piece not in self._closed]
        for piece in new:
            self._hear(piece, self._closed)
        silent_s = known.duration_s - (known.speech[-1].end_s if known.speech else 0.0)
        if not new and silent_s >= FELL_SILENT_S:
            for piece in pieces(known)[len(closed) :]:
                self._hear_tail(piece)

    def _hear_tail(self, piece: Span) -> None:
        if piece not in self._tail:
            self._tail.clear()
            self._hear(piece, self._tail)

    def _hear(self, piece: Span, heard: dict[Span, Transcript]) -> None:
        if piece in self._tail:
            heard[piece] = self._tail[piece]
            return
        with self._precedence.foreground():
            if not self.ended.is_set():
                heard[piece] = self._transcriber.hear(self._wav, piece)

    def drop(self) -> None:
        """Forget everything: the file is heard in the ordinary way."""
        self.ended.set()
        self._failed = True
        self._closed, self._tail = {}, {}

    def voice(self) -> Voice | None:
        """The voice of the take once it has ended; None if it must be found from the file."""
        if self._failed or not self.ended.is_set():
            return None
        with self._looking:
            try:
                return self._follower.whole()
            except StorybuilderError as failure:
                _told(failure)
                self.drop()
                return None

    def heard(self) -> Heard:
        """What was heard so far."""
        return dict(self._closed) | dict(self._tail)


class Following:
    """Every take that is being recorded, followed in a thread of its own."""

    def __init__(
        self,
        voice_finder: VoiceFinder,
        transcriber: Transcriber,
        look_every_s: float = LOOK_EVERY_S,
    ) -> None:
        self._voice_finder, self._transcriber = voice_finder, transcriber
        self._look_every_s = look_every_s
        self.precedence = Precedence()
        """Whoever hears a piece takes turns here: the model hears one at a time."""
        self._lock = Lock()
        self._takes: dict[TakeId, FollowedTake] = {}
        self._preparing: Thread | None = None

    def prepare(self) -> None:
        """Get the speech model ready in the background; failures are told later. Quick."""
        with self._lock:
            if self._preparing is None or not self._preparing.is_alive():
                self._preparing = Thread(target=self._prepare, name="preparing", daemon=True)
                self._preparing.start()

    def begin(self, take: TakeId, wav: Path) -> None:
        """Follow a take from its first word. Quick."""
        followed = FollowedTake(wav, self._voice_finder, self._transcriber, self.precedence)
        with self._lock:
            ended = [id for id, one in self._takes.items() if one.ended.is_set()]
            for id in ended[: max(0, len(ended) - KEPT + 1)]:
                del self._takes[id]
            self._takes[take] = followed
        Thread(target=self._follow, args=(followed,), name="following", daemon=True).start()

    def end(self, take: TakeId) -> None:
        """The take is whole: nothing more is heard here, what was heard is kept. Quick."""
        followed = self._takes.get(take)
        if followed is not None:
            followed.ended.set()

    def forget(self, take: TakeId) -> None:
        """The take is gone, or its words are kept. Quick."""
        with self._lock:
            followed = self._takes.pop(take, None)
        if followed is not None:
            followed.drop()

    def voice(self, take: TakeId) -> Voice | None:
        """The voice of a take that was followed to its end; else None."""
        followed = self._takes.get(take)
        return followed.voice() if followed is not None else None

    def heard(self, take: TakeId) -> Heard:
        """The pieces of a take that were heard while it was recorded."""
        followed = self._takes.get(take)
        return followed.heard() if followed is not None else {}

    def _follow(self, followed: FollowedTake) -> None:
        try:
            while not followed.ended.wait(self._look_every_s):
                followed.go_on()
        except StorybuilderError as failure:
            _told(failure)
            followed.drop()

    def _prepare(self) -> None:
        try:
            with self.precedence.background():
                self._transcriber.ready()
        except StorybuilderError as failure:
            _told(failure)


def _told(failure: StorybuilderError) -> None:
    log.info("hearing ahead is not possible: %s", type(failure).__name__)
