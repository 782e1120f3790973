"""Journey: a person puts in a key for the coach, tries it, and forgets it again."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from storybuilder.adapters.settings_file import save_settings
from storybuilder.core.settings import Settings
from tests.journeys.conftest import Open
from tests.journeys.flutter import Flutter
from tests.stand_in_coach import MODEL, StandInCoach, stand_in_coach

pytestmark = pytest.mark.slow
KEY = "sk-ant-Zanzibar-0123456789abcdef"


@pytest.fixture
def service() -> Iterator[StandInCoach]:
    with stand_in_coach() as service:
        yield service


def section(app: Flutter) -> None:
    """Settings, as tall as it is."""
    app.button("Settings").click()
    app.hear_of(re.compile("^The coach"))


def test_a_key_is_kept_tried_and_forgotten_and_stands_nowhere_else(
    open_app: Open, data: Path, tmp_path: Path, service: StandInCoach
) -> None:
    save_settings(data / "settings.json", Settings(coach_model=MODEL))
    environment = {
        "ANTHROPIC_BASE_URL": service.address,
        "ANTHROPIC_API_KEY": "",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }
    app = open_app(environment=environment, height=3200)
    section(app)
    app.button("Put in a key").click()
    app.write("Your key", KEY)
    app.button("Keep it").click()
    app.button("Keep it in a file").click()
    app.see(re.compile("only you can read; it ends in …cdef"))
    expect(app.box("Another key, in place of this one")).to_have_value("")
    app.button("Test it").click()
    app.see(re.compile("knows the key and the model"), 30_000)
    assert service.headers[-1]["authorization"] == f"Bearer {KEY}"
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert [one.name for one in files if KEY.encode() in one.read_bytes()] == ["coach_key"]
    app.button("Forget it").click()
    app.button("Forget the key").click()
    app.button("Put in a key").wait_for()
    assert not (data / "coach_key").exists()
