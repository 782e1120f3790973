import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from storybuilder.core.speech_model import SPEECH_MODELS, model_names
from tests.cli.sound_files import model_cut, model_without
from tests.cli.terminal import PROJECT, Terminal, heed_interrupts
from tests.micro_model import FOLDER
from tests.stand_in_hub import StandInHub, stand_in_hub

MODEL = "base.en"
ADVICE = "download the model again, or choose another folder."


@pytest.fixture
def hub(terminal: Terminal) -> Iterator[StandInHub]:
    with stand_in_hub() as hub:
        terminal.set("HF_ENDPOINT", hub.endpoint)
        terminal.set("NO_PROXY", "127.0.0.1")
        yield hub


def install(terminal: Terminal, name: str = MODEL) -> Path:
    return Path(shutil.copytree(FOLDER, terminal.data / "models" / name))


def test_models_are_listed_with_the_chosen_one_marked(terminal: Terminal) -> None:
    listed = terminal("model", "list")
    assert (listed.code, listed.err) == (0, "")
    assert [line.split() for line in listed.out.splitlines()[:3]] == [
        ["model", "size", "speed", "wrong", "words", "understands"],
        ["tiny.en", "78", "MB", "1.8", "x", "11.7", "%", "English", "to", "download"],
        ["*", "base.en", "148", "MB", "1", "x", "10.1", "%", "English", "to", "download"],
    ]
    assert len(listed.out.split("\n\n")[0].splitlines()) == 1 + len(SPEECH_MODELS)


def test_the_list_ends_with_what_suits_the_computer_and_with_its_sources(
    terminal: Terminal,
) -> None:
    end = terminal("model", "list").out.split("\n\n")[1]
    assert "suits this computer" in end.splitlines()[0]
    assert "28 s of speech took" in end
    assert "24 January 2025" in end


def test_what_is_not_known_of_a_model_is_said_to_be_so(terminal: Terminal) -> None:
    lines = terminal("model", "list").out.splitlines()
    large = next(line for line in lines if line.startswith("  large-v3 "))
    assert large.split("large-v3")[1].split() == [
        *("not", "known", "not", "measured", "not", "measured"),
        *("99", "languages", "to", "download"),
    ]


def test_a_model_that_is_here_is_listed_as_such(terminal: Terminal) -> None:
    install(terminal, "tiny.en")
    model_cut(FOLDER, terminal.data / "models" / "small.en")
    table = terminal("model", "list").out.split("\n\n")[0]
    states = {line[2:].split()[0]: line for line in table.splitlines()}
    assert states["tiny.en"].endswith(" here")
    assert states["small.en"].endswith(" to download")


def test_the_list_as_json_has_one_model_a_line(terminal: Terminal) -> None:
    install(terminal)
    listed = {entry["name"]: entry for entry in terminal("model", "list", "--json").documents}
    assert listed["base.en"] == {
        "name": "base.en",
        "download_mb": 148,
        "languages": 1,
        "relative_speed": 1.0,
        "word_error_share": 0.1012,
        "repository": "Systran/faster-whisper-base.en",
        "kept_bytes": sum(file.stat().st_size for file in FOLDER.iterdir()),
        "installed": True,
        "chosen": True,
    }
    assert [name for name, entry in listed.items() if entry["installed"]] == ["base.en"]


def test_the_settings_choose_the_model(terminal: Terminal) -> None:
    folder = install(terminal, "tiny.en")
    (terminal.data / "settings.json").write_text('{"model": "tiny.en"}')
    lines = terminal("model", "list").out.splitlines()
    chosen = [line for line in lines if line.startswith("*")]
    assert [line.split()[1] for line in chosen] == ["tiny.en"]
    assert terminal("model", "path").out == f"{folder}\n"


def test_listing_makes_nothing(terminal: Terminal) -> None:
    terminal("model", "list")
    assert not terminal.data.exists()


def test_the_path_of_the_model_in_force_is_printed(terminal: Terminal) -> None:
    folder = install(terminal)
    assert terminal("model", "path").out == f"{folder}\n"
    told = {"name": MODEL, "folder": str(folder)}
    assert terminal("model", "path", "--json").document == told


def test_option_before_variable_before_settings(terminal: Terminal) -> None:
    install(terminal)
    terminal.set("STORYBUILDER_MODEL", str(FOLDER))
    assert terminal("model", "path").out == f"{FOLDER}\n"
    other = Path(shutil.copytree(FOLDER, terminal.folder / "other"))
    assert terminal("--model", other, "model", "path").out == f"{other}\n"


def test_without_a_model_the_path_ends_with_three(terminal: Terminal) -> None:
    told = terminal("model", "path").refusal(3)
    assert told == (
        "the speech model base.en is not on this computer: download it in Settings or with "
        "`storybuilder model download`, or name a folder that holds one with --model; "
        "it stays on this computer."
    )


def test_a_folder_that_is_none_ends_with_three(terminal: Terminal) -> None:
    gone = terminal.folder / "gone"
    told = terminal("--model", gone, "model", "path").refusal(3)
    assert told.startswith(f"there is no model folder {gone}: download it in Settings or with")


