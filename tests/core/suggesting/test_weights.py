from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.adapters.competency_model import CompetencyModel
from storybuilder.core.suggesting.weights import LONG, MOST, MOST_SPANS, Weights, hear
from storybuilder.core.suggestion import evidence_words
from storybuilder.places import assets

SMALL = Weights(
    {"conflict": -1.0, "delivery": -1.0},
    {
        "disagre": {"conflict": 3.0, "delivery": -1.0},
        "deadlin": {"delivery": 2.0},
        "tight deadlin": {"delivery": 2.0},
        "boss": {"conflict": 1.5},
    },
)
CARRIED = CompetencyModel(assets() / "models")
"""The model that the program carries."""
WORDS = st.text("Ietdao .\né1’", max_size=60) | st.lists(
    st.sampled_from(("I", "disagreed", "deadline", "team", ".", "\n", "boss", "the", "é", "12"))
).map(" ".join)


def test_the_likelier_competency_comes_first_with_its_words() -> None:
    text = "I disagreed with my boss over a deadline."
    first, second = SMALL.suggest(text)
    assert (first.id, evidence_words(text, first)) == ("conflict", ("disagreed with my boss",))
    assert (second.id, evidence_words(text, second)) == ("delivery", ("deadline",))


def test_words_that_stand_together_are_one_piece_of_evidence() -> None:
    text = "It was a tight deadline"
    assert evidence_words(text, SMALL.suggest(text)[0]) == ("tight deadline",)


def test_the_same_words_are_shown_once() -> None:
    text = "My boss called. My boss wrote. The boss came."
    assert evidence_words(text, SMALL.suggest(text)[0]) == ("boss",)
    assert SMALL.suggest(text)[0].evidence == ((3, 7),)


def test_what_nothing_speaks_for_is_not_suggested() -> None:
    assert [one.id for one in SMALL.suggest("We disagreed.")] == ["conflict"]


@pytest.mark.parametrize("text", ["", " ", "...", "12", "the of and", "Schlagsahne"])
def test_a_text_that_says_nothing_suggests_nothing(text: str) -> None:
    assert SMALL.suggest(text) == ()


def test_a_word_counts_once_however_often_it_is_said() -> None:
    once, often = (SMALL.suggest(text)[0].score for text in ("boss", "boss. " * LONG))
    assert once == pytest.approx(often)


def test_a_word_of_a_long_text_counts_less() -> None:
    short, long = hear("boss " * LONG), hear("boss " * (LONG + 1))
    assert short.loudness == 1.0
    assert long.loudness == pytest.approx((LONG / (LONG + 1)) ** 0.5)
    assert SMALL.scores(long)["conflict"] < SMALL.scores(short)["conflict"]


@given(st.text() | WORDS)
def test_any_text_is_suggested_for_in_order_and_within_its_bounds(text: str) -> None:
    found = CARRIED(text)
    assert len(found) <= MOST
    assert all(0 <= one.score <= 1 for one in found)
    assert all(one.score >= other.score for one, other in pairwise(found))
    assert len({one.id for one in found}) == len(found)


@given(st.text() | WORDS)
def test_evidence_is_some_words_of_the_text(text: str) -> None:
    for one in CARRIED(text):
        assert 1 <= len(one.evidence) <= MOST_SPANS
        for start, end in one.evidence:
            assert 0 <= start < end <= len(text)
            assert text[start].isalpha() and text[end - 1].isalpha()


@given(st.text())
def test_the_same_text_gets_the_same_suggestions(text: str) -> None:
    assert CARRIED(text) == CARRIED(text)


@pytest.mark.parametrize(
    ("question", "id"),
    [
        ("Tell me about a time you disagreed with your manager.", "conflict"),
        ("How do you cope with unclear requirements?", "adaptability"),
        ("Describe how you got buy-in without any authority.", "influence"),
        ("What is your greatest weakness?", "failure_learning"),
        ("How do you juggle several projects?", "prioritisation"),
        ("Tell me about mentoring a junior.", "mentoring"),
        ("Explain a technical idea to somebody non-technical.", "communication"),
    ],
)
def test_plain_questions_are_understood(question: str, id: str) -> None:
    assert CARRIED(question)[0].id == id
