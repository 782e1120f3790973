"""storybuilder stories: list, show, export and import."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from storybuilder.adapters.whole_file import decoded, encoded, is_plain_name, write_whole
from storybuilder.cli.chosen import Chosen, tell_news
from storybuilder.cli.output import say, say_json
from storybuilder.core.documents import FORMAT, format_of, story_document, story_from
from storybuilder.core.plain import Document
from storybuilder.core.story import Part, Story, StoryId
from storybuilder.errors import LibraryUnwritable, StoriesUnreadable
from storybuilder.ui.story_rows import headline, story_row, title_of

if TYPE_CHECKING:
    from storybuilder.app import Program

app = typer.Typer(
    name="stories",
    help="Your stories.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
AsJson = Annotated[bool, typer.Option("--json", help="JSON, one object a line.")]


@app.command("list")
def list_stories(context: typer.Context, as_json: AsJson = False) -> None:
    """List the stories in use, in your order."""
    program = _program(context)
    stories = program.practice.drafting.listed()
    if as_json:
        for story in stories:
            say_json(story_document(story))
        return
    for line in _lines(program, stories):
        say(line)


@app.command()
def show(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="As `stories list` shows it.")],
    as_json: AsJson = False,
) -> None:
    """Print one story."""
    story = _program(context).practice.drafting.story(StoryId(id))
    if as_json:
        say_json(story_document(story))
    else:
        say(_text(story))


@app.command()
def export(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="Where to; else standard output.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Write all stories, archived ones included, as one JSON document."""
    drafting = _program(context).practice.drafting
    stories = [story_document(story) for story in (*drafting.listed(), *drafting.archived())]
    document: Document = {"format": FORMAT, "stories": stories}
    if file is None:
        say_json(document)
        return
    _write(file, document)
    if as_json:
        say_json({"file": str(file), "stories": len(stories)})
    else:
        say(f"Exported {_counted(len(stories))} to {file}.")


@app.command("import")
def import_stories(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `stories export` wrote.")],
    as_json: AsJson = False,
) -> None:
    """Add the stories of an exported file; one that is already there keeps a version."""
    stories = _read(file)
    drafting = _program(context).practice.drafting
    for story in stories:
        drafting.put(story)
    if as_json:
        say_json({"file": str(file), "stories": len(stories)})
    else:
        say(f"Imported {_counted(len(stories))}.")


def _lines(program: "Program", stories: tuple[Story, ...]) -> list[str]:
    takes = program.practice.rehearsing.listed()
    pace = program.practice.setting_up.settings.words_per_minute
    rows = [story_row(story, takes, pace) for story in stories]
    if not rows:
        return [headline(rows)]
    return [
        f"{row.id}  {row.title}{f' ({row.note})' if row.note else ''}, {row.takes}" for row in rows
    ]


def _text(story: Story) -> str:
    """A story to read: its parts, whether written or not, and whatever else was written."""
    parts = {part.value: story.text_of(part) or "(not written yet)" for part in Part}
    others = {
        "headline": story.headline,
        "lesson": story.lesson,
        "must land": story.must_land,
        "tags": ", ".join(story.tags),
        "happened": story.happened,
    }
    written = {name: text for name, text in others.items() if text}
    blocks = [f"{name.capitalize()}\n{text}" for name, text in {**parts, **written}.items()]
    return "\n\n".join([title_of(story), *blocks])


def _write(file: Path, document: Document) -> None:
    """Raises LibraryUnwritable, with advice that fits a file of the person's choice."""
    try:
        write_whole(file, encoded(document, indent=1))
    except LibraryUnwritable as error:
        raise LibraryUnwritable(
            str(error), "free some space, or name a file in a folder you may write to."
        ) from error


def _read(file: Path) -> list[Story]:
    """All stories of an exported file, checked before any is taken in.

    Raises StoriesUnreadable.
    """
    try:
        document = decoded(file.read_bytes())
        _check_format(file, document)
        stories = [story_from(entry) for entry in _entries(document)]
    except OSError as error:
        raise StoriesUnreadable(f"{file} could not be read ({error.strerror})") from error
    except ValueError as error:
        raise StoriesUnreadable(f"{file} holds no exported stories") from error
    if not all(is_plain_name(story.id) for story in stories):
        raise StoriesUnreadable(f"{file} holds a story whose id is not one of ours")
    return stories


def _check_format(file: Path, document: Document) -> None:
    if format_of(document) > FORMAT:
        raise StoriesUnreadable(
            f"{file} has format {format_of(document)} and this program knows {FORMAT}",
            "update storybuilder to import it.",
        )


def _entries(document: Document) -> list[object]:
    entries = document.get("stories")
    if not isinstance(entries, list):
        raise ValueError("stories is not a list")
    return entries


def _counted(stories: int) -> str:
    return "1 story" if stories == 1 else f"{stories} stories"


def _program(context: typer.Context) -> "Program":
    """The program, once what opening its library brought up has been told."""
    chosen: Chosen = context.obj
    program = chosen.program()
    tell_news(program)
    return program
