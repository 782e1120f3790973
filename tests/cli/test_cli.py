import os
import signal
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from storybuilder.cli import COMMANDS
from tests.cli.terminal import PROJECT, Terminal, heed_interrupts

HEAVY = {"flet", "faster_whisper", "sounddevice", "anthropic", "uvicorn", "av", "ctranslate2"}
ANSWER = "I led a team of four. My task was to cut the queue. As a result it fell by 20 %."


def imported_by(*arguments: str | Path) -> set[str]:
    """Every module that is imported when the program is called so, up to its end."""
    script = (
        "import atexit, sys; from storybuilder.cli import run\n"
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr)); run()"
    )
    command = [sys.executable, "-c", script, *map(str, arguments)]
    ended = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    return set(ended.stderr.splitlines()[-1].split())


def test_the_version_is_told(terminal: Terminal) -> None:
    ended = terminal("--version")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"storybuilder {version('storybuilder')}\n"


@pytest.mark.parametrize("asked", ["-h", "--help"])
def test_help_names_every_command_and_option(terminal: Terminal, asked: str) -> None:
    ended = terminal(asked)
    assert (ended.code, ended.err) == (0, "")
    for word in (*COMMANDS, "--data-dir", "STORYBUILDER_DATA", "--model", "--browser"):
        assert word in ended.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(terminal: Terminal, command: str) -> None:
    ended = terminal(command, "--help")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(f"Usage: storybuilder {command}")


def test_python_m_is_the_same_program(terminal: Terminal) -> None:
    for arguments in (("--version",), ("stories", "--help"), ("check",)):
        assert terminal.process(*arguments) == terminal(*arguments)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("chek", "a.txt"), "No such command 'chek'. Did you mean 'check'?"),
        (("--wrong",), "No such option: --wrong"),
        (("check",), "Missing argument"),
        (("check", "a.txt", "--wrong"), "No such option: --wrong"),
        (("check", "a.txt", "--story"), "Option '--story' requires an argument"),
        (("stories", "shw"), "No such command 'shw'. Did you mean 'show'?"),
        (("stories", "show"), "Missing argument"),
        (("model", "list", "extra"), "Got unexpected extra argument"),
        (("--data-dir",), "Option '--data-dir' requires an argument"),
    ],
)
def test_wrong_usage_ends_with_two(
    terminal: Terminal, arguments: tuple[str, ...], told: str
) -> None:
    ended = terminal(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
    assert "Traceback" not in ended.err
    assert not terminal.data.exists()


@pytest.mark.parametrize("group", ["stories", "model"])
def test_a_group_without_its_command_shows_what_there_is(terminal: Terminal, group: str) -> None:
    ended = terminal(group)
    assert (ended.code, ended.out) == (2, "")
    assert "list" in ended.err


def test_calls_in_one_process_leave_nothing_for_the_next(terminal: Terminal) -> None:
    answer = terminal.text(ANSWER)
    first = terminal("check", answer, "--json", "--target", "0:05-0:10")
    assert terminal("check", answer, "--json").document["length"]["target_s"] == [120, 180]
    assert terminal("check", answer, "--json", "--target", "0:05-0:10") == first


def test_the_data_folder_option_goes_before_the_variable(terminal: Terminal) -> None:
    ended = terminal("--data-dir", terminal.folder / "mine", "doctor", "--json")
    assert str(terminal.folder / "mine") in ended.out
    assert str(terminal.data) not in ended.out


@pytest.mark.slow
def test_checking_a_text_imports_nothing_for_sound_or_windows(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ANSWER)
    modules = imported_by("check", tmp_path / "a.txt")
    assert "storybuilder.cli.check" in modules
    assert not modules & HEAVY


def test_the_version_imports_no_command() -> None:
    modules = imported_by("--version")
    assert "storybuilder.cli" in modules
    assert not {m for m in modules if m.startswith(("storybuilder.core", "storybuilder.adapters"))}
    assert not modules & (HEAVY | {"spacy", "tinydb", "rich"})


@pytest.mark.slow
def test_opening_the_program_imports_no_command_and_no_library_of_theirs(tmp_path: Path) -> None:
    options = ["--data-dir", str(tmp_path), "--browser", "--no-open"]
    command = [sys.executable, "-X", "importtime", "-m", "storybuilder", *options]
    with (
        (tmp_path / "imports").open("w+") as imports,
        subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=imports) as program,
    ):
        assert program.stdout is not None
        assert program.stdout.readline().startswith(b"URL ")
        program.terminate()
        program.wait(30)
        imports.seek(0)
        modules = {line.rpartition("|")[2].strip() for line in imports}
    assert {"storybuilder.app", "flet"} <= modules
    assert not modules & {f"storybuilder.cli.{name}" for name in (*COMMANDS, "report_text")}
    assert not modules & (HEAVY - {"flet", "uvicorn"} | {"spacy", "numpy"})


@pytest.mark.parametrize("way", [[], ["--browser", "--no-open"]])
def test_a_data_folder_that_cannot_be_made_stops_the_program_in_one_sentence(
    terminal: Terminal, way: list[str]
) -> None:
    blocked = terminal.text("not a folder")
    told = terminal("--data-dir", blocked, *way).refusal()
    assert told == (
        f"the program's log was not saved because {blocked} is not a folder: "
        "choose a folder you may write to with --data-dir."
    )
    assert blocked.read_text() == "not a folder"


def test_an_interrupt_ends_with_130_and_no_word(terminal: Terminal) -> None:
    pipe = terminal.folder / "slow.txt"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "storybuilder", "check", str(pipe)]
    said = terminal.folder / "said"
    # The pipe opens when the program reads it, which then waits for words.
    with (
        said.open("wb") as both,
        subprocess.Popen(
            command, cwd=PROJECT, stdout=both, stderr=both, preexec_fn=heed_interrupts
        ) as program,
        pipe.open("wb"),
    ):
        program.send_signal(signal.SIGINT)
        assert program.wait(30) == 130
    assert said.read_bytes() == b""
