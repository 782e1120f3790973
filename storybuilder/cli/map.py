"""storybuilder map: which story answers which question, and where nothing does."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from storybuilder.adapters.whole_file import write_whole
from storybuilder.cli.chosen import opened
from storybuilder.cli.output import say, say_json
from storybuilder.core.fit import Fit, Level
from storybuilder.core.plain import Document, to_plain
from storybuilder.core.story import StoryId
from storybuilder.core.story_map import Gap, OneMore, StoryMap, coverage, gaps, one_more
from storybuilder.core.table import Cell, csv_text
from storybuilder.errors import LibraryUnwritable
from storybuilder.ui.labels import count

if TYPE_CHECKING:
    from storybuilder.program import Program

app = typer.Typer(add_completion=False, rich_markup_mode=None)
SIGNS: dict[Level, str] = {"strong": "S", "workable": "w", "stretch": "~", "gap": "."}
MOST_KINDS = 5
Told = Annotated[
    list[str] | None,
    typer.Option(metavar="ID", help="A story that this employer has heard; may be repeated."),
]


@app.command("map")
def show_map(
    context: typer.Context,
    competencies: Annotated[
        bool, typer.Option("--competencies", help="Stories by competencies, not by questions.")
    ] = False,
    only_gaps: Annotated[
        bool, typer.Option("--gaps", help="Only the questions without a story, ranked.")
    ] = False,
    told: Told = None,
    csv: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the levels as a table to this file.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON, one object a line.")] = False,
) -> None:
    """Show how well each of your stories answers each question, and why (--json)."""
    program = opened(context)
    fitting = program.practice.fitting
    heard = told_here(program, told)
    map = fitting.competency_map() if competencies else fitting.story_map(told_here=heard)
    if csv is not None:
        _write(csv, map)
    if as_json:
        _say_gaps(map) if only_gaps else _say_columns(map)
    elif csv is not None:
        say(f"Wrote {count(len(map.demands), 'row')} to {csv}.")
    else:
        say(gaps_text(map) if only_gaps else map_text(map))


def told_here(program: "Program", ids: list[str] | None) -> frozenset[StoryId]:
    """The stories of these ids. Raises StoryUnknown."""
    return frozenset(program.practice.drafting.story(StoryId(id)).id for id in ids or ())


def map_text(map: StoryMap) -> str:
    """The map as a table: a line a question, a column a story."""
    if not map.offers:
        return "\n".join(["No story yet.", "", *_summary(map)])
    columns = range(len(map.demands))
    lines = [
        f"{_signs(map, column)}{map.demands[column].text}"
        for column in sorted(columns, key=lambda column: -map.demands[column].commonness)
    ]
    return "\n".join([*_key(map), "", *lines, "", *_summary(map)])


def gaps_text(map: StoryMap) -> str:
    """The questions without a workable story, the most common first, and what would help."""
    lines = [_gap_line(gap) for gap in gaps(map)]
    return "\n".join([*lines, "", *_summary(map)] if lines else _summary(map))


def _key(map: StoryMap) -> list[str]:
    width = len(str(len(map.offers)))
    stories = [f"{at:>{width}}  {offer.title}" for at, offer in enumerate(map.offers, 1)]
    legend = ", ".join(f"{sign} {level}" for level, sign in SIGNS.items())
    return [*stories, "", legend, " ".join(f"{at:>{width}}" for at in range(1, len(stories) + 1))]


def _signs(map: StoryMap, column: int) -> str:
    width = len(str(len(map.offers)))
    return "".join(f"{SIGNS[levels[column]]:>{width}} " for levels in map.levels) + " "


def _gap_line(gap: Gap) -> str:
    near = f" (nearest: {gap.nearest.title})" if gap.nearest else ""
    return f"{gap.demand.commonness}  {gap.level:<8} {gap.demand.text}{near}"


def _summary(map: StoryMap) -> list[str]:
    stand = coverage(map)
    of_all = (
        f"Of {len(map.demands)}: {stand.strong} strong, {stand.workable} workable, "
        f"{stand.stretch} stretch, {stand.gap} without a story."
    )
    kinds = [more for more in one_more(map) if more.questions][:MOST_KINDS]
    return [of_all, *(_more_line(map, more) for more in kinds)]


def _more_line(map: StoryMap, more: OneMore) -> str:
    label = map.lore.competencies[more.competency].label.lower()
    return f"One more story of {label} would be strong for {more.questions} more."


def _say_columns(map: StoryMap) -> None:
    """One object a question: its best level, and every story's fit."""
    for column, demand in enumerate(map.demands):
        say_json(
            {
                "id": demand.id,
                "text": demand.text,
                "competencies": list(demand.competencies),
                "commonness": demand.commonness,
                "best": map.best(column),
                "fits": [
                    {"story": offer.id, **fit_document(map.fit(row, column))}
                    for row, offer in enumerate(map.offers)
                ],
            }
        )


def fit_document(fit: Fit) -> Document:
    """A fit as JSON carries it."""
    return {**to_plain(fit), "score": round(fit.score, 4)}


def _say_gaps(map: StoryMap) -> None:
    """One object: how the questions stand, the open ones, and what would help."""
    say_json(
        {
            "coverage": to_plain(coverage(map)),
            "gaps": [
                {
                    "id": gap.demand.id,
                    "text": gap.demand.text,
                    "commonness": gap.demand.commonness,
                    "level": gap.level,
                    "nearest": gap.nearest.id if gap.nearest else None,
                }
                for gap in gaps(map)
            ],
            "one_more": [to_plain(more) for more in one_more(map)],
        }
    )


def map_rows(map: StoryMap) -> list[list[Cell]]:
    """The map as a table with a heading: a row a question, a column a story."""
    heading: list[Cell] = ["Question", "Asked (1 seldom to 5)", "Best"]
    rows: list[list[Cell]] = [heading + [offer.title for offer in map.offers]]
    for column, demand in enumerate(map.demands):
        levels = [row[column] for row in map.levels]
        rows.append([demand.text, demand.commonness, map.best(column), *levels])
    return rows


def _write(file: Path, map: StoryMap) -> None:
    """Raises LibraryUnwritable, with advice that fits a file of the person's choice."""
    try:
        write_whole(file, csv_text(map_rows(map)).encode("utf-8-sig"))
    except LibraryUnwritable as error:
        raise LibraryUnwritable(
            str(error), "free some space, or name a file in a folder you may write to."
        ) from error
