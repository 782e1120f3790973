import json

from storybuilder.adapters.library import Library
from storybuilder.core.settings import Settings
from tests.builders import question, story, take
from tests.cli.terminal import Terminal


def test_everything_is_written_to_one_file(terminal: Terminal) -> None:
    library = Library(terminal.data / "library.json")
    library.stories.keep_all([story("s1", title="The queue")])
    library.questions.keep_all([question("q1", text="Why?")])
    library.takes.keep_all([take("t1")])
    file = terminal.folder / "all.json"
    told = terminal("export", file).out
    assert told.splitlines() == [
        f"Exported 1 story and 1 question to {file}.",
        "1 take still waits for its words; without the recording there is nothing to carry.",
    ]
    document = json.loads(file.read_text("utf-8"))
    assert (document["format"], document["program"], document["heard"]) == (1, "storybuilder", [])
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_counts_are_told_in_json(terminal: Terminal) -> None:
    Library(terminal.data / "library.json").stories.keep_all([story("s1")])
    counts = terminal("export", terminal.folder / "all.json", "--json").document
    assert (counts["stories"], counts["takes"], counts["takes_left_behind"]) == (1, 0, 0)


def test_an_empty_library_is_exported_too(terminal: Terminal) -> None:
    file = terminal.folder / "all.json"
    assert terminal("export", file).out == f"Exported no story to {file}.\n"
    assert json.loads(file.read_text())["settings"] == {}
    assert not terminal.data.exists()


def test_what_belongs_to_this_computer_alone_is_not_exported(terminal: Terminal) -> None:
    terminal.data.mkdir()
    chosen = {"microphone": "Ada's desk", "model_folder": "/home/ada", "words_per_minute": 150}
    (terminal.data / "settings.json").write_text(json.dumps(chosen))
    file = terminal.folder / "all.json"
    terminal("export", file)
    assert json.loads(file.read_text())["settings"] == {"words_per_minute": 150}
    assert "ada" not in file.read_text().lower()
    assert Settings().words_per_minute != 150


def test_an_export_to_where_nothing_can_be_written_is_refused(terminal: Terminal) -> None:
    blocked = terminal.text("in the way") / "all.json"
    told = terminal("export", blocked).refusal()
    assert told.startswith(f"all.json was not saved because {blocked.parent} is not a folder: free")
