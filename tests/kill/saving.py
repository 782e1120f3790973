"""Starts `saver.py` as a program of its own."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def start(
    kind: str, folder: Path, name: str, *, last: int, room: int | None = None
) -> subprocess.Popen[str]:
    """With `room`, no file of the program may grow beyond so many bytes."""
    arguments = [kind, str(folder), name, str(last), *([] if room is None else [str(room)])]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.kill.saver", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def finish(program: subprocess.Popen[str]) -> list[str]:
    """The lines it wrote until its end."""
    output, _ = program.communicate(timeout=120)
    return output.splitlines()
