"""Probing: a draft by its sentences, a take by what was said and put right in it."""

from dataclasses import replace
from pathlib import Path

import pytest

from storybuilder.core.correction import Correction, Corrections, WordCorrection
from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.core.settings import Settings
from storybuilder.core.story import Part
from storybuilder.core.take import Take, TakeState
from storybuilder.errors import TakeUnknown
from storybuilder.practice import Practice
from storybuilder.practice.reviewing import Asked
from tests.builders import spoken, story, take, voiced
from tests.ui.still_window import practice_in

ANSWER = (
    "Last spring our clinic had long queues. My task was to halve the waiting time. "
    "We called every patient and wrote down the reasons. "
    "The waiting time fell from 40 to 15 minutes."
)
ASKED = Asked(target=DEFAULT_TARGET, settings=Settings())


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    return practice_in(tmp_path)


def written_down(practice: Practice) -> Take:
    made = take(state=TakeState.READY, duration_s=30.0)
    practice.reviewing.files.keep(made.id, voiced(30.0), spoken(ANSWER))
    return made


def test_a_draft_is_asked_about_its_own_sentences(practice: Practice) -> None:
    draft = story(action="I looked first. We called every patient.", lesson="Ask early.")
    cards = practice.probing.of_story(draft)
    assert "We called every patient." in [card.about for card in cards]
    assert "do differently" not in " ".join(card.asks for card in cards)
    assert {card.part for card in cards if card.hardness == 1} == {Part.RESULT, Part.TASK}


def test_a_story_without_words_has_no_cards(practice: Practice) -> None:
    assert practice.probing.of_story(story(title="Later")) == ()


def test_a_take_is_asked_about_what_was_said(practice: Practice) -> None:
    cards = practice.probing.of_take(written_down(practice), ASKED)
    assert "We called every patient and wrote down the reasons." in [card.about for card in cards]


def test_a_take_is_asked_about_its_words_as_they_were_put_right(practice: Practice) -> None:
    made = written_down(practice)
    third = spoken(ANSWER).words[14]
    said = WordCorrection(start_s=third.start_s, end_s=third.end_s, heard="We", said="I")
    right = replace(made, corrections=Corrections((Correction(words=(said,)),)))
    cards = practice.probing.of_take(right, ASKED)
    assert "do yourself" not in " ".join(card.asks for card in cards)


def test_a_take_without_words_has_no_cards_yet(practice: Practice) -> None:
    with pytest.raises(TakeUnknown):
        practice.probing.of_take(take(), ASKED)
