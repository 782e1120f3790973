import threading

import pytest

from storybuilder.errors import SpeechModelBroken, SpeechModelMissing, StorybuilderError
from storybuilder.ports import Stopped
from storybuilder.practice.catching_up import CatchingUp


def test_it_runs_once_however_often_it_is_started() -> None:
    calls, go = [], threading.Event()

    def write_down_waiting(stopped: Stopped) -> int:
        calls.append(stopped())
        go.wait(10)
        return 1

    catching_up = CatchingUp(write_down_waiting, lambda: False)
    catching_up.start()
    catching_up.start()
    go.set()
    catching_up.wait()
    assert calls == [False]


def test_it_can_be_started_again_when_it_has_ended() -> None:
    calls = []

    def write_down_waiting(stopped: Stopped) -> int:
        calls.append(1)
        return 0

    catching_up = CatchingUp(write_down_waiting, lambda: False)
    for _ in range(2):
        catching_up.start()
        catching_up.wait()
    assert len(calls) == 2


@pytest.mark.parametrize("failure", [SpeechModelMissing("none"), SpeechModelBroken("bad")])
def test_a_missing_or_broken_model_ends_it_quietly(
    failure: StorybuilderError, caplog: pytest.LogCaptureFixture
) -> None:
    def write_down_waiting(stopped: Stopped) -> int:
        raise failure

    catching_up = CatchingUp(write_down_waiting, lambda: False)
    catching_up.start()
    catching_up.wait()
    assert all("bad" not in record.getMessage() for record in caplog.records)
