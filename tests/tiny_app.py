"""A program of one sentence, for the tests of how a program starts, and the means to start it."""

import argparse
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import flet as ft
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from storybuilder.launch import Way, launch

SENTENCE = "The one sentence of this program."
PATIENCE_S = 60.0
"""A program that neither says what is awaited nor ends is stopped, so that its test fails."""
CHECKOUT = Path(__file__).parents[1]


def main(page: ft.Page) -> None:
    print("The program was shown.", flush=True)  # noqa: T201
    page.add(ft.Text(SENTENCE))


def run() -> None:
    given = argparse.ArgumentParser()
    given.add_argument("--way", default="browser")
    given.add_argument("--idle-exit-s", type=float, default=60.0)
    given.add_argument("--open-browser", action="store_true")
    given.add_argument("--busy-while", type=Path, default=Path("no such file"))
    told = given.parse_args()
    way: Way = told.way
    launch(
        main,
        way=way,
        open_browser=told.open_browser,
        idle_exit_s=told.idle_exit_s,
        busy=told.busy_while.exists,
    )


class Started:
    """The program above in a process of its own; it has printed its address. Ended at exit."""

    def __init__(
        self, *arguments: str, cwd: Path = CHECKOUT, environment: Mapping[str, str] | None = None
    ) -> None:
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("FLET_", "DISPLAY"))}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.tiny_app", *arguments],
            cwd=cwd,
            env=clean | {"PYTHONPATH": str(CHECKOUT), **(environment or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.said: list[str] = []
        self.patience = threading.Timer(PATIENCE_S, self.process.kill)
        self.patience.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: TracebackType | None
    ) -> None:
        self.patience.cancel()
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdout, self.process.stderr):
            assert stream is not None
            stream.close()

    def address(self) -> str:
        """The address it prints, once it has."""
        return self.line_with("http://127.0.0.1").split()[-1]

    def line_with(self, text: str) -> str:
        """The first further line that holds `text`, once it is printed."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(line.strip())
            if text in line:
                return line.strip()
        assert self.process.stderr is not None
        raise AssertionError(f"no {text} in {self.said}; {self.process.stderr.read()}")

    def rest(self) -> str:
        """What else it printed until it ended."""
        assert self.process.stdout is not None
        return self.process.stdout.read()

    def still_runs_after(self, seconds: float) -> bool:
        """Whether it has not ended by itself within so long."""
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return True
        return False

    def end(self, number: signal.Signals) -> int:
        """Send a signal; the exit code."""
        self.process.send_signal(number)
        return self.process.wait(10)


class Visitor:
    """Someone who asks the server at `address`, with whatever headers they like."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        assert parts.port is not None
        self.port = parts.port
        self.authority = parts.netloc
        self.way_in = f"/?{parts.query}"

    def get(self, path: str, **headers: str) -> HTTPResponse:
        """Status and headers of an answer."""
        return self._ask(path, headers)[0]

    def text(self, path: str, **headers: str) -> str:
        """The body of an answer."""
        return self._ask(path, headers)[1].decode()

    def _ask(self, path: str, headers: dict[str, str]) -> tuple[HTTPResponse, bytes]:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=10)) as line:
            line.request("GET", path, headers=headers)
            answer = line.getresponse()
            return answer, answer.read()

    def socket(self, *, path: str = "/ws", origin: str = "", **headers: str) -> ClientConnection:
        """A WebSocket, by default from our own page. Raises InvalidStatus if it is refused."""
        return connect(
            f"ws://{self.authority}{path}",
            origin=Origin(origin or f"http://{self.authority}"),
            additional_headers=headers,
            proxy=None,
        )

    def cookie(self) -> str:
        """Spend the token on a cookie."""
        given = self.get(self.way_in).headers["set-cookie"]
        return str(given).split(";")[0]


if __name__ == "__main__":
    run()
