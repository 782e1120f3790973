from pathlib import Path
from threading import Event, Thread

import pytest

from storybuilder.adapters.settings_file import load_settings, save_settings
from storybuilder.core.computer import Computer
from storybuilder.core.settings import Settings
from storybuilder.errors import LibraryUnwritable, SpeechModelMissing
from storybuilder.ports import Stopped, Told
from storybuilder.practice.setting_up import SettingUp
from tests.fakes import ScriptedMicrophone


class NoModels:
    """Knows no model; downloads one at once."""

    def __init__(self) -> None:
        self.here: tuple[str, ...] = ()

    def installed(self) -> tuple[str, ...]:
        return self.here

    def download(self, name: str, told: Told, stopped: Stopped) -> bool:
        if stopped():
            return False
        self.here = (*self.here, name)
        return True

    def kept_bytes(self, name: str) -> int:
        return 148 if name in self.here else 0

    def download_bytes(self, name: str) -> int:
        return 148

    def delete(self, name: str) -> int:
        freed, self.here = self.kept_bytes(name), tuple(one for one in self.here if one != name)
        return freed


def setting_up(file: Path) -> SettingUp:
    return SettingUp(
        Settings(),
        lambda settings: save_settings(file, settings),
        NoModels(),
        lambda: file.parent,
        ScriptedMicrophone(),
        lambda: Computer(2, 8_000),
        str(file.parent),
        lambda: None,
        lambda server: 0.1,
    )


def test_a_choice_is_in_force_and_on_disk(tmp_path: Path) -> None:
    step = setting_up(tmp_path / "settings.json")
    step.choose(theme="dark")
    assert step.settings.theme == "dark"
    assert load_settings(tmp_path / "settings.json").theme == "dark"


def test_what_holds_for_now_is_not_kept(tmp_path: Path) -> None:
    step = setting_up(tmp_path / "settings.json")
    step.hold_for_now(language="de")
    assert step.settings.language == "de"
    assert load_settings(tmp_path / "settings.json").language == "en"


def test_a_choice_that_cannot_be_saved_does_not_hold(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    step = setting_up(tmp_path / "file" / "settings.json")
    with pytest.raises(LibraryUnwritable):
        step.choose(theme="dark")
    assert step.settings.theme == "system"


def test_two_choices_made_at_once_are_both_kept(tmp_path: Path) -> None:
    step, other_done = setting_up(tmp_path / "settings.json"), Event()
    save = step.save

    def slow(settings: Settings) -> None:
        if settings.theme == "dark" and settings.words_per_minute == 140:
            other_done.wait(0.2)  # time enough for the other to overtake, if it may
        save(settings)

    step.save = slow
    first = Thread(target=lambda: step.choose(theme="dark"))
    first.start()
    step.choose(words_per_minute=150)
    other_done.set()
    first.join()
    kept = load_settings(tmp_path / "settings.json")
    assert (kept.theme, kept.words_per_minute) == ("dark", 150)


@pytest.mark.parametrize("stopped", [True, False])
def test_a_model_is_there_once_its_download_was_not_stopped(tmp_path: Path, stopped: bool) -> None:
    step = setting_up(tmp_path / "settings.json")
    ready = step.download("base.en", lambda done: None, lambda: stopped)
    assert ready is not stopped
    assert ("base.en" in step.installed()) is not stopped


def test_why_nobody_can_listen_is_said(tmp_path: Path) -> None:
    def missing() -> Path:
        raise SpeechModelMissing("no speech model is here")

    step = setting_up(tmp_path / "settings.json")
    assert step.cannot_listen() is None
    step.model_folder = missing
    assert str(step.cannot_listen()) == "no speech model is here"


def test_microphones_are_listed_by_name(tmp_path: Path) -> None:
    assert setting_up(tmp_path / "settings.json").microphones() == ("Desk microphone",)
