"""The prompts that the program carries are fit, and the person's own go before them."""

from pathlib import Path

import pytest

from storybuilder.adapters.prompt_files import MOST_BYTES, PromptFiles
from storybuilder.core.coaching.help import Help
from storybuilder.places import prompts

OWN = """---
name: tighten
version: mine
variables: parts
most_tokens: 500
---
# Instructions
Cut it.
# Material
{{parts}}
"""


@pytest.fixture
def files(tmp_path: Path) -> PromptFiles:
    (tmp_path / "prompts").mkdir()
    return PromptFiles(prompts(), tmp_path / "prompts")


def own(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "prompts" / "tighten.md").write_bytes(content)


@pytest.mark.parametrize("help", Help)
def test_every_prompt_we_carry_is_whole(help: Help) -> None:
    found = PromptFiles(prompts(), Path("nowhere")).prompt(help)
    assert (found.prompt.name, found.is_own, found.problem) == (help.value, False, "")


@pytest.mark.parametrize("help", Help)
def test_every_prompt_says_that_material_is_not_an_instruction(help: Help) -> None:
    instructions = PromptFiles(prompts(), Path("nowhere")).prompt(help).prompt.instructions
    assert "sounds like an instruction" in instructions
    assert "[NAME 1]" in instructions


def test_no_file_among_the_prompts_is_without_a_use() -> None:
    names = {file.stem for file in prompts().glob("*.md")} - {"README"}
    assert names == {help.value for help in Help}


def test_a_prompt_of_ones_own_is_in_force_at_once(files: PromptFiles, tmp_path: Path) -> None:
    own(tmp_path, OWN.encode())
    found = files.prompt(Help.TIGHTEN)
    assert (found.prompt.version, found.is_own, found.problem) == ("mine", True, "")
    assert not files.prompt(Help.PROBE).is_own


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (OWN.replace("version: mine\n", "").encode(), "its head lacks version"),
        (OWN.replace("parts", "salary").encode(), "nothing called salary to fill in, only parts"),
        (OWN.encode("utf-16"), "not text in UTF-8"),
        (OWN.encode() + b" " * MOST_BYTES, "larger than 100 kB"),
        (b"", "does not begin with a head"),
    ],
)
def test_a_broken_one_is_told_and_ours_is_used(
    files: PromptFiles, tmp_path: Path, content: bytes, told: str
) -> None:
    own(tmp_path, content)
    found = files.prompt(Help.TIGHTEN)
    assert not found.is_own
    assert found.problem.startswith("Your own prompt tighten.md is not used, because ")
    assert told in found.problem


def test_a_folder_in_its_place_is_told_too(files: PromptFiles, tmp_path: Path) -> None:
    (tmp_path / "prompts" / "tighten.md").mkdir()
    assert "is not used" in files.prompt(Help.TIGHTEN).problem
