from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.parts.phrasing import Phrasing, phrases_of
from storybuilder.core.parts.words import words_of

LEARNED = Phrasing(
    (0.1, 0.0, 0.0, 0.0, 0.0),
    {"my role": (0.0, 2.0, 0.0, 0.0, 0.0), "role": (-0.5, 0.0, 0.0, 0.0, 0.0)},
)


def test_phrases_are_words_and_pairs_with_both_ends() -> None:
    assert phrases_of(["i", "called"]) == {"i", "called", "^ i", "i called", "called $"}


def test_a_known_phrase_raises_its_label() -> None:
    task = LEARNED.scores(words_of("My role was to call."))
    assert task.index(max(task)) == 1
    assert LEARNED.scores(words_of("The role was mine."))[0] < LEARNED.scores([])[0]


def test_words_that_nobody_shares_weigh_nothing() -> None:
    assert LEARNED.scores(words_of("The harp broke.")) == LEARNED.scores([])


@given(st.text(max_size=80))
def test_scores_of_any_text_are_bounded_logarithms(text: str) -> None:
    assert all(-4 <= score <= 0 for score in LEARNED.scores(words_of(text)))
