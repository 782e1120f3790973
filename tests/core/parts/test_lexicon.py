import pytest

from storybuilder.core.parts import lexicon
from storybuilder.core.token import tokens_of

LISTS = (
    lexicon.SITUATION,
    lexicon.TASK,
    lexicon.ACTION,
    lexicon.RESULT,
    lexicon.OTHER,
)


@pytest.mark.parametrize("cues", LISTS)
def test_a_cue_is_written_as_sentences_are_compared(cues: lexicon.Cues) -> None:
    for phrase, _ in cues:
        words = [t.lower for t in tokens_of(phrase.removeprefix("^ ")) if t.is_word]
        assert " ".join(words) == phrase.removeprefix("^ ")


@pytest.mark.parametrize("cues", LISTS)
def test_no_cue_is_listed_twice_for_a_part(cues: lexicon.Cues) -> None:
    phrases = [phrase for phrase, _ in cues]
    assert len(phrases) == len(set(phrases))


def test_a_verb_of_state_is_no_deed() -> None:
    assert not lexicon.PAST_OF_DOING & lexicon.NOT_DOING
