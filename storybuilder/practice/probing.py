"""Probing: what an interviewer would ask next, without a coach and without a network."""

from collections.abc import Iterable
from dataclasses import dataclass

from storybuilder.core.probe_card import ProbeCard, probe_cards
from storybuilder.core.sentence import LabelledSentence, Sentence
from storybuilder.core.story import Part, Story
from storybuilder.core.take import Take
from storybuilder.practice.reviewing import Asked, Reviewing


@dataclass(frozen=True, slots=True)
class Probing:
    """Probe cards of what was written, and of what was said."""

    reviewing: Reviewing

    def of_story(self, story: Story) -> tuple[ProbeCard, ...]:
        """The cards of a draft; none where nothing is written."""
        sentences = self.reviewing.parser.sentences
        told = {part: sentences(story.text_of(part)) for part in Part}
        return probe_cards(told, story.lesson, self.reviewing.outcomes())

    def of_take(self, take: Take, asked: Asked) -> tuple[ProbeCard, ...]:
        """The cards of a take, with what the person put right in its words.

        Raises TakeUnknown when its words are not written down.
        """
        told = by_part(self.reviewing.report(take, asked).sentences)
        return probe_cards(told, outcomes=self.reviewing.outcomes())


def by_part(labelled: Iterable[LabelledSentence]) -> dict[Part, list[Sentence]]:
    """The sentences of each part in order; talk that tells none is left out."""
    told: dict[Part, list[Sentence]] = {part: [] for part in Part}
    for one in labelled:
        if one.part is not None:
            told[one.part].append(one.sentence)
    return told
