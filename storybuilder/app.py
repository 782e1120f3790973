"""The composition root: which adapter is real, and what happens when the program starts."""

import asyncio
import logging
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

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
from storybuilder.adapters.settings_file import load_settings, save_settings, set_aside
from storybuilder.adapters.story_files import StoryFiles
from storybuilder.adapters.take_claims import TakeClaims
from storybuilder.adapters.take_files import FolderOfTakes
from storybuilder.adapters.this_computer import this_computer
from storybuilder.adapters.transcription_server import ServerTranscriber
from storybuilder.adapters.version_files import FolderOfVersions
from storybuilder.adapters.voice_finder import SileroVoiceFinder
from storybuilder.adapters.whisper import WhisperTranscriber
from storybuilder.adapters.whole_file import private_folder, unwritable
from storybuilder.core.server_address import server_in_use
from storybuilder.core.settings import Settings
from storybuilder.errors import SettingsUnreadable, StorybuilderError
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
from storybuilder.practice.keeping import Keeping
from storybuilder.practice.listening import Listening
from storybuilder.practice.rehearsing import Rehearsing
from storybuilder.practice.reviewing import Reviewing
from storybuilder.practice.setting_up import SettingUp
from storybuilder.practice.shortening import Shortening
from storybuilder.ui.news import News, cut_off

if TYPE_CHECKING:
    import flet as ft

log = logging.getLogger(__name__)


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
    library = Library(places.library)
    files, claims = FolderOfTakes(places.takes), TakeClaims(places.takes)
    models, microphone = ModelStore(places.models), SoundDeviceMicrophone()
    audio_files = DecodedAudioFiles()

    def model_folder() -> Path:
        chosen = setting_up.settings
        own = model or (Path(chosen.model_folder) if chosen.model_folder else None)
        folder = models.check_folder(own) if own else models.folder(chosen.model)
        return check_language(folder, chosen.language)

    setting_up = SettingUp(
        settings,
        lambda chosen: save_settings(places.settings, chosen),
        models,
        model_folder,
        microphone,
        this_computer,
        str(places.data),
        lambda: None if model else server_in_use(setting_up.settings),
        lambda server: at_server.trial(server),
    )

    parser, labeller = SpacyParser(), PartModel(assets() / "models")
    voice_finder = SileroVoiceFinder()

    def language() -> str:
        return setting_up.settings.language

    at_server = ServerTranscriber(setting_up.server, language, os.environ.get(KEY_VARIABLE, ""))
    transcriber = ChosenTranscriber(
        WhisperTranscriber(model_folder, language), at_server, setting_up.server
    )
    following = Following(voice_finder, transcriber)
    reviewing = Reviewing(
        library.takes,
        files,
        audio_files,
        voice_finder,
        transcriber,
        parser,
        labeller,
        OutcomeModel(assets() / "models"),
        lambda: _now().date(),
        following,
    )
    competencies = load_competencies(assets() / "competencies.json")
    drafting = Drafting(library.stories, FolderOfVersions(places.versions), _now, _new_id)
    frameworks = load_frameworks(assets() / "frameworks.json", competencies)
    listening = Listening(files, SoundDeviceLoudspeaker(), lambda: claims.held)
    rehearsing = Rehearsing(
        library.takes,
        files,
        claims,
        microphone,
        audio_files,
        _now,
        _new_id,
        following,
        listening.hush,
    )
    suggest = CompetencyModel(assets() / "models")
    asking = Asking(
        library.questions,
        QuestionBank(assets() / "questions.json").all,
        read_questions,
        suggest,
        _now,
        _new_id,
    )
    fitting = Fitting(
        stories=drafting.listed,
        takes=rehearsing.listed,
        questions=asking.listed,
        frameworks=frameworks,
        in_force=lambda: practice.framework(),
        competencies=competencies,
        named=lambda: practice.named_competencies(),
        overrides=library.overrides,
        heard=reviewing.heard,
        outcomes=reviewing.outcomes,
        suggest=suggest,
        planner=HighsPlanner(),
        today=reviewing.today,
        chance=Random,
    )
    keeping = Keeping(
        library.takes,
        files,
        lambda: setting_up.settings.keep_flac,
        lambda: claims.held or following.precedence.is_wanted,
        _now,
    )
    shrinking = InBackground("shrinking", keeping.shrink_new)
    catching_up = CatchingUp(reviewing.write_down_waiting, lambda: claims.held, shrinking.start)
    keys = CoachKey(places.coach_key)
    practice = Practice(
        setting_up=setting_up,
        beginning=Beginning(
            drafting,
            parser,
            labeller,
            load_prompts(assets() / "story_prompts.json"),
            load_templates(assets() / "templates.json"),
            load_examples(assets() / "examples.json"),
        ),
        drafting=drafting,
        shortening=Shortening(drafting, parser),
        exchanging=Exchanging(
            drafting=drafting,
            rehearsing=rehearsing,
            questions=library.questions,
            overrides=library.overrides,
            setting_up=setting_up,
            competencies=competencies,
            files=StoryFiles(),
        ),
        asking=asking,
        fitting=fitting,
        rehearsing=rehearsing,
        reviewing=reviewing,
        listening=listening,
        catching_up=catching_up,
        keeping=keeping,
        shrinking=shrinking,
        fetching=Fetching(setting_up, catching_up.start),
        coaching=Coaching(
            AnthropicCoach(keys.key),
            keys,
            PromptFiles(prompts(), places.prompts),
            SentLogFile(places.sent),
            drafting,
            lambda: setting_up.settings,
            _now,
            _new_id,
        ),
        competencies=competencies,
        frameworks=frameworks,
        suggest=suggest,
    )
    return Program(places, practice, library, claims, models, model_folder)


