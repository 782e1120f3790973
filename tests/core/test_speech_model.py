import pytest
from faster_whisper.utils import _MODELS

from storybuilder.core.computer import Computer
from storybuilder.core.settings import SUGGESTED_MODEL
from storybuilder.core.speech_model import (
    SPEECH_MODELS,
    USUAL,
    SpeechModel,
    model_names,
    speech_model,
    suggested,
)


def test_the_suggested_model_is_one_we_know() -> None:
    model = speech_model(SUGGESTED_MODEL)
    assert model is not None
    assert model.relative_speed == 1.0


def test_an_unknown_name_is_no_model() -> None:
    assert speech_model("huge") is None


def test_every_name_is_there_once_and_in_the_list_for_sentences() -> None:
    names = [model.name for model in SPEECH_MODELS]
    assert len(set(names)) == len(names)
    assert model_names().startswith("tiny.en, base.en, small.en, distil-small.en")
    assert set(USUAL) <= set(names)


@pytest.mark.parametrize("model", SPEECH_MODELS, ids=lambda model: model.name)
def test_a_model_is_where_faster_whisper_looks_for_it(model: SpeechModel) -> None:
    assert model.repository == _MODELS[model.name]
    assert (model.languages == 1) == (".en" in model.name or "distil" in model.name)


def test_a_larger_english_model_is_slower_and_hears_better() -> None:
    usual = [model for model in SPEECH_MODELS if model.name in USUAL]
    wrong = [model.word_error_share or 0.0 for model in usual]
    assert wrong == sorted(wrong, reverse=True)
    speeds = [model.relative_speed or 0.0 for model in usual]
    assert speeds == sorted(speeds, reverse=True)
    sizes = [model.download_mb or 0 for model in usual]
    assert sizes == sorted(sizes)


def test_what_nobody_measured_is_unknown() -> None:
    for model in SPEECH_MODELS:
        assert model.download_mb is None or model.download_mb > 0
        assert model.relative_speed is None or model.relative_speed > 0
        assert model.word_error_share is None or 0 < model.word_error_share < 0.2
    assert [m.word_error_share for m in SPEECH_MODELS if m.languages > 1][:3] == [None] * 3


@pytest.mark.parametrize(
    ("cores", "memory_mb", "model"),
    [
        (1, 16_000, "tiny.en"),
        (2, 1_999, "tiny.en"),
        (2, 2_000, "base.en"),
        (7, 16_000, "base.en"),
        (8, 3_999, "base.en"),
        (8, 4_000, "small.en"),
        (2, None, "base.en"),
        (8, None, "small.en"),
    ],
)
def test_what_suits_a_computer_goes_by_its_cores_and_memory(
    cores: int, memory_mb: int | None, model: str
) -> None:
    assert suggested(Computer(cores, memory_mb)).model == model
    other = suggested(Computer(cores, memory_mb), english=False)
    assert other.model == model.removesuffix(".en")
    assert ".en" not in other.reason
