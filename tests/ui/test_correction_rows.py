from itertools import pairwise

import pytest

from storybuilder.core.correction import Correction, Corrections, WordCorrection, told_as
from storybuilder.core.story import Part
from storybuilder.core.voice import Span
from storybuilder.ui.correction_rows import correction_rows, sentence_spans, spans_after
from tests.builders import report, spoken

LINES = ("S We had queues.", "A I cut them.", "- So.")
REPORT = report(*LINES)  # half a second a word, as the transcript below
HEARD = spoken("We had queues. I cut them. So.", words_per_minute=120)
SPANS = (Span(0.0, 1.5), Span(1.5, 3.0), Span(3.0, 3.5))


def told(*made: Correction) -> list[tuple[str, Part | None, bool]]:
    rows = correction_rows(SPANS, REPORT, HEARD, Corrections(made))
    return [(row.text, row.part, row.corrected) for row in rows]


def test_every_sentence_of_a_take_is_one_stretch() -> None:
    assert sentence_spans(REPORT) == SPANS


def test_a_row_says_its_words_and_the_part_they_tell() -> None:
    assert told() == [
        ("We had queues.", Part.SITUATION, False),
        ("I cut them.", Part.ACTION, False),
        ("So.", None, False),
    ]


def test_a_row_knows_what_was_corrected_before_it_is_measured_anew() -> None:
    halved = WordCorrection(start_s=2.0, end_s=2.5, heard="cut", said="halved")
    assert told(told_as(SPANS[0], Part.TASK), Correction(words=(halved,)))[:2] == [
        ("We had queues.", Part.TASK, True),
        ("I halved them.", Part.ACTION, True),
    ]


def test_a_row_whose_words_were_not_said_is_empty_and_stays() -> None:
    gone = WordCorrection(start_s=3.0, end_s=3.5, heard="So.", said="")
    assert told(Correction(words=(gone,)))[2] == ("", None, True)


def test_a_stretch_over_two_sentences_tells_the_part_of_the_longer_one() -> None:
    (row,) = correction_rows([Span(1.0, 3.0)], REPORT, HEARD, Corrections())
    assert (row.text, row.part) == ("queues. I cut them.", Part.ACTION)


def test_a_stretch_where_no_sentence_is_tells_no_part() -> None:
    (row,) = correction_rows([Span(9.0, 10.0)], REPORT, HEARD, Corrections())
    assert (row.text, row.part) == ("", None)


@pytest.mark.parametrize("cuts_s", [(2.0,), (2.0, 2.5)])
def test_a_divided_stretch_becomes_its_pieces(cuts_s: tuple[float, ...]) -> None:
    edges = (1.5, *cuts_s, 3.0)
    pieces = tuple(Span(a, b) for a, b in pairwise(edges))
    parts = tuple(told_as(piece, None).parts[0] for piece in pieces)
    after = spans_after(SPANS, SPANS[1], Correction(parts=parts))
    assert after == (SPANS[0], *pieces, SPANS[2])


def test_a_stretch_that_is_not_divided_stays() -> None:
    assert spans_after(SPANS, SPANS[1], told_as(SPANS[1], None)) == SPANS
