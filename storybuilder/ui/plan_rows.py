"""What the plan for an interview and its loops say, decided without drawing it. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from storybuilder.core.fit import Level
from storybuilder.core.framework import NEUTRAL, Framework
from storybuilder.core.loop import FEWEST, MOST, Loops
from storybuilder.core.plan import Choice, Plan
from storybuilder.core.question import Question
from storybuilder.core.story import StoryId
from storybuilder.core.story_map import StoryMap
from storybuilder.ui.labels import NO_BREAK, count, number_word, percent
from storybuilder.ui.map_rows import ARTICLE, short_words

COMMON = "common-"
COMMON_COUNTS = (8, 12, 20)
DEFAULT_SOURCE = "common-12"
OWN, ML, CHOSEN = "own", "ml", "chosen"
SLACKS = {0: "An even share each", 1: "One more each", 2: "Two more each"}
"""How many questions more than an even share a story may take."""
MOST_NAMED = 4
MOST_FOUND = 6


@dataclass(frozen=True, slots=True)
class Told:
    """A story that is told for a question, and how well it fits."""

    id: StoryId
    title: str
    level: Level


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One question of the plan."""

    id: str
    question: str
    primary: Told | None
    backup: Told | None
    spoken: str


@dataclass(frozen=True, slots=True)
class LoadRow:
    """How much one story carries."""

    id: StoryId
    title: str
    count: int
    share: int
    told_here: bool

    @property
    def spoken(self) -> str:
        """The row as one sentence."""
        heard = ", this employer has heard it" if self.told_here else ""
        return f"{self.title}: primary for {self.count} of at most {self.share}{heard}"


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A story or a kind of story, and how many loops hang on it."""

    label: str
    loops: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopRows:
    """What became of the simulated loops."""

    figure: str
    """The share that is covered, as the one large figure."""
    words: str
    unmet: str
    carried: tuple[ShareRow, ...]
    helped: tuple[ShareRow, ...]


def sources(questions: Sequence[Question], frameworks: Iterable[Framework]) -> dict[str, str]:
    """What an interview may be planned from, by id."""
    found = {
        f"{COMMON}{number}": f"The {number} most common questions"
        for number in COMMON_COUNTS
        if number <= len(questions)
    }
    for bank, words in ((OWN, "Your own questions"), (ML, "Machine learning questions")):
        if number := sum(question.bank == bank for question in questions):
            found[bank] = f"{words} ({number})"
    found |= {one.id: one.name for one in frameworks if one.id != NEUTRAL}
    return found


def asked_by(source: str, questions: Sequence[Question]) -> tuple[Question, ...] | None:
    """The questions of a source; None where it is a framework."""
    if source.startswith(COMMON):
        ranked = sorted(questions, key=lambda question: -question.commonness)
        return tuple(ranked[: int(source.removeprefix(COMMON))])
    if source in (OWN, ML):
        return tuple(question for question in questions if question.bank == source)
    return None


def found_by(
    words: str, questions: Sequence[Question], taken: Iterable[str]
) -> tuple[Question, ...]:
    """Questions that hold these words and are not in the plan yet."""
    wanted, there = words.casefold().split(), set(taken)
    if not wanted:
        return ()
    fitting = (
        question
        for question in questions
        if question.id not in there and all(one in question.text.casefold() for one in wanted)
    )
    return tuple(question for question, _ in zip(fitting, range(MOST_FOUND), strict=False))


def plan_row(plan: Plan, choice: Choice) -> PlanRow:
    """One question with what is told for it."""
    demand = plan.map.demands[choice.column]
    primary = _told(plan.map, choice.primary, choice.column)
    backup = _told(plan.map, choice.backup, choice.column)
    return PlanRow(
        demand.id, short_words(demand.text), primary, backup, _spoken(demand.text, primary, backup)
    )


def headline(plan: Plan) -> str:
    """The news of the plan, as its title."""
    asked = len(plan.choices)
    if not asked:
        return "No question is chosen yet."
    open_to = sum(choice.primary is None for choice in plan.choices)
    if open_to == asked:
        return "No story answers these questions yet."
    if open_to:
        verb = "has" if open_to == 1 else "have"
        return f"{number_word(open_to)} of {asked} questions {verb} no story yet."
    if asked == 1:
        return "The one question has its story."
    return f"Each of the {number_word(asked).lower()} questions has its story."


def standing(plan: Plan) -> str:
    """The same in figures."""
    told = sum(choice.primary is not None for choice in plan.choices)
    backed = sum(choice.backup is not None for choice in plan.choices)
    most = count(plan.share, "question")
    return (
        f"{told} with a story, {backed} with a backup; no story is the first for more than {most}"
    )


def load_rows(plan: Plan, told_here: Iterable[StoryId]) -> tuple[LoadRow, ...]:
    """Every story with what it carries, the busiest first."""
    heard = set(told_here)
    rows = [
        LoadRow(offer.id, offer.title, plan.loads.get(row, 0), plan.share, offer.id in heard)
        for row, offer in enumerate(plan.map.offers)
    ]
    return tuple(sorted(rows, key=lambda row: -row.count))


def loop_rows(loops: Loops, map: StoryMap, labels: Mapping[str, str]) -> LoopRows | None:
    """The loops in words; None when there was no question to ask."""
    if loops.share is None:
        return None
    carried = [
        ShareRow(map.offers[one.row].title, one.lost, f"{_figure(one.lost)} fewer without it")
        for one in loops.carried[:MOST_NAMED]
        if one.lost
    ]
    helped = [
        ShareRow(labels.get(one.competency, one.competency), one.won, f"{_figure(one.won)} more")
        for one in loops.helped[:MOST_NAMED]
        if one.won
    ]
    return LoopRows(
        figure=percent(loops.share),
        words=f"of {_figure(loops.loops)} loops are covered: {FEWEST} to {MOST} of these "
        "questions, the common ones more often, and no story told twice.",
        unmet=_unmet(loops),
        carried=tuple(carried),
        helped=tuple(helped),
    )


def _told(map: StoryMap, row: int | None, column: int) -> Told | None:
    if row is None:
        return None
    return Told(map.offers[row].id, map.offers[row].title, map.levels[row][column])


def _spoken(question: str, primary: Told | None, backup: Told | None) -> str:
    if primary is None:
        return f"{question} No story."
    first = f"{question} Tell {primary.title}, {ARTICLE[primary.level]}"
    if backup is None:
        return f"{first}; no backup."
    return f"{first}; if it was told before, {backup.title}, {ARTICLE[backup.level]}."


def _unmet(loops: Loops) -> str:
    """How far the others fall short."""
    one = loops.by_unmet[1] if len(loops.by_unmet) > 1 else 0
    more = sum(loops.by_unmet[2:])
    told = [
        f"{percent(number / loops.loops)} leave {words} without a story"
        for number, words in ((one, "one question"), (more, "two or more"))
        if number
    ]
    return f"{' and '.join(told)}." if told else ""


def _figure(number: int) -> str:
    """1000 -> "1 000", with a no-break space."""
    return f"{number:,}".replace(",", NO_BREAK)
