"""storybuilder model: list, download, path."""

import json
from typing import Annotated

import typer

from storybuilder.cli.chosen import Chosen
from storybuilder.core.speech_model import SPEECH_MODELS

app = typer.Typer(help="Speech models on this computer.", no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="JSON, for scripts.")]


@app.command("list")
def list_models(context: typer.Context, as_json: AsJson = False) -> None:
    """List the models, and which are here."""
    program = _chosen(context).program()
    installed, chosen = program.models.installed(), program.practice.setting_up.settings.model
    for model in SPEECH_MODELS:
        here = model.name in installed
        if as_json:
            entry = {
                "name": model.name,
                "download_mb": model.download_mb,
                "languages": model.languages,
                "relative_speed": model.relative_speed,
                "word_error_share": model.word_error_share,
                "installed": here,
                "chosen": model.name == chosen,
            }
            typer.echo(json.dumps(entry))
            continue
        mark = "*" if model.name == chosen else " "
        state = "here" if here else f"{model.download_mb} MB to download"
        typer.echo(f"{mark} {model.name:<10} {state}")


@app.command()
def download(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="Which model; else the chosen one.")] = None,
) -> None:
    """Download a model; an interrupted download is continued."""
    program = _chosen(context).program()
    wanted = name or program.practice.setting_up.settings.model
    shown = -1

    def told(done: float) -> None:
        nonlocal shown
        if round(100 * done) > shown:
            shown = round(100 * done)
            typer.echo(f"\r{wanted}: {shown} %", nl=False, err=True)

    program.models.download(wanted, told, lambda: False)
    typer.echo("", err=True)
    typer.echo(str(program.models.folder(wanted)))


@app.command()
def path(context: typer.Context) -> None:
    """Print the folder of the model in force."""
    typer.echo(str(_chosen(context).program().model_folder()))


def _chosen(context: typer.Context) -> Chosen:
    chosen: Chosen = context.obj
    return chosen
