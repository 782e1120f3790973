"""storybuilder export: everything in one file."""

from pathlib import Path
from typing import Annotated

import typer

from storybuilder.cli.chosen import Chosen, tell_news
from storybuilder.cli.output import say, say_json
from storybuilder.cli.written import write_file
from storybuilder.ui.exchange_rows import left_behind, went_out

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def export(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to, as JSON.")],
    as_json: Annotated[bool, typer.Option("--json", help="Tell the counts as JSON.")] = False,
) -> None:
    """Write everything but the recordings to one file: stories with their versions, questions,
    fits set by hand, takes with their words, settings. `storybuilder import` takes it in again.
    """
    chosen: Chosen = context.obj
    program = chosen.program()
    tell_news(program)
    out = program.practice.exchanging.everything()
    write_file(file, out.content)
    if not as_json:
        say(f"Exported {went_out(out)} to {file}.")
        if behind := left_behind(out):
            say(behind)
        return
    say_json(
        {
            "file": str(file),
            "stories": len(out.parcel.stories),
            "versions": len(out.parcel.versions),
            "questions": len(out.parcel.questions),
            "overrides": len(out.parcel.overrides),
            "takes": len(out.parcel.heard),
            "takes_left_behind": out.left_behind,
        }
    )