def test_a_damaged_model_is_told_with_what_is_wrong(terminal: Terminal) -> None:
    lacking = model_without("tokenizer.json", FOLDER, terminal.folder / "lacking")
    torso = model_cut(FOLDER, terminal.folder / "torso")
    told = terminal("--model", lacking, "model", "path").refusal()
    assert told == f"the speech model in lacking lacks tokenizer.json: {ADVICE}"
    told = terminal("--model", torso, "model", "path").refusal()
    assert told == f"model.bin of the speech model in torso is damaged: {ADVICE}"


@pytest.mark.parametrize("name", ["huge", "../base.en", "Base.EN"])
def test_an_unknown_model_is_refused_with_those_there_are(terminal: Terminal, name: str) -> None:
    told = terminal("model", "download", name).refusal()
    assert told == f"there is no speech model named {name}: choose one of {model_names()}."
    assert not terminal.data.exists()


def test_a_model_that_is_here_is_not_fetched_again(terminal: Terminal) -> None:
    folder = install(terminal)
    downloaded = terminal("model", "download", MODEL)
    assert (downloaded.code, downloaded.out, downloaded.err) == (0, f"{folder}\n", "")


def test_a_data_folder_that_cannot_be_made_is_told(terminal: Terminal) -> None:
    terminal.data.write_text("in the way")
    told = terminal("model", "download").refusal()
    assert told == (
        f"the model cannot be written to {terminal.data / 'models'}: "
        "choose a folder you may write to with --data-dir."
    )
    assert terminal("model", "list").code == 0


@pytest.mark.slow
def test_a_download_prints_the_folder_and_nothing_else(terminal: Terminal, hub: StandInHub) -> None:
    downloaded = terminal.process("model", "download", "tiny.en", "--json")
    folder = terminal.data / "models" / "tiny.en"
    assert (downloaded.code, downloaded.err) == (0, "")
    assert downloaded.document == {"name": "tiny.en", "folder": str(folder)}
    assert (folder / "model.bin").read_bytes() == (FOLDER / "model.bin").read_bytes()


@pytest.mark.slow
def test_a_download_that_fails_is_told_in_one_sentence(terminal: Terminal, hub: StandInHub) -> None:
    hub.manner = "cut"
    told = terminal.process("model", "download").refusal()
    assert told.endswith("start the download again; it continues where it stopped.")


@pytest.mark.slow
def test_an_interrupted_download_is_continued(terminal: Terminal, hub: StandInHub) -> None:
    hub.manner = "hang_in_file"
    part = terminal.data / "models" / f"{MODEL}.part" / "model.bin.part"
    command = [sys.executable, "-m", "storybuilder", "model", "download"]
    with subprocess.Popen(
        command, cwd=PROJECT, stderr=subprocess.PIPE, preexec_fn=heed_interrupts
    ) as program:
        while not (part.exists() and part.stat().st_size):
            time.sleep(0.01)
        program.send_signal(signal.SIGINT)
        assert program.communicate(timeout=30)[1] == b""
    assert program.returncode == 130
    hub.manner = "normal"
    assert terminal.process("model", "download").code == 0
    assert hub.ranges[-1] is not None


@pytest.mark.slow
def test_a_person_at_a_terminal_sees_how_far_the_download_is(
    terminal: Terminal, hub: StandInHub
) -> None:
    screen, line = os.openpty()
    command = [sys.executable, "-m", "storybuilder", "model", "download"]
    ended = subprocess.run(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=line, check=False)
    seen = os.read(screen, 10_000).decode()
    os.close(line)
    os.close(screen)
    assert ended.returncode == 0
    shares = [int(told.split()[1]) for told in seen.split("\r") if told.startswith(MODEL)]
    assert shares == sorted(set(shares))
    assert shares[-1] == 100


def test_a_model_is_deleted_and_the_room_it_took_is_told(terminal: Terminal) -> None:
    folder = install(terminal)
    deleted = terminal("model", "delete", MODEL)
    assert (deleted.code, deleted.err) == (0, "")
    assert deleted.out == "base.en is deleted; 3\u00a0MB are free again\n"
    assert not folder.exists()
    assert terminal("model", "delete", MODEL).out == "nothing of base.en is on this computer\n"


@pytest.mark.parametrize("name", ["huge", "..", "../takes"])
def test_only_a_model_we_know_is_deleted(terminal: Terminal, name: str) -> None:
    install(terminal)
    assert f"nothing of {name} is" in terminal("model", "delete", name).out
    assert (terminal.data / "models" / MODEL).is_dir()


def test_a_model_that_does_not_understand_the_language_says_what_to_do(
    terminal: Terminal,
) -> None:
    install(terminal)
    (terminal.data / "settings.json").write_text('{"language": "de"}')
    assert terminal("model", "path").refusal(3) == (
        "the speech model base.en understands English only, and the language chosen is German: "
        "choose a model for all languages in Settings, or English."
    )
    install(terminal, "base")
    (terminal.data / "settings.json").write_text('{"language": "de", "model": "base"}')
    assert terminal("model", "path").code == 0
