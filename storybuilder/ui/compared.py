"""Two takes, read and measured for the screen that shows them side by side."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from storybuilder.core.comparison import Comparison, Passage, compare, passages_of
from storybuilder.core.correction import corrected, corrected_spans
from storybuilder.core.report import Report
from storybuilder.core.story import Part, Story
from storybuilder.core.take import Take, TakeId
from storybuilder.core.transcript import Transcript
from storybuilder.errors import StoryUnknown, TakeUnknown
from storybuilder.practice import Practice
from storybuilder.practice.reviewing import Asked
from storybuilder.ui import report_rows
from storybuilder.ui.compare_pair import Names, in_order, names_of
from storybuilder.ui.report_rows import Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One take of the two, with what was measured of it."""

    take: Take
    name: str
    """In the middle of a sentence."""
    story: Story | None
    report: Report
    words: Transcript
    corrected: Spans
    audible: bool
    """Whether its sound is there to be listened to."""

    def passages(self, part: Part | None) -> list[tuple[Passage, report_rows.Passage]]:
        """What it told of a part: where, and the words with their marks."""
        shown = report_rows.passages(self.report, self.words, self.corrected)
        name = part.value if part else "other"
        mine = [one for one in shown if one.part == name]
        return list(zip(passages_of(self.report, part), mine, strict=True))


@dataclass(frozen=True, slots=True)
class Compared:
    """The earlier and the later take, and what changed between them."""

    before: Side
    now: Side
    comparison: Comparison

    @property
    def names(self) -> Names:
        """What they are called."""
        return Names(self.before.name, self.now.name)


@dataclass(frozen=True, slots=True)
class Wordless:
    """A take whose words are not there, so that nothing can be compared."""

    take: Take


def takes_beside(practice: Practice, take: Take) -> tuple[Take, ...]:
    """The takes of the same story, this one among them, oldest first."""
    if take.story_id is None:
        return (take,)
    found = practice.rehearsing.of_story(take.story_id)
    return found if take in found else (*found, take)


def present_take(practice: Practice, id: TakeId) -> Take:
    """A take that was not deleted. Raises TakeUnknown."""
    take = practice.rehearsing.take(id)
    if take.deleted_at is not None:
        raise TakeUnknown(f"take {id} was deleted")
    return take


def compare_takes(
    practice: Practice, one: Take, other: Take, siblings: Sequence[Take]
) -> Compared | Wordless:
    """Measure both takes; where one has no words, which one that is. Slow."""
    before, now = in_order(one, other)
    names = names_of(before, now, siblings)
    sides = []
    for take, name in zip((before, now), names, strict=True):
        heard = practice.reviewing.heard(take)
        words = heard[1] if heard else None
        if words is None or not words.words:
            return Wordless(take)
        sides.append(_side(practice, take, name, words))
    thresholds = practice.setting_up.settings.thresholds
    return Compared(sides[0], sides[1], compare(sides[0].report, sides[1].report, thresholds))


def _side(practice: Practice, take: Take, name: str, heard: Transcript) -> Side:
    story = story_of(practice, take)
    asked = Asked(
        question=take.question,
        story=story,
        target=take.target,
        settings=practice.setting_up.settings,
    )
    return Side(
        take=take,
        name=name,
        story=story,
        report=practice.reviewing.report(take, asked),
        words=corrected(heard, take.corrections),
        corrected=corrected_spans(heard, take.corrections),
        audible=practice.listening.audible(take),
    )


def story_of(practice: Practice, take: Take) -> Story | None:
    """The story that a take tells; None where it tells none, or one that was deleted for good."""
    if take.story_id is None:
        return None
    with suppress(StoryUnknown):
        return practice.drafting.story(take.story_id)
    return None
