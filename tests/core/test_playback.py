from itertools import pairwise

from storybuilder.core.playback import SPEEDS


def test_the_speeds_lie_around_that_of_the_speaker_and_rise() -> None:
    assert 1.0 in SPEEDS
    assert (SPEEDS[0], SPEEDS[-1]) == (0.75, 1.5)
    assert all(slower < faster for slower, faster in pairwise(SPEEDS))
