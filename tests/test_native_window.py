import signal
import socket
import sys
import tarfile
from pathlib import Path

import pytest

from storybuilder import native_window
from tests.stand_in_client import install
from tests.tiny_app import Started

WINDOW = {"DISPLAY": ":99"}


def with_client(folder: Path) -> dict[str, str]:
    """A screen, and the client in `folder`."""
    return WINDOW | {"FLET_VIEW_PATH": str(folder)}


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A screen, and a home folder that holds no client yet."""
    return WINDOW | {"HOME": str(tmp_path)}


def archive(path: Path) -> str:
    """The address of an archive as Flet publishes it, with the stand-in for a client."""
    client = install(path / "made", "visit") / "flet"
    with tarfile.open(path / "client.tar.gz", "w:gz") as packed:
        packed.add(client, "flet/flet")
    return (path / "client.tar.gz").as_uri()


def test_on_linux_a_display_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    assert native_window.has_display() == (sys.platform != "linux")
    monkeypatch.setenv("DISPLAY", ":0")
    assert native_window.has_display()


def test_an_empty_display_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", "")
    assert native_window.has_display() == (sys.platform != "linux")


def test_a_client_is_found_where_the_person_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("FLET_VIEW_PATH", str(tmp_path / "own"))
    assert not native_window.client_is_here()
    install(tmp_path / "own", "leave")
    assert native_window.client_is_here()


@pytest.mark.slow
def test_the_program_is_shown_and_ends_with_its_window(tmp_path: Path) -> None:
    client = install(tmp_path / "client", "visit")
    with Started("--way", "auto", environment=with_client(client)) as program:
        program.line_with("was shown")
        assert program.process.wait(10) == 0
        assert program.rest() == ""


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_the_window_and_ends_with_code_0(
    tmp_path: Path, number: signal.Signals
) -> None:
    client = install(tmp_path / "client", "stay")
    with Started("--way", "auto", environment=with_client(client)) as program:
        program.line_with("was shown")
        assert program.end(number) == 0
        assert program.rest() == ""


@pytest.mark.slow
def test_a_client_is_downloaded_when_there_is_none(tmp_path: Path, home: dict[str, str]) -> None:
    home |= {"FLET_CLIENT_URL": archive(tmp_path)}
    with Started("--way", "auto", environment=home) as program:
        program.line_with("Downloading")
        program.line_with("was shown")
        assert program.process.wait(10) == 0


@pytest.mark.slow
def test_a_download_leaves_no_archive_behind(tmp_path: Path, home: dict[str, str]) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    home |= {"TMPDIR": str(temporary), "FLET_CLIENT_URL": archive(tmp_path)}
    with Started("--way", "auto", environment=home) as program:
        assert program.process.wait(15) == 0
    assert list(temporary.iterdir()) == []


@pytest.mark.slow
def test_a_network_that_swallows_everything_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("FLET_CLIENT_URL", f"http://127.0.0.1:{port}/client.tar.gz")
        assert not native_window.client_arrives(said.append, wait_s=1.0)
    assert "at the next start" in said[-1]


@pytest.mark.slow
def test_an_archive_that_is_none_is_no_client(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "client.tar.gz").write_bytes(b"no archive")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("FLET_CLIENT_URL", (tmp_path / "client.tar.gz").as_uri())
    assert not native_window.client_arrives(lambda _: None)


@pytest.mark.slow
def test_an_executable_in_the_current_folder_is_not_run(tmp_path: Path) -> None:
    client = install(tmp_path / "client", "visit")
    stray = tmp_path / "build" / "linux" / "stray"
    stray.parent.mkdir(parents=True)
    stray.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    stray.chmod(0o755)
    with Started("--way", "auto", cwd=tmp_path, environment=with_client(client)) as program:
        program.line_with("was shown")
    assert not (tmp_path / "ran").exists()
