"""The command line: the same core for scripts and for people who like one.

Exit codes: 0 done, 2 bad input (one sentence on standard error), 3 a speech model is needed.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from storybuilder import __version__
from storybuilder.cli.chosen import Chosen
from storybuilder.errors import StorybuilderError

app = typer.Typer(
    name="storybuilder",
    help="Draft STAR stories, rehearse them aloud, and see what was there and what was missing.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"storybuilder {__version__}")
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
    context.obj = Chosen(data_dir=data_dir, model=model)
    if context.invoked_subcommand is None:
        from storybuilder.app import open_app

        open_app(context.obj.places, model, browser=browser or no_open, open_browser=not no_open)


def run() -> None:
    """Entry point of the program."""
    from storybuilder.cli import check, doctor, model, stories

    app.command("check")(check.check)
    app.command("doctor")(doctor.doctor)
    app.add_typer(stories.app, name="stories")
    app.add_typer(model.app, name="model")
    try:
        app()
    except StorybuilderError as failure:
        typer.echo(f"storybuilder: {failure.sentence()}", err=True)
        sys.exit(failure.exit_code)
