"""What the coach is asked about: a story, or a take with what was heard in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from storybuilder.core.band import Band
from storybuilder.core.coaching.brief import (
    Brief,
    Exchange,
    next_question_brief,
    probe_brief,
    review_brief,
    suggest_brief,
    tighten_brief,
)
from storybuilder.core.coaching.help import Help
from storybuilder.core.correction import corrected
from storybuilder.core.report import Report
from storybuilder.core.story import Story, StoryId
from storybuilder.core.take import Take, TakeId
from storybuilder.errors import CoachRefused, StoryUnknown
from storybuilder.practice import Practice
from storybuilder.practice.reviewing import Asked

NO_STORY = StoryId("")
"""Of a take that was told without one: the answer is held against the take alone."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is known of it, as it was read."""

    story: Story
    take: Take | None = None
    transcript: str = ""
    report: Report | None = None


def of_story(practice: Practice, id: StoryId) -> Subject:
    """A story. Raises StoryUnknown."""
    return Subject(practice.drafting.story(id))


def of_take(practice: Practice, id: TakeId, help: Help) -> Subject:
    """A take with its words, and its story if it has one. Slow where a report is needed.

    Raises TakeUnknown, and CoachRefused for a take without words.
    """
    take = practice.rehearsing.take(id)
    story = _story_of(practice, take)
    heard = practice.reviewing.heard(take)
    if heard is None or heard[1] is None:
        raise CoachRefused("this take has no words yet", "open its report; they are written there.")
    words = corrected(heard[1], take.corrections).text
    report = None
    if help is Help.REVIEW:
        settings = practice.setting_up.settings
        asked = Asked(question=take.question, story=story, target=take.target, settings=settings)
        report = practice.reviewing.report(take, asked)
    empty = Story(id=NO_STORY, created_at=take.recorded_at, changed_at=take.recorded_at)
    return Subject(story or empty, take, words, report)


def brief_of(
    help: Help,
    subject: Subject,
    practice: Practice,
    target: Band,
    asked: Sequence[Exchange] = (),
) -> Brief:
    """What the coach is to know; interviews are put together elsewhere, answer by answer."""
    question = subject.take.question if subject.take else ""
    match help:
        case Help.TIGHTEN:
            pace = practice.setting_up.settings.words_per_minute
            return tighten_brief(subject.story, target, pace)
        case Help.SUGGEST:
            return suggest_brief(subject.story, practice.competencies)
        case Help.PROBE:
            return probe_brief(subject.story, subject.transcript, question)
        case Help.REVIEW if subject.report is not None:
            return review_brief(subject.report, question)
        case Help.NEXT_QUESTION:
            return next_question_brief(subject.transcript, question, asked)
        case _:
            raise CoachRefused("there is nothing to work on yet", "write or say something first.")


def _story_of(practice: Practice, take: Take) -> Story | None:
    if take.story_id is None:
        return None
    try:
        return practice.drafting.story(take.story_id)
    except StoryUnknown:
        return None
