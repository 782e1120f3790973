import pytest

from storybuilder.core.coaching.neutral import STRONG_ADVERBS, is_neutral


@pytest.mark.parametrize("word", ["the", "made", "situation", "later", "carefully", "wanted"])
def test_words_of_telling_state_nothing(word: str) -> None:
    assert is_neutral(word)


@pytest.mark.parametrize("word", ["promoted", "award", "delighted", "supplier", "fly", "called"])
def test_words_of_substance_do(word: str) -> None:
    assert not is_neutral(word)


def test_adverbs_that_exaggerate_are_no_way_of_telling() -> None:
    assert not any(is_neutral(word) for word in STRONG_ADVERBS)
