import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import flet as ft
import pytest

from storybuilder.adapters.model_hub import ModelHub
from storybuilder.adapters.model_store import ModelStore
from storybuilder.adapters.settings_file import load_settings
from storybuilder.core.settings import Settings
from storybuilder.core.speech_model import SPEECH_MODELS
from storybuilder.core.take import TakeId, TakeState
from storybuilder.errors import ModelDownloadFailed
from storybuilder.ports import Stopped, Told
from storybuilder.ui.model_section import FOLDER_LABEL
from storybuilder.ui.settings import SettingsScreen
from tests import micro_model
from tests.builders import take
from tests.fakes import PATIENCE_S, at_once, write_wav
from tests.stand_in_hub import StandInHub, stand_in_hub
from tests.ui.controls import box, submit, walk
from tests.ui.still_window import StillWindow, on_a_loop, practice_in

READY, WAITING = "Ready to listen.", "One download to go: the speech model."


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandInHub]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with stand_in_hub() as hub:
        yield hub


@dataclass
class ScriptedModels:
    """Downloads halfway at once, and the rest when `go_on` is set; real models are on disk."""

    models: Path
    failure: ModelDownloadFailed | None = None
    go_on: Event = field(default_factory=at_once)
    stopped: bool = False

    def installed(self) -> tuple[str, ...]:
        return ModelStore(self.models).installed()

    def download(self, name: str, told: Told, stopped: Stopped) -> bool:
        told(0.5)
        deadline_s = time.monotonic() + PATIENCE_S
        while not stopped() and not self.go_on.wait(0.005):
            assert time.monotonic() < deadline_s, "nobody lets it go on"
        if stopped():
            self.stopped = True
            return False
        if self.failure is not None:
            raise self.failure
        install(self.models, name)
        return True


def install(models: Path, name: str) -> None:
    shutil.copytree(micro_model.FOLDER, models / name)


async def section(
    folder: Path, models: ScriptedModels | None = None, **chosen: object
) -> StillWindow:
    """Settings, of which the section of models is the first."""
    settings = Settings(**chosen)  # type: ignore[arg-type]
    window = StillWindow(practice_in(folder, settings=settings))
    window.practice.setting_up.models = models or ScriptedModels(folder / "models")
    await window.show(SettingsScreen(window))
    return window


def says(window: StillWindow, start: str) -> bool:
    return any(words.startswith(start) for words in window.seen)


def ways(window: StillWindow) -> list[str]:
    """What can be done with each model, as a screen reader tells it."""
    named = (one.semantics_label for one in walk(window.drawn) if isinstance(one, ft.Text))
    return [name for name in named if name]


def in_use(window: StillWindow) -> int:
    return window.seen.count("✓ in use")


# ---------------------------------------------------------------- the table
@on_a_loop
async def test_every_model_is_offered_with_its_size(tmp_path: Path) -> None:
    window = await section(tmp_path)
    assert WAITING in window.seen
    assert {model.name for model in SPEECH_MODELS} <= set(window.seen)
    offers = [way.replace("\u00a0", " ") for way in ways(window)]
    assert len(offers) == len(SPEECH_MODELS)
    assert "Download base.en, 148 MB" in offers


@on_a_loop
async def test_an_installed_model_is_in_use_or_can_be(tmp_path: Path) -> None:
    for name in ("base.en", "tiny.en"):
        install(tmp_path / "models", name)
    window = await section(tmp_path)
    assert (READY in window.seen, in_use(window)) == (True, 1)
    assert "Use tiny.en" in ways(window)
    await window.click("Use")
    assert (in_use(window), load_settings(tmp_path / "settings.json").model) == (1, "tiny.en")
    assert "Use base.en" in ways(window)


@on_a_loop
async def test_a_damaged_model_is_not_called_ready(tmp_path: Path) -> None:
    install(tmp_path / "models", "base.en")
    (tmp_path / "models" / "base.en" / "model.bin").write_bytes(b"")
    window = await section(tmp_path)
    assert (WAITING in window.seen, in_use(window)) == (True, 0)


# ---------------------------------------------------------------- download
async def download(window: StillWindow, name: str = "base.en") -> None:
    """Click on a model's download, without waiting for it."""
    links = (one for one in walk(window.drawn) if isinstance(one, ft.TextButton))
    texts = ((one, one.content) for one in links)
    wanted = f"Download {name}, "
    await window.push(
        next(
            one
            for one, words in texts
            if isinstance(words, ft.Text) and (words.semantics_label or "").startswith(wanted)
        )
    )


