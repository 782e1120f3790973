"""Calls the program as a terminal does: within this process, or as a process of its own."""

import contextlib
import io
import json
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from storybuilder.cli import run

PROJECT = Path(__file__).parents[2]
LIMITED = (
    "import sys; from tests.kill.saver import limit_files; limit_files(int(sys.argv.pop(1)));"
    "from storybuilder.cli import run; run()"
)


@dataclass(frozen=True)
class Ended:
    """What a call left behind."""

    code: int
    out: str
    err: str

    @property
    def documents(self) -> list[dict[str, Any]]:
        """The JSON objects on standard output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def document(self) -> dict[str, Any]:
        """The only JSON object on standard output."""
        (document,) = self.documents
        return document

    def refusal(self, code: int = 2) -> str:
        """The one sentence that the program refused with; nothing else may have been said."""
        assert (self.code, self.out) == (code, "")
        (sentence,) = self.complaints
        return sentence

    @property
    def complaints(self) -> list[str]:
        """The sentences on standard error: each says what happened, and what to do."""
        lines = self.err.splitlines()
        for line in lines:
            assert line.startswith("storybuilder: ")
            assert line.endswith(".")
            assert ": " in line.removeprefix("storybuilder: ")
        return [line.removeprefix("storybuilder: ") for line in lines]


class Terminal:
    """Where the program is called, with a data folder of its own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self.folder, self.data = folder, folder / "data"
        self._monkeypatch = monkeypatch
        self.set("STORYBUILDER_DATA", str(self.data))
        monkeypatch.delenv("STORYBUILDER_MODEL", raising=False)

    def set(self, name: str, value: str) -> None:
        """Set a variable of the environment."""
        self._monkeypatch.setenv(name, value)

    def __call__(self, *arguments: str | Path) -> Ended:
        """Call it in this process."""
        self._monkeypatch.setattr(sys, "argv", ["storybuilder", *map(str, arguments)])
        out, err = io.StringIO(), io.StringIO()
        with (
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
            pytest.raises(SystemExit) as ended,
        ):
            run()
        code = ended.value.code
        assert code is None or isinstance(code, int)
        return Ended(code or 0, out.getvalue(), err.getvalue())

    def process(
        self, *arguments: str | Path, given: bytes = b"", file_limit: int | None = None
    ) -> Ended:
        """Call it as a process of its own; with a limit, no file of it may grow beyond that."""
        start = ["-m", "storybuilder"] if file_limit is None else ["-c", LIMITED, str(file_limit)]
        ended = subprocess.run(
            [sys.executable, *start, *map(str, arguments)],
            input=given,
            capture_output=True,
            cwd=PROJECT,
            timeout=120,
            check=False,
        )
        return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    def text(self, content: str | bytes, name: str = "answer.txt") -> Path:
        """A file with an answer."""
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path


def heed_interrupts() -> None:
    """Before a program starts: one started in the background would inherit deafness to Ctrl+C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
