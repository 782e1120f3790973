import pytest
from faster_whisper.tokenizer import _LANGUAGE_CODES

from storybuilder.core.language import LANGUAGES, close_names, language_code, language_name


def test_every_language_of_whisper_has_a_name_except_the_one_that_few_models_know() -> None:
    assert set(_LANGUAGE_CODES) - set(LANGUAGES) == {"yue"}
    assert len(LANGUAGES) == len(set(LANGUAGES.values())) == 99


@pytest.mark.parametrize("written", ["de", "German", " german ", "GERMAN", "DE"])
def test_a_language_is_known_by_its_name_and_its_code(written: str) -> None:
    assert language_code(written) == "de"


@pytest.mark.parametrize("written", ["", "Klingon", "xx", "Germ"])
def test_what_is_no_language_has_no_code(written: str) -> None:
    assert language_code(written) is None


def test_names_that_are_almost_right_are_found() -> None:
    assert close_names("Portugese")[0] == "Portuguese"
    assert close_names("qqqq") == ()


def test_a_code_without_a_name_stands_for_itself() -> None:
    assert (language_name("de"), language_name("xx")) == ("German", "xx")
