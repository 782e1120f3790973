"""The questions of a guided draft, in the order they are asked, decided without drawing. Pure."""

from dataclasses import dataclass

from storybuilder.core.story import Part, Story
from storybuilder.core.template import Template
from storybuilder.core.token import count_words
from storybuilder.ui.labels import clock, count


@dataclass(frozen=True, slots=True)
class Step:
    """One question; its answer is the text of the story called `name`."""

    name: str
    label: str
    question: str
    hint: str
    example: str
    one_line: bool = False

    @property
    def part(self) -> Part | None:
        """The part of the story that it asks for, if it is one of the four."""
        return Part(self.name) if self.name in set(Part) else None


STEPS = (
    Step(
        "situation",
        "Situation",
        "Where were you, and what was going on?",
        "Where, when, who, and what made it matter. Two or three sentences.",
        "In March I was one of two planners at a furniture maker, and every third van left late.",
    ),
    Step(
        "task",
        "Task",
        "What was asked of you?",
        "What you had to bring about, by when, and why it was you. One or two sentences.",
        "My task was to get nine of ten vans out on time before the summer.",
    ),
    Step(
        "action",
        "Action",
        "What did you do, step by step?",
        "Three to five steps, each beginning with I. Say why you chose that way.",
        "First I rode along for two mornings. Then I moved the loading to the evening before.",
    ),
    Step(
        "result",
        "Result",
        "What came of it?",
        "What changed: a number, its unit, and where it started. Then what it meant to somebody.",
        "Late vans fell from a third to one in twenty within six weeks.",
    ),
    Step(
        "lesson",
        "Lesson",
        "What do you do differently since?",
        "What you would do again, or do earlier. One or two sentences.",
        "I look at the work with my own eyes before I touch the plan.",
    ),
    Step(
        "headline",
        "Headline",
        "How would you tell it in one line?",
        "The sentence you open with: what you did and what it brought.",
        "I got the vans out on time by moving the loading to the evening.",
    ),
    Step(
        "must_land",
        "Must-land line",
        "Which sentence should they remember?",
        "If they keep one thing of all this, which? Say it the way you speak.",
        "The drivers were never slow; they were waiting for us.",
    ),
    Step(
        "happened",
        "When and where",
        "When and where was it?",
        "A month or a year, and the place or the firm. Recent stories count most.",
        "March 2024, furniture maker in Lyon",
        one_line=True,
    ),
    Step(
        "title",
        "Title",
        "What will you call it?",
        "A few words by which you find it again.",
        "The vans that left late",
        one_line=True,
    ),
)


def first_open(story: Story) -> int:
    """The first question without an answer; the last one if all have theirs."""
    empty = (at for at, step in enumerate(STEPS) if not answer(story, step).strip())
    return next(empty, len(STEPS) - 1)


def answer(story: Story, step: Step) -> str:
    """What the story says to a question so far."""
    text: str = getattr(story, step.name)
    return text


def hint_of(step: Step, template: Template | None) -> str:
    """What helps to answer: the competency's own idea where there is one."""
    return (template.idea_for(step.name) if template else "") or step.hint


def measure(text: str, words_per_minute: int) -> str:
    """Words and spoken time of one answer."""
    words = count_words(text)
    return f"{count(words, 'word')}, {clock(60 * words / words_per_minute)} spoken"


def state_of(story: Story, step: Step, at: bool) -> tuple[str, str]:
    """A sign and a spoken word for how far a question is; `at` where it is being asked."""
    if at:
        return "→", "being asked"
    return ("✓", "answered") if answer(story, step).strip() else ("○", "open")