def open_app(
    places: Places, model: Path | None, *, browser: bool = False, open_browser: bool = True
) -> None:
    """Open the window, or the browser, and return when the program has ended."""
    from storybuilder.launch import launch

    settings, news = settings_or_defaults(places)
    start_log(places)
    program = assemble(places, settings, model)
    awake = Waking(program, news)

    async def main(page: "ft.Page") -> None:
        from storybuilder.ui.window import AppWindow

        await AppWindow(page, program.practice, await awake.news()).open()

    launch(
        main,
        way="browser" if browser else "auto",
        open_browser=open_browser,
        busy=lambda: program.claims.held,
    )
    program.practice.fetching.stop()  # what has arrived is kept


class Waking:
    """What is done once, however many windows open: tidy up, and gather what is to be told."""

    def __init__(self, program: Program, news: tuple[str, ...]) -> None:
        self._program, self._news = program, news
        self._once: asyncio.Task[tuple[News, ...]] | None = None

    async def news(self) -> tuple[News, ...]:
        """What the first window should say; nothing for the next ones."""
        if self._once is not None:
            await self._once
            return ()
        self._once = asyncio.create_task(asyncio.to_thread(self._wake))
        return await self._once

    def _wake(self) -> tuple[News, ...]:
        told = tuple(News(words) for words in self._news)
        try:
            return told + self._tidied_up()
        except StorybuilderError as failure:  # each screen says for itself what it cannot do
            return (*told, News(failure.sentence()))

    def _tidied_up(self) -> tuple[News, ...]:
        practice = self._program.practice
        practice.drafting.purge_old()
        practice.asking.purge_old()
        practice.rehearsing.purge_deleted()
        practice.keeping.tidy()
        offered = [cut_off(take) for take in practice.rehearsing.recover()]
        practice.catching_up.start()
        damage = [News(words) for words in _damage(self._program.library)]
        return (*damage, *offered)


def _damage(library: Library) -> tuple[str, ...]:
    """What the person should know of the library as it was found."""
    told = [library.recovered.sentence()] if library.recovered is not None else []
    match library.unreadable:
        case 0:
            pass
        case 1:
            told.append("One entry of the library could not be read and was left as it is.")
        case many:
            told.append(f"{many} entries of the library could not be read; they stay as they are.")
    return tuple(told)


def settings_or_defaults(places: Places) -> tuple[Settings, tuple[str, ...]]:
    """The settings; a broken file is set aside, and the person is told."""
    try:
        return load_settings(places.settings), ()
    except SettingsUnreadable as failure:
        aside = set_aside(places.settings)
        return Settings(), (f"{failure}; it is kept as {aside.name} and the defaults hold.",)


def start_log(places: Places) -> None:
    """Log steps and failures to the data folder; never words, names or keys.

    Raises LibraryUnwritable.
    """
    try:
        private_folder(places.data)
        handler = RotatingFileHandler(places.log, maxBytes=500_000, backupCount=1, encoding="utf-8")
    except OSError as error:
        raise unwritable("the program's log", places.data, error) from error
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    ours = logging.getLogger("storybuilder")
    ours.setLevel(logging.INFO)
    ours.addHandler(handler)
    log.info("started (process %d)", os.getpid())


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    return secrets.token_hex(5)
