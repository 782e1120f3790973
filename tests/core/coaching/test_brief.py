"""Briefs: what the coach is given, and which of it are the person's own words."""

import pytest

from storybuilder.core.band import Band
from storybuilder.core.coaching.brief import (
    Brief,
    Exchange,
    interview_brief,
    next_question_brief,
    probe_brief,
    review_brief,
    suggest_brief,
    tighten_brief,
)
from storybuilder.core.coaching.help import Help
from storybuilder.core.competency import Competency
from storybuilder.core.report import Report
from storybuilder.core.story import Part
from tests.builders import report, story

STORY = story(
    title="The late release",
    situation="We were late.",
    action="I cut the scope.",
    lesson="Ask early.",
    happened="2024",
)
ASKED = [Exchange("How late?", "Three weeks.")]


def test_written_parts_stand_under_their_names_and_empty_ones_are_left_out() -> None:
    told = probe_brief(STORY).values["story"]
    assert told == (
        "Situation:\nWe were late.\n\nAction:\nI cut the scope.\n\n"
        "Lesson:\nAsk early.\n\nWhen:\n2024"
    )


def test_an_answer_is_the_persons_own_and_a_question_is_not() -> None:
    brief = interview_brief(STORY, Part.TASK, ASKED, draft_now=False)
    assert brief.values["answers"] == "Q: How late?\nA: Three weeks."
    assert "Three weeks." in brief.own
    assert not any("How late" in text for text in brief.own)


def test_a_draft_is_asked_for_only_when_it_is_wished() -> None:
    asked, drafted = (
        interview_brief(STORY, Part.TASK, ASKED, draft_now=now).values["wish"]
        for now in (False, True)
    )
    assert asked.startswith("Ask the next question")
    assert drafted.startswith("Draft the part now")


def test_a_target_in_time_becomes_words_at_the_persons_pace() -> None:
    brief = tighten_brief(STORY, Band(60, 90), 140)
    assert brief.values["target"] == "140 to 210 words in all. It has 7 words now."


def test_competencies_are_named_with_what_shows_them() -> None:
    shown = Competency("delivery", "Delivery", "Gets it done in time.")
    listed = suggest_brief(STORY, [shown]).values["competencies"]
    assert listed == "delivery: Delivery (Gets it done in time.)"


def told_report() -> Report:
    return report("S We were late.", "A I cut it.", "A I called.")


def test_a_transcript_is_cut_into_its_parts() -> None:
    values = review_brief(told_report(), "Tell me.").values
    assert values["transcript"].startswith("Situation:\nWe were late.\n\nAction:\nI cut it.")
    assert values["measures"].startswith("Length: ")


def test_the_question_of_an_interviewer_is_no_fact_about_the_person() -> None:
    assert next_question_brief("I cut it.", "Who did?", ASKED).own == ("I cut it.", "Three weeks.")


@pytest.mark.parametrize(
    ("brief", "is_empty"),
    [
        (tighten_brief(story(), Band(60, 90), 140), True),
        (tighten_brief(STORY, Band(60, 90), 140), False),
        (interview_brief(story(), Part.TASK, ASKED, draft_now=False), False),
        (Brief(Help.PROBE, {"story": "x"}, ("", " \n")), True),
    ],
)
def test_a_brief_without_a_word_of_the_person_is_empty(brief: Brief, is_empty: bool) -> None:
    assert brief.is_empty is is_empty


def test_its_length_is_that_of_everything_in_it() -> None:
    assert Brief(Help.PROBE, {"story": "12345", "question": "123"}, ()).characters == 8


def test_what_is_ours_is_never_masked_and_what_is_told_always() -> None:
    brief = tighten_brief(STORY, Band(60, 90), 140)
    hidden = brief.hidden(lambda text: "hidden")
    assert (hidden["parts"], hidden["target"]) == ("hidden", brief.values["target"])
    assert brief.told == (brief.values["parts"],)
