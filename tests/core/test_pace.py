import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.pace import sustained_pace
from storybuilder.core.threshold import Thresholds
from storybuilder.core.transcript import Transcript, Word
from storybuilder.core.voice import Span
from tests.builders import spoken


@pytest.mark.parametrize(
    ("words_per_minute", "verdicts"),
    [(105, ["slow"]), (111, []), (150, []), (179, []), (190, ["fast"])],
)
def test_only_a_pace_outside_the_limits_is_noted(
    words_per_minute: float, verdicts: list[str]
) -> None:
    heard = spoken("word " * 120, words_per_minute=words_per_minute)
    assert [stretch.verdict for stretch in sustained_pace(heard, Thresholds())] == verdicts


def test_a_short_burst_of_speed_is_not_noted() -> None:
    heard = spoken("word " * 60, words_per_minute=200)
    assert heard.words[-1].end_s < 20
    assert sustained_pace(heard, Thresholds()) == ()


def test_a_stretch_has_its_place_and_its_pace() -> None:
    slow = [Word("a", 0.5 * i, 0.5 * i + 0.4) for i in range(60)]
    fast = [Word("b", 30 + 0.25 * i, 30 + 0.25 * i + 0.2) for i in range(120)]
    (stretch,) = sustained_pace(Transcript((*slow, *fast)), Thresholds())
    assert stretch.verdict == "fast"
    assert 15 <= stretch.span.start_s <= 30
    assert stretch.span.end_s == pytest.approx(60, abs=1)


def test_silence_has_no_pace() -> None:
    assert sustained_pace(Transcript(), Thresholds()) == ()


def paced(*blocks: tuple[int, float]) -> Transcript:
    """So many words, each so many seconds after the last, block after block."""
    words, at_s = [], 0.0
    for count, step_s in blocks:
        for _ in range(count):
            words.append(Word("w", at_s, at_s + 0.8 * step_s))
            at_s += step_s
    return Transcript(tuple(words))


@pytest.mark.parametrize(("slow_s", "found"), [(14, 0), (24, 1)])
def test_twenty_slow_seconds_amid_an_even_answer_are_found(slow_s: int, found: int) -> None:
    heard = paced((75, 0.4), (slow_s, 1.0), (75, 0.4))
    stretches = sustained_pace(heard, Thresholds(pace_slow=75))
    assert len(stretches) == found
    assert all(stretch.span.start_s <= 30 and stretch.span.end_s >= 48 for stretch in stretches)


def test_a_long_pause_is_no_slow_speech() -> None:
    even = [Word("w", 0.5 * at + (6 if at > 40 else 0), 0.5 * at + 0.4) for at in range(80)]
    heard, pause = Transcript(tuple(even)), Span(20.4, 26.5)
    assert [stretch.verdict for stretch in sustained_pace(heard, Thresholds())] == ["slow"]
    assert sustained_pace(heard, Thresholds(), [pause]) == ()


@given(st.lists(st.tuples(st.integers(5, 60), st.floats(0.15, 1.2)), min_size=1, max_size=6))
def test_every_stretch_lasts_and_is_as_fast_or_slow_as_it_says(
    blocks: list[tuple[int, float]],
) -> None:
    for stretch in sustained_pace(paced(*blocks), Thresholds()):
        assert stretch.span.length_s >= 20 - 1e-6
        pace = stretch.words_per_minute
        assert pace > 180 if stretch.verdict == "fast" else pace < 110
