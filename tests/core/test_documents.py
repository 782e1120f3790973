import json
from datetime import UTC
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core import documents
from storybuilder.core.band import Band
from storybuilder.core.correction import (
    Correction,
    Corrections,
    PartCorrection,
    WordCorrection,
)
from storybuilder.core.documents import FORMAT, UPGRADES, format_of, upgraded
from storybuilder.core.language import LANGUAGES
from storybuilder.core.plain import Document, Misfit
from storybuilder.core.question import Question, QuestionId
from storybuilder.core.settings import Settings
from storybuilder.core.story import Part, Story, StoryId, Version
from storybuilder.core.take import Take, TakeId, TakeState
from storybuilder.core.threshold import Thresholds
from storybuilder.core.transcript import Transcript, Word
from storybuilder.core.voice import Span, Voice
from tests.builders import spoken, story, take

reals = st.floats(allow_nan=False, allow_infinity=False)
times = st.datetimes(timezones=st.just(UTC))
texts = st.text()
bands = st.builds(Band, reals, reals)
spans = st.builds(Span, reals, reals)
words = st.builds(Word, texts, reals, reals, st.none() | reals)
stories = st.builds(
    Story,
    id=texts.map(StoryId),
    created_at=times,
    changed_at=times,
    title=texts,
    situation=texts,
    task=texts,
    action=texts,
    result=texts,
    headline=texts,
    lesson=texts,
    must_land=texts,
    primary_competency=st.none() | texts,
    secondary_competencies=st.lists(texts).map(tuple),
    tags=st.lists(texts).map(tuple),
    happened=texts,
    position=reals,
    archived=st.booleans(),
    deleted_at=st.none() | times,
)
questions = st.builds(
    Question,
    id=texts.map(QuestionId),
    text=texts,
    competencies=st.lists(texts).map(tuple),
    bank=st.sampled_from(["common", "ml", "own"]),
    assessed=texts,
    key_points=st.lists(texts).map(tuple),
    follow_ups=st.lists(texts).map(tuple),
    frame=st.sampled_from(["STAR", "PROBLEM"]),
    commonness=st.integers(1, 5),
    source=texts,
    position=reals,
    deleted_at=st.none() | times,
)
corrections = st.builds(
    Correction,
    words=st.lists(
        st.builds(WordCorrection, start_s=reals, end_s=reals, heard=texts, said=texts)
    ).map(tuple),
    parts=st.lists(
        st.builds(
            PartCorrection, start_s=reals, end_s=reals, part=st.none() | st.sampled_from(Part)
        )
    ).map(tuple),
    restored=st.none() | spans,
)
takes = st.builds(
    Take,
    id=texts.map(TakeId),
    recorded_at=times,
    state=st.sampled_from(TakeState),
    target=bands,
    story_id=st.none() | texts.map(StoryId),
    question=texts,
    source=texts,
    duration_s=reals,
    deleted_at=st.none() | times,
    corrections=st.lists(corrections, max_size=3).map(lambda made: Corrections(tuple(made))),
)
settings = st.builds(
    Settings,
    model=texts,
    model_folder=texts,
    microphone=texts,
    target=st.builds(Band, st.floats(1, 100), st.floats(101, 1e6)),
    words_per_minute=st.integers(1, 1000),
    language=st.sampled_from(sorted(LANGUAGES)),
    theme=st.sampled_from(["system", "light", "dark"]),
    framework=texts,
    own_framework=texts,
    server_on=st.booleans(),
    server=st.sampled_from(["nas.local", "http://[fd00::5]:8000/v1"]),
    server_model=texts,
    server_confirmed=texts,
    thresholds=st.builds(Thresholds, burst_fillers=st.integers(0, 9), burst_s=st.floats(0, 99)),
)


def through_json(document: Document) -> Any:
    return json.loads(json.dumps(document))


@given(stories)
def test_a_story_comes_back_as_it_was(kept: Story) -> None:
    assert documents.story_from(through_json(documents.story_document(kept))) == kept


@given(st.builds(Version, kept_at=times, reason=texts, story=stories))
def test_a_version_comes_back_as_it_was(kept: Version) -> None:
    assert documents.version_from(through_json(documents.version_document(kept))) == kept


@given(takes)
def test_a_take_comes_back_as_it_was(kept: Take) -> None:
    assert documents.take_from(through_json(documents.take_document(kept))) == kept


@given(questions)
def test_a_question_comes_back_as_it_was(kept: Question) -> None:
    assert documents.question_from(through_json(documents.question_document(kept))) == kept


