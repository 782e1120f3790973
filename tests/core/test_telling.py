from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.sentence import Sentence
from storybuilder.core.telling import BANDS, is_long_only, marked, short_telling
from tests.builders import story

STORY = story(situation="We sold bread. It rained.", action="I ran.\nI sat. I won.")


def split(text: str) -> tuple[Sentence, ...]:
    """Every stretch up to a full stop."""
    found, at = [], 0
    for line in text.split("."):
        words = line.strip()
        if words:
            start = text.index(words, at)
            at = start + len(words) + 1
            found.append(Sentence(text[start:at], start, at))
    return tuple(found)


def test_the_short_telling_leaves_marked_sentences_out() -> None:
    once = marked(STORY, "It rained.", True, split)
    short = short_telling(marked(once, "I sat.", True, split), split)
    assert (short.situation, short.action) == ("We sold bread.", "I ran.\nI won.")


def test_a_sentence_is_taken_in_again_when_its_mark_goes() -> None:
    once = marked(STORY, "It rained.", True, split)
    assert (is_long_only(once, "It rained."), is_long_only(once, "I ran.")) == (True, False)
    assert marked(once, "It rained.", True, split) == once
    assert marked(once, "It rained.", False, split).long_only == ()


def test_without_marks_both_tellings_are_one() -> None:
    assert short_telling(STORY, split) is STORY


def test_a_mark_goes_with_its_sentence_and_never_hits_another() -> None:
    once = marked(STORY, "It rained.", True, split)
    edited = story(long_only=once.long_only, situation="We sold bread. It poured.")
    assert short_telling(edited, split).situation == edited.situation
    assert marked(edited, "It poured.", True, split).long_only == ("It poured.",)


def test_white_space_does_not_hide_a_marked_sentence() -> None:
    spaced = story(long_only=("It  rained.",), situation="We sold bread. It\nrained.")
    assert short_telling(spaced, split).situation == "We sold bread."


def test_what_is_not_in_the_draft_is_not_marked() -> None:
    assert marked(STORY, "Never said.", True, split).long_only == ()


def test_the_bands_stand_apart() -> None:
    assert BANDS["short"].high_s < BANDS["long"].low_s


told = st.lists(st.sampled_from(["A.", "B b.", "C\nc.", "D."]), max_size=6)


@given(told, st.sampled_from([" ", "\n", "  "]), st.sets(st.sampled_from(["A.", "B b.", "C c."])))
def test_all_other_words_stay_in_their_order(
    sentences: list[str], between: str, left_out: set[str]
) -> None:
    whole = story(action=between.join(sentences), long_only=tuple(sorted(left_out)))
    kept = [one for one in sentences if " ".join(one.split()) not in left_out]
    assert short_telling(whole, split).action.split() == " ".join(kept).split()
