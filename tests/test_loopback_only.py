"""The guard of the test run: what leaves this computer is refused, seen, and fails the run."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.loopback_only import RECORD, stays_here, tried

ELSEWHERE = ("192.0.2.1", 443)  # an address that documents may name and nobody has (RFC 5737)
PROJECT = Path(__file__).parents[1]


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record of its own: these attempts are meant."""
    monkeypatch.setenv(RECORD, str(tmp_path / "tried"))
    return tmp_path / "tried"


@pytest.mark.parametrize(
    ("family", "host", "stays"),
    [
        (socket.AF_INET, "127.0.0.1", True),
        (socket.AF_INET, "127.8.9.1", True),
        (socket.AF_INET, "localhost", True),
        (socket.AF_INET6, "::1", True),
        (socket.AF_INET6, "::ffff:127.0.0.1", True),
        (socket.AF_INET, "10.0.0.1", False),
        (socket.AF_INET, "169.254.169.254", False),
        (socket.AF_INET, "example.org", False),
        (socket.AF_INET6, "2001:db8::1", False),
        (socket.AF_INET6, "fe80::1%eth0", False),
    ],
)
def test_this_computer_is_told_from_others(family: int, host: str, stays: bool) -> None:
    assert stays_here(family, (host, 80)) is stays


def test_a_connection_to_elsewhere_is_refused_and_written_down(record: Path) -> None:
    with socket.socket() as one, pytest.raises(ConnectionRefusedError, match="may not reach"):
        one.connect(ELSEWHERE)
    with (
        socket.socket(type=socket.SOCK_DGRAM) as one,
        pytest.raises(ConnectionRefusedError, match="may not reach"),
    ):
        one.sendto(b"x", ELSEWHERE)
    assert [line.split(" by ")[0] for line in tried()] == ["192.0.2.1:443"] * 2


def test_a_connection_to_this_computer_is_nobodys_business(record: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
    assert tried() == []


def test_a_program_that_a_test_starts_is_watched_too(record: Path) -> None:
    attempt = f"import socket; socket.socket().connect({ELSEWHERE!r})"
    ended = subprocess.run([sys.executable, "-c", attempt], capture_output=True, text=True)
    assert "NotLoopback" in ended.stderr
    assert len(tried()) == 1


def test_an_attempt_that_the_program_swallows_fails_the_run(tmp_path: Path) -> None:
    quiet = (
        "import contextlib, socket\n"
        "def test_it():\n"
        f"    with contextlib.suppress(OSError): socket.socket().connect({ELSEWHERE!r})\n"
    )
    (tmp_path / "test_quiet.py").write_text(quiet)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", str(tmp_path)]
    environment = {name: value for name, value in os.environ.items() if name != RECORD}
    ended = subprocess.run(
        [*command, "-c", os.devnull], cwd=PROJECT, env=environment, capture_output=True, text=True
    )
    assert ended.returncode == 1
    assert "1 passed" in ended.stdout
    assert "reached beyond this computer: 192.0.2.1:443" in ended.stdout
