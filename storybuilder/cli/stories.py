"""storybuilder stories: list, show, export, import and print."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from storybuilder.adapters.whole_file import encoded
from storybuilder.cli.chosen import Chosen, tell_news
from storybuilder.cli.import_ import take_in
from storybuilder.cli.output import say, say_json
from storybuilder.cli.written import write_file
from storybuilder.core.documents import FORMAT, story_document
from storybuilder.core.plain import Document
from storybuilder.core.story import Part, Story, StoryId
from storybuilder.ui.exchange_rows import counted
from storybuilder.ui.story_rows import headline, story_row, title_of

if TYPE_CHECKING:
    from storybuilder.program import Program

app = typer.Typer(
    name="stories",
    help="Your stories.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
MARKDOWN_ENDINGS = (".md", ".markdown")
KeepDuplicates = Annotated[
    bool, typer.Option("--keep-duplicates", help="Also what is nearly the same as yours.")
]
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
    """Write all stories, archived ones included: as Markdown to a .md file, else as JSON."""
    program = _program(context)
    drafting = program.practice.drafting
    stories = [story_document(story) for story in (*drafting.listed(), *drafting.archived())]
    document: Document = {"format": FORMAT, "stories": stories}
    if file is None:
        say_json(document)
        return
    in_words = file.suffix.lower() in MARKDOWN_ENDINGS
    out = program.practice.exchanging.markdown().content if in_words else None
    write_file(file, out or encoded(document, indent=1))
    if as_json:
        say_json({"file": str(file), "stories": len(stories)})
    else:
        say(f"Exported {counted(len(stories), 'story')} to {file}.")


@app.command("import")
def import_stories(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="An export, or stories in .md or .txt.")
    ],
    keep_duplicates: KeepDuplicates = False,
    as_json: AsJson = False,
) -> None:
    """Add the stories of a file; one that is already there keeps a version.

    Besides exports it reads Markdown and plain text in which the parts have labels: headings
    (Situation, Task, Action, Result), letters (S: T: A: R:) or bold words.
    """
    take_in(context, file, keep_duplicates=keep_duplicates, stories_only=True, as_json=as_json)


@app.command("print")
def print_stories(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to, as HTML.")],
    cues: Annotated[
        bool, typer.Option("--cues", help="A day sheet: cues only, five to seven on one page.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Write the stories in use as one HTML file to print from any browser."""
    out = _program(context).practice.exchanging.sheet(cues=cues)
    write_file(file, out.content)
    stories = len(out.parcel.stories)
    if as_json:
        say_json({"file": str(file), "stories": stories})
    else:
        say(f"Wrote {counted(stories, 'story')} to {file}; print it from a browser.")


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


def _program(context: typer.Context) -> "Program":
    """The program, once what opening its library brought up has been told."""
    chosen: Chosen = context.obj
    program = chosen.program()
    tell_news(program)
    return program
