from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.piece import LEAST_S, MOST_S, closed_pieces, joined, pieces
from storybuilder.core.transcript import Transcript, Word
from storybuilder.core.voice import Span, Voice
from tests.builders import voiced

SILENT = Voice(10.0)


def rounded(found: tuple[Span, ...]) -> list[tuple[float, float]]:
    return [(round(span.start_s, 3), round(span.end_s, 3)) for span in found]


def test_silence_holds_no_piece() -> None:
    assert pieces(SILENT) == closed_pieces(SILENT) == ()


@pytest.mark.parametrize(("gap_s", "count"), [(2.99, 1), (3.0, 2)])
def test_a_long_silence_ends_a_piece(gap_s: float, count: int) -> None:
    assert len(pieces(voiced(30, (0, 5), (5 + gap_s, 12)))) == count


@pytest.mark.parametrize(("gap_s", "count"), [(0.59, 1), (0.61, 2)])
def test_a_pause_ends_a_piece_that_is_long_enough(gap_s: float, count: int) -> None:
    assert len(pieces(voiced(30, (0, 11), (11 + gap_s, 15)))) == count


@pytest.mark.parametrize(("end_s", "count"), [(9.9, 1), (10.0, 2)])
def test_a_short_piece_goes_on_over_a_pause(end_s: float, count: int) -> None:
    assert len(pieces(voiced(30, (0, end_s), (11, 15)))) == count


def test_a_piece_that_gets_too_long_ends_in_the_widest_gap_of_its_later_part() -> None:
    voice = voiced(40, (0, 8), (9, 15), (15.5, 20), (20.4, 30))
    assert rounded(pieces(voice)) == [(0.0, 15.25), (15.25, 30.3)]


def test_a_piece_without_a_gap_in_its_later_part_ends_in_an_earlier_one() -> None:
    assert rounded(pieces(voiced(40, (0, 6), (6.4, 30)))) == [(0.0, 6.2), (6.2, 30.3)]


def test_speech_without_any_gap_is_cut_where_a_piece_must_end() -> None:
    assert rounded(pieces(voiced(70, (1, 61)))) == [(0.7, 26), (26, 51), (51, 61.3)]


def test_margins_end_in_the_middle_of_the_silence_and_at_the_ends_of_the_recording() -> None:
    found = pieces(voiced(50, (0.1, 20), (20.4, 40), (44, 49.9)))
    assert rounded(found) == [(0.0, 20.2), (20.2, 40.3), (43.7, 50.0)]


@pytest.mark.parametrize(("long_s", "count"), [(0.29, 2), (0.31, 3)])
def test_a_cough_between_two_long_silences_is_not_heard(long_s: float, count: int) -> None:
    assert len(pieces(voiced(30, (0, 5), (10, 10 + long_s), (15, 20)))) == count


def test_the_rest_of_speech_that_had_to_be_cut_is_heard_however_short() -> None:
    assert len(pieces(voiced(40, (0, MOST_S + 0.1)))) == 2


@pytest.mark.parametrize(("now_s", "closed"), [(12.59, 0), (12.61, 1)])
def test_a_growing_recording_closes_a_piece_once_the_pause_is_long_enough(
    now_s: float, closed: int
) -> None:
    assert len(closed_pieces(voiced(now_s, (0, 12)))) == closed


@pytest.mark.parametrize(("now_s", "closed"), [(25.0, 0), (25.1, 1)])
def test_a_growing_recording_closes_a_piece_once_it_is_too_long(now_s: float, closed: int) -> None:
    assert len(closed_pieces(voiced(now_s, (0, 20), (20.4, now_s)))) == closed


LENGTHS_S = st.floats(0.05, 40, allow_nan=False)
VOICES = st.lists(st.tuples(st.floats(0.3, 5), LENGTHS_S), max_size=20)


def voice_of(turns: list[tuple[float, float]], after_s: float) -> Voice:
    """A voice from turns of silence and speech."""
    edges = list(accumulate(length for turn in turns for length in turn))
    spans = tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))
    return Voice((edges[-1] if edges else 0.0) + after_s, spans)


def known(voice: Voice, now_s: float) -> Voice:
    """What is known of a voice at a time: all of it, cut off there."""
    spans = [Span(s.start_s, min(s.end_s, now_s)) for s in voice.speech if s.start_s < now_s]
    return Voice(now_s, tuple(spans))


@given(VOICES, st.floats(0, 5), st.lists(st.floats(0, 1), max_size=10))
def test_followed_in_any_steps_a_recording_gives_the_pieces_of_the_whole(
    turns: list[tuple[float, float]], after_s: float, shares: list[float]
) -> None:
    voice = voice_of(turns, after_s)
    whole = pieces(voice)
    for share in shares:
        closed = closed_pieces(known(voice, share * voice.duration_s))
        assert closed == whole[: len(closed)]
    assert len(whole) - len(closed_pieces(voice)) in (0, 1)


@given(VOICES, st.floats(0, 5))
def test_pieces_hold_all_speech_in_order_and_none_is_too_long(
    turns: list[tuple[float, float]], after_s: float
) -> None:
    voice = voice_of(turns, after_s)
    whole = pieces(voice)
    for piece in whole:
        assert 0 <= piece.start_s < piece.end_s <= voice.duration_s + 1e-9
        assert piece.length_s <= MOST_S + 0.61
    assert all(a.end_s <= b.start_s + 1e-9 for a, b in pairwise(whole))
    heard_s = sum(
        max(0.0, min(s.end_s, p.end_s) - max(s.start_s, p.start_s))
        for s in voice.speech
        for p in whole
    )
    short_s = sum(one.length_s for one in voice.speech if one.length_s < LEAST_S)
    assert voice.speaking_s - short_s <= heard_s + 1e-6 <= voice.speaking_s + 2e-6


def test_the_words_of_all_pieces_are_joined_in_order() -> None:
    first = Transcript((Word("I", 0.0, 1.2),), "en", "base.en")
    second = Transcript((Word("led", 1.0, 1.1), Word("it", 4.8, 5.4)), "en", "base.en")
    words = (Word("I", 0.0, 1.2), Word("led", 1.2, 1.2), Word("it", 4.8, 5.0))
    assert joined([first, second], 5.0) == Transcript(words, "en", "base.en")
    assert joined([], 5.0) == Transcript()
