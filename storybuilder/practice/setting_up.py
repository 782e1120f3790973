"""Setting up: what the person has chosen, and the speech models on this computer."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from storybuilder.core.settings import Settings
from storybuilder.ports import Microphone, Models, Stopped, Told


@dataclass(slots=True)
class SettingUp:
    """The one mutable thing in the program: the settings now in force."""

    settings: Settings
    save: Callable[[Settings], None]
    models: Models
    microphone: Microphone

    def choose(self, **changes: Any) -> Settings:
        """Change settings by name; they are on disk when this returns."""
        settings = replace(self.settings, **changes)
        self.save(settings)
        self.settings = settings
        return settings

    def installed(self) -> tuple[str, ...]:
        """Names of the models that are ready."""
        return self.models.installed()

    def download(self, name: str, told: Told, stopped: Stopped) -> bool:
        """Fetch a model; True when it is ready. Raises ModelDownloadFailed."""
        return self.models.download(name, told, stopped)

    def microphones(self) -> tuple[str, ...]:
        """Names of the microphones there are now. Raises MicrophoneUnavailable."""
        return self.microphone.devices()
