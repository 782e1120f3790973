import pytest

from storybuilder.core.voice import LONG_PAUSE_S, Span, Voice
from tests.builders import voiced


def test_a_span_is_as_long_as_from_start_to_end() -> None:
    assert Span(1.5, 4.0).length_s == 2.5


def test_speaking_is_the_sum_of_all_speech() -> None:
    assert voiced(10.0, (1.0, 3.0), (5.0, 8.5)).speaking_s == 5.5
    assert Voice(10.0).speaking_s == 0


@pytest.mark.parametrize(("gap_s", "listed"), [(2.49, False), (2.5, True), (4.0, True)])
def test_a_pause_is_long_from_two_and_a_half_seconds(gap_s: float, listed: bool) -> None:
    voice = voiced(60.0, (0.0, 10.0), (10.0 + gap_s, 30.0))
    assert LONG_PAUSE_S == 2.5
    assert voice.pauses() == ((Span(10.0, 10.0 + gap_s),) if listed else ())


def test_silence_before_and_after_the_speech_is_no_pause() -> None:
    assert voiced(60.0, (20.0, 30.0)).pauses() == ()
    assert Voice(60.0).pauses() == ()


def test_shorter_pauses_are_listed_when_asked_for() -> None:
    voice = voiced(10.0, (0.0, 2.0), (3.0, 4.0), (4.2, 9.0))
    assert voice.pauses(1.0) == (Span(2.0, 3.0),)
    assert len(voice.pauses(0.0)) == 2


def test_the_peak_is_unknown_unless_measured() -> None:
    assert Voice(1.0).peak_dbfs is None
