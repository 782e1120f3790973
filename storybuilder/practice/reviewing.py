"""Reviewing: from a recording or a text to a report."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from storybuilder.core.band import Band
from storybuilder.core.correction import NO_CORRECTIONS, Correction, Corrections, corrected
from storybuilder.core.follow_up import FollowUp, follow_up
from storybuilder.core.quantities.outcome import Outcomes
from storybuilder.core.report import Report, build_report
from storybuilder.core.settings import Settings
from storybuilder.core.story import Story
from storybuilder.core.take import Take, TakeId, TakeState
from storybuilder.core.telling import short_telling
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Voice
from storybuilder.errors import LibraryUnwritable, NoSpeech, TakeUnknown
from storybuilder.ports import (
    AudioFiles,
    Labeller,
    Parser,
    Shelf,
    Stopped,
    TakeFiles,
    Told,
    Transcriber,
    VoiceFinder,
)
from storybuilder.practice.following import Following
from storybuilder.practice.transcribing import transcribe

LEAST_SPEECH_S = 0.3
"""Less voice than this is no answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an answer is measured against."""

    question: str = ""
    story: Story | None = None
    target: Band
    settings: Settings


@dataclass(frozen=True, slots=True)
class Reviewing:
    """Listens, writes down and measures."""

    takes: Shelf[Take]
    files: TakeFiles
    audio_files: AudioFiles
    voice_finder: VoiceFinder
    transcriber: Transcriber
    parser: Parser
    labeller: Labeller
    outcomes: Callable[[], Outcomes]
    today: Callable[[], date]
    following: Following

    def listen(self, take: Take) -> Voice:
        """Find the voice in a take, once: its length and pauses are known before any word."""
        heard = self.files.heard(take.id)
        if heard is not None:
            return heard[0]
        voice = self.following.voice(take.id)
        if voice is None:
            voice = self.voice_finder.find(self.files.audio(take.id))
        self.files.keep(take.id, voice, None)
        if voice.speaking_s < LEAST_SPEECH_S:
            self._become(take, TakeState.SILENT)
        return voice

    def write_down(self, take: Take, told: Told, stopped: Stopped) -> Take | None:
        """Transcribe a take and keep its words; None if `stopped()` said so.

        Raises SpeechModelMissing, SpeechModelBroken or TranscriptionServerFailed; the take then
        goes on waiting.
        """
        with self.following.precedence.foreground():
            return self._write_down(self._present(take), told, stopped)

    def write_down_waiting(self, stopped: Stopped) -> int:
        """Transcribe every take that waits for its words, giving way to takes asked for.

        Returns how many were written down. Raises as `write_down`.
        """
        done = 0
        for take in self._waiting():
            written = None
            while written is None and not stopped():
                with self.following.precedence.background() as wanted:
                    written = self._write_down(
                        self._present(take), _ignored, lambda: stopped() or wanted()
                    )
            done += written is not None
        return done

    def _waiting(self) -> tuple[Take, ...]:
        return tuple(
            take
            for take in self.takes.all()
            if take.state is TakeState.WAITING and take.deleted_at is None
        )

    def _present(self, take: Take) -> Take:
        """The take as it is now; another window may have written it down meanwhile."""
        return next((kept for kept in self.takes.all() if kept.id == take.id), take)

    def _write_down(self, take: Take, told: Told, stopped: Stopped) -> Take | None:
        heard = self.files.heard(take.id)
        if take.state is TakeState.READY and heard is not None and heard[1] is not None:
            return take
        voice = self.listen(take)
        if voice.speaking_s < LEAST_SPEECH_S:
            return self._become(take, TakeState.SILENT)
        transcript = transcribe(
            self.transcriber,
            self.files.audio(take.id),
            voice,
            told,
            stopped,
            self.following.heard(take.id),
        )
        if transcript is None:
            return None
        self.files.keep(take.id, voice, transcript)
        self.following.forget(take.id)
        return self._become(take, TakeState.READY)

    def heard(self, take: Take) -> tuple[Voice, Transcript | None] | None:
        """What was heard in a take so far."""
        return self.files.heard(take.id)

    def report(self, take: Take, asked: Asked) -> Report:
        """The report of a take whose words are written, with what the person put right in them.

        A short telling is compared with the draft without what only the long one has.
        Raises TakeUnknown when they are not written.
        """
        heard = self.files.heard(take.id)
        voice, transcript = heard or (None, None)
        if voice is None or transcript is None:
            raise TakeUnknown(f"take {take.id} has no words yet", "write it down first.")
        if take.telling == "short" and asked.story is not None:
            asked = replace(asked, story=short_telling(asked.story, self.parser.sentences))
        name, words = take.source or f"{take.id}.wav", corrected(transcript, take.corrections)
        return self._measured(name, words.text, asked, words, voice, take.corrections)

    def correct(self, id: TakeId, correction: Correction) -> Take:
        """Keep a correction with its take; the words as heard stay as they are.

        Raises TakeUnknown.
        """
        return self._put_right(id, lambda present: present.after(correction))

    def take_back(self, id: TakeId, correction: Correction) -> Take:
        """Undo a correction; nothing happens if it is not among the take's. Raises TakeUnknown."""
        return self._put_right(id, lambda present: present.without(correction))

    def follow_up(self, take: Take, asked: Asked, report: Report) -> FollowUp | None:
        """Whether this take did what was asked after the one before; None if nothing was.

        The one before is the last earlier take of the same story that has words, whatever its
        question and target were.
        """
        before = self._before(take)
        if before is None:
            return None
        then = replace(asked, question=before.question, target=before.target)
        return follow_up(self.report(before, then), report)

    def _before(self, take: Take) -> Take | None:
        earlier = [
            kept
            for kept in self.takes.all()
            if kept.story_id == take.story_id is not None
            and kept.state is TakeState.READY
            and kept.deleted_at is None
            and _when(kept) < _when(take)
        ]
        latest_first = sorted(earlier, key=_when, reverse=True)
        return next((kept for kept in latest_first if self._has_words(kept)), None)

    def _has_words(self, take: Take) -> bool:
        heard = self.files.heard(take.id)
        return heard is not None and heard[1] is not None and bool(heard[1].words)

    def judge_text(self, name: str, text: str, asked: Asked) -> Report:
        """The report of a written answer."""
        return self._measured(name, text, asked)

    def judge_audio(self, source: Path, asked: Asked) -> Report:
        """The report of a sound file that is not kept as a take.

        Raises AudioUnreadable, AudioTooShort, AudioTooLong, NoSpeech, SpeechModelMissing,
        SpeechModelBroken, TranscriptionServerFailed or LibraryUnwritable (no room for a temporary
        file).
        """
        with _scratch(source.name) as folder:
            wav = folder / "answer.wav"
            self._bring_in(source, wav)
            voice = self.voice_finder.find(wav)
            if voice.speaking_s < LEAST_SPEECH_S:
                raise NoSpeech(f"{source.name} holds no speech{_level(voice)}")
            transcript = transcribe(self.transcriber, wav, voice, _ignored, _never)
        if transcript is None or not transcript.words:
            raise NoSpeech(f"no words were understood in {source.name}")
        return self._measured(source.name, transcript.text, asked, transcript, voice)

    def _bring_in(self, source: Path, wav: Path) -> None:
        """Decode to a temporary file; a refusal to write it is told without its name."""
        try:
            self.audio_files.bring_in(source, wav)
        except LibraryUnwritable as error:
            raise _no_room(source.name) from error

    def _measured(
        self,
        name: str,
        text: str,
        asked: Asked,
        transcript: Transcript | None = None,
        voice: Voice | None = None,
        corrections: Corrections = NO_CORRECTIONS,
    ) -> Report:
        return build_report(
            file=name,
            text=text,
            sentences=self.parser.sentences(text),
            transcript=transcript,
            voice=voice,
            corrections=corrections,
            story=asked.story,
            question=asked.question,
            target=asked.target,
            words_per_minute=asked.settings.words_per_minute,
            thresholds=asked.settings.thresholds,
            labeller=self.labeller.label,
            split=self.parser.sentences,
            outcomes=self.outcomes(),
            today=self.today(),
        )

    def _become(self, take: Take, state: TakeState) -> Take:
        """Keep a new state, and whatever else another window changed in the take meanwhile."""
        return self.takes.change(take.id, lambda kept: replace(kept or take, state=state))

    def _put_right(self, id: TakeId, change: Callable[[Corrections], Corrections]) -> Take:
        def put_right(kept: Take | None) -> Take:
            if kept is None:
                raise TakeUnknown(f"there is no take {id}")
            return replace(kept, corrections=change(kept.corrections))

        return self.takes.change(id, put_right)


def _when(take: Take) -> tuple[datetime, str]:
    return take.recorded_at, take.id


@contextmanager
def _scratch(name: str) -> Iterator[Path]:
    """A folder for what is not kept. Raises LibraryUnwritable."""
    try:
        folder = TemporaryDirectory(prefix="storybuilder-")
    except OSError as error:
        raise _no_room(name) from error
    with folder as path:
        yield Path(path)


def _no_room(name: str) -> LibraryUnwritable:
    return LibraryUnwritable(
        f"{name} could not be decoded into the folder for temporary files",
        "free some space there, then try again.",
    )


def _level(voice: Voice) -> str:
    return "" if voice.peak_dbfs is None else f" (its loudest moment is {voice.peak_dbfs:.0f} dB)"


def _ignored(done: float) -> None:
    """Nobody waits for this job's progress."""


def _never() -> bool:
    return False
