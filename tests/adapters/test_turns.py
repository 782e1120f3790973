import threading
from pathlib import Path

import pytest

from storybuilder.adapters.turns import Turns
from storybuilder.errors import LibraryBusy, LibraryUnwritable


def test_making_one_creates_nothing(tmp_path: Path) -> None:
    Turns(tmp_path / "data" / "a.lock")
    assert list(tmp_path.iterdir()) == []


def test_another_window_waits_and_then_says_that_it_is_busy(tmp_path: Path) -> None:
    mine, theirs = Turns(tmp_path / "a.lock"), Turns(tmp_path / "a.lock", patience_s=0.05)
    with mine.taken(), pytest.raises(LibraryBusy, match=r"0\.05 s"), theirs.taken():
        pass


def test_the_turn_is_free_again_afterwards(tmp_path: Path) -> None:
    mine, theirs = Turns(tmp_path / "a.lock"), Turns(tmp_path / "a.lock", patience_s=0)
    with pytest.raises(ZeroDivisionError), mine.taken():
        _ = 1 / 0
    with theirs.taken():
        pass


def test_whoever_has_the_turn_may_take_it_again(tmp_path: Path) -> None:
    mine, theirs = Turns(tmp_path / "a.lock"), Turns(tmp_path / "a.lock", patience_s=0.05)
    with mine.taken():
        with mine.taken():
            pass
        with pytest.raises(LibraryBusy), theirs.taken():
            pass


def test_another_thread_waits_too(tmp_path: Path) -> None:
    turns, busy = Turns(tmp_path / "a.lock", patience_s=0.05), []

    def attempt() -> None:
        with pytest.raises(LibraryBusy), turns.taken():
            pass
        busy.append(True)

    with turns.taken():
        thread = threading.Thread(target=attempt)
        thread.start()
        thread.join()
    assert busy == [True]


def test_a_folder_that_cannot_be_made_is_a_refusal(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    turns = Turns(tmp_path / "data" / "a.lock")
    with pytest.raises(LibraryUnwritable, match="is not a folder"), turns.taken():
        pass
    with Turns(tmp_path / "a.lock").taken():
        assert (tmp_path / "a.lock").exists()
