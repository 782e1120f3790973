from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.correction import (
    Correction,
    Corrections,
    WordCorrection,
    as_heard,
    corrected,
    corrected_spans,
    given_part,
    is_corrected,
    read,
    relabelled,
    told_as,
    words_in,
)
from storybuilder.core.sentence import LabelledSentence, Sentence
from storybuilder.core.story import Part
from storybuilder.core.transcript import Transcript, Word
from storybuilder.core.voice import Span
from tests.builders import spoken

HEARD = spoken("the wait fell by fifty percent in May", words_per_minute=60)  # a word a second
NONE = Corrections()


def word(at_s: float, heard: str, said: str, *, lasts_s: float = 1.0) -> Correction:
    one = WordCorrection(start_s=at_s, end_s=at_s + lasts_s, heard=heard, said=said)
    return Correction(words=(one,))


def made(*corrections: Correction) -> Corrections:
    return Corrections(corrections)


FIFTEEN = word(4, "fifty", "fifteen")

# ---------------------------------------------------------------- words


def test_a_corrected_word_stands_where_it_was_heard_and_nobody_says_how_sure_it_is() -> None:
    sure = Transcript(tuple(replace(one, probability=0.9) for one in HEARD.words))
    words = corrected(sure, made(FIFTEEN)).words
    assert words[4] == Word("fifteen", 4.0, 5.0, None)
    assert words[:4] + words[5:] == sure.words[:4] + sure.words[5:]


def test_more_words_share_the_time_of_those_they_stand_for() -> None:
    words = corrected(HEARD, made(word(4, "fifty", "one and a half"))).words
    assert [(one.text, one.start_s, one.end_s) for one in words[4:8]] == [
        ("one", 4.0, 4.25),
        ("and", 4.25, 4.5),
        ("a", 4.5, 4.75),
        ("half", 4.75, 5.0),
    ]


def test_words_that_were_not_said_are_gone_and_leave_silence() -> None:
    words = corrected(HEARD, made(word(4, "fifty percent", "", lasts_s=2))).words
    assert [one.text for one in words] == ["the", "wait", "fell", "by", "in", "May"]
    assert (words[3].end_s, words[4].start_s) == (4.0, 6.0)


def test_the_latest_correction_of_a_place_holds() -> None:
    both = made(word(4, "fifty percent", "half", lasts_s=2), FIFTEEN)
    assert corrected(HEARD, both).text == "the wait fell by fifteen percent in May"


def test_a_correction_taken_back_leaves_the_one_before_it() -> None:
    earlier = word(4, "fifty", "sixty")
    both = made(earlier, FIFTEEN)
    assert both.without(FIFTEEN) == made(earlier)
    assert both.without(word(0, "the", "a")) == both


def test_only_the_last_of_two_equal_gestures_is_taken_back() -> None:
    sixty = word(4, "fifty", "sixty")
    assert made(FIFTEEN, sixty, FIFTEEN).without(FIFTEEN) == made(FIFTEEN, sixty)


@pytest.mark.parametrize(("late_s", "holds"), [(0.99, True), (-0.99, True), (1.01, False)])
def test_a_second_transcription_may_place_the_word_up_to_a_second_away(
    late_s: float, holds: bool
) -> None:
    later = Transcript(
        tuple(Word(one.text, one.start_s + late_s, one.end_s + late_s) for one in HEARD.words)
    )
    assert ("fifteen" in corrected(later, made(FIFTEEN)).text) is holds


def test_a_second_transcription_may_write_the_word_otherwise() -> None:
    again = spoken("The wait fell by Fifty, percent in May.", words_per_minute=60)
    assert "by fifteen percent" in corrected(again, made(FIFTEEN)).text


def test_a_correction_that_fits_nowhere_is_passed_over() -> None:
    better = spoken("the wait fell by fifteen percent in May", words_per_minute=60)
    assert corrected(better, made(word(4, "fifty", "sixteen"))) == better


def test_of_two_equal_words_the_nearer_one_is_meant() -> None:
    stutter = spoken("I I went", words_per_minute=60)
    words = corrected(stutter, made(word(1, "I", ""))).words
    assert [(one.text, one.start_s) for one in words] == [("I", 0.0), ("went", 2.0)]


