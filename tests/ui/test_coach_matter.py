from pathlib import Path

import pytest

from storybuilder.core.band import Band
from storybuilder.core.coaching.brief import Exchange
from storybuilder.core.coaching.help import Help
from storybuilder.core.take import TakeState
from storybuilder.errors import CoachRefused, StoryUnknown, TakeUnknown
from storybuilder.practice import Practice
from storybuilder.ui.coach_matter import NO_STORY, Subject, brief_of, of_story, of_take
from tests.builders import spoken, take, voiced
from tests.ui.coach_desk import ID, told
from tests.ui.still_window import practice_in

TARGET = Band(60, 90)
SAID = "I was at Kestrel. I called twelve customers."


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    practice = practice_in(tmp_path)
    practice.drafting.put(told())
    return practice


def with_take(practice: Practice, **fields: object) -> Practice:
    kept = take("t1", state=TakeState.READY, question="Tell me.", **fields)
    practice.rehearsing.takes.change("t1", lambda _: kept)
    practice.reviewing.files.keep(kept.id, voiced(10.0), spoken(SAID))
    return practice


def test_a_story_is_read_as_it_is_now(practice: Practice) -> None:
    assert of_story(practice, ID) == Subject(told())
    practice.drafting.purge(ID)
    with pytest.raises(StoryUnknown):
        of_story(practice, ID)


def test_a_take_comes_with_its_words_and_its_story(practice: Practice) -> None:
    subject = of_take(with_take(practice, story_id=ID), take().id, Help.PROBE)
    assert (subject.story, subject.transcript, subject.report) == (told(), SAID, None)


def test_a_take_whose_story_is_gone_or_never_was_stands_alone(practice: Practice) -> None:
    with_take(practice, story_id=ID)
    practice.drafting.purge(ID)
    assert of_take(practice, take().id, Help.PROBE).story.id == NO_STORY
    assert of_take(with_take(practice), take().id, Help.PROBE).story.spoken_text == ""


def test_a_take_without_words_or_none_at_all_is_refused(practice: Practice) -> None:
    with pytest.raises(TakeUnknown):
        of_take(practice, take().id, Help.PROBE)
    practice.rehearsing.takes.change("t1", lambda _: take("t1"))
    with pytest.raises(CoachRefused, match="no words yet"):
        of_take(practice, take().id, Help.PROBE)


def test_each_help_is_told_what_it_needs(practice: Practice) -> None:
    story = of_story(practice, ID)
    heard = of_take(with_take(practice, story_id=ID), take().id, Help.NEXT_QUESTION)
    exchanges = [Exchange("How many?", "Twelve.")]
    tightened = brief_of(Help.TIGHTEN, story, practice, TARGET)
    suggested = brief_of(Help.SUGGEST, story, practice, TARGET)
    probed = brief_of(Help.PROBE, heard, practice, TARGET)
    asked = brief_of(Help.NEXT_QUESTION, heard, practice, TARGET, exchanges)
    assert "140 to 210 words" in tightened.values["target"]
    assert "delivery: " in suggested.values["competencies"]
    assert (probed.values["transcript"], probed.values["question"]) == (SAID, "Tell me.")
    assert "Twelve." in asked.values["asked"]


def test_a_review_needs_a_report(practice: Practice) -> None:
    with_take(practice, story_id=ID)
    without = of_take(practice, take().id, Help.PROBE)
    with pytest.raises(CoachRefused):
        brief_of(Help.REVIEW, without, practice, TARGET)
