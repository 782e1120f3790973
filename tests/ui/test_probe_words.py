"""What is said around questions: how hard, how many, and what was left out."""

import pytest

from storybuilder.core.probe_card import ProbeCard
from storybuilder.core.story import StoryId
from storybuilder.ui.probe_words import (
    answer_route,
    cards_news,
    hardness_word,
    points_left_out,
    questions_left_out,
)


def test_hardness_is_told_in_words_from_kind_to_very_hard() -> None:
    words = [hardness_word(number) for number in range(1, 6)]
    assert (words[0], words[-1], len(set(words))) == ("kind", "very hard", 5)


@pytest.mark.parametrize(
    ("many", "told"),
    [(0, "Nothing to ask about yet."), (1, "One question to"), (5, "Five questions to")],
)
def test_the_title_says_how_many_questions_there_are(many: int, told: str) -> None:
    assert cards_news([ProbeCard("Why?", "", 1)] * many).startswith(told)


@pytest.mark.parametrize(
    ("dropped", "told"),
    [(0, ""), (1, "1 point was left out: it"), (2, "2 points were left out: they")],
)
def test_points_that_are_left_out_are_counted_with_the_reason(dropped: int, told: str) -> None:
    assert points_left_out(dropped).startswith(told)
    assert bool(points_left_out(dropped)) is bool(dropped)


@pytest.mark.parametrize(
    ("dropped", "told"),
    [(0, ""), (1, "1 question or quote was left out: it"), (3, "3 questions or quotes were")],
)
def test_questions_that_are_left_out_are_counted_with_the_reason(dropped: int, told: str) -> None:
    assert questions_left_out(dropped).startswith(told)


def test_a_question_is_answered_with_its_story_or_without_one() -> None:
    assert answer_route(StoryId("s1"), "2") == "/rehearse/s1/aloud/2"
    assert answer_route(None, "2") == "/rehearse/aloud/2"
