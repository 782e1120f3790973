"""What the options before a command chose, and the program they lead to."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from storybuilder.cli.output import complain
from storybuilder.places import Places, default_data_folder

if TYPE_CHECKING:
    import typer

    from storybuilder.core.settings import Settings
    from storybuilder.program import Program


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Options that hold for every command."""

    data_dir: Path | None
    model: Path | None

    @property
    def places(self) -> Places:
        """The data folder in force."""
        return Places(self.data_dir or default_data_folder())

    def program(self, model: Path | None = None, settings: "Settings | None" = None) -> "Program":
        """The program for this data folder, with its settings or these.

        Nothing is made or written by it. Raises SettingsUnreadable.
        """
        from storybuilder.adapters.settings_file import load_settings
        from storybuilder.program import assemble

        in_force = settings or load_settings(self.places.settings)
        return assemble(self.places, in_force, model or self.model)


def tell_news(program: "Program") -> None:
    """Read the library, and say on standard error if it was damaged, wholly or in part.

    Raises LibraryUnreadable, LibraryTooNew or LibraryBusy.
    """
    unreadable, recovered = program.library.unreadable, program.library.recovered
    if recovered is not None:
        complain(recovered.sentence())
    if unreadable:
        complain(
            f"entries of the library that cannot be read: {unreadable}; they stay as they are."
        )


def opened(context: "typer.Context") -> "Program":
    """The program, once what opening its library brought up has been told."""
    chosen: Chosen = context.obj
    program = chosen.program()
    tell_news(program)
    return program
