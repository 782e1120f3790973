"""What the map says, decided without drawing it. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from storybuilder.core.fit import LEVELS, Level
from storybuilder.core.framework import Framework
from storybuilder.core.question import Bank
from storybuilder.core.story import StoryId
from storybuilder.core.story_map import (
    LESS_THAN_WORKABLE,
    Gap,
    StoryMap,
    coverage,
    gaps,
    one_more,
)
from storybuilder.ui.labels import count, number_word

QUESTIONS, COMPETENCIES = "questions", "competencies"
"""What the lines of a map are; a framework's id stands for its items."""
MOST_LINES = 300
"""More would take seconds to draw; those after it are found by a filter."""
MOST_GAPS, MOST_KINDS = 3, 5

Show = Literal["all", "open", "own", "common", "ml"]
SHOWS: Mapping[Show, str] = {
    "all": "All questions",
    "open": "Without a story",
    "own": "Your own questions",
    "common": "Built-in questions",
    "ml": "Machine learning",
}
Order = Literal["common", "open", "best", "listed"]
ORDERS: Mapping[Order, str] = {
    "common": "Most common first",
    "open": "Without a story first",
    "best": "Best answered first",
    "listed": "As listed",
}
ASKED = {
    5: "asked in almost every interview",
    4: "asked often",
    3: "asked in some interviews",
    2: "asked now and then",
    1: "seldom asked",
}
ARTICLE: Mapping[Level, str] = {
    "strong": "strong",
    "workable": "workable",
    "stretch": "a stretch",
    "gap": "a gap",
}
_RANK = {level: rank for rank, level in enumerate(LEVELS)}
_LEAD = re.compile(
    r"(?:(?:please )?(?:tell (?:me|us) about|describe|give (?:me|us) an? (?:\w+ )?example of|"
    r"share|walk (?:me|us) through|talk (?:me|us) through|think of|recall|what is an example of)"
    r" )?(?:(?:a|the last|the) (?:time|situation|occasion|moment)"
    r"(?: when| where| in which| that|,)? )?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One question, or competency, beside the stories."""

    words: str
    levels: tuple[Level, ...]
    """One a story."""
    by_hand: frozenset[int] = frozenset()
    """Stories whose level the person set."""
    spoken: str = ""
    """The whole line as one sentence."""

    @property
    def bare(self) -> bool:
        """Whether no story is at least workable here."""
        return not {"strong", "workable"} & set(self.levels)


@dataclass(frozen=True, slots=True)
class View:
    """Which questions are shown, and in what order."""

    show: Show = "all"
    testing: str = ""
    """Id of a competency; empty for any."""
    order: Order = "common"
    find: str = ""


@dataclass(frozen=True, slots=True)
class GapRow:
    """A question without a story, and what to do about it."""

    column: int
    question: str
    words: str
    nearest: StoryId | None
    todo: str


@dataclass(frozen=True, slots=True)
class KindRow:
    """What one more story of a kind would cover."""

    competency: str
    label: str
    questions: int

    @property
    def spoken(self) -> str:
        """The row as one sentence."""
        return f"One more story of {self.label.lower()} would cover {self.covered}"

    @property
    def covered(self) -> str:
        """The number with its noun."""
        return count(self.questions, "question")


def short_words(question: str) -> str:
    """A question without its way of asking: "Tell me about a time you led" -> "You led".

    What is left begins with what the question is about, so that a column of them can be read.
    """
    rest = question[found.end() :] if (found := _LEAD.match(question)) else question
    rest = rest.rstrip(" .") or question
    return rest[:1].upper() + rest[1:]


def chosen_columns(map: StoryMap, view: View, banks: Mapping[str, Bank]) -> tuple[int, ...]:
    """Columns of the map that are shown, in the order they are shown."""
    found = [
        column
        for column in range(len(map.demands))
        if _is_shown(map, column, view, banks.get(map.demands[column].id))
    ]
    match view.order:
        case "common":
            found.sort(key=lambda column: -map.demands[column].commonness)
        case "open":
            found.sort(
                key=lambda column: (
                    -_RANK[map.best(column)],
                    -map.demands[column].commonness,
                )
            )
        case "best":
            found.sort(key=lambda column: _RANK[map.best(column)])
        case "listed":
            pass
    return tuple(found)


def line_of(map: StoryMap, column: int) -> Line:
    """One line of the heat map."""
    demand = map.demands[column]
    return Line(
        words=short_words(demand.text),
        levels=tuple(row[column] for row in map.levels),
        by_hand=frozenset(
            row for row, offer in enumerate(map.offers) if (offer.id, demand.id) in map.overrides
        ),
        spoken=f"{demand.text} {_answered(map, column)}",
    )


def cell_name(map: StoryMap, column: int, row: int) -> str:
    """What a screen reader calls a cell: question, story, level and why."""
    fit = map.fit(row, column)
    why = f"{fit.why[:1].lower()}{fit.why[1:]}"
    asked = short_words(map.demands[column].text)
    return f"{asked}: {map.offers[row].title}, {ARTICLE[fit.level]}, {why}"


def headline(map: StoryMap, noun: str = "question") -> str:
    """The news of the map, as its title."""
    if not map.demands:
        return f"No {noun} to answer yet."
    told = coverage(map)
    bare = told.stretch + told.gap
    if bare == 0:
        return f"Every {noun} has a story."
    if bare == len(map.demands):
        return f"No {noun} has a story yet."
    verb = "has" if bare == 1 else "have"
    return f"{number_word(bare)} {_plural(bare, noun)} {verb} no story yet."


def standing(map: StoryMap, shown: int, noun: str = "question") -> str:
    """The same in figures, under the title."""
    told = coverage(map)
    answered = told.strong + told.workable
    words = (
        f"{answered} of {len(map.demands)} {_plural(len(map.demands), noun)} answered, "
        f"{told.strong} of them strongly, with {_counted(len(map.offers), 'story')}"
    )
    return words if shown == len(map.demands) else f"{words} · {shown} shown"


def stories_shown(first: int, columns: int, stories: int) -> str:
    """Which stories stand beside each other, where not all do; else nothing."""
    if columns >= stories:
        return ""
    return f"stories {first + 1} to {first + columns} of {stories}"


def nothing_shown(view: View) -> str:
    """Why no line is left."""
    if view.find:
        return f"No question here has “{view.find}” in it."
    if view.show == "open":
        return "Every question here has a story."
    if view.show == "own":
        return "You have no questions of your own yet."
    return "No question fits this choice."


def gap_rows(map: StoryMap) -> tuple[tuple[GapRow, ...], int]:
    """The first gaps, worst first, and how many more there are."""
    found = gaps(map)
    columns = {demand.id: column for column, demand in enumerate(map.demands)}
    rows = tuple(_gap_row(gap, columns[gap.demand.id]) for gap in found[:MOST_GAPS])
    return rows, len(found) - len(rows)


def kind_rows(map: StoryMap, labels: Mapping[str, str]) -> tuple[KindRow, ...]:
    """What one more story of each kind would cover, those that cover something."""
    return tuple(
        KindRow(one.competency, labels.get(one.competency, one.competency), one.questions)
        for one in one_more(map)[:MOST_KINDS]
        if one.questions
    )


def framework_names(frameworks: Sequence[Framework], neutral: str) -> dict[str, str]:
    """What the lines may be, by id: questions, our competencies, an employer's words."""
    others = {one.id: one.name for one in frameworks if one.id != neutral}
    return {QUESTIONS: "Questions", COMPETENCIES: "Competencies", **others}


def noun_of(kind: str) -> str:
    """What a line of such a map is called."""
    return {QUESTIONS: "question", COMPETENCIES: "competency"}.get(kind, "principle")


def _is_shown(map: StoryMap, column: int, view: View, bank: Bank | None) -> bool:
    demand = map.demands[column]
    if view.testing and view.testing not in demand.competencies:
        return False
    if view.find and view.find.casefold() not in demand.text.casefold():
        return False
    if view.show == "open":
        return map.best(column) in LESS_THAN_WORKABLE
    return view.show == "all" or bank == view.show


def _answered(map: StoryMap, column: int) -> str:
    row = map.nearest(column)
    if row is None:
        return "No story comes near."
    level, title = map.levels[row][column], map.offers[row].title
    if level == "stretch":
        return f"No story yet; nearest: {title}, a stretch."
    others = sum(levels[column] in ("strong", "workable") for levels in map.levels) - 1
    more = f" and {count(others, 'other')}" if others else ""
    return f"Best: {title}, {level}{more}."


def _gap_row(gap: Gap, column: int) -> GapRow:
    asked = ASKED[gap.demand.commonness].capitalize()
    near, id = "Nothing comes near yet", None
    if gap.nearest is not None:
        near, id = f"Nearest: {gap.nearest.title}, a stretch", gap.nearest.id
    todo = "Open that story" if gap.nearest is not None else "Draft a story"
    return GapRow(column, short_words(gap.demand.text), f"{asked}. {near}.", id, todo)


def _counted(number: int, noun: str) -> str:
    return f"{number} {_plural(number, noun)}"


def _plural(number: int, noun: str) -> str:
    if number == 1:
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
