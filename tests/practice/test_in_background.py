import threading

from storybuilder.practice.in_background import InBackground


def test_it_runs_once_however_often_it_is_started() -> None:
    calls, go = list[str](), threading.Event()

    def job() -> None:
        calls.append(threading.current_thread().name)
        go.wait(10)

    background = InBackground("tidying", job)
    background.start()
    background.start()
    go.set()
    background.wait()
    assert calls == ["tidying"]


def test_it_can_be_started_again_when_it_has_ended() -> None:
    calls = list[int]()
    background = InBackground("tidying", lambda: calls.append(1))
    for _ in range(2):
        background.start()
        background.wait()
    assert len(calls) == 2


def test_waiting_for_what_never_began_ends_at_once() -> None:
    InBackground("tidying", lambda: None).wait()
