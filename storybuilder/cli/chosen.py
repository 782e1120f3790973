"""What the options before a command chose, and the program they lead to."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from storybuilder.places import Places, default_data_folder

if TYPE_CHECKING:
    from storybuilder.app import Program


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Options that hold for every command."""

    data_dir: Path | None
    model: Path | None

    @property
    def places(self) -> Places:
        """The data folder in force."""
        return Places(self.data_dir or default_data_folder())

    def program(self, model: Path | None = None) -> "Program":
        """The program for this data folder. Raises SettingsUnreadable."""
        from storybuilder.adapters.settings_file import load_settings
        from storybuilder.app import assemble

        return assemble(self.places, load_settings(self.places.settings), model or self.model)
