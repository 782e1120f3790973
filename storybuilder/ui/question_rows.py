"""What the screens of questions say, decided without drawing it. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from storybuilder.core.job_description import Wish
from storybuilder.core.question import Bank, Question, QuestionId
from storybuilder.core.question_list import question_key
from storybuilder.core.suggestion import evidence_words
from storybuilder.practice.asking import Incoming
from storybuilder.ui.labels import count, listed

BANKS: tuple[tuple[Bank | None, str], ...] = (
    (None, "All"),
    ("common", "Common"),
    ("ml", "Machine learning"),
    ("own", "Yours"),
)
UNTAGGED = "Not tagged yet"
OFTEN = {5: "in almost every interview", 4: "often", 2: "now and then", 1: "seldom"}
PROBLEM = (
    "Problem, requirements, options, best approach, limitations, evaluation, monitoring: in this "
    "order, with reasons."
)
STAR = "With one story: situation, task, action, result."

Labels = Mapping[str, str]
"""What each competency is called, by its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """One question as the list shows it."""

    id: QuestionId
    text: str
    note: str
    """Its competencies beyond the first, under which it stands; and whose it is, if not common."""

    @property
    def spoken(self) -> str:
        """The whole row as one sentence for a screen reader."""
        return f"{self.text} {self.note}".strip()


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that chiefly test one competency."""

    label: str
    rows: tuple[QuestionRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the person is looking for."""

    bank: Bank | None = None
    competency: str | None = None
    words: str = ""


def search_key(question: Question) -> str:
    """All words that a question can be found by."""
    words = (question.text, question.assessed, *question.key_points)
    return f" {question_key(' '.join(words))}"


def found(
    questions: Iterable[Question], wanted: Wanted, keys: Mapping[QuestionId, str]
) -> list[Question]:
    """The questions that are looked for: of the bank, with the competency, with every word.

    A word is there if it begins one of the question's; `keys` holds every `search_key`.
    """
    words = [f" {word}" for word in question_key(wanted.words).split()]
    return [
        one
        for one in questions
        if wanted.bank in (None, one.bank)
        and (wanted.competency is None or wanted.competency in one.competencies)
        and all(word in keys[one.id] for word in words)
    ]


def groups(questions: Iterable[Question], labels: Labels) -> tuple[Group, ...]:
    """By the competency that each chiefly tests, in their order; the commonest questions first."""
    by_first: dict[str, list[Question]] = {id: [] for id in labels}
    by_first[""] = []
    for one in questions:
        by_first[next((id for id in one.competencies if id in labels), "")].append(one)
    return tuple(
        Group(labels.get(id, UNTAGGED), tuple(question_row(one, labels) for one in _sorted(these)))
        for id, these in by_first.items()
        if these
    )


def question_row(question: Question, labels: Labels) -> QuestionRow:
    """One row."""
    known = [labels[id] for id in question.competencies if id in labels]
    mark = {"own": "yours", "ml": "machine learning", "common": ""}[question.bank]
    note = " · ".join(part for part in (", ".join(known[1:]), mark) if part)
    return QuestionRow(id=question.id, text=question.text, note=note)


def headline(questions: Sequence[Question]) -> str:
    """The news of the list, as its title."""
    own = sum(one.bank == "own" for one in questions)
    built_in = f"{count(len(questions), 'question')} you may be asked"
    return f"{built_in}, {own} of them yours." if own else f"{built_in}."


def finding(shown: int, wanted: Wanted, labels: Labels) -> str:
    """How many are shown, said beside what is looked for."""
    if wanted == Wanted():
        return ""
    about = labels.get(wanted.competency or "", "")
    return f"{count(shown, 'question')}{f' about {about}' if about else ''}"


def how_to_answer(question: Question) -> str:
    """Its frame, in one line."""
    return PROBLEM if question.frame == "PROBLEM" else STAR


def how_often(question: Question) -> str:
    """How often it is asked, where the bank says more than "ordinarily"."""
    often = OFTEN.get(question.commonness, "") if question.bank != "own" else ""
    return f"Asked {often}" if often else ""


def lines_of(text: str) -> tuple[str, ...]:
    """What was written one a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def preview(one: Incoming, labels: Labels) -> str:
    """What accepting a question of a list brings."""
    if one.there is not None:
        return "there already"
    by_id = {suggestion.id: suggestion for suggestion in one.suggestions}
    told = []
    for id in one.taken:
        words = evidence_words(one.listed.text, by_id[id])
        told.append(f"{labels.get(id, id)}{f' ({quoted(words)})' if words else ''}")
    return ", ".join(told) or "no competency suggested"


def news(incoming: Sequence[Incoming]) -> str:
    """What a list would bring, as its title."""
    new = sum(one.there is None for one in incoming)
    there = len(incoming) - new
    if not new:
        return "All of them are there already."
    left_out = f"; {there} {'is' if there == 1 else 'are'} there already" if there else ""
    return f"{count(new, 'new question')}{left_out}."


def wish_line(wish: Wish) -> str:
    """How strongly, and in which words, a job description asks for a competency."""
    lines = f"in {count(wish.lines, 'line')}"
    return f"{lines}: {quoted(wish.words)}" if wish.words else lines


def quoted(words: Sequence[str]) -> str:
    """Words of the person's text, told apart from ours."""
    return listed([f"“{word}”" for word in words])


def _sorted(questions: Iterable[Question]) -> list[Question]:
    """The person's own first, then what is asked most."""
    return sorted(questions, key=lambda one: (one.bank != "own", -one.commonness))
