"""Tellings: one story in two lengths, the short one without some sentences of the long one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from storybuilder.core.band import Band
from storybuilder.core.sentence import Sentence
from storybuilder.core.story import Part, Story

Telling = Literal["long", "short"]
Split = Callable[[str], Sequence[Sentence]]
BANDS: Mapping[Telling, Band] = {"long": Band(150, 195), "short": Band(75, 105)}
"""How long each should take, once a story has both: about three minutes, about ninety seconds."""


def is_long_only(story: Story, sentence: str) -> bool:
    """Whether the short telling leaves a sentence of the draft out."""
    return _plain(sentence) in {_plain(mark) for mark in story.long_only}


def short_telling(story: Story, split: Split) -> Story:
    """The story as it is told in short: its parts without the sentences marked for the long one."""
    if not story.long_only:
        return story
    for part in Part:
        story = story.with_part(part, _shortened(story, story.text_of(part), split))
    return story


def marked(story: Story, sentence: str, long_only: bool, split: Split) -> Story:
    """The story with a sentence left out of the short telling, or taken into it again.

    Marks of sentences that are no longer in the draft go.
    """
    told = [one.text for part in Part for one in split(story.text_of(part))]
    marks = {_plain(mark) for mark in story.long_only} - {_plain(sentence)}
    marks |= {_plain(sentence)} if long_only else set()
    kept = dict.fromkeys(_plain(one) for one in told if _plain(one) in marks)
    return replace(story, long_only=tuple(kept))


def _shortened(story: Story, text: str, split: Split) -> str:
    """The sentences that stay; a line begins where one began."""
    short, end = "", 0
    for sentence in split(text):
        if not is_long_only(story, sentence.text):
            opens_line = "\n" in text[end : sentence.start_char]
            short += ("\n" if opens_line else " ") * bool(short) + sentence.text
            end = sentence.end_char
    return short


def _plain(sentence: str) -> str:
    return " ".join(sentence.split())
