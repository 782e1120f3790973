import pytest

from storybuilder.core.length import DEFAULT_TARGET, Band, judge_length, parse_band
from storybuilder.core.threshold import Thresholds


@pytest.mark.parametrize(
    ("seconds", "verdict"),
    [
        (0, "too_short"),
        (59.99, "too_short"),
        (60, "short"),
        (89.99, "short"),
        (90, "ok"),
        (180, "ok"),
        (180.01, "long"),
        (240, "long"),
        (240.01, "too_long"),
    ],
)
def test_the_default_target_has_these_limits(seconds: float, verdict: str) -> None:
    assert judge_length(seconds, DEFAULT_TARGET, Thresholds()).verdict == verdict


@pytest.mark.parametrize(
    ("seconds", "verdict"),
    [
        (29.9, "too_short"),
        (30, "short"),
        (44.9, "short"),
        (45, "ok"),
        (90, "ok"),
        (90.1, "long"),
        (120, "long"),
        (120.1, "too_long"),
    ],
)
def test_another_target_scales_by_the_same_rule(seconds: float, verdict: str) -> None:
    assert judge_length(seconds, Band(60, 90), Thresholds()).verdict == verdict


def test_the_limits_can_be_changed() -> None:
    strict = Thresholds(short_of_low=1.0)
    assert judge_length(119, DEFAULT_TARGET, strict).verdict == "short"


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("2:00-3:00", Band(120, 180)),
        ("90-150", Band(90, 150)),
        (" 1:30 – 2:00 ", Band(90, 120)),
        ("59-1:00", Band(59, 60)),
    ],
)
def test_a_span_of_time_is_read(text: str, band: Band) -> None:
    assert parse_band(text) == band


@pytest.mark.parametrize("text", ["", "2:00", "3:00-2:00", "2:00-2:00", "1:75-3:00", "a-b", "0-0"])
def test_what_is_no_rising_span_is_refused(text: str) -> None:
    assert parse_band(text) is None