def test_corrected_words_are_found_in_the_corrected_text() -> None:
    both = made(FIFTEEN, word(0, "the", ""), word(7, "May", "early May"))
    text = corrected(HEARD, both).text
    assert [text[a:b] for a, b in corrected_spans(HEARD, both)] == ["fifteen", "early May"]


@st.composite
def heard_and_corrections(draw: st.DrawFn) -> tuple[Transcript, Corrections]:
    texts = draw(st.lists(st.sampled_from(["I", "we", "um", "fell.", "By", "40"]), min_size=1))
    heard = spoken(" ".join(texts), words_per_minute=60)
    made = []
    for _ in range(draw(st.integers(0, 4))):
        low = draw(st.integers(0, len(texts) - 1))
        high = draw(st.integers(low + 1, min(len(texts), low + 3)))
        said = " ".join(draw(st.lists(st.sampled_from(["I", "fifteen", "x."]), max_size=3)))
        made.append(word(low, " ".join(texts[low:high]), said, lasts_s=high - low))
    return heard, Corrections(tuple(made))


@given(heard_and_corrections())
def test_words_outside_every_correction_never_change(
    given: tuple[Transcript, Corrections],
) -> None:
    heard, corrections = given
    touched = [(w.start_s, w.end_s) for one in corrections.made for w in one.words]
    outside = [w for w in heard.words if not any(a < w.end_s and w.start_s < b for a, b in touched)]
    kept = corrected(heard, corrections).words
    assert all(one in kept for one in outside)


@given(heard_and_corrections())
def test_the_words_of_a_corrected_take_stay_in_order(
    given: tuple[Transcript, Corrections],
) -> None:
    words = corrected(*given).words
    assert all(word.start_s <= word.end_s for word in words)
    assert all(one.end_s <= after.start_s for one, after in pairwise(words))


@given(heard_and_corrections(), st.sampled_from(["", "fifteen", "and so on"]))
def test_correcting_and_taking_back_gives_the_same_take(
    given: tuple[Transcript, Corrections], said: str
) -> None:
    heard, corrections = given
    one = word(0, heard.words[0].text, said)
    assert corrections.after(one).without(one) == corrections
    assert corrected(heard, NONE) == heard


@given(heard_and_corrections())
def test_corrected_spans_never_overlap_and_hold_whole_words(
    given: tuple[Transcript, Corrections],
) -> None:
    text, spans = corrected(*given).text, corrected_spans(*given)
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(one[1] < after[0] for one, after in pairwise(spans))


# ---------------------------------------------------------------- parts
TOLD = spoken("We had queues. I cut them and they fell.", words_per_minute=60)
SENTENCES = (Sentence("We had queues.", 0, 14), Sentence("I cut them and they fell.", 15, 40))
LABELLED = tuple(
    LabelledSentence(sentence=sentence, part=part, confidence=0.6)
    for sentence, part in zip(SENTENCES, (Part.SITUATION, Part.ACTION), strict=True)
)


def labels(*corrections: Correction) -> list[tuple[str, Part | None, float]]:
    told = relabelled(LABELLED, TOLD, made(*corrections))
    return [(one.sentence.text, one.part, one.confidence) for one in told]


def test_a_sentence_given_to_a_part_tells_it_for_certain() -> None:
    assert labels(told_as(Span(0, 3), Part.TASK)) == [
        ("We had queues.", Part.TASK, 1.0),
        ("I cut them and they fell.", Part.ACTION, 0.6),
    ]


def test_a_sentence_can_be_given_to_no_part() -> None:
    assert labels(told_as(Span(0, 3), None))[0] == ("We had queues.", None, 1.0)


def test_a_boundary_inside_a_sentence_cuts_it_there() -> None:
    assert labels(told_as(Span(6, 9), Part.RESULT))[1:] == [
        ("I cut them", Part.ACTION, 0.6),
        ("and they fell.", Part.RESULT, 1.0),
    ]


