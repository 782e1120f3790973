import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest

from storybuilder.adapters.settings_file import save_settings
from storybuilder.core.computer import Computer
from storybuilder.core.settings import Settings
from storybuilder.errors import ModelDownloadFailed, StorybuilderError
from storybuilder.ports import Stopped, Told
from storybuilder.practice.fetching import STEPS, Ended, Fetching, Idle, UnderWay
from storybuilder.practice.setting_up import SettingUp
from tests.fakes import PATIENCE_S, ScriptedMicrophone, at_once


@dataclass
class SlowModels:
    """Downloads halfway, then waits; a dead one hears no stop until it is let go."""

    failure: Exception | None = None
    go_on: Event = field(default_factory=at_once)
    halfway: Event = field(default_factory=Event)
    dead: bool = False
    asked: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    told: tuple[float, ...] = (0.5,)

    def installed(self) -> tuple[str, ...]:
        return ()

    def kept_bytes(self, name: str) -> int:
        return 0

    def download_bytes(self, name: str) -> int:
        return 1

    def delete(self, name: str) -> int:
        self.deleted.append(name)
        return 5

    def download(self, name: str, told: Told, stopped: Stopped) -> bool:
        self.asked.append(name)
        for share in self.told:
            told(share)
        self.halfway.set()
        deadline_s = time.monotonic() + PATIENCE_S
        while not self.go_on.wait(0.002) and (self.dead or not stopped()):
            assert time.monotonic() < deadline_s, "nobody lets it go on"
        if self.failure is not None:
            raise self.failure
        return not stopped()


def fetching(folder: Path, models: SlowModels, then: Callable[[], None] = lambda: None) -> Fetching:
    step = SettingUp(
        Settings(),
        lambda settings: save_settings(folder / "settings.json", settings),
        models,
        lambda: folder,
        ScriptedMicrophone(),
        lambda: Computer(2),
        str(folder),
        lambda: None,
        lambda server: 0.1,
    )
    return Fetching(step, then)


def test_a_model_that_has_arrived_is_in_use_and_what_follows_is_done(tmp_path: Path) -> None:
    done: list[bool] = []
    step = fetching(tmp_path, SlowModels(), lambda: done.append(True))
    step.start("tiny.en")
    step.wait()
    assert step.state == Ended("tiny.en", ready=True)
    assert (step._setting_up.settings.model, done) == ("tiny.en", [True])


def test_progress_is_told_to_whoever_watches(tmp_path: Path) -> None:
    step, states = fetching(tmp_path, SlowModels()), []
    unwatch = step.watch(lambda: states.append(step.state))
    step.start("tiny.en")
    step.wait()
    assert UnderWay("tiny.en", 0.5) in states
    assert states[-1] == Ended("tiny.en", ready=True)
    unwatch()
    unwatch()
    told = len(states)
    step.start("tiny.en")
    step.wait()
    assert len(states) == told


def test_progress_of_a_hair_is_not_told(tmp_path: Path) -> None:
    shares = tuple(i / 10_000 for i in range(10_000))
    step, times = fetching(tmp_path, SlowModels(told=shares)), []
    step.watch(lambda: times.append(1))
    step.start("tiny.en")
    step.wait()
    assert STEPS <= len(times) <= STEPS + 3


def test_a_failure_stays_to_be_read(tmp_path: Path) -> None:
    failure = ModelDownloadFailed("the connection broke off")
    step = fetching(tmp_path, SlowModels(failure))
    step.start("tiny.en")
    step.wait()
    assert step.state == Ended("tiny.en", failure=failure)
    assert step._setting_up.settings.model == "base.en"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_even_a_bug_ends_a_download(tmp_path: Path) -> None:
    step = fetching(tmp_path, SlowModels(RuntimeError("a bug")))
    step.start("tiny.en")
    step.wait()
    assert isinstance(step.state, Ended)
    assert isinstance(step.state.failure, StorybuilderError)


def test_a_second_download_waits_for_a_click_of_its_own(tmp_path: Path) -> None:
    models = SlowModels(go_on=Event())
    step = fetching(tmp_path, models)
    step.start("tiny.en")
    step.start("base.en")
    models.go_on.set()
    step.wait()
    assert models.asked == ["tiny.en"]


def test_a_stop_is_quick_even_on_a_dead_connection_and_a_new_start_comes_after_it(
    tmp_path: Path,
) -> None:
    models = SlowModels(go_on=Event(), dead=True)
    step = fetching(tmp_path, models)
    step.start("tiny.en")
    assert models.halfway.wait(PATIENCE_S)
    step.stop()
    assert step.state == Ended("tiny.en")
    step.start("base.en")
    assert models.asked == ["tiny.en"]
    models.go_on.set()
    step.wait()
    assert models.asked == ["tiny.en", "base.en"]
    assert step.state == Ended("base.en", ready=True)


def test_a_stop_with_nothing_under_way_changes_nothing(tmp_path: Path) -> None:
    step = fetching(tmp_path, SlowModels())
    step.stop()
    assert step.state == Idle()


def test_a_model_chosen_meanwhile_stays_chosen(tmp_path: Path) -> None:
    models = SlowModels(go_on=Event())
    step = fetching(tmp_path, models)
    step.start("tiny.en")
    assert models.halfway.wait(PATIENCE_S)
    step._setting_up.choose(model="small.en")
    models.go_on.set()
    step.wait()
    assert step._setting_up.settings.model == "small.en"


@pytest.mark.parametrize(("name", "then"), [("small.en", "base.en"), ("small", "small")])
def test_a_model_that_would_not_understand_its_person_is_not_put_in_use(
    tmp_path: Path, name: str, then: str
) -> None:
    step = fetching(tmp_path, SlowModels())
    step._setting_up.choose(language="de")
    step.start(name)
    step.wait()
    assert step._setting_up.settings.model == then


def test_a_deletion_waits_for_a_download_that_was_stopped(tmp_path: Path) -> None:
    models = SlowModels(go_on=Event())
    step = fetching(tmp_path, models)
    step.start("tiny.en")
    step.stop()
    assert step.delete("tiny.en") == 5
    assert models.deleted == ["tiny.en"]
    assert step._thread is not None
    assert not step._thread.is_alive()
