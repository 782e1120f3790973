"""storybuilder model: list, download, path."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from storybuilder.cli.chosen import Chosen
from storybuilder.cli.output import say, say_json
from storybuilder.core.speech_model import SPEECH_MODELS
from storybuilder.ui.labels import megabytes
from storybuilder.ui.model_rows import SOURCES, Kept, model_row, suggestion_told

if TYPE_CHECKING:
    from storybuilder.program import Program

app = typer.Typer(
    name="model",
    help="Speech models on this computer.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
AsJson = Annotated[bool, typer.Option("--json", help="JSON, for scripts.")]


@app.command("list")
def list_models(context: typer.Context, as_json: AsJson = False) -> None:
    """List the models, and which are here."""
    program = _program(context)
    setting_up = program.practice.setting_up
    kept, settings = _kept(program), setting_up.settings
    if not as_json:
        say(_line(" ", "model", "size", "speed", "wrong words", "understands"))
    for model in SPEECH_MODELS:
        here = model.name in kept.ready
        if as_json:
            entry = {
                "name": model.name,
                "download_mb": model.download_mb,
                "languages": model.languages,
                "relative_speed": model.relative_speed,
                "word_error_share": model.word_error_share,
                "repository": model.repository,
                "installed": here,
                "kept_bytes": round(1e6 * kept.mb(model)),
                "chosen": model.name == settings.model,
            }
            say_json(entry)
            continue
        mark, row = "*" if model.name == settings.model else " ", model_row(model, kept)
        state = "here" if here else "to download"
        say(_line(mark, model.name, row.size, row.speed, row.wrong, row.understands, state))
    if not as_json:
        say("")
        for sentence in (suggestion_told(setting_up.computer(), settings.language), *SOURCES):
            say(sentence)


def _kept(program: "Program") -> Kept:
    models = program.models
    taken = tuple((model.name, models.kept_bytes(model.name)) for model in SPEECH_MODELS)
    return Kept(frozenset(models.installed()), taken)


def _line(*cells: str) -> str:
    """One line of the list, without what no terminal need show."""
    widths = (1, 15, 13, 12, 12, 12, 0)
    line = " ".join(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=False))
    return line.replace("\u00a0", " ").replace("×", "x").rstrip()


@app.command()
def delete(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Which model.")],
) -> None:
    """Delete a model, or what arrived of one, and say how much that freed."""
    freed = _program(context).models.delete(name)
    say(f"{name} is deleted; {megabytes(freed / 1e6)} are free again" if freed else _nothing(name))


def _nothing(name: str) -> str:
    return f"nothing of {name} is on this computer"


@app.command()
def download(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Which model; else the chosen one.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Download a model and print its folder; an interrupted download is continued."""
    program = _program(context)
    wanted = name or program.practice.setting_up.settings.model
    program.models.download(wanted, _progress(wanted), lambda: False)
    _say_folder(wanted, str(program.models.folder(wanted)), as_json)


@app.command()
def path(context: typer.Context, as_json: AsJson = False) -> None:
    """Print the folder of the model in force."""
    folder = _program(context).model_folder()
    _say_folder(folder.name, str(folder), as_json)


def _progress(name: str) -> Callable[[float], None]:
    """Tells a person at a terminal how far a download is; a script hears nothing."""
    shown = -1

    def told(done: float) -> None:
        nonlocal shown
        if round(100 * done) > shown:
            shown = round(100 * done)
            # The cursor goes back to the start, so that whatever comes next replaces it.
            typer.echo(f"{name}: {shown} %\r", nl=False, err=True)

    return told if sys.stderr.isatty() else lambda done: None


def _say_folder(name: str, folder: str, as_json: bool) -> None:
    if as_json:
        say_json({"name": name, "folder": folder})
    else:
        say(folder)


def _program(context: typer.Context) -> "Program":
    chosen: Chosen = context.obj
    return chosen.program()
