"""Failures a person can do something about.

Every class says what happened (the message, given where it is raised) and what to do next
(`hint`). The two read as one sentence, joined by a colon: "answer.txt is empty: write or paste
an answer into it." Anything that is not a StorybuilderError is a bug: it is logged with its
traceback at the edge of the program and never shown as advice.

    StorybuilderError
    ├── TextUnreadable, TargetUnreadable, LanguageUnknown
    ├── AudioUnreadable, AudioTooShort, AudioTooLong, NoSpeech
    ├── MicrophoneUnavailable, RecordingFailed
    ├── LoudspeakerUnavailable
    ├── SpeechModelMissing (exit code 3), SpeechModelBroken, ModelDownloadFailed, ModelNotDeleted
    ├── TranscriptionServerFailed
    ├── LibraryUnreadable, LibraryUnwritable, LibraryTooNew, LibraryBusy
    ├── StoryUnknown, TakeUnknown, StoriesUnreadable
    ├── QuestionUnknown, QuestionsUnreadable, CompetencyUnknown, FrameworkUnknown
    ├── PlanTooLong
    ├── SettingsUnreadable
    ├── CoachKeyMissing, CoachKeyRefused, KeyringMissing
    ├── CoachBusy, CoachUnreachable, CoachRefused, CoachAnswerUnusable
    └── WindowUnavailable

A message never carries the person's words or a key: counts, durations and file names only.
"""


class StorybuilderError(Exception):
    """Base class. `hint` completes the sentence; `exit_code` is for the command line."""

    hint = "try again; if it repeats, the log in the data folder says more."
    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        if hint:
            self.hint = hint

    def sentence(self) -> str:
        """What happened and what to do, as one sentence."""
        return f"{self}: {self.hint}"


class TextUnreadable(StorybuilderError):
    """A file or text that cannot be judged as an answer."""

    hint = "give it the plain text of one answer, in UTF-8."


class TargetUnreadable(StorybuilderError):
    """A target length that is not a span of minutes and seconds."""

    hint = "write it as minutes and seconds, for example 2:00-3:00."


class LanguageUnknown(StorybuilderError):
    """A language that no speech model was trained on."""

    hint = "write its English name or its code, for example German or de."


class AudioUnreadable(StorybuilderError):
    """A file that holds no sound we can decode, or ends before it should."""

    hint = "export it again as .wav, .flac, .mp3, .m4a, .ogg or .webm."


class AudioTooShort(StorybuilderError):
    """Less sound than one spoken word takes."""

    hint = "record at least one sentence."


class AudioTooLong(StorybuilderError):
    """Far longer than one answer; nothing was decoded beyond the limit."""

    hint = "cut it down to a single answer first."


class NoSpeech(StorybuilderError):
    """Sound without a voice in it."""

    hint = "check that the right microphone is chosen and not muted, then record again."


class MicrophoneUnavailable(StorybuilderError):
    """No microphone could be opened."""

    hint = "plug in a microphone, or allow access to it in the system settings, then try again."


class RecordingFailed(StorybuilderError):
    """A take could not be written to disk. What was written before is kept."""

    hint = "free some space on the disk, then record again."


class LoudspeakerUnavailable(StorybuilderError):
    """Nothing can be played now."""

    hint = "connect a loudspeaker or headphones, then try again."


class SpeechModelMissing(StorybuilderError):
    """The speech model is not on this computer."""

    hint = (
        "download it in Settings or with `storybuilder model download`, or name a folder that "
        "holds one with --model; it stays on this computer."
    )
    exit_code = 3


class SpeechModelBroken(StorybuilderError):
    """A model folder that is incomplete or damaged."""

    hint = "download the model again, or choose another folder."


class ModelDownloadFailed(StorybuilderError):
    """A download that ended early. What arrived is kept and continued next time."""

    hint = "check the connection and start the download again; it continues where it stopped."


class TranscriptionServerFailed(StorybuilderError):
    """The server that was to write a take down did not; the take goes on waiting."""

    hint = "see that the server runs and that its address in Settings is right, then try again."


class ModelNotDeleted(StorybuilderError):
    """A speech model that stays on the disk, whole or in part."""

    hint = "close other programs that may use it, then delete it again."


class LibraryUnreadable(StorybuilderError):
    """The stories could not be read, nor any backup of them; nothing was changed."""

    hint = "the files are untouched in the data folder; move them away to start afresh."


class LibraryUnwritable(StorybuilderError):
    """The data folder refused a write; what was saved before is intact."""

    hint = "free some space or choose a folder you may write to with --data-dir."


class LibraryTooNew(StorybuilderError):
    """Written by a later version of the program; nothing was changed."""

    hint = "update storybuilder to open it."


class LibraryBusy(StorybuilderError):
    """Another window held the library for too long."""

    hint = "close the other storybuilder window, then try again."


class StoryUnknown(StorybuilderError):
    """No story has this id."""

    hint = "`storybuilder stories list` shows the ids there are."


class TakeUnknown(StorybuilderError):
    """No take has this id."""

    hint = "go back to the story; its takes are listed there."


class StoriesUnreadable(StorybuilderError):
    """A file to import that holds no stories of ours."""

    hint = "name a file that `storybuilder stories export` wrote."


class QuestionUnknown(StorybuilderError):
    """No question has this id."""

    hint = "`storybuilder questions list` shows the ids there are."


class QuestionsUnreadable(StorybuilderError):
    """A file or text to import that is no list of questions."""

    hint = "name a .txt or .md file with one question a line, or a .csv file, in UTF-8."


class CompetencyUnknown(StorybuilderError):
    """No competency has this id."""


class FrameworkUnknown(StorybuilderError):
    """No framework has this id."""

    hint = "choose one that Settings lists."


class PlanTooLong(StorybuilderError):
    """More questions than a plan is made for."""

    hint = "choose those that one interview may ask."


class SettingsUnreadable(StorybuilderError):
    """The settings file is not valid."""

    hint = "repair the file, or delete it to return to the defaults."


class WindowUnavailable(StorybuilderError):
    """There is no screen, or no client of Flet's to draw a window on it."""

    hint = "start it with --browser to use it in your browser."


class CoachKeyMissing(StorybuilderError):
    """No key for the coach's service."""

    hint = "put one in Settings, or go on without the coach: everything else works."


class CoachKeyRefused(StorybuilderError):
    """What is no key, or one that the service does not accept."""

    hint = "check it in Settings; copy it whole, without spaces or line breaks."


class KeyringMissing(StorybuilderError):
    """This system has no keyring to keep a key in."""

    hint = "keep it in a file that only you can read, or set ANTHROPIC_API_KEY."


class CoachBusy(StorybuilderError):
    """The service has no room, or the account no credit, just now. Nothing was changed."""

    hint = "wait a little, then ask again."


class CoachUnreachable(StorybuilderError):
    """The service did not answer, or broke off. Nothing was changed."""

    hint = "check the connection, then ask again."


class CoachRefused(StorybuilderError):
    """The service understood and would not do it."""

    hint = "shorten or change what is sent, or choose another model in Settings."


class CoachAnswerUnusable(StorybuilderError):
    """An answer that is cut off, of a wrong shape, or not about what was sent; it is not used."""

    hint = "ask again; nothing of it was taken over."
