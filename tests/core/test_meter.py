import pytest

from storybuilder.core.meter import SILENCE_DBFS, Meter, Trouble


@pytest.mark.parametrize("trouble", [Trouble.LOST, Trouble.DISK_FULL])
def test_a_lost_device_or_a_full_disk_ends_a_recording(trouble: Trouble) -> None:
    assert Meter(elapsed_s=3.0, trouble=trouble).ended


@pytest.mark.parametrize("trouble", [None, Trouble.QUIET, Trouble.CLIPPING, Trouble.MUTED])
def test_other_trouble_lets_it_go_on(trouble: Trouble | None) -> None:
    assert not Meter(elapsed_s=3.0, trouble=trouble).ended


def test_before_the_first_sound_a_meter_shows_silence_and_no_loss() -> None:
    meter = Meter(elapsed_s=0.0)
    assert (meter.level_dbfs, meter.peak_dbfs, meter.lost_s) == (SILENCE_DBFS, SILENCE_DBFS, 0.0)
