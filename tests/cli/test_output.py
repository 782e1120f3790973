import contextlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

import pytest

from storybuilder.cli.output import complain, say, say_json
from tests.cli.terminal import PROJECT

CAFE = "a café at 20\u00a0%"


def printed(text: object, encoding: str, *, as_json: bool = False) -> bytes:
    screen = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    with contextlib.redirect_stdout(screen):
        if as_json:
            say_json(text)
        else:
            say(str(text))
    screen.seek(0)
    return screen.buffer.read()


def complained(sentence: str, capsys: pytest.CaptureFixture[str]) -> str:
    complain(sentence)
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("encoding", "seen"), [("utf-8", CAFE), ("latin-1", CAFE), ("ascii", "a caf? at 20?%")]
)
def test_a_screen_shows_what_it_can(encoding: str, seen: str) -> None:
    assert printed(CAFE, encoding) == f"{seen}\n".encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "ascii", "cp1252"])
def test_json_is_whole_on_every_screen(encoding: str) -> None:
    document = {"text": CAFE + " \u4e2d \ud800"}
    line = printed(document, encoding, as_json=True)
    assert line.count(b"\n") == 1
    assert json.loads(line) == document


def test_json_stays_readable_where_it_can() -> None:
    assert CAFE.encode() in printed(CAFE, "utf-8", as_json=True)


def test_a_complaint_is_one_line_whatever_it_names(capsys: pytest.CaptureFixture[str]) -> None:
    told = complained("a\nb\x1b[31m\u2028c\udc80.txt is empty: 20\u00a0%.", capsys)
    assert told == "storybuilder: a?b?[31m?c?.txt is empty: 20\u00a0%.\n"


def said_to(file: BinaryIO) -> tuple[int, bytes]:
    """Exit code and complaints of the program when it prints to this file."""
    ended = subprocess.run(
        [sys.executable, "-m", "storybuilder", "--version"],
        stdout=file,
        stderr=subprocess.PIPE,
        cwd=PROJECT,
        check=False,
    )
    return ended.returncode, ended.stderr


def test_a_reader_who_left_is_no_error() -> None:
    reads, writes = os.pipe()
    os.close(reads)
    with os.fdopen(writes, "wb") as pipe:
        assert said_to(pipe) == (0, b"")


def test_output_onto_a_full_disk_is_told_in_one_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        code, complaint = said_to(full)
    assert code == 2
    assert complaint.startswith(b"storybuilder: the output could not be written (No space left")
    assert complaint.count(b"\n") == 1


def test_a_closed_output_is_no_error() -> None:
    command = f'"{sys.executable}" -m storybuilder --version >&-'
    ended = subprocess.run(command, shell=True, cwd=PROJECT, capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")
