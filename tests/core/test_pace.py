import pytest

from storybuilder.core.pace import sustained_pace
from storybuilder.core.threshold import Thresholds
from storybuilder.core.transcript import Transcript, Word
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
