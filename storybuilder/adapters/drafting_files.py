"""What helps a person begin, from data files that the program carries.

A file that is missing or wrong is a bug of ours.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

from storybuilder.core.documents import story_from
from storybuilder.core.story import Story
from storybuilder.core.story_prompt import StoryPrompt
from storybuilder.core.template import Template

_WRITTEN = datetime(2026, 1, 1, tzinfo=UTC).isoformat()
"""The files name no time; whoever adds an example says when."""


def load_prompts(path: Path) -> tuple[StoryPrompt, ...]:
    """The prompts to find stories, in their order."""
    entries = json.loads(path.read_text(encoding="utf-8"))
    return tuple(
        StoryPrompt(
            entry["id"], entry["group"], entry["text"], entry["title"], tuple(entry["competencies"])
        )
        for entry in entries
    )


def load_templates(path: Path) -> tuple[Template, ...]:
    """The templates, one for each competency."""
    return tuple(Template(**entry) for entry in json.loads(path.read_text(encoding="utf-8")))


def load_examples(path: Path) -> tuple[Story, ...]:
    """The example stories, in their order."""
    entries = json.loads(path.read_text(encoding="utf-8"))["stories"]
    times = {"created_at": _WRITTEN, "changed_at": _WRITTEN}
    return tuple(story_from({**times, **entry}) for entry in entries)
