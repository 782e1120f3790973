"""storybuilder doctor: is everything here that a take needs?"""

import os
import platform
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from storybuilder import __version__
from storybuilder.adapters.settings_file import load_settings
from storybuilder.cli.chosen import Chosen
from storybuilder.cli.output import say, say_json
from storybuilder.core.settings import Settings
from storybuilder.errors import LibraryUnwritable, SettingsUnreadable, StorybuilderError
from storybuilder.places import Places
from storybuilder.practice.key_in_force import key_in_force
from storybuilder.ui.labels import count, listed, megabytes
from storybuilder.ui.server_words import answered

if TYPE_CHECKING:
    from storybuilder.program import Program

LEAST_FREE_MB = 500
"""An hour of takes needs 115 MB, a speech model 148 MB."""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: fine or not, and what to do."""

    name: str
    fine: bool
    told: str


@app.command()
def doctor(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Look at microphone, speech model, data folder and disk, and say what to do.

    A transcription server that is turned on is sent half a second of silence.
    """
    chosen: Chosen = context.obj
    for check in _checks(chosen):
        if as_json:
            say_json(asdict(check))
        else:
            say(f"{'ok' if check.fine else '!!'}  {check.name}: {check.told}")


def _checks(chosen: Chosen) -> list[Check]:
    places = chosen.places
    program = chosen.program(settings=_settings_or_defaults(places))
    return [
        Check("program", True, f"storybuilder {__version__}, Python {platform.python_version()}"),
        _tried("data folder", lambda: _data_folder(places)),
        _tried("settings", lambda: _settings(places)),
        _tried("library", lambda: _library(program)),
        _tried("microphone", lambda: _microphones(program)),
        _tried("speech model", lambda: str(program.model_folder())),
        _tried("server", lambda: _server(program)),
        _tried("coach", lambda: _coach(program)),
        _tried("disk", lambda: _disk(places)),
    ]


def _tried(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, True, look())
    except StorybuilderError as failure:
        return Check(name, False, failure.sentence())


def _settings_or_defaults(places: Places) -> Settings:
    """A broken file is told by a check of its own; the others go on."""
    try:
        return load_settings(places.settings)
    except SettingsUnreadable:
        return Settings()


def _data_folder(places: Places) -> str:
    folder = places.data
    there = _nearest_existing(places)
    if not there.is_dir():
        raise LibraryUnwritable(f"{there} is not a folder", "choose another one with --data-dir.")
    if not os.access(there, os.W_OK):
        raise LibraryUnwritable(f"{there} cannot be written", "choose another one with --data-dir.")
    return str(folder) if there == folder else f"{folder} (made with the first story)"


def _settings(places: Places) -> str:
    load_settings(places.settings)
    return str(places.settings) if places.settings.exists() else "the defaults"


def _library(program: "Program") -> str:
    drafting, rehearsing = program.practice.drafting, program.practice.rehearsing
    stories, takes = len(drafting.listed()), len(rehearsing.listed())
    told = f"{stories} {'story' if stories == 1 else 'stories'}, {count(takes, 'take')}"
    recovered, unreadable = program.library.recovered, program.library.unreadable
    if recovered is not None:
        told += f". {recovered.sentence()}"
    if unreadable:
        told += f"; {unreadable} more that cannot be read and stay as they are"
    return told


def _microphones(program: "Program") -> str:
    names = program.practice.setting_up.microphones()
    if not names:
        raise StorybuilderError("none was found", "plug one in, or allow access to it.")
    return listed(list(names))


def _server(program: "Program") -> str:
    """Whether the transcription server answers, if one is turned on; it is sent silence."""
    setting_up = program.practice.setting_up
    server = setting_up.server()
    if server is None:
        return "none is used; takes are written down on this computer"
    seconds = setting_up.try_server(server)
    return f"{answered(server, seconds)}; it is asked for {server.model}"


def _coach(program: "Program") -> str:
    """Whether there is a key for the coach, and where from; nobody is asked over the network."""
    found = key_in_force(program.practice.coaching.keys)
    if found.failure is not None:
        raise found.failure
    if not found.is_there:
        return "no key, so it rests; everything else works without"
    return f"a key from the {found.source}"


def _disk(places: Places) -> str:
    free_mb = shutil.disk_usage(_nearest_existing(places)).free / 1e6
    told = f"{megabytes(free_mb)} free"
    if free_mb < LEAST_FREE_MB:
        raise LibraryUnwritable(told, "free some space before you record.")
    return told


def _nearest_existing(places: Places) -> Path:
    """The data folder, or the one it would be made in."""
    folder = places.data.absolute()
    return next(path for path in (folder, *folder.parents) if path.exists())
