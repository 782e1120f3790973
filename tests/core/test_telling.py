from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.sentence import Sentence
from storybuilder.core.telling import BANDS, is_long_only, short_telling, toggled
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
    marked = toggled(toggled(STORY, "It rained.", split), "I sat.", split)
    short = short_telling(marked, split)
    assert (short.situation, short.action) == ("We sold bread.", "I ran.\nI won.")


def test_a_sentence_is_taken_in_again_by_the_second_mark() -> None:
    once = toggled(STORY, "It rained.", split)
    assert (is_long_only(once, "It rained."), is_long_only(once, "I ran.")) == (True, False)
    assert toggled(once, "It rained.", split).long_only == ()


def test_without_marks_both_tellings_are_one() -> None:
    assert short_telling(STORY, split) is STORY


def test_a_mark_goes_with_its_sentence_and_never_hits_another() -> None:
    marked = toggled(STORY, "It rained.", split)
    edited = story(long_only=marked.long_only, situation="We sold bread. It poured.")
    assert short_telling(edited, split).situation == edited.situation
    assert toggled(edited, "It poured.", split).long_only == ("It poured.",)


def test_white_space_does_not_hide_a_marked_sentence() -> None:
    marked = story(long_only=("It  rained.",), situation="We sold bread. It\nrained.")
    assert short_telling(marked, split).situation == "We sold bread."


def test_what_is_not_in_the_draft_is_not_marked() -> None:
    assert toggled(STORY, "Never said.", split).long_only == ()


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
