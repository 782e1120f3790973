"""storybuilder stories: list, show, export and import."""

import json
from pathlib import Path
from typing import Annotated

import typer

from storybuilder.adapters.whole_file import write_whole
from storybuilder.cli.chosen import Chosen
from storybuilder.core.documents import FORMAT, story_document, story_from
from storybuilder.core.story import Part, Story, StoryId
from storybuilder.errors import StoriesUnreadable
from storybuilder.ui.story_rows import story_row, title_of

app = typer.Typer(help="Your stories.", no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


@app.command("list")
def list_stories(context: typer.Context, as_json: AsJson = False) -> None:
    """List the stories in use, in your order."""
    practice = _chosen(context).program().practice
    takes = practice.rehearsing.listed()
    pace = practice.setting_up.settings.words_per_minute
    for story in practice.drafting.listed():
        if as_json:
            _echo_json(story)
        else:
            row = story_row(story, takes, pace)
            note = f" ({row.note})" if row.note else ""
            typer.echo(f"{story.id}  {row.title}{note}, {row.takes}")


@app.command()
def show(context: typer.Context, id: str, as_json: AsJson = False) -> None:
    """Print one story."""
    story = _chosen(context).program().practice.drafting.story(StoryId(id))
    if as_json:
        _echo_json(story)
        return
    typer.echo(title_of(story))
    for part in Part:
        typer.echo(f"\n{part.value.capitalize()}\n{story.text_of(part) or '(not written yet)'}")


@app.command()
def export(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(help="Where to; else standard output.")] = None,
) -> None:
    """Write all stories, archived ones included, as one JSON document."""
    drafting = _chosen(context).program().practice.drafting
    stories = [story_document(story) for story in (*drafting.listed(), *drafting.archived())]
    document = json.dumps({"format": FORMAT, "stories": stories}, ensure_ascii=False, indent=1)
    if file is None:
        typer.echo(document)
        return
    write_whole(file, document.encode())
    typer.echo(f"{len(stories)} stories are in {file}.")


@app.command("import")
def import_stories(context: typer.Context, file: Path) -> None:
    """Add the stories of an exported file; one that is already there keeps a version."""
    stories = _read(file)
    drafting = _chosen(context).program().practice.drafting
    for story in stories:
        drafting.put(story)
    typer.echo(f"{len(stories)} stories are in the library now.")


def _read(file: Path) -> list[Story]:
    try:
        document = json.loads(file.read_text(encoding="utf-8-sig"))
        return [story_from(entry) for entry in document["stories"]]
    except OSError as error:
        raise StoriesUnreadable(f"{file} could not be read ({error.strerror})") from error
    except (ValueError, KeyError, TypeError) as error:
        raise StoriesUnreadable(f"{file} holds no exported stories") from error


def _echo_json(story: Story) -> None:
    typer.echo(json.dumps(story_document(story), ensure_ascii=False))


def _chosen(context: typer.Context) -> Chosen:
    chosen: Chosen = context.obj
    return chosen
