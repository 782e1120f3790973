"""The command line: the same core for scripts and for people who like one.

Exit codes: 0 done, 2 bad input (one sentence on standard error), 3 a speech model is needed,
130 interrupted.
"""

import sys
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from storybuilder import __version__
from storybuilder.cli.chosen import Chosen
from storybuilder.cli.output import complain, say
from storybuilder.errors import StorybuilderError

COMMANDS = ("check", "stories", "questions", "map", "plan", "export", "import", "model", "doctor")
"""Each is a module beside this one, with a Typer called `app`; Python keeps `import`: `import_`."""


class _OnDemand(TyperGroup):
    """Imports a command when it is called, so that none pays for what another needs."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        # For a name that does not exist the most similar one is suggested: that takes them all.
        for name in [cmd_name] if cmd_name in COMMANDS else COMMANDS:
            if name not in self.commands:
                module = f"{name}_" if iskeyword(name) else name
                self.commands[name] = get_command(import_module(f"storybuilder.cli.{module}").app)
        return self.commands.get(cmd_name)


app = typer.Typer(
    cls=_OnDemand,
    name="storybuilder",
    help="Draft STAR stories, rehearse them aloud, and see what was there and what was missing.",
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        say(f"storybuilder {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    data_dir: Annotated[
        Path | None,
        typer.Option(envvar="STORYBUILDER_DATA", help="Folder of your data."),
    ] = None,
    model: Annotated[
        Path | None,
        typer.Option(envvar="STORYBUILDER_MODEL", help="Folder with a speech model."),
    ] = None,
    browser: Annotated[
        bool, typer.Option("--browser", help="Open in the browser, not in a window.")
    ] = False,
    no_open: Annotated[
        bool, typer.Option("--no-open", help="With --browser: print the address only.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Without a command: open the program."""
    context.obj = chosen = Chosen(data_dir=data_dir, model=model)
    if context.invoked_subcommand is None:
        from storybuilder.app import open_app

        open_app(chosen.places, model, browser=browser or no_open, open_browser=not no_open)


def run() -> None:
    """Entry point of the program; always ends with SystemExit, unless there is a bug."""
    try:
        get_command(app)(prog_name="storybuilder")
    except StorybuilderError as failure:
        complain(failure.sentence())
        sys.exit(failure.exit_code)
