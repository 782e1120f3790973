import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.transcript import Transcript, Word
from storybuilder.ui.report_rows import Passage, Run
from storybuilder.ui.spoken_words import (
    AFTER_S,
    LONG_WORDS,
    Piece,
    mark_before,
    next_mark,
    paragraphs,
    pieces,
    word_heard,
)
from tests.builders import spoken

SAID = "Um, we had 41 warehouses."
WORDS = spoken(SAID, words_per_minute=60, gap_s=0.2)
PASSAGE = Passage(
    part="situation",
    start_s=0.0,
    runs=(
        Run("Um", "filler"),
        Run(", we had "),
        Run("41 warehouses", "number"),
        Run("."),
    ),
)


def cut(*runs: Run, start_char: int = 0) -> list[tuple[str, int | None, float, bool]]:
    passage = Passage(part="action", start_s=0.0, runs=runs, start_char=start_char)
    return [(one.run.text, one.word, one.at_s, one.marks) for one in pieces(passage, WORDS)]


def test_a_passage_is_cut_at_its_words_and_its_marks() -> None:
    assert [(one.run.text, one.word) for one in pieces(PASSAGE, WORDS)] == [
        ("Um", 0),
        (", ", 0),
        ("we ", 1),
        ("had ", 2),
        ("41 ", 3),
        ("warehouses", 4),
        (".", 4),
    ]


def test_a_mark_begins_once_and_is_heard_from_its_first_word() -> None:
    begun = [(one.run.text, one.at_s) for one in pieces(PASSAGE, WORDS) if one.marks]
    assert begun == [("Um", 0.0), ("41 ", 3.0)]


def test_each_piece_keeps_its_mark() -> None:
    assert [one.run.mark for one in pieces(PASSAGE, WORDS)][-3:] == ["number", "number", ""]


def test_a_pause_is_heard_from_the_end_of_the_word_before() -> None:
    assert cut(Run("Um, "), Run("2.0 s", "pause"), Run("we had")) == [
        ("Um, ", 0, 0.0, False),
        ("2.0 s", None, 0.8, True),
        ("we ", 1, 1.0, False),
        ("had", 2, 2.0, False),
    ]


def test_a_sound_before_the_first_word_is_heard_from_the_beginning() -> None:
    assert cut(Run("um?", "possible"), Run("Um,"))[0] == ("um?", None, 0.0, True)


def test_a_later_passage_counts_from_where_it_begins() -> None:
    assert cut(Run("had 41"), start_char=7) == [("had ", 2, 2.0, False), ("41", 3, 3.0, False)]


def test_a_figure_stays_with_its_unit() -> None:
    words = spoken("by 8 % more")
    passage = Passage(part="result", start_s=0.0, runs=(Run("by "), Run("8 %", "number")))
    assert [one.run.text for one in pieces(passage, words)] == ["by ", "8\u00a0", "%"]


@given(st.lists(st.sampled_from(["we", "cut", "8", "um,", "costs."]), min_size=1), st.data())
def test_nothing_is_lost_between_the_words(said: list[str], data: st.DataObject) -> None:
    text = " ".join(said)
    at = data.draw(st.integers(0, len(text)))
    runs = tuple(run for run in (Run(text[:at], "number"), Run(text[at:])) if run.text)
    found = pieces(Passage(part="action", start_s=0.0, runs=runs), spoken(text))
    assert "".join(one.run.text for one in found) == text
    assert {one.word for one in found} == set(range(len(said)))


# ---------------------------------------------------------------- what is heard, and the marks
@pytest.mark.parametrize(
    ("at_s", "word"),
    [(-0.1, None), (0.0, 0), (0.99, 0), (1.0, 1), (4.8, 4), (4.8 + AFTER_S, 4), (5.4, None)],
)
def test_the_word_that_is_heard(at_s: float, word: int | None) -> None:
    assert word_heard(WORDS, at_s) == word


def test_in_a_long_pause_no_word_is_heard() -> None:
    words = Transcript((Word("So", 0.0, 0.5), Word("we", 4.0, 4.5)))
    assert [word_heard(words, at_s) for at_s in (0.9, 2.0, 4.0)] == [0, None, 1]


def test_without_words_none_is_heard() -> None:
    assert word_heard(Transcript(), 1.0) is None


@pytest.mark.parametrize(("at_s", "mark"), [(0.0, 2.0), (2.0, 7.0), (6.9, 7.0), (7.0, None)])
def test_the_next_mark_is_one_that_was_not_reached(at_s: float, mark: float | None) -> None:
    assert next_mark((2.0, 7.0), at_s) == mark


@pytest.mark.parametrize(("at_s", "mark"), [(9.0, 7.0), (7.9, 2.0), (8.1, 7.0), (1.0, 0.0)])
def test_the_mark_before_is_not_the_one_that_has_just_begun(at_s: float, mark: float) -> None:
    assert mark_before((2.0, 7.0), at_s) == mark


# ---------------------------------------------------------------- paragraphs
def told(count: int, *ends: int) -> list[Piece]:
    return [Piece(Run("so. " if at in ends else "so "), at, 0.0, False) for at in range(count)]


@pytest.mark.parametrize(
    ("found", "sizes"),
    [
        (told(LONG_WORDS - 1, 5), [LONG_WORDS - 1]),
        (told(LONG_WORDS + 9, LONG_WORDS - 1), [LONG_WORDS, 9]),
        (told(LONG_WORDS + 9, 5, LONG_WORDS + 3), [LONG_WORDS + 4, 5]),
        (told(3 * LONG_WORDS), [3 * LONG_WORDS]),
        ([], []),
    ],
)
def test_a_long_passage_is_broken_where_a_sentence_ends(
    found: list[Piece], sizes: list[int]
) -> None:
    parts = list(paragraphs(found))
    assert [len(part) for part in parts] == sizes
    assert [one for part in parts for one in part] == found
