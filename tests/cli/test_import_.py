from pathlib import Path

import pytest

from storybuilder.adapters.library import Library
from tests.builders import question, story
from tests.cli.terminal import Terminal


def elsewhere(terminal: Terminal) -> Path:
    """From now on another data folder is in use."""
    terminal.set("STORYBUILDER_DATA", str(terminal.folder / "other"))
    return terminal.folder / "other"


def exported(terminal: Terminal) -> Path:
    library = Library(terminal.data / "library.json")
    library.stories.keep_all([story("s1", title="The queue", task="Halve it.")])
    library.questions.keep_all([question("q1", text="Why?")])
    file = terminal.folder / "all.json"
    terminal("export", file)
    return file


def test_everything_comes_in_and_once_only(terminal: Terminal) -> None:
    file, other = exported(terminal), elsewhere(terminal)
    assert terminal("import", file).out == "1 story and 1 question came in.\n"
    library = (other / "library.json").read_bytes()
    assert terminal("import", file).out == "1 story was there already.\n"
    assert (other / "library.json").read_bytes() == library


def test_the_counts_are_told_in_json(terminal: Terminal) -> None:
    counts = terminal("import", exported(terminal), "--json").document
    assert (counts["stories"], counts["same"], counts["questions"], counts["settings"]) == (
        1, 1, 0, False,
    )  # fmt: skip


def test_stories_in_words_come_in_too(terminal: Terminal) -> None:
    file = terminal.text("# One\n## Task\nHalve it.\n", "theirs.md")
    assert terminal("import", file).out == "1 story came in.\n"


def test_the_stories_of_everything_are_wanted_alone(terminal: Terminal) -> None:
    file, other = exported(terminal), elsewhere(terminal)
    assert terminal("stories", "import", file).out == "1 story came in.\n"
    assert Library(other / "library.json").questions.all() == ()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\x00\xff", b'{"name": "other"}', b'{"format": 9}']
)
def test_bad_input_is_refused_and_nothing_is_made(terminal: Terminal, content: bytes) -> None:
    file = terminal.text(content, "x.json")
    terminal("import", file).refusal()
    assert not terminal.data.exists()


def test_a_folder_and_a_missing_file_are_refused(terminal: Terminal) -> None:
    assert "(Is a directory)" in terminal("import", terminal.folder).refusal()
    assert "(No such file or directory)" in terminal("import", terminal.folder / "x").refusal()


def test_fifty_megabytes_of_something_else_are_refused(terminal: Terminal) -> None:
    file = terminal.text(b"x" * 50_000_000, "big.json")
    assert "is not valid JSON at line 1" in terminal("import", file).refusal()
