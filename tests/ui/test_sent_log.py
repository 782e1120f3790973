"""The record of what was sent: newest first, each text unfolded on demand, cleared on a yes."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from storybuilder.core.coaching.sent import Outcome, Sent
from storybuilder.errors import LibraryUnreadable
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.sent_log import NONE_YET, SentLogScreen
from storybuilder.ui.sent_rows import UNKNOWN
from storybuilder.ui.theme import DARK
from tests.builders import NOON
from tests.ui.still_window import StillWindow, nowhere_to_write, on_a_loop, practice_in

FIRST = Sent(
    id="one",
    at=NOON,
    help="tighten",
    model="claude-x",
    address="api.anthropic.com",
    text="Do this.\n\nAt [NAME 1] I cut the scope.",
)
SECOND = replace(FIRST, id="two", at=NOON + timedelta(hours=1), help="probe", text="Ask that.")
ANSWERED = Outcome(words="answered", tokens_sent=900, tokens_received=80)


async def record(folder: Path, *calls: Sent, look: Look | None = None) -> StillWindow:
    window = StillWindow(practice_in(folder))
    window.look = look or window.look
    log = window.practice.coaching.log
    for one in calls:
        log.note(one)
    if calls:
        log.end("one", ANSWERED)
    await window.show(SentLogScreen(window))
    return window


@on_a_loop
async def test_nothing_was_sent_yet(tmp_path: Path) -> None:
    window = await record(tmp_path)
    assert {"Nothing was sent to the coach.", NONE_YET} <= set(window.seen)
    assert "Clear the record" not in window.seen
    await window.click("Settings")
    assert window.went == ["/settings"]


@on_a_loop
async def test_calls_stand_newest_first_with_what_came_of_them(tmp_path: Path) -> None:
    window = await record(tmp_path, FIRST, SECOND)
    assert window.seen.index("Probe me") < window.seen.index("Tighten")
    assert window.seen.index(UNKNOWN) < window.seen.index("Tighten")
    assert {"claude-x at api.anthropic.com", "Answered: 900 tokens sent, 80 received."} <= set(
        window.seen
    )


@on_a_loop
async def test_the_exact_text_unfolds_and_folds_again(tmp_path: Path) -> None:
    window = await record(tmp_path, FIRST, SECOND, look=Look(DARK, 900, 640))
    assert FIRST.text not in window.seen
    for _ in range(2):
        await window.click("Show the text")
    assert {FIRST.text, SECOND.text} <= set(window.seen)
    await window.click("Hide the text")
    assert SECOND.text not in window.seen


@on_a_loop
async def test_the_record_is_cleared_only_on_a_yes(tmp_path: Path) -> None:
    window = await record(tmp_path, FIRST)
    await window.click("Clear the record")
    assert "Tighten" in window.seen
    await window.agree()
    assert "Nothing was sent to the coach." in window.seen
    assert not (tmp_path / "sent.jsonl").exists()


@on_a_loop
async def test_a_damaged_line_is_passed_over(tmp_path: Path) -> None:
    window = await record(tmp_path, FIRST)
    with (tmp_path / "sent.jsonl").open("ab") as file:
        file.write(b'{"sent": {"id": 3}}\n{"sent": {"id"\n\xff\xfe\n[]\n')
    await window.show(SentLogScreen(window))
    assert "One call to the coach." in window.seen


@on_a_loop
async def test_a_record_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    window = await record(tmp_path)
    (tmp_path / "sent.jsonl").mkdir()
    with pytest.raises(LibraryUnreadable, match="could not be read"):
        await SentLogScreen(window).enter()


@on_a_loop
async def test_a_record_that_cannot_be_cleared_stays_and_says_so(tmp_path: Path) -> None:
    window = await record(tmp_path / "data", FIRST)
    await window.click("Clear the record")
    with nowhere_to_write(tmp_path / "data"):
        await window.agree()
    assert len(window.notices) == 1
    assert "Tighten" in window.seen
    assert len(window.practice.coaching.sent()) == 1
