import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from storybuilder.adapters.library import Library
from storybuilder.adapters.settings_file import save_settings
from storybuilder.cli.doctor import LEAST_FREE_MB
from storybuilder.core.settings import Settings
from tests.builders import story, take
from tests.cli.sound_files import model_without
from tests.cli.terminal import Terminal
from tests.kill.test_full_disk import ROOM, Disk
from tests.micro_model import FOLDER
from tests.stand_in_server import stand_in_server
from tests.virtual_microphone import VirtualMicrophone

NAMES = [
    "program",
    "data folder",
    "settings",
    "library",
    "microphone",
    "speech model",
    "server",
    "coach",
    "disk",
]


def checks(terminal: Terminal) -> dict[str, dict[str, Any]]:
    """What the doctor says in JSON, by name; he never fails."""
    ended = terminal("doctor", "--json")
    assert (ended.code, ended.err) == (0, "")
    assert [document["name"] for document in ended.documents] == NAMES
    return {document["name"]: document for document in ended.documents}


def test_everything_is_looked_at_and_marked(terminal: Terminal) -> None:
    ended = terminal("doctor")
    assert (ended.code, ended.err) == (0, "")
    marks = [line.split(":")[0] for line in ended.out.splitlines()]
    assert [mark[4:] for mark in marks] == NAMES
    assert {mark[:4] for mark in marks} == {"ok  ", "!!  "}


def test_a_fresh_computer_lacks_a_model_and_is_told_how_to_get_it(terminal: Terminal) -> None:
    model = checks(terminal)["speech model"]
    assert model["fine"] is False
    assert "storybuilder model download" in model["told"]


def test_a_model_that_is_here_is_fine(terminal: Terminal) -> None:
    folder = Path(shutil.copytree(FOLDER, terminal.data / "models" / "base.en"))
    assert checks(terminal)["speech model"] == {
        "name": "speech model",
        "fine": True,
        "told": str(folder),
    }


def test_a_model_of_the_persons_own_is_looked_at(terminal: Terminal) -> None:
    terminal.set("STORYBUILDER_MODEL", str(FOLDER))
    assert checks(terminal)["speech model"]["told"] == str(FOLDER)
    lacking = model_without("tokenizer.json", FOLDER, terminal.folder / "lacking")
    terminal.set("STORYBUILDER_MODEL", str(lacking))
    model = checks(terminal)["speech model"]
    assert (model["fine"], "lacks tokenizer.json" in model["told"]) == (False, True)


def test_without_a_server_it_says_where_takes_are_written_down(terminal: Terminal) -> None:
    assert checks(terminal)["server"] == {
        "name": "server",
        "fine": True,
        "told": "none is used; takes are written down on this computer",
    }


def test_a_server_that_is_on_is_asked_and_shown(terminal: Terminal) -> None:
    with stand_in_server() as server:
        chosen = Settings(server_on=True, server=server.address)
        save_settings(terminal.data / "settings.json", chosen)
        told = checks(terminal)["server"]["told"]
        server.manner = "503"
        failing = checks(terminal)["server"]
    assert told.startswith(f"127.0.0.1:{server.port} answered after ")
    assert told.endswith(" s; it is asked for whisper-1")
    assert (failing["fine"], "is not ready (answer 503)" in failing["told"]) == (False, True)


def test_looking_makes_nothing(terminal: Terminal) -> None:
    told = checks(terminal)["data folder"]
    assert told["told"] == f"{terminal.data} (made with the first story)"
    assert told["fine"] is True
    assert not terminal.data.exists()


def test_the_library_is_counted(terminal: Terminal) -> None:
    library = Library(terminal.data / "library.json")
    library.stories.change("s1", lambda _: story("s1"))
    assert checks(terminal)["library"]["told"] == "1 story, 0 takes"
    library.stories.change("s2", lambda _: story("s2"))
    library.takes.change("t1", lambda _: take("t1"))
    assert checks(terminal)["library"]["told"] == "2 stories, 1 take"


