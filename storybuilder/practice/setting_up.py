"""Setting up: what the person has chosen, and the speech models on this computer."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Any

from storybuilder.core.computer import Computer
from storybuilder.core.server_address import Server
from storybuilder.core.settings import Settings
from storybuilder.errors import SpeechModelBroken, SpeechModelMissing, StorybuilderError
from storybuilder.ports import LevelCheck, Microphone, Models, Stopped, Told


@dataclass(slots=True)
class SettingUp:
    """The one mutable thing in the program: the settings now in force."""

    settings: Settings
    save: Callable[[Settings], None]
    models: Models
    model_folder: Callable[[], object]
    """Finds the speech model in force. Raises SpeechModelMissing or SpeechModelBroken."""
    microphone: Microphone
    computer: Callable[[], Computer]
    """Cores and memory of this computer. Quick."""
    data_folder: str
    """Where everything of the person is, to be shown."""
    server: Callable[[], Server | None]
    """The transcription server that hears takes now; None when this computer does. Quick."""
    try_server: Callable[[Server], float]
    """Sends a server half a second of silence; the seconds until it answered.

    Raises TranscriptionServerFailed.
    """
    _choosing: Lock = field(default_factory=Lock, init=False, repr=False)

    def choose(self, **changes: Any) -> Settings:
        """Change settings by name; they are on disk when this returns."""
        with self._choosing:  # two choices made at once are both kept
            settings = replace(self.settings, **changes)
            self.save(settings)
            self.settings = settings
            return settings

    def hold_for_now(self, **changes: Any) -> None:
        """Change settings by name for this run only."""
        self.settings = replace(self.settings, **changes)

    def cannot_listen(self) -> StorybuilderError | None:
        """Why no speech model is in force; None when one is, and is complete."""
        try:
            self.model_folder()
        except (SpeechModelMissing, SpeechModelBroken) as failure:
            return failure
        return None

    def installed(self) -> tuple[str, ...]:
        """Names of the models that are ready."""
        return self.models.installed()

    def download(self, name: str, told: Told, stopped: Stopped) -> bool:
        """Fetch a model; True when it is ready. Raises ModelDownloadFailed."""
        return self.models.download(name, told, stopped)

    def microphones(self) -> tuple[str, ...]:
        """Names of the microphones there are now. Raises MicrophoneUnavailable."""
        return self.microphone.devices()

    def check_level(self) -> LevelCheck:
        """Listen to the chosen microphone, keeping nothing. Raises MicrophoneUnavailable."""
        return self.microphone.check(self.settings.microphone or None)
