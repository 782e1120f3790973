import json
import os
import shutil
import struct
from pathlib import Path

import pytest

from storybuilder.adapters.model_folder import check_folder, check_language
from storybuilder.errors import SpeechModelBroken, SpeechModelMissing
from tests.micro_model import FOLDER

SIZE = (FOLDER / "model.bin").stat().st_size


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "mine"))


def test_a_complete_model_is_returned() -> None:
    assert check_folder(FOLDER) == FOLDER


def test_a_model_from_an_older_converter_has_its_vocabulary_as_text(folder: Path) -> None:
    (folder / "vocabulary.json").rename(folder / "vocabulary.txt")
    assert check_folder(folder) == folder


def test_no_folder_and_a_folder_without_a_model_are_missing_models(tmp_path: Path) -> None:
    with pytest.raises(SpeechModelMissing, match="no model folder"):
        check_folder(tmp_path / "nowhere")
    with pytest.raises(SpeechModelMissing, match="holds no speech model"):
        check_folder(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(SpeechModelMissing, match="no model folder"):
        check_folder(tmp_path / "file")


@pytest.mark.parametrize("name", ["config.json", "model.bin", "tokenizer.json", "vocabulary.json"])
def test_each_needed_file_is_asked_for_by_name(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(SpeechModelBroken, match=f"in mine lacks {name}"):
        check_folder(folder)


def test_an_empty_file_counts_as_absent(folder: Path) -> None:
    os.truncate(folder / "tokenizer.json", 0)
    with pytest.raises(SpeechModelBroken, match=r"lacks tokenizer\.json"):
        check_folder(folder)


@pytest.mark.parametrize("length", [1, 20, 1000, SIZE // 2, SIZE - 1])
def test_weights_that_were_cut_off_are_noticed(folder: Path, length: int) -> None:
    os.truncate(folder / "model.bin", length)
    with pytest.raises(SpeechModelBroken, match=r"model\.bin of the speech model in mine"):
        check_folder(folder)


def test_weights_with_something_behind_them_are_noticed(folder: Path) -> None:
    with (folder / "model.bin").open("ab") as file:
        file.write(b"\0")
    with pytest.raises(SpeechModelBroken):
        check_folder(folder)


def test_weights_of_a_layout_we_do_not_know_are_left_to_the_loader(folder: Path) -> None:
    (folder / "model.bin").write_bytes(struct.pack("<I", 7) + b"whatever comes then")
    assert check_folder(folder) == folder


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json"])
def test_a_text_that_was_cut_off_is_noticed(folder: Path, name: str) -> None:
    os.truncate(folder / name, 100)
    with pytest.raises(SpeechModelBroken, match=f"{name} of the speech model"):
        check_folder(folder)


def with_words(folder: Path, number: int) -> Path:
    words = json.dumps([f"<|{i}|>" for i in range(number)])
    (folder / "vocabulary.json").write_text(words, encoding="utf-8")
    return folder


def test_every_model_is_taken_to_understand_english(folder: Path) -> None:
    assert check_language(folder, "en") == folder


@pytest.mark.parametrize("name", ["base.en", "distil-large-v3"])
def test_an_english_model_says_what_to_do_about_another_language(folder: Path, name: str) -> None:
    named = with_words(folder, 51_866).rename(folder.with_name(name))
    with pytest.raises(SpeechModelMissing) as caught:
        check_language(named, "de")
    assert caught.value.sentence() == (
        f"the speech model {name} understands English only, and the language chosen is German: "
        "choose a model for all languages in Settings, or English."
    )


def test_a_model_of_ones_own_is_told_by_the_number_of_its_words(folder: Path) -> None:
    assert check_language(with_words(folder, 51_865), "de") == folder
    with pytest.raises(SpeechModelMissing, match="mine understands English only"):
        check_language(with_words(folder, 51_864), "de")
    (folder / "vocabulary.json").rename(folder / "vocabulary.txt")
    (folder / "vocabulary.txt").write_text("word\n" * 51_865, encoding="utf-8")
    assert check_language(folder, "de") == folder


def test_words_that_cannot_be_read_are_a_damaged_model(folder: Path) -> None:
    (folder / "vocabulary.json").write_bytes(b"[")
    with pytest.raises(SpeechModelBroken, match=r"vocabulary\.json of the speech model in mine"):
        check_language(folder, "de")
