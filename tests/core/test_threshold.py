from dataclasses import fields

import pytest

from storybuilder.core.band import Band
from storybuilder.core.story import Part
from storybuilder.core.threshold import Thresholds, source_of
from storybuilder.core.voice import LONG_PAUSE_S


@pytest.mark.parametrize("rule", [rule.name for rule in fields(Thresholds)])
def test_every_threshold_names_its_source(rule: str) -> None:
    assert len(source_of(rule)) > 20


def test_an_unknown_threshold_has_no_source() -> None:
    with pytest.raises(KeyError):
        source_of("loudness")


def test_the_recommended_split_adds_up_to_a_whole_answer() -> None:
    bands = [Thresholds().share_of(part) for part in Part]
    assert sum(band.low_s for band in bands) <= 1 <= sum(band.high_s for band in bands)


def test_the_action_should_take_more_than_half() -> None:
    assert Thresholds().share_of(Part.ACTION) == Band(0.50, 0.70)


def test_the_long_pause_has_one_home() -> None:
    assert Thresholds().long_pause_s == LONG_PAUSE_S


def test_a_person_can_change_what_counts_as_thin() -> None:
    mine = Thresholds(thin_words=((Part.TASK, 3),))
    assert mine.thin_words_of(Part.TASK) == 3
