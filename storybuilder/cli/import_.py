"""storybuilder import: take in a file that storybuilder or somebody else wrote."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from storybuilder.cli.chosen import Chosen, tell_news
from storybuilder.cli.output import say, say_json
from storybuilder.core.plain import Document
from storybuilder.ui.exchange_rows import came_in

if TYPE_CHECKING:
    from storybuilder.practice.exchanging import CameIn

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("import")
def import_file(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="An export, or stories in .md or .txt.")
    ],
    keep_duplicates: Annotated[
        bool, typer.Option("--keep-duplicates", help="Also what is nearly the same as yours.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Tell the counts as JSON.")] = False,
) -> None:
    """Take in a file and lose nothing: what a story replaces is kept as a version of it."""
    take_in(context, file, keep_duplicates=keep_duplicates, stories_only=False, as_json=as_json)


def take_in(
    context: typer.Context, file: Path, *, keep_duplicates: bool, stories_only: bool, as_json: bool
) -> None:
    """Take in a file, or only its stories, and tell what came of it. Raises StoriesUnreadable."""
    chosen: Chosen = context.obj
    program = chosen.program()
    exchanging = program.practice.exchanging
    content = exchanging.files.read(file)
    tell_news(program)
    came = exchanging.bring_in(
        content, str(file), stories_only=stories_only, keep_duplicates=keep_duplicates
    )
    if as_json:
        say_json(_counts(file, came))
        return
    say(came_in(came))
    if came.alike:
        say("--keep-duplicates brings in what is nearly the same, too.")


def _counts(file: Path, came: "CameIn") -> Document:
    new, replaced = len(came.stories.new), len(came.stories.replaced)
    return {
        "file": str(file),
        "stories": new + replaced + came.stories.same + len(came.alike),
        "new": new,
        "replaced": replaced,
        "same": came.stories.same,
        "alike": [story.title for story in came.alike],
        "left_out": came.left_out,
        "versions": came.versions,
        "takes": len(came.takes.new),
        "questions": len(came.questions.new),
        "overrides": len(came.overrides.new),
        "settings": came.settings_before is not None,
    }
