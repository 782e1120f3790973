"""storybuilder questions: list the questions there are, and import a list of them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from storybuilder.cli.chosen import Chosen, tell_news
from storybuilder.cli.output import say, say_json
from storybuilder.core.documents import question_document
from storybuilder.core.plain import Document
from storybuilder.core.question import Bank, Question
from storybuilder.core.suggestion import evidence_words
from storybuilder.errors import CompetencyUnknown
from storybuilder.practice.asking import Incoming
from storybuilder.ui.labels import count, listed

if TYPE_CHECKING:
    from storybuilder.program import Program

app = typer.Typer(
    name="questions",
    help="The questions that may be asked.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
AsJson = Annotated[bool, typer.Option("--json", help="JSON, one object a line.")]
SHOWN = 3
"""So many suggestions stand beside a question for people; --json tells all."""


@app.command("list")
def list_questions(
    context: typer.Context,
    bank: Annotated[Bank | None, typer.Option(help="Only the questions of this bank.")] = None,
    competency: Annotated[
        str | None, typer.Option(metavar="ID", help="Only those that test this competency.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List the questions of the built-in bank and your own."""
    program = _program(context)
    labels = _labels(program)
    if competency is not None and competency not in labels:
        raise CompetencyUnknown(
            f"there is no competency {competency}", f"the ids are {listed([*labels])}."
        )
    for question in program.practice.asking.listed(bank, competency):
        if as_json:
            say_json(question_document(question))
        else:
            say(_line(question, labels))


@app.command("import")
def import_questions(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help=".txt, .md or .csv with a list of questions.")
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would come in, and keep nothing.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Add the questions of a file, with the competencies that their words suggest.

    Those that are there already are left out.
    """
    program = _program(context)
    incoming = program.practice.asking.import_list(file)
    if dry_run:
        labels = _labels(program)
        for one in incoming:
            if as_json:
                say_json(_suggested(one))
            else:
                say(_preview(one, labels))
        return
    added = len(program.practice.asking.accept(incoming))
    there = len(incoming) - added
    if as_json:
        say_json({"file": str(file), "questions": added, "already_there": there})
        return
    left_out = f"; {there} of the file {'was' if there == 1 else 'were'} there already"
    say(f"Imported {count(added, 'question')}{left_out if there else ''}.")


def _suggested(one: Incoming) -> Document:
    """A question as it stands in the file, and every suggestion for it, best first."""
    return {
        "question": one.listed.written,
        "competencies": [
            {
                "id": found.id,
                "score": round(found.score, 4),
                "evidence": list(evidence_words(one.listed.text, found)),
            }
            for found in one.suggestions
        ],
    }


def _preview(one: Incoming, labels: dict[str, str]) -> str:
    if one.there is not None:
        return f"{one.listed.text} (there already)"
    told = []
    for found in one.suggestions[:SHOWN]:
        words = evidence_words(one.listed.text, found)
        quoted = f" ({', '.join(words)})" if words else ""
        told.append(f"{labels.get(found.id, found.id)}{quoted}")
    return f"{one.listed.text}\n    {'; '.join(told) or 'no suggestion'}"


def _line(question: Question, labels: dict[str, str]) -> str:
    named = [labels[id] for id in question.competencies if id in labels]
    return f"{question.id}  {question.text}{f' ({listed(named)})' if named else ''}"


def _labels(program: "Program") -> dict[str, str]:
    """What each competency is called in the framework in force."""
    return {one.id: one.label for one in program.practice.named_competencies()}


def _program(context: typer.Context) -> "Program":
    """The program, once what opening its library brought up has been told."""
    chosen: Chosen = context.obj
    program = chosen.program()
    tell_news(program)
    return program
