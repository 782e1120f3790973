import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.suggesting.stem import stem


@pytest.mark.parametrize(
    "forms",
    [
        "prioritise prioritising prioritised prioritisation prioritize prioritization",
        "disagree disagreed disagreeing disagreement disagreements",
        "lead led leads leading",
        "plan plans planned planning",
        "priority priorities",
        "analyse analysed analyzing",
        "teach taught teaching",
        "colleague colleagues coworker coworkers",
        "negotiate negotiated negotiation",
        "class classes",
        "easy easily",
    ],
)
def test_forms_of_one_word_share_their_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("words", ["manager managed", "custom customer", "us use", "team teem"])
def test_other_words_keep_apart(words: str) -> None:
    one, other = words.split()
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["us", "ml", "bus", "a", ""])
def test_short_words_are_their_own_stems(word: str) -> None:
    assert stem(word) == word


@given(st.text(st.characters(categories=["Ll"]), min_size=1))
def test_every_word_keeps_its_first_letter_or_is_irregular(word: str) -> None:
    assert stem(word) and (stem(word)[0] == word[0] or len(word) <= 9)
