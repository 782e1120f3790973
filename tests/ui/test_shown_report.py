from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from threading import Event

import flet as ft

from storybuilder.core.correction import told_as
from storybuilder.core.sentence import Sentence
from storybuilder.core.story import Part
from storybuilder.core.take import TakeId, TakeState
from storybuilder.core.voice import Span
from storybuilder.ports import Parser
from storybuilder.practice import Practice
from storybuilder.ui.report_view import Reviewed
from storybuilder.ui.shown_report import review
from tests.builders import NOON, spoken, story, take, voiced
from tests.ui.controls import box, leave, write
from tests.ui.still_window import StillWindow, on_a_loop, until
from tests.ui.test_correcting import ANSWER, choose, opened, rewrite, told

QUEUE = story("s1", title="The queue")
ID = TakeId("t1")
NO_RESULT = ANSWER[: ANSWER.index("The wait fell")].strip()


def reviewed(practice: Practice) -> Reviewed:
    return review(practice, practice.rehearsing.take(ID), QUEUE, spoken(ANSWER))


def told_before(practice: Practice, words: str) -> None:
    """An earlier take of the same story."""
    earlier = take(
        "t0",
        state=TakeState.READY,
        story_id=QUEUE.id,
        recorded_at=NOON - timedelta(days=1),
        duration_s=30.0,
    )
    practice.reviewing.files.keep(earlier.id, voiced(30.0), spoken(words))
    practice.rehearsing.takes.change("t0", lambda _: earlier)


# ---------------------------------------------------------------- what is measured
def test_a_take_is_reviewed_with_its_corrections(tmp_path: Path) -> None:
    practice = told(tmp_path)
    assert reviewed(practice).report.sentences[0].part is Part.SITUATION
    practice.reviewing.correct(ID, told_as(Span(0.0, 3.5), Part.RESULT))
    assert reviewed(practice).report.sentences[0].part is Part.RESULT


def test_a_take_is_reviewed_with_the_fix_of_the_one_before(tmp_path: Path) -> None:
    practice = told(tmp_path)
    assert reviewed(practice).follow_up is None
    told_before(practice, NO_RESULT)
    followed = reviewed(practice).follow_up
    assert followed is not None
    assert (followed.fix.code, followed.done) == ("missing_result", True)


@on_a_loop
async def test_what_became_of_the_last_fix_stands_before_the_next(tmp_path: Path) -> None:
    practice = told(tmp_path)
    told_before(practice, NO_RESULT)
    window = await opened(practice)
    said = window.seen
    assert said.index("Last time’s fix: done") < said.index("The one fix for take 3")
    assert any(words.startswith("0 → ") for words in said)


@on_a_loop
async def test_a_correction_decides_whether_the_last_fix_was_done(tmp_path: Path) -> None:
    practice = told(tmp_path)
    told_before(practice, NO_RESULT)
    window = await opened(practice)
    await choose(window, 4, "Other")
    assert "Last time’s fix: not yet" in window.seen


# ---------------------------------------------------------------- following
@on_a_loop
async def test_following_a_correction_draws_the_screen_not_anew(tmp_path: Path) -> None:
    window = await opened(told(tmp_path))
    drawn, redraws = window.drawn, window.redraws
    await choose(window, 2, "Situation")
    assert (window.drawn, window.redraws) == (drawn, redraws)
    assert "missing" in window.seen


@on_a_loop
async def test_a_resize_while_correcting_keeps_the_rows_and_the_new_report(tmp_path: Path) -> None:
    window = await opened(told(tmp_path))
    await choose(window, 2, "Situation")
    window.redraw()
    assert "missing" in window.seen
    assert box(window.drawn, "Words of sentence 2").value


@on_a_loop
async def test_the_transcript_shows_what_was_corrected(tmp_path: Path) -> None:
    window = await opened(told(tmp_path))
    await rewrite(window, 1, "Last autumn our clinic had long queues.")
    await window.click("Done")
    assert {"autumn", " corrected by you     "} <= set(window.seen)


@dataclass
class SlowParser:
    """Waits before it cuts a text that says `word`, and remembers what it cut."""

    inner: Parser
    word: str
    go_on: Event = field(default_factory=Event)
    waits: Event = field(default_factory=Event)
    cut: list[str] = field(default_factory=list)

    def sentences(self, text: str) -> tuple[Sentence, ...]:
        if self.word in text:
            self.waits.set()
            assert self.go_on.wait(10), "nobody lets it go on"
        self.cut.append(text)
        return self.inner.sentences(text)


@on_a_loop
async def test_a_later_correction_is_shown_however_long_an_earlier_one_takes(
    tmp_path: Path,
) -> None:
    practice = told(tmp_path)
    slow = SlowParser(practice.reviewing.parser, "summer")
    window = await opened(replace(practice, reviewing=replace(practice.reviewing, parser=slow)))
    for season in ("summer", "winter"):
        write(field_of(window), f"Last {season} our clinic had long queues.")
        leave(field_of(window))
        await until(slow.waits.is_set)
    await until(lambda: any("winter" in text for text in slow.cut))
    slow.go_on.set()
    await window.rest()
    await window.click("Done")
    assert "winter" in window.seen


def field_of(window: StillWindow) -> ft.TextField:
    return box(window.drawn, "Words of sentence 1")
