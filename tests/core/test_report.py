from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.correction import NO_CORRECTIONS, Corrections, told_as
from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.core.parts.hint import Hint
from storybuilder.core.report import Report, build_report
from storybuilder.core.sentence import LabelledSentence, Sentence
from storybuilder.core.story import Part, Story
from storybuilder.core.threshold import Thresholds
from storybuilder.core.token import count_words
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Span, Voice
from tests.builders import sentences_of, spoken, story, voiced
from tests.labeller import LABELLER
from tests.outcomes import OUTCOMES

ANSWER = (
    "Two years ago I was working at a bakery where the orders were often wrong.\n"
    "My task was to halve the wrong orders before the holidays.\n"
    "I asked the drivers to photograph every crate and I wrote a list for the packers.\n"
    "As a result wrong orders fell from 30 to 9 a week."
)


def reported(
    text: str = ANSWER,
    *,
    heard: Transcript | None = None,
    voice: Voice | None = None,
    drafted: Story | None = None,
    today: date | None = None,
    corrections: Corrections = NO_CORRECTIONS,
) -> Report:
    return build_report(
        file="answer.txt",
        text=heard.text if heard else text,
        sentences=sentences_of(text) if text else (),
        target=DEFAULT_TARGET,
        words_per_minute=120,
        thresholds=Thresholds(),
        labeller=LABELLER.label,
        outcomes=OUTCOMES,
        transcript=heard,
        voice=voice,
        story=drafted,
        today=today,
        corrections=corrections,
    )


def test_a_text_is_timed_by_estimate_only() -> None:
    report = reported()
    assert report.words == 54
    assert report.duration_s is None
    assert report.estimated_duration_s == report.length.seconds == pytest.approx(27)
    assert report.delivery.words_per_minute is None


def test_every_part_is_found_and_the_result_has_its_figure() -> None:
    report = reported()
    assert report.missing == ()
    assert [told.part for told in report.sentences] == list(Part)
    assert report.quantified_result


def test_a_take_is_as_long_as_its_recording() -> None:
    heard = spoken(ANSWER, words_per_minute=120)
    report = reported(heard=heard, voice=voiced(100))
    assert report.duration_s == report.length.seconds == 100


def test_sentences_begin_and_end_with_their_words() -> None:
    heard = spoken(ANSWER, words_per_minute=60)
    report = reported(heard=heard)
    assert (report.sentences[0].start_s, report.sentences[0].end_s) == (0, 15)
    assert report.sentences[1].start_s == 15


def test_the_seconds_of_the_parts_add_up_to_the_spoken_stretch() -> None:
    heard = spoken(ANSWER, words_per_minute=97, gap_s=0.1)
    report = reported(heard=heard)
    stretch_s = heard.words[-1].end_s - heard.words[0].start_s
    assert sum(report.parts[part].seconds or 0 for part in Part) == pytest.approx(stretch_s)


def test_a_draft_is_compared_only_when_there_is_one() -> None:
    assert reported().drafted is None
    compared = reported(drafted=story(result="From 30 to 9 a week.")).drafted
    assert compared is not None
    assert compared.said == ("From 30 to 9",)


def test_the_age_of_a_story_needs_the_date() -> None:
    old = story(result="From 30 to 9.", happened="2012")
    codes = [f.code for f in reported(drafted=old, today=date(2026, 1, 1)).findings]
    assert "happened_long_ago" in codes
    assert "happened_long_ago" not in [f.code for f in reported(drafted=old).findings]


def test_a_recording_without_words_reports_nothing_told() -> None:
    report = reported("", heard=Transcript(), voice=voiced(5))
    assert report.missing == tuple(Part)
    assert report.fix is None


def test_the_labeller_decides_which_parts_are_told() -> None:
    def as_actions(
        sentences: Sequence[Sentence], hints: Sequence[Hint]
    ) -> tuple[LabelledSentence, ...]:
        return tuple(
            LabelledSentence(sentence=sentence, part=Part.ACTION, confidence=1.0)
            for sentence in sentences
        )

    report = build_report(
        file="a",
        text=ANSWER,
        sentences=sentences_of(ANSWER),
        target=DEFAULT_TARGET,
        words_per_minute=120,
        thresholds=Thresholds(),
        labeller=as_actions,
    )
    assert report.missing == (Part.SITUATION, Part.TASK, Part.RESULT)


def test_what_the_person_gave_to_a_part_holds_over_the_labeller() -> None:
    heard = spoken(ANSWER, words_per_minute=60)
    given = Corrections((told_as(Span(0, 15), Part.RESULT), told_as(Span(15, 26), None)))
    report = reported(heard=heard, corrections=given)
    assert [told.part for told in report.sentences] == [Part.RESULT, None, Part.ACTION, Part.RESULT]
    assert report.missing == (Part.SITUATION, Part.TASK)
    assert report.parts[Part.RESULT].seconds == 15 + 12


def test_the_fix_is_the_first_finding_that_is_one() -> None:
    fix = reported().fix
    assert fix is not None
    assert fix.code == "too_short"


DRAFT = story(
    situation="The bakery sent out wrong orders.",
    task="I had to halve them before the holidays.",
    action="As a result wrong orders fell from 30 to 9 a week.",
    result="I asked the drivers to photograph every crate and I wrote a list for the packers.",
)


def test_a_draft_at_hand_says_which_part_a_sentence_tells() -> None:
    told = [one.part for one in reported(drafted=DRAFT).sentences]
    assert told == [Part.SITUATION, Part.TASK, Part.RESULT, Part.ACTION]


@given(st.text(st.sampled_from("I asked 9 drivers. Wrong orders fell 30 % \nM ü"), max_size=120))
def test_shares_of_a_take_with_a_draft_sum_to_what_was_told(text: str) -> None:
    found = reported(text, drafted=DRAFT)
    untold = sum(count_words(one.sentence.text) for one in found.sentences if one.part is None)
    told = sum(found.parts[part].share for part in Part) * found.words
    assert told + untold == pytest.approx(found.words)
