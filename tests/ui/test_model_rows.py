import pytest

from storybuilder.core.computer import Computer
from storybuilder.core.speech_model import SPEECH_MODELS, SpeechModel, speech_model
from storybuilder.ui.model_rows import (
    Kept,
    at_hand,
    groups,
    model_row,
    suggestion_told,
)

NOTHING = Kept()


def known(name: str) -> SpeechModel:
    model = speech_model(name)
    assert model is not None
    return model


def size(name: str, kept: Kept, asked: int | None = None) -> str:
    return model_row(known(name), kept, asked).size.replace("\u00a0", " ")


def test_a_model_is_told_with_all_that_is_known_of_it() -> None:
    row = model_row(known("base.en"), NOTHING)
    assert (row.understands, row.speed) == ("English", "1 ×")
    assert row.wrong == "10.1\u00a0%"


def test_what_nobody_measured_or_asked_is_said_to_be_so() -> None:
    row = model_row(known("large-v3"), NOTHING)
    assert (row.size, row.speed, row.wrong) == ("not known", "not measured", "not measured")
    assert row.understands == "99 languages"


def test_a_size_is_the_known_one_or_the_one_that_the_hub_said() -> None:
    assert size("base.en", NOTHING) == "148 MB"
    assert size("large-v3", NOTHING, 3_090_000_000) == "3.1 GB"


def test_what_is_here_is_told_by_what_it_takes() -> None:
    part = Kept(bytes=(("base.en", 60_000_000), ("medium", 70_000_000)))
    assert size("base.en", part) == "60 of 148 MB"
    assert size("medium", part) == "70 of not known"
    assert size("medium", part, 1_530_000_000) == "70 of 1.5 GB"
    assert size("base.en", Kept(frozenset({"base.en"}), (("base.en", 147_000_000),))) == "147 MB"


@pytest.mark.parametrize(
    ("memory_mb", "has"), [(8_000, "(2 cores, 8.0 GB of memory)"), (None, "(2 cores)")]
)
def test_what_suits_the_computer_is_told_with_what_it_has(memory_mb: int | None, has: str) -> None:
    told = suggestion_told(Computer(2, memory_mb), "en").replace("\u00a0", " ")
    assert told == (
        f"base.en suits this computer {has}. small.en makes fewer mistakes and takes three times "
        "as long."
    )
    assert suggestion_told(Computer(2, memory_mb), "de").startswith("base suits")


def test_the_usual_models_and_those_that_matter_are_at_hand() -> None:
    usual = {"tiny.en", "base.en", "small.en"}
    assert at_hand("en", "base.en", NOTHING) == usual
    assert at_hand("de", "base.en", NOTHING) == {"tiny", "base", "small", "base.en"}
    begun = Kept(frozenset({"medium"}), (("medium", 5), ("large-v3", 7), ("tiny", 0)))
    assert at_hand("en", "base.en", begun, "medium.en") == usual | {
        "medium",
        "large-v3",
        "medium.en",
    }


def test_every_model_is_in_one_group() -> None:
    (_, english), (_, all_languages) = groups("en")
    assert groups("de") == groups("en")[::-1]
    assert english + all_languages == SPEECH_MODELS
    assert all(model.only_english for model in english)
