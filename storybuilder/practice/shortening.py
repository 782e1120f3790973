"""Shortening: which sentences only the long telling of a story has."""

from collections.abc import Mapping
from dataclasses import dataclass

from storybuilder.core.story import Part, Story, StoryId
from storybuilder.core.telling import marked, short_telling
from storybuilder.ports import Parser
from storybuilder.practice.drafting import Drafting


@dataclass(frozen=True, slots=True)
class Lengths:
    """A story, its sentences in their parts, and the story as it is told in short."""

    story: Story
    sentences: Mapping[Part, tuple[str, ...]]
    short: Story


@dataclass(frozen=True, slots=True)
class Shortening:
    """One story in two lengths."""

    drafting: Drafting
    parser: Parser

    def lengths(self, id: StoryId) -> Lengths:
        """Both tellings of a story. Raises StoryUnknown."""
        return self._of(self.drafting.story(id))

    def mark(self, id: StoryId, sentence: str, long_only: bool) -> Lengths:
        """Leave a sentence out of the short telling, or take it in again. Raises StoryUnknown."""
        present = self.drafting.story(id)
        after = marked(present, sentence, long_only, self.parser.sentences)
        return self._of(self.drafting.revise(present, after))

    def _of(self, story: Story) -> Lengths:
        split = self.parser.sentences
        sentences = {part: tuple(one.text for one in split(story.text_of(part))) for part in Part}
        return Lengths(story, sentences, short_telling(story, split))
