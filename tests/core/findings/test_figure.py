import pytest

from storybuilder.core.findings.figure import clock, counted, percent, rate


def test_a_share_is_written_with_a_no_break_space() -> None:
    assert percent(0.08) == "8\N{NO-BREAK SPACE}%"


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (59.6, "1:00"), (62, "1:02"), (3600, "60:00")]
)
def test_seconds_are_written_as_on_a_clock(seconds: float, text: str) -> None:
    assert clock(seconds) == text


def test_a_rate_has_a_decimal_only_when_it_says_something() -> None:
    assert (rate(5), rate(6.25)) == ("5", "6.2")


def test_one_is_singular() -> None:
    assert counted(1, "pause") == "1\N{NO-BREAK SPACE}pause"
    assert counted(2, "pause") == "2\N{NO-BREAK SPACE}pauses"
