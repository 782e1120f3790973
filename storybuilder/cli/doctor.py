"""storybuilder doctor: is everything here that a take needs?"""

import json
import os
import platform
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Annotated

import typer

from storybuilder import __version__
from storybuilder.app import Program
from storybuilder.cli.chosen import Chosen
from storybuilder.errors import StorybuilderError
from storybuilder.ui.labels import count, listed

LEAST_FREE_MB = 500


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: fine or not, and what to do."""

    name: str
    fine: bool
    told: str


def doctor(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="JSON, for scripts.")] = False,
) -> None:
    """Look at microphone, speech model, data folder and disk, and say what to do."""
    chosen: Chosen = context.obj
    program = chosen.program()
    checks = [
        Check("program", True, f"storybuilder {__version__}, Python {platform.python_version()}"),
        _tried("data folder", lambda: _data_folder(program)),
        _tried("library", lambda: _library(program)),
        _tried("microphone", lambda: _microphones(program)),
        _tried("speech model", lambda: str(program.model_folder())),
        _disk(program),
    ]
    for check in checks:
        if as_json:
            typer.echo(json.dumps(asdict(check), ensure_ascii=False))
        else:
            typer.echo(f"{'ok' if check.fine else '!!'}  {check.name}: {check.told}")


def _tried(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, True, look())
    except StorybuilderError as failure:
        return Check(name, False, failure.sentence())


def _data_folder(program: Program) -> str:
    folder = program.places.data
    if not folder.exists():
        return f"{folder} (made with the first story)"
    if not os.access(folder, os.W_OK):
        raise StorybuilderError(
            f"{folder} cannot be written", "choose another one with --data-dir."
        )
    return str(folder)


def _library(program: Program) -> str:
    drafting, rehearsing = program.practice.drafting, program.practice.rehearsing
    stories, takes = len(drafting.listed()), len(rehearsing.listed())
    return f"{stories} {'story' if stories == 1 else 'stories'}, {count(takes, 'take')}"


def _microphones(program: Program) -> str:
    names = program.practice.setting_up.microphones()
    if not names:
        raise StorybuilderError("none was found", "plug one in, or allow access to it.")
    return listed(list(names))


def _disk(program: Program) -> Check:
    folder = program.places.data
    while not folder.exists():
        folder = folder.parent
    free_mb = shutil.disk_usage(folder).free / 1e6
    return Check("disk", free_mb > LEAST_FREE_MB, f"{free_mb / 1000:.1f} GB free")
