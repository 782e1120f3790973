import math
from array import array

import pytest

from storybuilder.core.level import Level, RecentLevels, measure_level
from storybuilder.core.meter import SILENCE_DBFS, Trouble

SILENT = Level()
SPEECH = Level(-25.0, -15.0)
SOFT_SPEECH = Level(-50.0, -40.0)
ROOM = Level(-75.0, -65.0)
CLIPPED = Level(-3.0, 0.0, clipped=True)


def block(*samples: int) -> bytes:
    return array("h", samples).tobytes()


def after(*blocks: Level) -> RecentLevels:
    levels = RecentLevels()
    for level in blocks:
        levels = levels.after(level)
    return levels


def talk(speech: Level, noise: Level = ROOM) -> list[Level]:
    """Five seconds: words and gaps by turns, as talking is."""
    return [speech, speech, noise] * 16 + [speech, noise]


def test_a_full_scale_sine_has_its_mean_three_decibels_below_its_peak() -> None:
    sine = [round(32_767 * math.sin(2 * math.pi * n / 16)) for n in range(1600)]
    level = measure_level(block(*sine))
    assert level.peak_dbfs == pytest.approx(0, abs=0.01)
    assert level.rms_dbfs == pytest.approx(-3.01, abs=0.01)


def test_half_the_amplitude_is_six_decibels_less() -> None:
    assert measure_level(block(16_384, -16_384)).rms_dbfs == pytest.approx(-6.02, abs=0.01)


def test_the_most_negative_sample_is_full_scale() -> None:
    assert measure_level(block(0, -32_768)).peak_dbfs == 0


@pytest.mark.parametrize("nothing", [b"", block(0, 0, 0)])
def test_digital_zero_is_silence(nothing: bytes) -> None:
    assert measure_level(nothing) == Level(SILENCE_DBFS, SILENCE_DBFS, clipped=False)


def test_the_smallest_sound_is_not_digital_zero() -> None:
    assert measure_level(block(*[0] * 1599, 1)).peak_dbfs > SILENCE_DBFS


@pytest.mark.parametrize(
    ("samples", "clipped"),
    [
        ([32_700, -32_700, 32_767], True),
        ([32_700, -32_700, 32_699], False),
        ([-32_768] * 3, True),
        ([32_767] * 2, False),
    ],
)
def test_a_block_is_clipped_from_three_samples_at_the_limit(
    samples: list[int], clipped: bool
) -> None:
    assert measure_level(block(*samples, 0, 0)).clipped is clipped


@pytest.mark.parametrize(("blocks", "trouble"), [(30, None), (31, Trouble.MUTED)])
def test_muted_is_more_than_three_seconds_of_digital_zero(
    blocks: int, trouble: Trouble | None
) -> None:
    assert after(SPEECH, *[SILENT] * blocks).trouble is trouble


def test_any_sound_ends_muted() -> None:
    assert after(*[SILENT] * 60, ROOM).trouble is None


@pytest.mark.parametrize(("blocks", "trouble"), [(1, None), (2, Trouble.CLIPPING)])
def test_clipping_is_more_than_one_block_in_ten_seconds(
    blocks: int, trouble: Trouble | None
) -> None:
    assert after(*[CLIPPED] * blocks, SPEECH).trouble is trouble


@pytest.mark.parametrize(("later", "trouble"), [(98, Trouble.CLIPPING), (99, None)])
def test_clipping_is_over_when_it_is_ten_seconds_ago(later: int, trouble: Trouble | None) -> None:
    assert after(CLIPPED, CLIPPED, *[SPEECH] * later).trouble is trouble


@pytest.mark.parametrize(("level_dbfs", "trouble"), [(-45.0, None), (-45.1, Trouble.QUIET)])
def test_quiet_is_speech_below_45_decibels(level_dbfs: float, trouble: Trouble | None) -> None:
    assert after(*talk(Level(level_dbfs, -30.0))).trouble is trouble


def test_quiet_takes_five_seconds_to_say() -> None:
    assert after(*talk(SOFT_SPEECH)[1:]).trouble is None
    assert after(*talk(SOFT_SPEECH)).trouble is Trouble.QUIET


@pytest.mark.parametrize(("words", "trouble"), [(9, None), (10, Trouble.QUIET)])
def test_quiet_needs_a_second_of_speech(words: int, trouble: Trouble | None) -> None:
    assert after(*[ROOM] * (50 - words), *[SOFT_SPEECH] * words).trouble is trouble


def test_a_quiet_room_is_not_quiet_speech() -> None:
    hum = [Level(-55.0 + wobble_db, -45.0) for wobble_db in (0, 4, 8)]
    assert after(*hum * 20).trouble is None


@pytest.mark.parametrize(("level_dbfs", "voiced"), [(-45.0, True), (-45.1, False)])
def test_a_voice_is_heard_from_45_decibels_up(level_dbfs: float, voiced: bool) -> None:
    assert after(*talk(Level(level_dbfs, -30.0))).voiced is voiced


@pytest.mark.parametrize(("words", "voiced"), [(9, False), (10, True)])
def test_a_voice_is_heard_after_a_second_of_it(words: int, voiced: bool) -> None:
    assert after(*[ROOM] * 5, *[SPEECH] * words).voiced is voiced


def test_a_voice_is_forgotten_five_seconds_after_it_fell_silent() -> None:
    assert after(*talk(SPEECH), *[ROOM] * 40).voiced is False
    assert after(*talk(SPEECH), *[ROOM] * 20).voiced is True


@pytest.mark.parametrize(("level_dbfs", "trouble"), [(-70.0, None), (-69.9, Trouble.QUIET)])
def test_a_room_after_the_zeros_of_a_device_being_switched_on_is_no_quiet_speech(
    level_dbfs: float, trouble: Trouble | None
) -> None:
    hiss = Level(level_dbfs, level_dbfs + 10)
    assert after(*[SILENT] * 10, *[hiss] * 40).trouble is trouble


def test_a_look_at_levels_holds_all_that_they_show() -> None:
    meter = after(*talk(SPEECH)).meter(5.0)
    assert (meter.elapsed_s, meter.level_dbfs, meter.peak_dbfs) == (5.0, -75.0, -15.0)
    assert (meter.voiced, meter.trouble) == (True, None)


def test_speaking_up_ends_quiet() -> None:
    assert after(*talk(SOFT_SPEECH), *[SPEECH] * 3).trouble is None


def test_muted_is_said_before_clipping() -> None:
    assert after(CLIPPED, CLIPPED, *[SILENT] * 31).trouble is Trouble.MUTED


def test_the_level_is_that_of_the_last_block_and_the_peak_that_of_the_last_second() -> None:
    levels = after(Level(-30.0, -3.0), Level(-20.0, -10.0), *[Level(-40.0, -28.0)] * 9)
    assert (levels.rms_dbfs, levels.peak_dbfs) == (-40.0, -10.0)


def test_no_blocks_are_silence_without_trouble() -> None:
    assert (RecentLevels().rms_dbfs, RecentLevels().peak_dbfs) == (SILENCE_DBFS, SILENCE_DBFS)
    assert RecentLevels().trouble is None


def test_no_more_than_ten_seconds_are_remembered() -> None:
    assert len(after(*[SPEECH] * 250).blocks) == 100
