import asyncio
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
from storybuilder.core.speech_model import SPEECH_MODELS, USUAL
from storybuilder.core.take import TakeId, TakeState
from storybuilder.errors import ModelDownloadFailed
from storybuilder.ports import Stopped, Told
from storybuilder.ui.model_rows import SOURCES
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
    size: int | ModelDownloadFailed = 3_090_000_000
    """What the hub says of a size."""

    def kept_bytes(self, name: str) -> int:
        return ModelStore(self.models).kept_bytes(name)

    def download_bytes(self, name: str) -> int:
        if isinstance(self.size, ModelDownloadFailed):
            raise self.size
        return self.size

    def delete(self, name: str) -> int:
        return ModelStore(self.models).delete(name)

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
def listed(window: StillWindow) -> set[str]:
    return {model.name for model in SPEECH_MODELS} & set(window.seen)


def offers(window: StillWindow) -> list[str]:
    return [way.replace("\u00a0", " ") for way in ways(window)]


@on_a_loop
async def test_the_usual_models_are_offered_and_all_others_at_a_click(tmp_path: Path) -> None:
    window = await section(tmp_path)
    assert WAITING in window.seen
    assert listed(window) == set(USUAL)
    assert "Download base.en, 148 MB" in offers(window)
    await window.click("More models")
    assert len(listed(window)) == len(offers(window)) == len(SPEECH_MODELS)
    assert "Download large-v3, not known" in offers(window)
    await window.click("Fewer models")
    assert listed(window) == set(USUAL)


@on_a_loop
async def test_figures_have_their_sources_at_a_click(tmp_path: Path) -> None:
    window = await section(tmp_path)
    assert not says(window, "Wrong words: in English by native speakers")
    await window.click("Where the figures are from")
    assert set(SOURCES) <= set(window.seen)
    await window.click("Hide the sources")
    assert not set(SOURCES) & set(window.seen)


@on_a_loop
async def test_what_suits_this_computer_is_said(tmp_path: Path) -> None:
    window = await section(tmp_path)
    assert any("suits this computer" in words for words in window.seen)


@on_a_loop
async def test_a_model_for_other_languages_is_at_hand_once_one_is_chosen(tmp_path: Path) -> None:
    install(tmp_path / "models", "base.en")
    window = await section(tmp_path, language="de")
    assert listed(window) == {"tiny", "base", "small", "base.en"}
    assert "base.en cannot listen to German." in window.seen
    assert says(
        window,
        "The speech model base.en understands English only, and the language chosen is German",
    )
    install(tmp_path / "models", "base")
    await window.show(window.screen)  # type: ignore[arg-type]
    await window.click("Use")
    assert READY in window.seen


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
async def over(window: StillWindow) -> None:
    """Wait until the download has ended, and all that follows."""
    await window.rest()
    await window.work(window.practice.fetching.wait)
    await asyncio.sleep(0)
    await window.rest()


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
    assert "Getting the speech model tiny.en" in window.seen
    await window.until(lambda: says(window, "39 of 78"))
    go_on.set()
    await over(window)
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
    await over(window)
    assert (in_use(window), window.practice.setting_up.cannot_listen()) == (1, None)


@on_a_loop
async def test_takes_that_waited_are_written_down_once_a_model_is_here(tmp_path: Path) -> None:
    window = await section(tmp_path)
    rehearsing, id = window.practice.rehearsing, TakeId("t1")
    waiting = rehearsing.takes.change(id, lambda _: take("t1"))
    rehearsing.files.audio(id).parent.mkdir()
    write_wav(rehearsing.files.audio(id), 1.0)
    await download(window)
    await over(window)
    window.practice.catching_up.wait()
    assert (waiting.state, rehearsing.take(id).state) == (TakeState.WAITING, TakeState.READY)


@on_a_loop
async def test_a_failed_download_says_why_and_can_be_started_again(tmp_path: Path) -> None:
    failing = ScriptedModels(tmp_path / "models", ModelDownloadFailed("the connection broke off"))
    window = await section(tmp_path, failing)
    await download(window)
    await over(window)
    assert "The connection broke off." in window.seen
    assert says(window, "Check the connection and start the download again")
    failing.failure = None
    await download(window)
    await over(window)
    assert (in_use(window), "The connection broke off." in window.seen) == (1, False)


@on_a_loop
async def test_a_download_can_be_stopped(tmp_path: Path) -> None:
    models = ScriptedModels(tmp_path / "models", go_on=Event())
    window = await section(tmp_path, models)
    await download(window)
    await window.touch("Stop")
    await over(window)
    assert (models.stopped, window.notices, in_use(window)) == (True, [], 0)
    assert not says(window, "Getting the speech model")


async def elsewhere(window: StillWindow) -> None:
    """Leave Settings."""
    assert window.screen is not None
    await window.screen.leave()
    window.screen, window.drawn = None, ft.Column()


