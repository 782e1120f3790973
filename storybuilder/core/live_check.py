"""The check that runs on every keystroke: a draft's words, time and figures, without sentences."""

from collections.abc import Mapping
from dataclasses import dataclass

from storybuilder.core.ownership import Ownership, count_actors
from storybuilder.core.parts.part_measure import PartVerdict, judge_part
from storybuilder.core.quantities.quantity import Quantity, find_quantities
from storybuilder.core.story import Part, Story
from storybuilder.core.threshold import Thresholds
from storybuilder.core.token import count_words


@dataclass(frozen=True, slots=True, kw_only=True)
class PartCheck:
    """One part of a draft. `quantities` index the part's own text; none is judged as a result."""

    words: int
    seconds: float
    """Time to say it at the set pace."""
    verdict: PartVerdict
    quantities: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCheck:
    """A draft as a whole."""

    parts: Mapping[Part, PartCheck]
    words: int
    seconds: float
    ownership: Ownership
    """I and we in the action."""


def check_draft(story: Story, words_per_minute: float, thresholds: Thresholds) -> DraftCheck:
    """Check a draft while it is being written. Quick: a few milliseconds for 400 words.

    Shares are judged once all four parts have words; before that every part would look heavy.
    """
    words = {part: count_words(story.text_of(part)) for part in Part}
    total = sum(words.values())
    whole = all(words.values())
    return DraftCheck(
        parts={
            part: PartCheck(
                words=words[part],
                seconds=60 * words[part] / words_per_minute,
                verdict=judge_part(
                    part, words[part], words[part] / total if whole else None, thresholds
                ),
                quantities=find_quantities(story.text_of(part)),
            )
            for part in Part
        },
        words=total,
        seconds=60 * total / words_per_minute,
        ownership=count_actors([story.action]),
    )
