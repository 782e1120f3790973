"""storybuilder plan: what to tell for each question, and how many interviews that survives."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from storybuilder.cli.chosen import opened
from storybuilder.cli.map import Told, told_here
from storybuilder.cli.output import say, say_json
from storybuilder.core.loop import FEWEST, MOST, Loops
from storybuilder.core.plain import Document, to_plain
from storybuilder.core.plan import Plan, share_of
from storybuilder.core.question import Question, QuestionId
from storybuilder.core.story_map import StoryMap
from storybuilder.practice.fitting import LOOPS
from storybuilder.ui.labels import count, percent

if TYPE_CHECKING:
    from storybuilder.program import Program

app = typer.Typer(add_completion=False, rich_markup_mode=None)
MOST_SAID = 3


@app.command("plan")
def show_plan(
    context: typer.Context,
    questions: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Plan for the questions of this list."),
    ] = None,
    framework: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Plan for what this employer looks for."),
    ] = None,
    share: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=1, help="No story is primary for more than N; else an even share."
        ),
    ] = None,
    loops: Annotated[
        int, typer.Option(min=0, max=100_000, help="Random interviews to simulate.")
    ] = LOOPS,
    told: Told = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Choose a primary and a backup story for each question of an interview.

    Without --questions or --framework, for the framework that is chosen in Settings.
    """
    program = opened(context)
    fitting = program.practice.fitting
    heard = told_here(program, told)
    if questions is not None:
        map = asked = fitting.story_map(_listed(program, questions), heard)
    else:
        map = fitting.framework_map(framework or program.practice.framework().id, heard)
        asked = fitting.story_map(_told_as_stories(fitting.questions()), heard)
    plan = fitting.plan(map, 0 if share is None else share - share_of(map))
    simulated = fitting.simulate(asked, loops)
    if as_json:
        say_json({**plan_document(plan), "loops": loops_document(asked, simulated)})
    else:
        say("\n".join([*plan_lines(plan), "", *loop_lines(asked, simulated)]))


def _listed(program: "Program", file: Path) -> list[Question]:
    """The questions of a file; those that are known as they are known.

    Raises QuestionsUnreadable.
    """
    found = program.practice.asking.import_list(file)
    fresh = [
        Question(id=QuestionId(f"line-{place}"), text=one.listed.text)
        for place, one in enumerate(found)
    ]
    known = [one.there or own for one, own in zip(found, fresh, strict=True)]
    return list({one.id: one for one in known}.values())


def _told_as_stories(questions: Sequence[Question]) -> list[Question]:
    return [one for one in questions if one.frame == "STAR"]


def plan_lines(plan: Plan) -> list[str]:
    """Every question with what to tell, and what could not be as one would wish."""
    if not plan.choices:
        return ["There is no question to plan for."]
    chosen = [
        f"{plan.map.demands[choice.column].text}\n    {_told(plan.map, choice.primary, 'no story')}"
        + (f", or {_told(plan.map, choice.backup, '')}" if choice.backup is not None else "")
        for choice in plan.choices
    ]
    each = f"Each story is primary for at most {count(plan.share, 'question')}."
    return [*chosen, "", each, *plan.conflicts]


def _told(map: StoryMap, row: int | None, none: str) -> str:
    return none if row is None else map.offers[row].title


def plan_document(plan: Plan) -> Document:
    """A plan as JSON carries it."""
    map = plan.map
    return {
        "share": plan.share,
        "value": round(plan.value, 4),
        "choices": [
            {
                "id": map.demands[choice.column].id,
                "text": map.demands[choice.column].text,
                "primary": _id(map, choice.primary),
                "backup": _id(map, choice.backup),
            }
            for choice in plan.choices
        ],
        "loads": {map.offers[row].id: load for row, load in plan.loads.items()},
        "conflicts": list(plan.conflicts),
    }


def _id(map: StoryMap, row: int | None) -> str | None:
    return None if row is None else map.offers[row].id


def loop_lines(map: StoryMap, found: Loops) -> list[str]:
    """What the simulated interviews say."""
    if found.share is None:
        return []
    lines = [
        f"{percent(found.share)} of {count(found.loops, 'random interview')} of {FEWEST} to {MOST} "
        "questions are covered without telling a story twice."
    ]
    lines += [
        f"Without “{map.offers[one.row].title}” it would be {percent(one.lost / found.loops)} less."
        for one in found.carried[:MOST_SAID]
        if one.lost
    ]
    return lines + [
        f"One more story of {map.lore.competencies[one.competency].label.lower()} would add "
        f"{percent(one.won / found.loops)}."
        for one in found.helped[:MOST_SAID]
        if one.won
    ]


def loops_document(map: StoryMap, found: Loops) -> Document:
    """The simulated interviews as JSON carries them."""
    return {
        "loops": found.loops,
        "covered": found.covered,
        "share": found.share,
        "by_unmet": list(found.by_unmet),
        "carried": [{"story": map.offers[one.row].id, "lost": one.lost} for one in found.carried],
        "helped": [to_plain(one) for one in found.helped],
    }