@on_a_loop
async def test_a_download_goes_on_elsewhere_and_its_end_is_told_there(tmp_path: Path) -> None:
    go_on = Event()
    window = await section(tmp_path, ScriptedModels(tmp_path / "models", go_on=go_on))
    await download(window)
    await elsewhere(window)
    go_on.set()
    await over(window)
    assert window.notices == ["The speech model base.en is ready."]
    await window.show(SettingsScreen(window))
    assert (in_use(window), READY in window.seen) == (1, True)


@on_a_loop
async def test_a_download_that_fails_elsewhere_is_told_there_and_stays_in_settings(
    tmp_path: Path,
) -> None:
    go_on, failure = Event(), ModelDownloadFailed("the connection broke off")
    models = ScriptedModels(tmp_path / "models", failure, go_on)
    window = await section(tmp_path, models)
    await download(window)
    await elsewhere(window)
    go_on.set()
    await over(window)
    assert window.notices == [failure.sentence()]
    await window.show(SettingsScreen(window))
    assert "The connection broke off." in window.seen


@on_a_loop
async def test_who_comes_back_sees_how_far_it_is_and_hears_of_the_end_once(tmp_path: Path) -> None:
    go_on = Event()
    window = await section(tmp_path, ScriptedModels(tmp_path / "models", go_on=go_on))
    await download(window, "tiny.en")
    await elsewhere(window)
    await window.show(SettingsScreen(window))
    await window.until(lambda: says(window, "39 of 78"))
    go_on.set()
    await over(window)
    assert window.notices == ["The speech model tiny.en is ready."]


@on_a_loop
async def test_a_size_that_only_the_hub_knows_is_asked_before_anything_is_fetched(
    tmp_path: Path,
) -> None:
    window = await section(tmp_path, ScriptedModels(tmp_path / "models"))
    await window.click("More models")
    await download(window, "large-v3")
    assert "Asking how large large-v3 is …" in window.seen
    await window.rest()
    assert window.asked[-1].title == "Download large-v3?"
    assert "The download is 3.1\u00a0GB." in window.asked[-1].words
    assert not says(window, "Getting the speech model")
    await window.agree()
    await over(window)
    assert load_settings(tmp_path / "settings.json").model == "large-v3"


@on_a_loop
async def test_a_size_that_cannot_be_asked_says_why(tmp_path: Path) -> None:
    failure = ModelDownloadFailed("hub.invalid was not found", "check that you are online.")
    window = await section(tmp_path, ScriptedModels(tmp_path / "models", size=failure))
    await window.click("More models")
    await download(window, "large-v3")
    await over(window)
    assert (window.asked, "Hub.invalid was not found." in window.seen) == ([], True)


@on_a_loop
async def test_what_arrived_of_a_model_can_be_continued_or_discarded(tmp_path: Path) -> None:
    part = tmp_path / "models" / "base.en.part"
    part.mkdir(parents=True)
    (part / "model.bin.part").write_bytes(bytes(60_000_000))
    window = await section(tmp_path)
    assert "60 of 148 MB" in [words.replace("\u00a0", " ") for words in window.seen]
    assert "Download base.en, 60 of 148 MB is here" in offers(window)
    await window.click("Discard")
    assert window.asked[-1].title == "Discard what arrived of base.en?"
    await window.agree()
    assert (part.exists(), window.notices) == (False, ["60\u00a0MB are free again."])
    assert "Download base.en, 148 MB" in offers(window)


# ---------------------------------------------------------------- deletion
@on_a_loop
async def test_the_model_in_use_is_deleted_only_once_its_effect_was_read(tmp_path: Path) -> None:
    install(tmp_path / "models", "base.en")
    window = await section(tmp_path)
    await window.click("Delete")
    asked = window.asked[-1]
    assert (asked.title, asked.yes) == ("Delete base.en, the model in use?", "Delete")
    assert "wait for their words until a model is here again" in asked.words
    assert READY in window.seen
    await window.agree()
    assert (WAITING in window.seen, in_use(window)) == (True, 0)
    assert not (tmp_path / "models" / "base.en").exists()


@on_a_loop
async def test_another_model_is_deleted_without_ado(tmp_path: Path) -> None:
    for name in ("base.en", "tiny.en"):
        install(tmp_path / "models", name)
    window = await section(tmp_path)
    await window.click("Delete")
    assert window.asked[-1].title == "Delete tiny.en?"
    await window.agree()
    assert (READY in window.seen, in_use(window)) == (True, 1)


@on_a_loop
async def test_one_model_is_downloaded_at_a_time(tmp_path: Path) -> None:
    go_on = Event()
    window = await section(tmp_path, ScriptedModels(tmp_path / "models", go_on=go_on))
    await download(window, "base.en")
    await download(window, "tiny.en")
    go_on.set()
    await over(window)
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
