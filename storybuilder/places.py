"""Where things are: the only file that knows a path of the program or of the data folder."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP = "storybuilder"


def _carried(folder: str) -> Path:
    """A folder of ours: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / folder
    return inside if inside.is_dir() else package.parent / folder


def assets() -> Path:
    """Fonts, icons and data that the program shows."""
    return _carried("assets")


def prompts() -> Path:
    """Texts that the coach sends."""
    return _carried("prompts")


def default_data_folder() -> Path:
    """The platform's place for a person's own data."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


@dataclass(frozen=True, slots=True)
class Places:
    """One data folder and what lies in it. Making a Places creates nothing."""

    data: Path

    @property
    def library(self) -> Path:
        """The TinyDB database; its backups lie beside it."""
        return self.data / "library.json"

    @property
    def settings(self) -> Path:
        """The person's settings."""
        return self.data / "settings.json"

    @property
    def takes(self) -> Path:
        """Audio of the takes, with what was heard beside each."""
        return self.data / "takes"

    @property
    def versions(self) -> Path:
        """Earlier versions of the stories, one file a story."""
        return self.data / "versions"

    @property
    def models(self) -> Path:
        """Speech models, one folder each."""
        return self.data / "models"

    @property
    def prompts(self) -> Path:
        """Prompts of the person's own, which go before ours."""
        return self.data / "prompts"

    @property
    def sent(self) -> Path:
        """What was sent to the coach, and when: the person's record."""
        return self.data / "sent.jsonl"

    @property
    def coach_key(self) -> Path:
        """The coach's key, where the system has no keyring and the person agreed."""
        return self.data / "coach_key"

    @property
    def log(self) -> Path:
        """Steps and failures; never a word of the person."""
        return self.data / "storybuilder.log"
