"""What the plan for an interview and its loops say, decided without drawing it. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from storybuilder.core.fit import Level
from storybuilder.core.framework import NEUTRAL, Framework
from storybuilder.core.loop import FEWEST, MOST, Loops
from storybuilder.core.plan import Choice, Plan
from storybuilder.core.question import Bank, Question
from storybuilder.core.story import StoryId
from storybuilder.core.story_map import StoryMap
from storybuilder.ui.labels import NO_BREAK, count, number_word, percent
from storybuilder.ui.map_rows import ARTICLE, short_words

COMMON = "common-"
COMMON_COUNTS = (8, 12, 20)
DEFAULT_SOURCE = "common-12"
CHOSEN = "chosen-questions"
OF_BANK: Mapping[str, tuple[Bank, str]] = {
    "own-questions": ("own", "Your own questions"),
    "ml-questions": ("ml", "Machine learning questions"),
}
"""Sources that are a bank of questions; the id of a framework stands for that framework."""
SLACKS = {0: "An even share each", 1: "One more each", 2: "Two more each"}
"""How many questions more than an even share a story may take."""
MOST_NAMED = 4
MOST_FOUND = 6


@dataclass(frozen=True, slots=True)
class Interview:
    """What a plan is made for."""

    source: str = DEFAULT_SOURCE
    chosen: tuple[str, ...] = ()
    """Ids of questions chosen one by one; they count when the source says so."""
    slack: int = 0
    told_here: frozenset[StoryId] = frozenset()
    """Stories that this employer has heard."""

    @property
    def by_question(self) -> bool:
        """Whether questions are planned for, and not the principles of an employer."""
        return self.source in (CHOSEN, *OF_BANK) or self.source.startswith(COMMON)


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
        heard = ", told to this employer before" if self.told_here else ""
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
    for source, (bank, words) in OF_BANK.items():
        if number := sum(question.bank == bank for question in questions):
            found[source] = f"{words} ({number})"
    found |= {one.id: one.name for one in frameworks if one.id != NEUTRAL}
    return found


def asked_in(interview: Interview, questions: Sequence[Question]) -> tuple[Question, ...]:
    """The questions that are planned for, where it is questions."""
    if interview.source == CHOSEN:
        by_id = {str(question.id): question for question in questions}
        return tuple(by_id[id] for id in interview.chosen if id in by_id)
    if interview.source in OF_BANK:
        bank = OF_BANK[interview.source][0]
        return tuple(question for question in questions if question.bank == bank)
    ranked = sorted(questions, key=lambda question: -question.commonness)
    return tuple(ranked[: int(interview.source.removeprefix(COMMON))])


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
    told = [_told(plan.map, choice.primary, choice.column) for choice in plan.choices]
    without = told.count(None)
    stretched = sum(one is not None and one.level == "stretch" for one in told)
    if without == asked:
        return "No story answers these questions yet."
    if without:
        return f"{_of(without, asked)} {_have(without)} no story yet."
    if stretched:
        return f"{_of(stretched, asked)} {_have(stretched)} only a stretch."
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


def _of(number: int, asked: int) -> str:
    return f"{number_word(number)} of {count(asked, 'question')}"


def _have(number: int) -> str:
    return "has" if number == 1 else "have"


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
    found = []
    if one:
        found.append(f"{percent(one / loops.loops)} leave one question without a story")
    if more:
        told = "two or more" if one else "leave two or more questions without a story"
        found.append(f"{percent(more / loops.loops)} {told}")
    return f"{', '.join(found)}." if found else ""


def _figure(number: int) -> str:
    """1000 -> "1 000", with a no-break space."""
    return f"{number:,}".replace(",", NO_BREAK)
