"""The whole way, with failures of every kind, is in test_model_store."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from storybuilder.adapters.model_hub import HubFile, ModelHub
from storybuilder.errors import ModelDownloadFailed
from tests.micro_model import FOLDER
from tests.stand_in_hub import LARGE, StandInHub, stand_in_hub


@pytest.fixture
def server() -> Iterator[StandInHub]:
    with stand_in_hub() as server:
        yield server


@pytest.fixture
def files(server: StandInHub) -> dict[str, HubFile]:
    return {file.name: file for file in ModelHub(server.endpoint).files("stand/in")}


def test_only_the_files_of_the_model_are_wanted(files: dict[str, HubFile]) -> None:
    assert sorted(files) == sorted(file.name for file in FOLDER.iterdir())


def test_large_files_have_a_sha256_and_small_ones_the_sum_that_git_gives(
    files: dict[str, HubFile],
) -> None:
    assert files[LARGE].sha256 is not None
    assert files["config.json"].sha256 is None
    assert all(file.is_whole(FOLDER / file.name) for file in files.values())


@pytest.mark.parametrize("name", [LARGE, "config.json"])
def test_a_file_with_one_wrong_byte_is_not_whole(
    files: dict[str, HubFile], name: str, tmp_path: Path
) -> None:
    content = bytearray((FOLDER / name).read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / name).write_bytes(content)
    assert not files[name].is_whole(tmp_path / name)


def test_a_file_of_another_length_or_none_at_all_is_not_whole(
    files: dict[str, HubFile], tmp_path: Path
) -> None:
    (tmp_path / "short").write_bytes(b"{")
    assert not files["config.json"].is_whole(tmp_path / "short")
    assert not files["config.json"].is_whole(tmp_path / "absent")


def test_a_file_longer_than_announced_is_refused(
    server: StandInHub, files: dict[str, HubFile], tmp_path: Path
) -> None:
    shorter = replace(files["tokenizer.json"], size_bytes=10)
    with pytest.raises(ModelDownloadFailed, match=r"tokenizer\.json arrived damaged"):
        ModelHub(server.endpoint).fetch(
            shorter, tmp_path / "t", lambda arrived: None, lambda: False
        )
    assert list(tmp_path.iterdir()) == []


def test_downloads_can_be_switched_off_by_the_hubs_own_variable(
    server: StandInHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(ModelDownloadFailed, match="HF_HUB_OFFLINE"):
        ModelHub(server.endpoint).files("stand/in")
