"""What left this computer is written down before it leaves, for the person alone."""

import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storybuilder.adapters.sent_log import SentLogFile
from storybuilder.core.coaching.sent import Outcome, Sent
from storybuilder.errors import LibraryUnreadable, LibraryUnwritable

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
ANSWERED = Outcome(words="answered", tokens_sent=812, tokens_received=90)


def sent(id: str = "a", minutes: int = 0) -> Sent:
    at = AT + timedelta(minutes=minutes)
    return Sent(id=id, at=at, help="probe", model="m", address="host", text="Ich\nwar [NAME 1].")


@pytest.fixture
def log(tmp_path: Path) -> SentLogFile:
    return SentLogFile(tmp_path / "data" / "sent.jsonl")


def test_nothing_was_sent_at_first(log: SentLogFile) -> None:
    assert log.all() == ()


def test_a_call_is_there_before_it_has_ended_and_after(log: SentLogFile) -> None:
    log.note(sent())
    assert log.all() == (sent(),)
    log.end("a", ANSWERED)
    assert log.all() == (replace(sent(), outcome=ANSWERED),)


def test_the_newest_comes_first(log: SentLogFile) -> None:
    for minutes, id in enumerate("abc"):
        log.note(sent(id, minutes))
    assert [one.id for one in log.all()] == ["c", "b", "a"]


def test_a_cleared_log_holds_nothing_and_goes_on(log: SentLogFile, tmp_path: Path) -> None:
    log.note(sent())
    log.clear()
    assert log.all() == ()
    assert not (tmp_path / "data" / "sent.jsonl").exists()
    log.note(sent("b"))
    assert [one.id for one in log.all()] == ["b"]


def test_clearing_twice_is_no_mistake(log: SentLogFile) -> None:
    log.clear()
    log.clear()


def test_only_its_owner_may_read_it(log: SentLogFile, tmp_path: Path) -> None:
    log.note(sent())
    assert stat.S_IMODE((tmp_path / "data" / "sent.jsonl").stat().st_mode) == 0o600


@pytest.mark.parametrize("kept", range(0, 60, 7))
def test_a_line_that_was_cut_off_costs_no_other(
    log: SentLogFile, tmp_path: Path, kept: int
) -> None:
    log.note(sent("a"))
    file = tmp_path / "data" / "sent.jsonl"
    whole = file.read_bytes()
    log.note(sent("b", 1))
    file.write_bytes(file.read_bytes()[: len(whole) + kept])
    log.note(sent("c", 2))
    assert [one.id for one in log.all()] == ["c", "a"]


@pytest.mark.parametrize("line", [b"{}", b"[1]", b'{"sent":{"id":3}}', b"\xff", b'{"id":"x"}'])
def test_a_damaged_line_is_passed_over(log: SentLogFile, tmp_path: Path, line: bytes) -> None:
    log.note(sent())
    with (tmp_path / "data" / "sent.jsonl").open("ab") as file:
        file.write(line + b"\n")
    assert log.all() == (sent(),)


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "sent.jsonl").mkdir()
    log = SentLogFile(tmp_path / "sent.jsonl")
    steps: list[tuple[type[Exception], Callable[[], object]]] = [
        (LibraryUnwritable, lambda: log.note(sent())),
        (LibraryUnreadable, log.all),
    ]
    for failure, step in steps:
        with pytest.raises(failure, match=r"sent\.jsonl"):
            step()