def test_every_piece_knows_where_it_stands_in_the_text() -> None:
    told = relabelled(LABELLED, TOLD, made(told_as(Span(4, 7), Part.RESULT)))
    assert all(TOLD.text[s.start_char : s.end_char] == s.text for s in (t.sentence for t in told))
    assert [one.sentence.text for one in told[1:]] == ["I", "cut them and", "they fell."]


def test_a_boundary_holds_also_between_two_pieces_of_the_same_part() -> None:
    two = Correction(
        parts=(*told_as(Span(3, 6), Part.TASK).parts, *told_as(Span(6, 9), Part.TASK).parts)
    )
    assert [text for text, _, _ in labels(two)[1:]] == ["I cut them", "and they fell."]


def test_the_latest_part_of_a_place_holds() -> None:
    both = (told_as(Span(0, 3), Part.TASK), told_as(Span(0, 3), Part.RESULT))
    assert labels(*both)[0][1] is Part.RESULT


def test_a_boundary_moves_with_the_word_in_a_second_transcription() -> None:
    again = Transcript(tuple(Word(w.text, w.start_s + 0.4, w.end_s + 0.4) for w in TOLD.words))
    told = relabelled(LABELLED, again, made(told_as(Span(6, 9), Part.RESULT)))
    assert [one.sentence.text for one in told[1:]] == ["I cut them", "and they fell."]


def test_without_part_corrections_labels_stay_as_they_are() -> None:
    assert relabelled(LABELLED, TOLD, made(FIFTEEN)) == LABELLED


# ---------------------------------------------------------------- as heard
def test_as_heard_restores_words_and_part_of_its_stretch_only() -> None:
    before = made(FIFTEEN, word(0, "the", "a"), told_as(Span(3, 6), Part.RESULT))
    after = before.after(as_heard(before, Span(3, 6)))
    assert corrected(HEARD, after).text == "a wait fell by fifty percent in May"
    assert not is_corrected(read(HEARD, after), after, Span(3, 6))
    assert is_corrected(read(HEARD, after), after, Span(0, 3))


def test_as_heard_makes_a_divided_sentence_whole_again() -> None:
    two = Correction(
        parts=(*told_as(Span(3, 6), Part.TASK).parts, *told_as(Span(6, 9), Part.TASK).parts)
    )
    before = made(two, told_as(Span(6, 9), Part.RESULT))
    assert labels(*before.made, as_heard(before, Span(6, 9))) == labels()


def test_what_is_corrected_after_it_was_restored_holds() -> None:
    assert labels(
        told_as(Span(0, 3), Part.TASK),
        Correction(restored=Span(0, 3)),
        told_as(Span(0, 3), Part.RESULT),
    )[0] == ("We had queues.", Part.RESULT, 1.0)


def test_restoring_can_be_taken_back() -> None:
    restoring = Correction(restored=Span(3, 6))
    assert made(FIFTEEN, restoring).without(restoring) == made(FIFTEEN)


@pytest.mark.parametrize(
    ("correction", "expected"),
    [
        (FIFTEEN, True),
        (told_as(Span(3, 6), None), True),
        (word(0, "the", "a"), False),
        (word(4, "fifty", ""), True),
    ],
)
def test_a_stretch_is_corrected_by_a_word_or_a_part_in_it(
    correction: Correction, expected: bool
) -> None:
    one = made(correction)
    assert is_corrected(read(HEARD, one), one, Span(4, 5)) is expected


@pytest.mark.parametrize(
    ("span", "words"), [(Span(3, 6), "by fifteen percent"), (Span(4.6, 5.4), ""), (Span(9, 10), "")]
)
def test_a_stretch_says_the_words_whose_middle_lies_in_it(span: Span, words: str) -> None:
    assert words_in(read(HEARD, made(FIFTEEN)), span) == words


def test_a_stretch_knows_the_part_it_was_given() -> None:
    both = made(told_as(Span(0, 3), None), told_as(Span(3, 6), Part.RESULT))
    pieces = read(HEARD, both)
    given = [given_part(pieces, both, Span(low, low + 1)) for low in (0, 3, 6)]
    assert [one and one.part for one in given] == [None, Part.RESULT, None]
    assert (given[0] is None, given[2] is None) == (False, True)
