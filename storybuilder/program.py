"""The composition root: which adapter is real, and how the steps are put together."""

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from random import Random

from storybuilder.adapters.anthropic_coach import AnthropicCoach
from storybuilder.adapters.audio_files import DecodedAudioFiles
from storybuilder.adapters.chosen_transcriber import ChosenTranscriber
from storybuilder.adapters.coach_key import CoachKey
from storybuilder.adapters.competency_file import load_competencies, load_frameworks
from storybuilder.adapters.competency_model import CompetencyModel
from storybuilder.adapters.drafting_files import load_examples, load_prompts, load_templates
from storybuilder.adapters.library import Library
from storybuilder.adapters.loudspeaker import SoundDeviceLoudspeaker
from storybuilder.adapters.microphone import SoundDeviceMicrophone
from storybuilder.adapters.model_folder import check_language
from storybuilder.adapters.model_store import ModelStore
from storybuilder.adapters.outcome_model import OutcomeModel
from storybuilder.adapters.parser import SpacyParser
from storybuilder.adapters.part_model import PartModel
from storybuilder.adapters.planner import HighsPlanner
from storybuilder.adapters.prompt_files import PromptFiles
from storybuilder.adapters.question_bank import QuestionBank
from storybuilder.adapters.question_files import read_questions
from storybuilder.adapters.sent_log import SentLogFile
from storybuilder.adapters.server_failure import KEY_VARIABLE
from storybuilder.adapters.settings_file import save_settings
from storybuilder.adapters.story_files import StoryFiles
from storybuilder.adapters.take_claims import TakeClaims
from storybuilder.adapters.take_files import FolderOfTakes
from storybuilder.adapters.this_computer import this_computer
from storybuilder.adapters.transcription_server import ServerTranscriber
from storybuilder.adapters.version_files import FolderOfVersions
from storybuilder.adapters.voice_finder import SileroVoiceFinder
from storybuilder.adapters.whisper import WhisperTranscriber
from storybuilder.core.competency import Competency
from storybuilder.core.framework import Framework
from storybuilder.core.server_address import Server, server_in_use
from storybuilder.core.settings import Settings
from storybuilder.places import Places, assets, prompts
from storybuilder.practice import Practice
from storybuilder.practice.asking import Asking
from storybuilder.practice.beginning import Beginning
from storybuilder.practice.catching_up import CatchingUp
from storybuilder.practice.coaching import Coaching
from storybuilder.practice.drafting import Drafting
from storybuilder.practice.exchanging import Exchanging
from storybuilder.practice.fetching import Fetching
from storybuilder.practice.fitting import Fitting
from storybuilder.practice.following import Following
from storybuilder.practice.in_background import InBackground
from storybuilder.practice.interviewing import Interviewing
from storybuilder.practice.keeping import Keeping
from storybuilder.practice.listening import Listening
from storybuilder.practice.rehearsing import Rehearsing
from storybuilder.practice.reviewing import Reviewing
from storybuilder.practice.setting_up import SettingUp
from storybuilder.practice.shortening import Shortening


@dataclass(frozen=True, slots=True)
class Program:
    """Every part of the program, put together for one data folder."""

    places: Places
    practice: Practice
    library: Library
    claims: TakeClaims
    models: ModelStore
    model_folder: Callable[[], Path]
    """The speech model in force. Raises SpeechModelMissing or SpeechModelBroken."""


def assemble(places: Places, settings: Settings, model: Path | None = None) -> Program:
    """Build the program. Nothing is read or written yet.

    `model` goes before every setting, also before a transcription server.
    """
    parts = _Parts(places, settings, model)
    return Program(
        places, parts.practice, parts.library, parts.claims, parts.models, parts.model_folder
    )


