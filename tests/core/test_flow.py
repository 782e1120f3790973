import pytest

from storybuilder.core.flow import Flow

OPENED = Flow(opened_s=100.0)


def steady(seconds: float, share: float = 1.0) -> Flow:
    """A device that delivers this share of the sound, a block at a time, from 100 on."""
    flow = OPENED
    for n in range(1, round(seconds * 10) + 1):
        flow = flow.after(0.1 * share, 100 + n / 10)
    return flow


@pytest.mark.parametrize(("waited_s", "lost"), [(5.0, False), (5.1, True)])
def test_a_device_may_take_five_seconds_to_begin(waited_s: float, lost: bool) -> None:
    assert OPENED.is_lost(100 + waited_s) is lost


@pytest.mark.parametrize(("silent_s", "lost"), [(1.4, False), (1.6, True)])
def test_a_device_is_lost_after_a_second_and_a_half_of_silence(silent_s: float, lost: bool) -> None:
    assert steady(10).is_lost(110 + silent_s) is lost


@pytest.mark.parametrize(("share", "lost"), [(0.99, False), (0.97, True)])
def test_a_device_that_skips_more_than_two_percent_is_lost(share: float, lost: bool) -> None:
    assert steady(300, share).is_lost(400) is lost


def test_one_short_gap_does_not_lose_a_device() -> None:
    assert not steady(2, share=0.5).is_lost(102)


def test_an_hour_of_steady_sound_is_not_lost() -> None:
    assert not steady(3600).is_lost(3700)
