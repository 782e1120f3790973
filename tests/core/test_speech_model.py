import pytest

from storybuilder.core.settings import SUGGESTED_MODEL
from storybuilder.core.speech_model import SPEECH_MODELS, SpeechModel, model_names, speech_model


def test_the_suggested_model_is_one_we_know() -> None:
    model = speech_model(SUGGESTED_MODEL)
    assert model is not None
    assert model.relative_speed == 1.0


def test_an_unknown_name_is_no_model() -> None:
    assert speech_model("huge") is None


def test_every_name_is_there_once_and_in_the_list_for_sentences() -> None:
    names = [model.name for model in SPEECH_MODELS]
    assert len(set(names)) == len(names)
    assert model_names() == "tiny.en, base.en, small.en, tiny, base, small"


@pytest.mark.parametrize("model", SPEECH_MODELS, ids=lambda model: model.name)
def test_the_repository_and_the_languages_follow_from_the_name(model: SpeechModel) -> None:
    assert model.repository == f"Systran/faster-whisper-{model.name}"
    assert (model.languages == 1) == model.name.endswith(".en")


def test_a_larger_english_model_is_slower_and_hears_better() -> None:
    english = [model for model in SPEECH_MODELS if model.languages == 1]
    wrong = [model.word_error_share for model in english if model.word_error_share is not None]
    assert len(wrong) == len(english)
    assert wrong == sorted(wrong, reverse=True)
    assert [m.relative_speed for m in english] == sorted(
        (m.relative_speed for m in english), reverse=True
    )
    assert [m.download_mb for m in english] == sorted(m.download_mb for m in english)


def test_what_nobody_measured_is_unknown() -> None:
    assert [m.word_error_share for m in SPEECH_MODELS if m.languages > 1] == [None] * 3
