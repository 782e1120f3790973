import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.fit import LEVELS, Override
from storybuilder.core.parcel import Heard, Parcel, parcel_document, parcel_from, portable
from storybuilder.core.plain import Misfit
from storybuilder.core.question import Question, QuestionId
from storybuilder.core.settings import Settings
from storybuilder.core.story import StoryId, Version
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Voice
from tests.builders import story
from tests.core.test_documents import reals, settings, spans, stories, takes, texts, times, words

questions = st.builds(
    Question,
    id=texts.map(QuestionId),
    text=texts,
    competencies=st.lists(texts, max_size=2).map(tuple),
    bank=st.sampled_from(["common", "ml", "own"]),
    key_points=st.lists(texts, max_size=2).map(tuple),
    commonness=st.integers(1, 5),
    deleted_at=st.none() | times,
)
overrides = st.builds(
    Override,
    id=texts,
    story_id=texts.map(StoryId),
    question_id=texts,
    level=st.sampled_from(LEVELS),
)
voices = st.builds(Voice, reals, st.lists(spans, max_size=2).map(tuple), st.none() | reals)
transcripts = st.builds(Transcript, st.lists(words, max_size=3).map(tuple), texts, texts)
parcels = st.builds(
    Parcel,
    stories=st.lists(stories, max_size=2).map(tuple),
    versions=st.lists(
        st.builds(Version, kept_at=times, reason=texts, story=stories), max_size=2
    ).map(tuple),
    questions=st.lists(questions, max_size=2).map(tuple),
    overrides=st.lists(overrides, max_size=2).map(tuple),
    heard=st.lists(st.builds(Heard, takes, voices, st.none() | transcripts), max_size=2).map(tuple),
)


@given(parcels, settings)
def test_everything_in_a_parcel_comes_back_as_it_was(parcel: Parcel, chosen: Settings) -> None:
    document = json.loads(json.dumps(parcel_document(parcel, chosen)))
    assert parcel_from(document) == (parcel, portable(chosen))


def test_what_names_a_thing_of_this_computer_is_not_carried() -> None:
    chosen = Settings(model_folder="/home/ada/models", microphone="Ada's desk", theme="dark")
    document = parcel_document(Parcel(), chosen)
    assert document["settings"] == {"theme": "dark"}


def test_a_file_from_elsewhere_never_chooses_a_server() -> None:
    chosen = {"server_on": True, "server": "https://elsewhere.example", "server_model": "m"}
    came = parcel_from({"stories": [], "settings": chosen})
    assert came == (Parcel(), Settings())


def test_a_document_of_stories_alone_is_a_parcel() -> None:
    one = story("s1", title="The queue")
    whole = json.loads(json.dumps(parcel_document(Parcel(stories=(one,)), Settings())))
    alone = {"stories": whole["stories"]}
    assert parcel_from(alone) == (Parcel(stories=(one,)), Settings())


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"takes": []},
        {"stories": {}},
        {"stories": [], "heard": [{"take": {}}]},
        {"stories": [], "settings": {"words_per_minute": 0}},
        {"stories": [], "settings": []},
    ],
)
def test_what_is_no_parcel_does_not_fit(document: dict[str, object]) -> None:
    with pytest.raises(Misfit):
        parcel_from(document)
