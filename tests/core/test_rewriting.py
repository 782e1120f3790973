import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.correction import (
    Correction,
    Corrections,
    corrected,
    read,
    relabelled,
    words_in,
)
from storybuilder.core.rewriting import divided, rewritten
from storybuilder.core.sentence import LabelledSentence, Sentence
from storybuilder.core.story import Part
from storybuilder.core.voice import Span
from tests.builders import spoken

HEARD = spoken("We were slow. The wait fell by fifty percent in May.", words_per_minute=60)
SECOND = Span(3, 11)
NONE = Corrections()


def typed(words: str, before: Corrections = NONE) -> Corrections:
    correction = rewritten(HEARD, before, SECOND, words)
    assert correction is not None
    return before.after(correction)


def replaced(corrections: Corrections) -> list[tuple[str, str]]:
    return [(word.heard, word.said) for one in corrections.made for word in one.words]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The wait fell by fifteen percent in May.", [("fifty", "fifteen")]),
        ("The wait fell by percent in May.", [("fifty", "")]),
        ("The long wait fell by fifty percent in May.", [("The", "The long")]),
        ("So the wait fell by fifty percent in May.", [("The", "So the")]),
        ("Then The wait fell by fifty percent in May.", [("The", "Then The")]),
        ("The wait fell from fifteen percent in May.", [("by", "from"), ("fifty", "fifteen")]),
        ("", [("The wait fell by fifty percent in May.", "")]),
    ],
)
def test_only_what_differs_is_corrected(words: str, expected: list[tuple[str, str]]) -> None:
    corrections = typed(words)
    assert replaced(corrections) == expected
    assert corrected(HEARD, corrections).text == f"We were slow. {words}".strip()


def test_words_that_stay_keep_their_times() -> None:
    words = corrected(HEARD, typed("The wait fell by nearly one half in May.")).words
    assert words[-2:] == HEARD.words[-2:]
    assert words[:7] == HEARD.words[:7]


@pytest.mark.parametrize(
    "same", ["The wait fell by fifty percent in May.", " The  wait fell by\tfifty percent in May. "]
)
def test_typing_what_stands_there_corrects_nothing(same: str) -> None:
    assert rewritten(HEARD, NONE, SECOND, same) is None


def test_typing_the_heard_words_again_takes_a_correction_back() -> None:
    once = typed("The wait fell by fifteen percent in May.")
    again = typed("The wait fell by fifty percent in May.", once)
    assert corrected(HEARD, again) == HEARD


def test_a_stretch_typed_empty_can_be_filled_again() -> None:
    filled = typed("It fell by half.", typed(""))
    assert words_in(read(HEARD, filled), SECOND) == "It fell by half."
    assert corrected(HEARD, filled).text == "We were slow. It fell by half."


@given(
    st.lists(st.lists(st.sampled_from(["The", "wait", "fell.", "by", "x", "fifty"])), max_size=4)
)
def test_whatever_is_typed_stands_there_and_nowhere_else(edits: list[list[str]]) -> None:
    corrections = NONE
    for words in edits:
        correction = rewritten(HEARD, corrections, SECOND, " ".join(words))
        corrections = corrections.after(correction) if correction else corrections
        assert words_in(read(HEARD, corrections), SECOND).split() == words
        assert corrected(HEARD, corrections).text.split() == ["We", "were", "slow.", *words]


# ---------------------------------------------------------------- dividing
def pieces_of(correction: Correction | None) -> list[tuple[str, Part | None]]:
    corrections = NONE.after(correction) if correction else NONE
    text = corrected(HEARD, corrections).text
    whole = LabelledSentence(
        sentence=Sentence(text[14:], 14, len(text)), part=Part.TASK, confidence=0.4
    )
    told = relabelled([whole], corrected(HEARD, corrections), corrections)
    return [(one.sentence.text, one.part) for one in told]


def test_a_new_line_divides_a_sentence() -> None:
    lines = ["The wait fell", "by fifty percent in May."]
    assert pieces_of(divided(HEARD, NONE, SECOND, lines, Part.ACTION)) == [
        ("The wait fell", Part.ACTION),
        ("by fifty percent in May.", Part.ACTION),
    ]


def test_words_typed_before_the_new_line_are_corrected_with_it() -> None:
    lines = ["The queue shrank", "by fifteen percent", "in May."]
    correction = divided(HEARD, NONE, SECOND, lines, None)
    assert [text for text, _ in pieces_of(correction)] == lines


@pytest.mark.parametrize("lines", [["", "The wait fell by fifty percent in May."], ["", " "]])
def test_a_line_without_words_divides_nothing(lines: list[str]) -> None:
    correction = divided(HEARD, NONE, SECOND, lines, Part.ACTION)
    assert correction is None or correction.parts == ()


def test_a_sentence_can_be_divided_twice() -> None:
    first = divided(HEARD, NONE, SECOND, ["The wait fell", "by fifty percent in May."], Part.TASK)
    assert first is not None
    once = NONE.after(first)
    second = divided(HEARD, once, Span(6, 11), ["by fifty percent", "in May."], Part.RESULT)
    assert second is not None
    told = relabelled(
        [LabelledSentence(sentence=Sentence(HEARD.text[14:], 14, 52), part=None, confidence=0.1)],
        HEARD,
        once.after(second),
    )
    assert [(one.sentence.text, one.part) for one in told] == [
        ("The wait fell", Part.TASK),
        ("by fifty percent", Part.RESULT),
        ("in May.", Part.RESULT),
    ]