@on_a_loop
async def test_a_download_is_told_and_its_model_is_then_in_use(tmp_path: Path) -> None:
    go_on = Event()
    window = await section(tmp_path, ScriptedModels(tmp_path / "models", go_on=go_on))
    await download(window, "tiny.en")
    assert {"Getting the speech model tiny.en", "Asking for it …"} <= set(window.seen)
    await window.until(lambda: says(window, "39 of 78"))
    go_on.set()
    await window.rest()
    assert (window.notices, in_use(window)) == (["The speech model tiny.en is ready."], 1)
    assert READY in window.seen
    assert load_settings(tmp_path / "settings.json").model == "tiny.en"


@on_a_loop
async def test_a_download_from_a_hub_is_a_model_to_listen_with(
    tmp_path: Path, hub: StandInHub
) -> None:
    window = await section(tmp_path)
    window.practice.setting_up.models = ModelStore(tmp_path / "models", ModelHub(hub.endpoint))
    await download(window)
    await window.rest()
    assert (in_use(window), window.practice.setting_up.cannot_listen()) == (1, None)


@on_a_loop
async def test_takes_that_waited_are_written_down_once_a_model_is_here(tmp_path: Path) -> None:
    window = await section(tmp_path)
    rehearsing, id = window.practice.rehearsing, TakeId("t1")
    waiting = rehearsing.takes.change(id, lambda _: take("t1"))
    rehearsing.files.audio(id).parent.mkdir()
    write_wav(rehearsing.files.audio(id), 1.0)
    await download(window)
    await window.rest()
    window.practice.catching_up.wait()
    assert (waiting.state, rehearsing.take(id).state) == (TakeState.WAITING, TakeState.READY)


@on_a_loop
async def test_a_failed_download_says_why_and_can_be_started_again(tmp_path: Path) -> None:
    failing = ScriptedModels(tmp_path / "models", ModelDownloadFailed("the connection broke off"))
    window = await section(tmp_path, failing)
    await download(window)
    await window.rest()
    assert "The connection broke off." in window.seen
    assert says(window, "Check the connection and start the download again")
    failing.failure = None
    await download(window)
    await window.rest()
    assert (in_use(window), "The connection broke off." in window.seen) == (1, False)


@on_a_loop
async def test_a_download_can_be_stopped(tmp_path: Path) -> None:
    models = ScriptedModels(tmp_path / "models", go_on=Event())
    window = await section(tmp_path, models)
    await download(window)
    await window.click("Stop")
    assert (models.stopped, window.notices, in_use(window)) == (True, [], 0)
    assert not says(window, "Getting the speech model")


@on_a_loop
async def test_leaving_stops_a_download(tmp_path: Path) -> None:
    models = ScriptedModels(tmp_path / "models", go_on=Event())
    window = await section(tmp_path, models)
    await download(window)
    assert window.screen is not None
    await window.screen.leave()
    await window.rest()
    assert models.stopped


@on_a_loop
async def test_one_model_is_downloaded_at_a_time(tmp_path: Path) -> None:
    go_on = Event()
    window = await section(tmp_path, ScriptedModels(tmp_path / "models", go_on=go_on))
    await download(window, "base.en")
    await download(window, "tiny.en")
    go_on.set()
    await window.rest()
    assert window.notices == ["The speech model base.en is ready."]


# ---------------------------------------------------------------- a folder of one's own
@on_a_loop
async def test_a_folder_with_a_model_goes_first(tmp_path: Path) -> None:
    window = await section(tmp_path)
    submit(box(window.drawn, FOLDER_LABEL), f" {micro_model.FOLDER} ")
    await window.rest()
    assert READY in window.seen
    assert load_settings(tmp_path / "settings.json").model_folder == str(micro_model.FOLDER)


@pytest.mark.parametrize(
    ("make", "why"),
    [(False, "There is no model folder "), (True, " holds no speech model.")],
)
@on_a_loop
async def test_a_folder_that_cannot_listen_shows_why(tmp_path: Path, make: bool, why: str) -> None:
    if make:
        (tmp_path / "own").mkdir()
    window = await section(tmp_path / "data", model_folder=str(tmp_path / "own"))
    assert "The folder you named cannot listen." in window.seen
    assert any(why in words for words in window.seen)


@on_a_loop
async def test_an_emptied_folder_leaves_the_choice_to_the_table(tmp_path: Path) -> None:
    install(tmp_path / "models", "base.en")
    window = await section(tmp_path, model_folder=str(tmp_path / "nowhere"))
    submit(box(window.drawn, FOLDER_LABEL), "")
    await window.rest()
    assert READY in window.seen
    assert load_settings(tmp_path / "settings.json").model_folder == ""


@on_a_loop
async def test_the_field_of_the_folder_stays_the_same_through_a_redraw(tmp_path: Path) -> None:
    window = await section(tmp_path)
    field = box(window.drawn, FOLDER_LABEL)
    window.redraw()
    assert box(window.drawn, FOLDER_LABEL) is field