@pytest.mark.parametrize("place", ["", "deep/er"])
def test_a_file_in_the_place_of_the_data_folder_is_told(terminal: Terminal, place: str) -> None:
    blocked = terminal.text("in the way")
    terminal.set("STORYBUILDER_DATA", str(blocked / place))
    found = checks(terminal)
    assert found["data folder"]["fine"] is False
    assert found["data folder"]["told"] == (
        f"{blocked} is not a folder: choose another one with --data-dir."
    )
    assert blocked.read_text() == "in the way"


def test_broken_settings_are_one_trouble_and_the_rest_is_looked_at(terminal: Terminal) -> None:
    assert checks(terminal)["settings"]["told"] == "the defaults"
    terminal.data.mkdir()
    settings = terminal.data / "settings.json"
    settings.write_text('{"words_per_minute": 120}')
    assert checks(terminal)["settings"]["told"] == str(settings)
    settings.write_text("{")
    found = checks(terminal)["settings"]
    assert found["fine"] is False
    assert found["told"].endswith("repair the file, or delete it to return to the defaults.")


def test_a_library_of_a_later_version_is_one_trouble(terminal: Terminal) -> None:
    terminal.data.mkdir()
    (terminal.data / "library.json").write_text('{"format": 99}')
    library = checks(terminal)["library"]
    assert (library["fine"], library["told"].endswith("update storybuilder to open it.")) == (
        False,
        True,
    )


def test_entries_that_cannot_be_read_are_counted(terminal: Terminal) -> None:
    library = Library(terminal.data / "library.json")
    library.stories.change("s1", lambda _: story("s1"))
    document = json.loads((terminal.data / "library.json").read_bytes())
    document["stories"]["s2"] = {}
    (terminal.data / "library.json").write_text(json.dumps(document))
    told = checks(terminal)["library"]["told"]
    assert told == "1 story, 0 takes; 1 more that cannot be read and stay as they are"


def test_a_damaged_library_is_told_with_its_copy(terminal: Terminal) -> None:
    library = Library(terminal.data / "library.json")
    for id in ("s1", "s2"):
        library.stories.change(id, lambda _, id=id: story(id))  # type: ignore[misc]  # early bound
    (terminal.data / "library.json").write_text("{")
    told = checks(terminal)["library"]["told"]
    assert told.startswith("1 story, 0 takes. The library was damaged and is kept as library.json")


def test_little_room_on_the_disk_is_told(terminal: Terminal, small_disk: Disk) -> None:
    assert LEAST_FREE_MB * 1e6 > ROOM
    terminal.set("STORYBUILDER_DATA", str(small_disk.folder))
    disk = checks(terminal)["disk"]
    if small_disk.file_limit is None:  # a disk of its own
        assert disk["fine"] is False
        assert disk["told"].endswith("free: free some space before you record.")


@pytest.mark.slow
def test_a_microphone_is_named(terminal: Terminal, virtual_microphone: VirtualMicrophone) -> None:
    documents = terminal.process("doctor", "--json").documents
    (found,) = [document for document in documents if document["name"] == "microphone"]
    assert found["fine"] is True
    assert found["told"]


# ---------------------------------------------------------------- the coach's key
KEY = "sk-ant-0123456789abcdef"


def test_without_a_key_the_coach_rests_and_that_is_fine(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    coach = checks(terminal)["coach"]
    assert (coach["fine"], coach["told"].startswith("no key")) == (True, True)


def test_a_key_is_told_by_where_it_comes_from_alone(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)
    coach = checks(terminal)["coach"]
    assert (coach["fine"], coach["told"]) == (True, "a key from the environment")


def test_a_key_file_that_others_may_read_is_told(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    terminal.data.mkdir(parents=True, exist_ok=True)
    (terminal.data / "coach_key").write_text(KEY)
    (terminal.data / "coach_key").chmod(0o644)
    coach = checks(terminal)["coach"]
    assert coach["fine"] is False
    assert "can be read by others" in coach["told"]
    assert KEY not in str(coach)
