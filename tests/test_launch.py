import socket
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from storybuilder.errors import WindowUnavailable
from storybuilder.launch import launch
from tests.stand_in_client import install
from tests.tiny_app import SENTENCE, Started, Visitor, main

WINDOW = {"DISPLAY": ":99"}
NO_CLIENT = {"FLET_CLIENT_URL": "file:///no/such/client.tar.gz"}
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]


def browser(folder: Path) -> dict[str, str]:
    """A stand-in for the person's browser: it writes down where it was sent."""
    command = folder / "browser"
    command.write_text(
        f'#!/bin/sh\nprintf %s "$1" >{folder}/part\nmv {folder}/part {folder}/sent\n'
    )
    command.chmod(0o755)
    return {"BROWSER": str(command)}


def test_a_window_that_cannot_be_had_is_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    for name, value in (NO_CLIENT | {"HOME": str(tmp_path), "FLET_APP_ID": "tests"}).items():
        monkeypatch.setenv(name, value)
    with pytest.raises(WindowUnavailable) as failure:
        launch(main, way="window")
    assert failure.value.sentence().endswith("start it with --browser to use it in your browser.")


@pytest.mark.slow
def test_without_a_screen_the_browser_serves(tmp_path: Path) -> None:
    client = install(tmp_path / "client", "visit")
    with Started("--way", "auto", environment={"FLET_VIEW_PATH": str(client)}) as program:
        visitor = Visitor(program.address())
        assert program.said == [f"URL http://{visitor.authority}{visitor.way_in}"]
        with pytest.raises(OSError):
            socket.create_connection(("127.0.0.2", visitor.port), timeout=1)


@pytest.mark.slow
def test_a_client_that_leaves_before_it_connects_is_replaced_by_the_browser(tmp_path: Path) -> None:
    client = install(tmp_path / "client", "leave")
    with Started("--way", "auto", environment=WINDOW | {"FLET_VIEW_PATH": str(client)}) as program:
        visitor = Visitor(program.address())
        assert program.said[0] == "The program's own window did not open."
        assert visitor.get(visitor.way_in).status == 303


@pytest.mark.slow
def test_a_client_that_cannot_be_run_is_replaced_by_the_browser(tmp_path: Path) -> None:
    client = install(tmp_path / "client", "visit")
    (client / "flet").chmod(0o644)
    with Started("--way", "auto", environment=WINDOW | {"FLET_VIEW_PATH": str(client)}) as program:
        assert program.address()
        assert "could not be started" in program.said[0]


@pytest.mark.slow
def test_a_client_that_cannot_be_downloaded_is_replaced_by_the_browser(tmp_path: Path) -> None:
    environment = WINDOW | NO_CLIENT | {"HOME": str(tmp_path)}
    with Started("--way", "auto", environment=environment) as program:
        assert program.address()
        assert program.said[0].startswith("Downloading the program's own window")


@pytest.mark.slow
def test_the_environment_cannot_open_the_server_to_the_network(tmp_path: Path) -> None:
    client = install(tmp_path / "client", "visit")
    wide = {"FLET_FORCE_WEB_SERVER": "true", "FLET_SERVER_IP": "0.0.0.0"}
    environment = WINDOW | wide | {"FLET_VIEW_PATH": str(client)}
    with Started("--way", "auto", environment=environment) as program:
        program.line_with("was shown")
        assert program.process.wait(10) == 0


@pytest.mark.slow
def test_the_browser_is_opened_at_the_address_and_the_sentence_repeats_it(tmp_path: Path) -> None:
    with Started("--open-browser", environment=WINDOW | browser(tmp_path)) as program:
        address = program.address()
        assert program.said[0].startswith("storybuilder runs in your browser.")
        assert program.still_runs_after(1.0)
    assert (tmp_path / "sent").read_text() == address


@pytest.mark.slow
def test_without_a_screen_no_browser_takes_the_terminal(tmp_path: Path) -> None:
    with Started("--open-browser", environment=browser(tmp_path)) as program:
        assert program.address()
        assert program.still_runs_after(1.0)
    assert not (tmp_path / "sent").exists()


@pytest.mark.slow
def test_a_browser_shows_the_program_and_its_end_follows_the_last_page() -> None:
    with Started("--idle-exit-s", "0.5") as program, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=CHROMIUM_ARGUMENTS
        )
        page = chromium.new_page()
        page.goto(program.address())
        page.locator("flt-semantics-placeholder").dispatch_event("click", timeout=30_000)
        page.get_by_text(SENTENCE).wait_for()
        assert "token" not in page.url
        chromium.close()
        assert program.process.wait(10) == 0
