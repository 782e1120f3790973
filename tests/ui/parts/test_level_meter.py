import flet as ft
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.ui.parts.level_meter import FLOOR_DBFS, TICKS, LevelMeter, meter_share
from storybuilder.ui.theme import LIGHT
from tests.ui.controls import texts


def lit(meter: LevelMeter) -> list[int]:
    """The ticks that stand high."""
    return [i for i, tick in enumerate(meter.ticks) if tick.height == 16]


def meter() -> LevelMeter:
    return LevelMeter(LIGHT, 400)


@pytest.mark.parametrize(
    ("dbfs", "share"),
    [(-120, 0), (FLOOR_DBFS, 0), (-30, 0.5), (-15, 0.75), (0, 1), (3, 1), (float("-inf"), 0)],
)
def test_the_meter_runs_from_a_quiet_room_to_full_scale(dbfs: float, share: float) -> None:
    assert meter_share(dbfs) == share


@given(st.floats(-200, 20), st.floats(-200, 20))
def test_louder_is_never_less(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= meter_share(low) <= meter_share(high) <= 1


def test_a_new_meter_is_dark_and_says_nothing() -> None:
    fresh = meter()
    assert lit(fresh) == []
    assert texts(fresh.root) == []
    assert fresh.show(0.0, 0.0, "") == []


@pytest.mark.parametrize(("level", "count"), [(0.0, 0), (0.5, 18), (1.0, TICKS), (1.5, TICKS)])
def test_the_level_lights_its_share_of_the_ticks(level: float, count: int) -> None:
    shown = meter()
    shown.show(level, level, "")
    assert lit(shown) == list(range(count))


@pytest.mark.parametrize(("peak", "tick"), [(0.75, 26), (1.0, TICKS - 1)])
def test_the_peak_stands_alone_above_the_level(peak: float, tick: int) -> None:
    shown = meter()
    shown.show(0.5, peak, "")
    assert lit(shown) == [*range(18), tick]


def test_a_peak_at_the_level_adds_nothing() -> None:
    shown = meter()
    shown.show(0.5, 0.5, "")
    assert lit(shown) == list(range(18))


def test_only_what_changed_is_sent() -> None:
    shown = meter()
    assert shown.show(0.5, 0.5, "Good level") == [shown.row, shown.words]
    assert shown.show(0.5, 0.5, "Good level") == []
    assert shown.show(0.501, 0.501, "Good level") == []
    assert shown.show(0.6, 0.6, "Good level") == [shown.row]
    assert shown.show(0.6, 0.6, "Too loud") == [shown.words]


def test_the_last_tenth_is_marked_as_too_loud() -> None:
    grounds = [tick.bgcolor for tick in meter().ticks]
    assert grounds.count(LIGHT.signal) == 3
    assert grounds[-3:] == [LIGHT.signal] * 3


@pytest.mark.parametrize("width", [0, 40, 400])
def test_ticks_can_be_seen_at_any_width(width: float) -> None:
    assert all((tick.width or 0) >= 2 for tick in LevelMeter(LIGHT, width).ticks)


def test_the_words_keep_their_place_when_there_are_none() -> None:
    shown = meter()
    places = [one for one in shown.root.controls if isinstance(one, ft.Container)]
    assert [one.height for one in places] == [18, 22]
