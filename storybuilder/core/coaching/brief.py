"""Briefs: what the coach needs to know for one kind of help, and whose words they are.

`values` fill the places of the prompt. `own` are the person's own texts among them: what an answer
states must be traced to these. A question that somebody asks is not the person's.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from storybuilder.core.band import Band
from storybuilder.core.coaching.help import Help
from storybuilder.core.competency import Competency
from storybuilder.core.report import Report
from storybuilder.core.sentence import LabelledSentence
from storybuilder.core.story import Part, Story
from storybuilder.core.token import count_words

MOST_CHARACTERS = 60_000
"""A story of an hour. What is longer was pasted by mistake, and costs the person money."""
NOT_MASKED = frozenset({"part", "wish", "target", "competencies"})
"""Values that are ours: nothing in them could tell who the person is."""
ENOUGH = "Draft the part now from what is known."
GO_ON = "Ask the next question, or draft the part if it has what it needs."


@dataclass(frozen=True, slots=True)
class Brief:
    """One kind of help, with everything that it needs."""

    help: Help
    values: Mapping[str, str]
    own: tuple[str, ...]

    @property
    def characters(self) -> int:
        """How long all of it is."""
        return sum(len(value) for value in self.values.values())

    @property
    def told(self) -> tuple[str, ...]:
        """The values that may name people and figures."""
        return tuple(value for name, value in self.values.items() if name not in NOT_MASKED)

    def hidden(self, hide: Callable[[str], str]) -> Mapping[str, str]:
        """The values as they are sent."""
        return {
            name: value if name in NOT_MASKED else hide(value)
            for name, value in self.values.items()
        }

    @property
    def is_empty(self) -> bool:
        """Whether the person has said nothing yet that could be worked on."""
        return not any(text.strip() for text in self.own)


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question that the coach asked and what the person answered."""

    question: str
    answer: str


def interview_brief(
    story: Story, part: Part, exchanges: Sequence[Exchange], *, draft_now: bool
) -> Brief:
    """To be asked about one part, or to have it drafted."""
    values = {
        "story": _parts(story),
        "part": part.value,
        "answers": _exchanges(exchanges),
        "wish": ENOUGH if draft_now else GO_ON,
    }
    answers = tuple(exchange.answer for exchange in exchanges)
    return Brief(Help.INTERVIEW, values, (*_own(story), *answers))


def tighten_brief(story: Story, target: Band, words_per_minute: float) -> Brief:
    """To have a draft shortened."""
    low, high = (
        round(seconds * words_per_minute / 60) for seconds in (target.low_s, target.high_s)
    )
    now = sum(count_words(story.text_of(part)) for part in Part)
    told = f"{low} to {high} words in all. It has {now} words now."
    return Brief(Help.TIGHTEN, {"parts": _parts(story), "target": told}, _own(story))


def suggest_brief(story: Story, competencies: Iterable[Competency]) -> Brief:
    """To have competencies, headline and must-land line proposed."""
    listed = "\n".join(f"{one.id}: {one.label} ({one.shows})" for one in competencies)
    return Brief(Help.SUGGEST, {"story": _parts(story), "competencies": listed}, _own(story))


def probe_brief(story: Story, transcript: str = "", question: str = "") -> Brief:
    """To be asked what an interviewer would ask next."""
    values = {"story": _parts(story), "transcript": transcript, "question": question}
    return Brief(Help.PROBE, values, (*_own(story), transcript))


def review_brief(report: Report, question: str) -> Brief:
    """To have a take reviewed part by part."""
    values = {
        "question": question,
        "transcript": _by_part(report.sentences),
        "measures": _measures(report),
    }
    return Brief(Help.REVIEW, values, (report.text,))


def next_question_brief(transcript: str, question: str, asked: Sequence[Exchange]) -> Brief:
    """To be asked the next question of an interview."""
    values = {"question": question, "transcript": transcript, "asked": _exchanges(asked)}
    answers = tuple(exchange.answer for exchange in asked)
    return Brief(Help.NEXT_QUESTION, values, (transcript, *answers))


def _own(story: Story) -> tuple[str, ...]:
    extras = (story.title, story.headline, story.must_land, story.lesson, story.happened)
    return (*(story.text_of(part) for part in Part), *extras)


def _parts(story: Story) -> str:
    """The written parts under their names, then what stands beside them."""
    told = [(part.value.capitalize(), story.text_of(part)) for part in Part]
    told += [("Lesson", story.lesson), ("When", story.happened)]
    return "\n\n".join(f"{name}:\n{text.strip()}" for name, text in told if text.strip())


def _exchanges(exchanges: Sequence[Exchange]) -> str:
    return "\n\n".join(f"Q: {one.question}\nA: {one.answer}" for one in exchanges)


def _by_part(sentences: Sequence[LabelledSentence]) -> str:
    lines: list[str] = []
    part: Part | str | None = "none yet"
    for one in sentences:
        if one.part is not part:
            part = one.part
            lines.append(f"\n{part.value.capitalize() if part else 'Other'}:")
        lines.append(one.sentence.text)
    return "\n".join(lines).strip()


def _measures(report: Report) -> str:
    """Length, parts and the fix, in words: the coach must not contradict them."""
    seconds = report.duration_s or report.estimated_duration_s
    low, high = report.length.target.low_s, report.length.target.high_s
    lines = [f"Length: {seconds:.0f} s, target {low:.0f} to {high:.0f} s."]
    lines += [
        f"{part.value.capitalize()}: {measure.words} words, {measure.verdict}."
        for part, measure in report.parts.items()
    ]
    if report.fix is not None:
        lines.append(f"Chosen for the next take: {report.fix.message}")
    return "\n".join(lines)
