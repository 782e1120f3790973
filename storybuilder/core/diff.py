"""Differences: what words of a text were taken away and what words were added."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from storybuilder.core.story import Story

Change = Literal["same", "removed", "added"]
NAMES = {
    "title": "Title",
    "situation": "Situation",
    "task": "Task",
    "action": "Action",
    "result": "Result",
    "lesson": "Lesson",
    "headline": "Headline",
    "must_land": "Must-land line",
}
"""The texts that are compared, in the order they are shown."""
_WORD = re.compile(r"\n|\S+")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row with one fate. Single spaces stand between words; line ends are kept."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class TextChange:
    """What became of one text of a story."""

    name: str
    runs: tuple[Run, ...]


def changes(before: Story, after: Story) -> tuple[TextChange, ...]:
    """The texts of a story that differ, word by word. Nothing when only white space does."""
    found = (
        TextChange(name, word_diff(getattr(before, field), getattr(after, field)))
        for field, name in NAMES.items()
    )
    return tuple(one for one in found if any(run.change != "same" for run in one.runs))


def word_diff(before: str, after: str) -> tuple[Run, ...]:
    """The way from one text to the other; where words are replaced, what went comes first."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    # Without junk: frequent words are words too, and the texts are short.
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    runs: list[Run] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            runs.append(Run("same", _joined(old[a:b])))
            continue
        runs += [Run("removed", _joined(old[a:b]))] if a < b else []
        runs += [Run("added", _joined(new[c:d]))] if c < d else []
    return tuple(runs)


def _joined(words: list[str]) -> str:
    """Words with single spaces between them, none around a line end."""
    return re.sub(r" ?\n ?", "\n", " ".join(words))
