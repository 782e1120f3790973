"""A take: one recording of a story or a question."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal, NewType

from storybuilder.core.band import Band
from storybuilder.core.correction import NO_CORRECTIONS, Corrections
from storybuilder.core.story import StoryId
from storybuilder.core.telling import Telling

TakeId = NewType("TakeId", str)


class TakeState(StrEnum):
    """How far a take has come. Exactly one holds at any time."""

    RECORDING = "recording"
    """Being recorded now, or cut off by a crash and not yet recovered."""
    WAITING = "waiting"
    """Recorded; its words wait for a speech model or for their turn."""
    READY = "ready"
    """Its words are written beside the audio."""
    SILENT = "silent"
    """No voice was found in it; the recording is kept."""


Ending = Literal["person", "lost", "disk_full", "crash"]
"""Why a recording stopped: the person, the device going away, no room left, or a crash."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """One recording. The audio and its words are files named after `id`, not part of this value."""

    id: TakeId
    recorded_at: datetime
    state: TakeState
    target: Band
    story_id: StoryId | None = None
    telling: Telling = "long"
    """Which telling of the story it is; a report compares it with that one's draft."""
    question: str = ""
    source: str = ""
    """Name of the imported file; empty for a recording of our own."""
    duration_s: float = 0.0
    ended_by: Ending = "person"
    deleted_at: datetime | None = None
    corrections: Corrections = NO_CORRECTIONS
    """What the person put right in its words and parts."""
