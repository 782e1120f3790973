"""Reviewing: from a recording or a text to a report."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from storybuilder.core.band import Band
from storybuilder.core.quantities.outcome import Outcomes
from storybuilder.core.report import Report, build_report
from storybuilder.core.settings import Settings
from storybuilder.core.story import Story
from storybuilder.core.take import Take, TakeState
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
from storybuilder.practice.precedence import Precedence

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
    _precedence: Precedence = field(default_factory=Precedence)

    def listen(self, take: Take) -> Voice:
        """Find the voice in a take, once: its length and pauses are known before any word."""
        heard = self.files.heard(take.id)
        if heard is not None:
            return heard[0]
        voice = self.voice_finder.find(self.files.audio(take.id))
        self.files.keep(take.id, voice, None)
        if voice.speaking_s < LEAST_SPEECH_S:
            self._save(replace(take, state=TakeState.SILENT))
        return voice

    def write_down(self, take: Take, told: Told, stopped: Stopped) -> Take | None:
        """Transcribe a take and keep its words; None if `stopped()` said so.

        Raises SpeechModelMissing or SpeechModelBroken; the take then goes on waiting.
        """
        with self._precedence.foreground():
            return self._write_down(self._present(take), told, stopped)

    def write_down_waiting(self, stopped: Stopped) -> int:
        """Transcribe every take that waits for its words, giving way to takes asked for.

        Returns how many were written down. Raises SpeechModelMissing or SpeechModelBroken.
        """
        done = 0
        for take in self._waiting():
            written = None
            while written is None and not stopped():
                with self._precedence.background() as wanted:
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
            return self._save(replace(take, state=TakeState.SILENT))
        transcript = self.transcriber.transcribe(self.files.audio(take.id), voice, told, stopped)
        if transcript is None:
            return None
        self.files.keep(take.id, voice, transcript)
        return self._save(replace(take, state=TakeState.READY))

    def heard(self, take: Take) -> tuple[Voice, Transcript | None] | None:
        """What was heard in a take so far."""
        return self.files.heard(take.id)

    def report(self, take: Take, asked: Asked) -> Report:
        """The report of a take whose words are written. Raises TakeUnknown when they are not."""
        heard = self.files.heard(take.id)
        voice, transcript = heard or (None, None)
        if voice is None or transcript is None:
            raise TakeUnknown(f"take {take.id} has no words yet", "write it down first.")
        name = take.source or f"{take.id}.wav"
        return self._measured(name, transcript.text, asked, transcript, voice)

    def judge_text(self, name: str, text: str, asked: Asked) -> Report:
        """The report of a written answer."""
        return self._measured(name, text, asked)

    def judge_audio(self, source: Path, asked: Asked) -> Report:
        """The report of a sound file that is not kept as a take.

        Raises AudioUnreadable, AudioTooShort, AudioTooLong, NoSpeech, SpeechModelMissing,
        SpeechModelBroken or LibraryUnwritable (no room for a temporary file).
        """
        with _scratch(source.name) as folder:
            wav = folder / "answer.wav"
            self._bring_in(source, wav)
            voice = self.voice_finder.find(wav)
            if voice.speaking_s < LEAST_SPEECH_S:
                raise NoSpeech(f"{source.name} holds no speech{_level(voice)}")
            transcript = self.transcriber.transcribe(wav, voice, _ignored, _never)
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
    ) -> Report:
        return build_report(
            file=name,
            text=text,
            sentences=self.parser.sentences(text),
            transcript=transcript,
            voice=voice,
            story=asked.story,
            question=asked.question,
            target=asked.target,
            words_per_minute=asked.settings.words_per_minute,
            thresholds=asked.settings.thresholds,
            labeller=self.labeller.label,
            outcomes=self.outcomes(),
            today=self.today(),
        )

    def _save(self, take: Take) -> Take:
        return self.takes.change(take.id, lambda _: take)


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
