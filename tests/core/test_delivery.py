import pytest

from storybuilder.core.delivery import (
    duration_of,
    end_of,
    measure_delivery,
    measure_wording,
    second_of,
)
from storybuilder.core.threshold import Thresholds
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Span
from tests.builders import spoken, voiced

LIMITS = Thresholds()


def test_pace_is_words_per_minute_of_recording() -> None:
    heard = spoken("word " * 60, words_per_minute=120)
    assert measure_delivery(heard, voiced(60), LIMITS).words_per_minute == pytest.approx(60)


@pytest.mark.parametrize(("words", "known"), [(19, False), (20, True)])
def test_a_rate_needs_twenty_words(words: int, known: bool) -> None:
    delivery = measure_delivery(spoken("um " * words), voiced(60), LIMITS)
    assert (delivery.words_per_minute is not None) is known
    assert (delivery.fillers_per_minute is not None) is known


@pytest.mark.parametrize(("duration_s", "known"), [(9.9, False), (10, True)])
def test_a_rate_needs_ten_seconds(duration_s: float, known: bool) -> None:
    delivery = measure_delivery(spoken("word " * 30), voiced(duration_s), LIMITS)
    assert (delivery.words_per_minute is not None) is known


def test_no_filler_among_enough_words_is_a_rate_of_zero() -> None:
    assert measure_delivery(spoken("word " * 30), voiced(60), LIMITS).fillers_per_minute == 0


def test_a_filler_knows_its_second() -> None:
    heard = spoken("I went you know there", words_per_minute=60)
    (filler,) = measure_delivery(heard, None, LIMITS).fillers
    assert (filler.text, filler.start_char, filler.start_s) == ("you know", 7, 2.0)


@pytest.mark.parametrize(("gap_s", "pauses"), [(2.49, 0), (2.5, 1)])
def test_a_pause_is_long_from_two_and_a_half_seconds(gap_s: float, pauses: int) -> None:
    voice = voiced(30, (1, 10), (10 + gap_s, 30))
    assert len(measure_delivery(spoken("a b"), voice, LIMITS).long_pauses) == pauses


def test_without_a_voice_pauses_lie_between_words() -> None:
    heard = spoken("a b", words_per_minute=10, gap_s=3)
    assert measure_delivery(heard, None, LIMITS).long_pauses == (Span(3, 6),)
    assert measure_delivery(heard, None, LIMITS).speaking_share is None


def test_the_speaking_share_comes_from_the_voice() -> None:
    voice = voiced(20, (0, 5), (10, 20))
    assert measure_delivery(spoken("a"), voice, LIMITS).speaking_share == 0.75


def test_a_recording_of_no_length_has_no_speaking_share() -> None:
    assert measure_delivery(Transcript(), voiced(0), LIMITS).speaking_share is None


def test_a_text_shows_only_its_fillers() -> None:
    wording = measure_wording("Um, I went.")
    assert [(f.text, f.start_s) for f in wording.fillers] == [("Um", None)]
    assert wording.words_per_minute is wording.fillers_per_minute is wording.speaking_share is None


def test_a_recording_lasts_as_long_as_its_voice_file_or_its_words() -> None:
    assert duration_of(spoken("a b", words_per_minute=60), voiced(9)) == 9
    assert duration_of(spoken("a b", words_per_minute=60), None) == 2
    assert duration_of(Transcript(), None) == 0


def test_a_character_belongs_to_the_word_it_stands_in() -> None:
    heard = spoken("one two", words_per_minute=60)
    assert [second_of(heard, char) for char in (0, 2, 4, 6)] == [0, 0, 1, 1]
    assert end_of(heard, 6) == 2
    assert second_of(Transcript(), 0) is None
