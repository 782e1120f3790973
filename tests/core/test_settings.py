from dataclasses import FrozenInstanceError

import pytest

from storybuilder.core.band import Band
from storybuilder.core.settings import SUGGESTED_MODEL, Settings
from storybuilder.core.speech_model import speech_model
from storybuilder.core.threshold import Thresholds


def test_the_suggested_model_is_one_that_can_be_had() -> None:
    assert Settings().model == SUGGESTED_MODEL
    assert speech_model(SUGGESTED_MODEL) is not None


def test_an_answer_is_to_take_two_to_three_minutes_unless_chosen() -> None:
    assert Settings().target == Band(120, 180)


def test_the_pace_is_an_ordinary_one_unless_chosen() -> None:
    assert 120 <= Settings().words_per_minute <= 170


def test_nothing_is_chosen_that_only_the_person_can_know() -> None:
    fresh = Settings()
    assert (fresh.model_folder, fresh.microphone, fresh.theme) == ("", "", "system")
    assert fresh.thresholds == Thresholds()


def test_settings_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().theme = "dark"  # type: ignore[misc]