def test_a_question_needs_no_more_than_its_id_and_text() -> None:
    assert documents.question_from({"id": "q1", "text": "Why?"}) == Question(
        id=QuestionId("q1"), text="Why?"
    )


@given(st.builds(Voice, reals, st.lists(spans).map(tuple), st.none() | reals))
def test_a_voice_comes_back_as_it_was(kept: Voice) -> None:
    assert documents.voice_from(through_json(documents.voice_document(kept))) == kept


@given(st.builds(Transcript, st.lists(words).map(tuple), texts, texts))
def test_a_transcript_comes_back_as_it_was(kept: Transcript) -> None:
    assert documents.transcript_from(through_json(documents.transcript_document(kept))) == kept


@given(settings)
def test_settings_come_back_as_they_were(kept: Settings) -> None:
    assert documents.settings_from(through_json(documents.settings_document(kept))) == kept


def test_a_word_is_kept_as_a_short_list() -> None:
    document = documents.transcript_document(Transcript((Word("led", 0.5, 0.75, 0.9),)))
    assert document["words"] == [["led", 0.5, 0.75, 0.9]]


def test_a_word_may_leave_out_its_probability() -> None:
    read = documents.transcript_from({"words": [["led", 0.5, 0.75]]})
    assert read.words == (Word("led", 0.5, 0.75, None),)


def test_a_transcript_with_a_wrong_time_is_refused() -> None:
    document = documents.transcript_document(spoken("I led it"))
    with pytest.raises(ValueError, match=r"^words\.start_s is not a number$"):
        documents.transcript_from({**document, "words": [["I", "0", 1.0]]})


def test_a_take_from_before_corrections_has_none() -> None:
    document = documents.take_document(take("t1"))
    del document["corrections"]
    assert documents.take_from(through_json(document)) == take("t1")


def test_default_settings_are_kept_as_nothing() -> None:
    assert documents.settings_document(Settings()) == {}


def test_only_chosen_thresholds_are_kept() -> None:
    chosen = Settings(thresholds=Thresholds(long_pause_s=4))
    assert documents.settings_document(chosen) == {"thresholds": {"long_pause_s": 4}}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"target": [180, 120]}, "target"),
        ({"target": [0, 120]}, "target"),
        ({"words_per_minute": 0}, "words_per_minute"),
        ({"language": "German"}, "language"),
        ({"language": ""}, "language"),
        ({"theme": "pink"}, "theme"),
        ({"thresholds": {"burst_s": -1}}, "thresholds.burst_s"),
        ({"server": "http://ada:secret@nas.local"}, "server"),
        ({"server_on": True}, "server"),
        ({"thresholds": {"thin_words": [["task", 10]]}}, "thresholds.thin_words"),
    ],
)
def test_senseless_settings_are_refused_by_name(wrong: Document, field: str) -> None:
    with pytest.raises(Misfit, match=rf"^{field} "):
        documents.settings_from(wrong)


def test_the_least_sensible_settings_are_accepted() -> None:
    read = documents.settings_from({"target": [0.1, 0.2], "words_per_minute": 1})
    assert (read.target, read.words_per_minute) == (Band(0.1, 0.2), 1)


def test_a_story_is_kept_by_the_names_of_its_fields() -> None:
    document = documents.story_document(story("s1", action="I led it"))
    assert (document["action"], document["id"]) == ("I led it", "s1")
    assert {part.value for part in Part} <= set(document)


@pytest.mark.parametrize("wrong", [None, "1", 0, -1, 1.0, True])
def test_a_document_must_say_its_format(wrong: object) -> None:
    with pytest.raises(ValueError, match="format"):
        format_of({"format": wrong})


def _named(document: Document) -> Document:
    return {"name": document["title"]}


def _counted(document: Document) -> Document:
    return {**document, "letters": len(str(document["name"]))}


def test_an_old_document_is_upgraded_step_by_step() -> None:
    old: Document = {"format": 1, "title": "Moving"}
    assert upgraded(old, (_named, _counted)) == {"format": 3, "name": "Moving", "letters": 6}


def test_steps_already_taken_are_not_taken_again() -> None:
    old: Document = {"format": 2, "name": "Moving"}
    assert upgraded(old, (_named, _counted)) == {"format": 3, "name": "Moving", "letters": 6}


def test_the_newest_document_stays_as_it_is() -> None:
    assert upgraded({"format": FORMAT, "a": 1}) == {"format": FORMAT, "a": 1}
    assert len(UPGRADES) + 1 == FORMAT