class _Parts:
    """Each part made once, when another one first needs it; so their order is nobody's matter."""

    def __init__(self, places: Places, settings: Settings, model: Path | None) -> None:
        self._places, self._given, self._model = places, settings, model

    # ------------------------------------------------------------ the steps
    @cached_property
    def practice(self) -> Practice:
        return Practice(
            setting_up=self.setting_up,
            beginning=self.beginning,
            drafting=self.drafting,
            shortening=Shortening(self.drafting, self.parser),
            exchanging=self.exchanging,
            asking=self.asking,
            fitting=self.fitting,
            rehearsing=self.rehearsing,
            reviewing=self.reviewing,
            listening=self.listening,
            catching_up=self.catching_up,
            keeping=self.keeping,
            shrinking=self.shrinking,
            fetching=Fetching(self.setting_up, self.catching_up.start),
            coaching=self.coaching,
            interviewing=self.interviewing,
            competencies=self.competencies,
            frameworks=self.frameworks,
            suggest=self.suggest,
        )

    @cached_property
    def setting_up(self) -> SettingUp:
        return SettingUp(
            self._given,
            lambda chosen: save_settings(self._places.settings, chosen),
            self.models,
            self.model_folder,
            self.microphone,
            this_computer,
            str(self._places.data),
            self._server,
            lambda server: self.at_server.trial(server),
        )

    @cached_property
    def beginning(self) -> Beginning:
        return Beginning(
            self.drafting,
            self.parser,
            self.labeller,
            load_prompts(assets() / "story_prompts.json"),
            load_templates(assets() / "templates.json"),
            load_examples(assets() / "examples.json"),
        )

    @cached_property
    def drafting(self) -> Drafting:
        versions = FolderOfVersions(self._places.versions)
        forget = self.interviewing.forget
        return Drafting(self.library.stories, versions, _now, _new_id, forget)

    @cached_property
    def interviewing(self) -> Interviewing:
        return Interviewing(self.library.interviews)

    @cached_property
    def exchanging(self) -> Exchanging:
        return Exchanging(
            drafting=self.drafting,
            rehearsing=self.rehearsing,
            questions=self.library.questions,
            overrides=self.library.overrides,
            setting_up=self.setting_up,
            competencies=self.competencies,
            files=StoryFiles(),
        )

    @cached_property
    def asking(self) -> Asking:
        bank = QuestionBank(assets() / "questions.json")
        return Asking(self.library.questions, bank.all, read_questions, self.suggest, _now, _new_id)

    @cached_property
    def fitting(self) -> Fitting:
        return Fitting(
            stories=self.drafting.listed,
            takes=self.rehearsing.listed,
            questions=self.asking.listed,
            frameworks=self.frameworks,
            in_force=lambda: self.practice.framework(),
            competencies=self.competencies,
            named=lambda: self.practice.named_competencies(),
            overrides=self.library.overrides,
            heard=self.reviewing.heard,
            outcomes=self.reviewing.outcomes,
            suggest=self.suggest,
            planner=HighsPlanner(),
            today=self.reviewing.today,
            chance=Random,
        )

    @cached_property
    def rehearsing(self) -> Rehearsing:
        return Rehearsing(
            self.library.takes,
            self.files,
            self.claims,
            self.microphone,
            self.audio_files,
            _now,
            _new_id,
            self.following,
            self.listening.hush,
        )

    @cached_property
    def reviewing(self) -> Reviewing:
        return Reviewing(
            self.library.takes,
            self.files,
            self.audio_files,
            self.voice_finder,
            self.transcriber,
            self.parser,
            self.labeller,
            OutcomeModel(assets() / "models"),
            lambda: _now().date(),
            self.following,
        )

    @cached_property
    def following(self) -> Following:
        return Following(self.voice_finder, self.transcriber)

    @cached_property
    def listening(self) -> Listening:
        return Listening(self.files, SoundDeviceLoudspeaker(), lambda: self.claims.held)

    @cached_property
    def catching_up(self) -> CatchingUp:
        waiting, recording = self.reviewing.write_down_waiting, lambda: self.claims.held
        return CatchingUp(waiting, recording, self.shrinking.start)

    @cached_property
    def keeping(self) -> Keeping:
        return Keeping(
            self.library.takes,
            self.files,
            lambda: self.setting_up.settings.keep_flac,
            lambda: self.claims.held or self.following.precedence.is_wanted,
            _now,
        )

    @cached_property
    def shrinking(self) -> InBackground:
        return InBackground("shrinking", self.keeping.shrink_new)

    @cached_property
    def coaching(self) -> Coaching:
        keys = CoachKey(self._places.coach_key)
        return Coaching(
            AnthropicCoach(keys.key),
            keys,
            PromptFiles(prompts(), self._places.prompts),
            SentLogFile(self._places.sent),
            self.drafting,
            lambda: self.setting_up.settings,
            _now,
            _new_id,
        )

    # ------------------------------------------------------------ what lies outside
    @cached_property
    def library(self) -> Library:
        return Library(self._places.library)

    @cached_property
    def files(self) -> FolderOfTakes:
        return FolderOfTakes(self._places.takes)

    @cached_property
    def claims(self) -> TakeClaims:
        return TakeClaims(self._places.takes)

    @cached_property
    def models(self) -> ModelStore:
        return ModelStore(self._places.models)

    @cached_property
    def microphone(self) -> SoundDeviceMicrophone:
        return SoundDeviceMicrophone()

    @cached_property
    def audio_files(self) -> DecodedAudioFiles:
        return DecodedAudioFiles()

    @cached_property
    def voice_finder(self) -> SileroVoiceFinder:
        return SileroVoiceFinder()

    @cached_property
    def transcriber(self) -> ChosenTranscriber:
        here = WhisperTranscriber(self.model_folder, self._language)
        return ChosenTranscriber(here, self.at_server, self._server)

    @cached_property
    def at_server(self) -> ServerTranscriber:
        return ServerTranscriber(self._server, self._language, os.environ.get(KEY_VARIABLE, ""))

    @cached_property
    def parser(self) -> SpacyParser:
        return SpacyParser()

    @cached_property
    def labeller(self) -> PartModel:
        return PartModel(assets() / "models")

    @cached_property
    def suggest(self) -> CompetencyModel:
        return CompetencyModel(assets() / "models")

    @cached_property
    def competencies(self) -> tuple[Competency, ...]:
        return load_competencies(assets() / "competencies.json")

    @cached_property
    def frameworks(self) -> tuple[Framework, ...]:
        return load_frameworks(assets() / "frameworks.json", self.competencies)

    # ------------------------------------------------------------ what the settings decide
    def model_folder(self) -> Path:
        """The speech model in force; it may be another one each time."""
        chosen = self.setting_up.settings
        own = self._model or (Path(chosen.model_folder) if chosen.model_folder else None)
        folder = self.models.check_folder(own) if own else self.models.folder(chosen.model)
        return check_language(folder, chosen.language)

    def _language(self) -> str:
        return self.setting_up.settings.language

    def _server(self) -> Server | None:
        return None if self._model else server_in_use(self.setting_up.settings)


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    return secrets.token_hex(5)
