"""A story: what happened once, in four parts, ready to be told."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

StoryId = NewType("StoryId", str)


class Part(StrEnum):
    """One of the four parts of a STAR answer, in the order they are best told."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story as the person keeps it. Times are in UTC; empty text means not written yet."""

    id: StoryId
    created_at: datetime
    changed_at: datetime
    title: str = ""
    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    headline: str = ""
    lesson: str = ""
    must_land: str = ""
    primary_competency: str | None = None
    secondary_competencies: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    happened: str = ""
    """When it happened, as the person writes it: "2024", "March 2024"."""
    long_only: tuple[str, ...] = ()
    """Sentences, as they stand in the draft, that the short telling leaves out."""
    position: float = 0.0
    """Place in the list; between two others is the middle of theirs."""
    archived: bool = False
    deleted_at: datetime | None = None
    """Set when deleted; the story can be restored until it is purged."""

    def text_of(self, part: Part) -> str:
        """The draft of one part."""
        text: str = getattr(self, part.value)
        return text

    def with_part(self, part: Part, text: str) -> "Story":
        """The story with one part rewritten."""
        match part:
            case Part.SITUATION:
                return replace(self, situation=text)
            case Part.TASK:
                return replace(self, task=text)
            case Part.ACTION:
                return replace(self, action=text)
            case Part.RESULT:
                return replace(self, result=text)

    @property
    def missing_parts(self) -> tuple[Part, ...]:
        """Parts with no words yet, in telling order."""
        return tuple(part for part in Part if not self.text_of(part).strip())

    @property
    def spoken_text(self) -> str:
        """What would be said aloud: the written parts, one paragraph each."""
        return "\n".join(text for part in Part if (text := self.text_of(part).strip()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A story as it was at one time, kept before something replaced it."""

    kept_at: datetime
    reason: str
    story: Story = field(repr=False)
