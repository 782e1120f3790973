import threading

from storybuilder.practice.precedence import Precedence


def test_background_work_is_told_when_somebody_waits() -> None:
    precedence, taken = Precedence(), threading.Event()

    def ask() -> None:
        with precedence.foreground():
            taken.set()

    with precedence.background() as wanted:
        assert not wanted()
        person = threading.Thread(target=ask)
        person.start()
        while not wanted():
            threading.Event().wait(0.001)
        assert not taken.is_set()
    person.join(10)
    assert taken.is_set()


def test_background_work_waits_while_somebody_is_served() -> None:
    precedence, began = Precedence(), threading.Event()

    def work() -> None:
        with precedence.background():
            began.set()

    with precedence.foreground():
        worker = threading.Thread(target=work)
        worker.start()
        assert not began.wait(0.05)
    worker.join(10)
    assert began.is_set()
