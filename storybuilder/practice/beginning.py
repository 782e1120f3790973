"""Beginning: ways to a first draft, from a prompt, from a text at hand, or from an example."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from storybuilder.core.answer_text import TextVerdict, check_text
from storybuilder.core.example import is_example
from storybuilder.core.splitting import Parted, part_text
from storybuilder.core.story import Story, StoryId
from storybuilder.core.story_prompt import StoryPrompt
from storybuilder.core.template import Template
from storybuilder.errors import TextUnreadable
from storybuilder.ports import Labeller, Parser
from storybuilder.practice.drafting import Drafting

_WHY: dict[TextVerdict, tuple[str, str]] = {
    "empty": ("nothing is written here yet", "paste or type the text of one story."),
    "no_words": ("there are no words in this", "paste or type the text of one story."),
    "too_long": ("this is far longer than one story", "paste one story at a time."),
    "too_many_words": ("this is far longer than one story", "paste one story at a time."),
}


@dataclass(frozen=True, slots=True)
class Beginning:
    """Everything that helps before there is a draft."""

    drafting: Drafting
    parser: Parser
    labeller: Labeller
    prompts: tuple[StoryPrompt, ...]
    templates: tuple[Template, ...]
    examples: tuple[Story, ...]

    def template(self, competency: str | None) -> Template | None:
        """The template of a competency; None where there is none."""
        return next((one for one in self.templates if one.competency == competency), None)

    def from_prompt(self, prompt: StoryPrompt) -> Story:
        """A new story with the prompt's title and the competency it most tends to show."""
        return self.drafting.start(title=prompt.title, primary_competency=prompt.competencies[0])

    def part(self, text: str) -> Parted:
        """Cut a pasted text into the parts of a story. Raises TextUnreadable."""
        verdict = check_text(text)
        if verdict != "ok":
            raise TextUnreadable(*_WHY[verdict])
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        return part_text(plain, self.parser.sentences, self.labeller.label)

    def keep(self, parted: Parted) -> Story:
        """A new story with these parts."""
        slots = dict.fromkeys(piece.slot for piece in parted.pieces)
        return self.drafting.start(**{slot: parted.text_of(slot) for slot in slots})

    def add_examples(self) -> None:
        """Put the examples into the list; those deleted earlier come back as they were."""
        kept = {story.id: story for story in self.drafting.stories.all()}
        last, now = (
            max((story.position for story in kept.values()), default=0.0),
            self.drafting.now(),
        )
        for place, example in enumerate(self.examples, 1):
            present = kept.get(example.id)
            if present is None:
                fresh = replace(example, created_at=now, changed_at=now, position=last + place)
                self.drafting.put(fresh)
            elif is_example(present):
                self.drafting.restore(example.id)

    def remove_examples(self) -> tuple[StoryId, ...]:
        """Delete every story that is still marked as an example; says which, for the way back."""
        shown = (*self.drafting.listed(), *self.drafting.archived())
        gone = tuple(story.id for story in shown if is_example(story))
        for id in gone:
            self.drafting.delete(id)
        return gone

    def restore_examples(self, gone: Iterable[StoryId]) -> None:
        """Undo `remove_examples`."""
        for id in gone:
            self.drafting.restore(id)
