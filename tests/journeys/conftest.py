"""What the journeys are given: one browser for all, and the program on a fresh data folder."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.flutter import CHROMIUM_OPTIONS, Flutter, served, tab

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium. A session's would leave an event loop running in other tests."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_OPTIONS)
        yield launched
        launched.close()


Open = Callable[..., Flutter]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder of the program under test."""
    return tmp_path / "data"


@pytest.fixture
def open_app(browser: Browser, data: Path, tmp_path: Path) -> Iterator[Open]:
    """Opens the program in a tab; a handler or client error in its log fails the test."""
    log = tmp_path / "program.log"
    with ExitStack() as stack:

        def opened(
            *,
            model: Path | None = None,
            environment: dict[str, str] | None = None,
            width: int = 1280,
            height: int = 800,
            dark: bool = False,
        ) -> Flutter:
            given = {**os.environ, **(environment or {})}
            address = stack.enter_context(served(data, log, model=model, environment=given))
            return stack.enter_context(tab(browser, address, width=width, height=height, dark=dark))

        yield opened
    ours = data / "storybuilder.log"
    told = ours.read_text(encoding="utf-8") if ours.exists() else ""
    assert "ERROR" not in told, told
    assert "Traceback" not in log.read_text(), log.read_text()
