"""After a full use of the coach its key stands in its own file, and nowhere else."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from storybuilder.app import start_log
from storybuilder.core.coaching.brief import probe_brief
from storybuilder.core.settings import Settings
from storybuilder.errors import CoachKeyRefused
from storybuilder.places import Places
from storybuilder.ui.coach_section import KEY_LABEL
from storybuilder.ui.sent_log import SentLogScreen
from storybuilder.ui.settings import SettingsScreen
from tests.stand_in_coach import MODEL, StandInCoach, stand_in_coach
from tests.ui.controls import box, walk, write
from tests.ui.still_window import StillWindow, on_a_loop, practice_in
from tests.ui.told_take import CLINIC, told_take

KEY = "sk-ant-Zanzibar-0123456789abcdef"
SECRET = "Zanzibar"
ANSWER = json.dumps(
    {"questions": [{"text": "Why?", "quote": "", "hardness": 1, "why": "Reasons."}]}
)


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandInCoach]:
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    with stand_in_coach() as service:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", service.address)
        service.answers = [ANSWER]
        yield service


@pytest.fixture(autouse=True)
def program_log(tmp_path: Path) -> Iterator[None]:
    """The program's own log in the data folder, for this test."""
    ours = logging.getLogger("storybuilder")
    before = list(ours.handlers)
    start_log(Places(tmp_path))
    yield
    for handler in [one for one in ours.handlers if one not in before]:
        ours.removeHandler(handler)
        handler.close()


async def keep_and_test(window: StillWindow) -> None:
    await window.show(SettingsScreen(window))
    await window.click("Put in a key")
    write(box(window.drawn, KEY_LABEL), f"{SECRET} with spaces")
    await window.click("Keep it")
    write(box(window.drawn, KEY_LABEL), KEY)
    await window.click("Keep it")
    await window.agree()
    await window.click("Test it")


def send(window: StillWindow) -> None:
    coaching = window.practice.coaching
    preview = coaching.prepare(probe_brief(CLINIC))
    assert coaching.send(preview, CLINIC, lambda texts: None, lambda: False) is not None
    assert SECRET not in repr(preview)


def told_anywhere(window: StillWindow) -> str:
    """Everything that the window says or holds."""
    held = [str(getattr(one, "value", "")) for one in walk(window.drawn)]
    asked = [question.words for question in window.asked]
    return "\n".join([*window.seen, *window.heard, *window.notices, *asked, *held])


def holders(folder: Path) -> list[str]:
    """The files in which the key stands."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return [file.name for file in files if SECRET.encode() in file.read_bytes()]


@on_a_loop
async def test_the_key_stands_in_its_own_file_alone(
    tmp_path: Path, service: StandInCoach, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    window = StillWindow(practice_in(tmp_path, settings=Settings(coach_model=MODEL)))
    told_take(window.practice)
    await keep_and_test(window)
    said = told_anywhere(window)
    send(window)
    await window.show(SentLogScreen(window))
    await window.click("Show the text")
    said += told_anywhere(window)
    assert "knows the key and the model" in said
    assert service.headers[-1]["authorization"] == f"Bearer {KEY}"
    assert SECRET not in said
    assert holders(tmp_path) == ["coach_key"]
    exchanging = window.practice.exchanging
    for outgoing in (exchanging.everything(), exchanging.markdown(), exchanging.sheet(cues=False)):
        assert SECRET.encode() not in outgoing.content
        assert b"sent.jsonl" not in outgoing.content
    assert SECRET not in caplog.text


@pytest.mark.parametrize("manner", ["401", "400", "529", "html", "reset"])
def test_no_failure_tells_the_key(tmp_path: Path, service: StandInCoach, manner: str) -> None:
    service.manner = manner
    practice = practice_in(tmp_path, settings=Settings(coach_model=MODEL))
    practice.coaching.keys.keep(KEY, in_file=True)
    with pytest.raises(Exception) as failed:  # whatever it is, it must not tell
        practice.coaching.check()
    error: BaseException | None = failed.value
    while error is not None:
        assert SECRET not in f"{error!r} {error} {getattr(error, 'hint', '')}"
        error = error.__cause__ or error.__context__


def test_a_damaged_key_file_tells_nothing_of_it(tmp_path: Path, service: StandInCoach) -> None:
    practice = practice_in(tmp_path)
    practice.coaching.keys.keep(KEY, in_file=True)
    (tmp_path / "coach_key").write_text(f"{KEY} {KEY}")
    with pytest.raises(CoachKeyRefused) as refused:
        practice.coaching.keys.key()
    assert SECRET not in refused.value.sentence()
