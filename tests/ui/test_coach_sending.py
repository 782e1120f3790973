import asyncio
import threading
from pathlib import Path

import flet as ft
import pytest

from storybuilder.core.band import Band
from storybuilder.core.coaching.brief import tighten_brief
from storybuilder.ui.coach_sending import NOT_YET, WAITING, Sending
from storybuilder.ui.theme import LIGHT
from tests.ui.coach_desk import TOLD, ScriptedCoach, coached_in, told
from tests.ui.controls import button, texts
from tests.ui.still_window import StillWindow, on_a_loop

SAME = {name: TOLD[name] for name in ("situation", "task", "action", "result")}
BRIEF = tighten_brief(told(), Band(60, 90), 140)


def sending(folder: Path, coach: ScriptedCoach) -> tuple[StillWindow, Sending]:
    coach.says(SAME)
    window = StillWindow(coached_in(folder, coach))
    preview = window.practice.coaching.prepare(BRIEF)
    return window, Sending(window, preview, told(), None)


@on_a_loop
async def test_the_answer_appears_as_it_comes_by_its_leaf_alone(tmp_path: Path) -> None:
    coach = ScriptedCoach(held=True)
    window, under = sending(tmp_path, coach)
    drawn = ft.Column(under.draw(lambda e: None, LIGHT, 800))
    assert WAITING in texts(drawn)
    task = asyncio.create_task(under.result())
    await window.until(lambda: any(said.startswith("At Kestrel") for said in texts(drawn)))
    assert {type(one) for one in window.refreshed} == {ft.Text}
    coach.go_on.set()
    assert await task is not None


@on_a_loop
async def test_a_stop_ends_it_without_a_result(tmp_path: Path) -> None:
    coach = ScriptedCoach(held=True)
    window, under = sending(tmp_path, coach)
    drawn = ft.Column(under.draw(lambda e: under.stop(), LIGHT, 800))
    assert NOT_YET in texts(drawn)
    task = asyncio.create_task(under.result())
    await window.until(lambda: coach.asked)
    await window.push(button(drawn, "Stop"))
    assert await task is None
    assert under.is_stopped
    await window.until(lambda: coach.stopped)


@on_a_loop
async def test_the_call_does_not_hold_the_program_back(tmp_path: Path) -> None:
    coach = ScriptedCoach(held=True)
    window, under = sending(tmp_path, coach)
    task = asyncio.create_task(under.result())
    await window.until(lambda: coach.asked)
    (thread,) = (one for one in threading.enumerate() if one.name == "apart")
    assert thread.daemon
    under.stop()
    assert await task is None
    thread.join()


@on_a_loop
async def test_a_bug_in_the_call_is_raised_where_it_is_waited_for(tmp_path: Path) -> None:
    coach = ScriptedCoach()
    _, under = sending(tmp_path, coach)
    coach.answers = []
    with pytest.raises(IndexError):
        await under.result()


@on_a_loop
async def test_an_answer_that_comes_after_the_stop_is_not_used(tmp_path: Path) -> None:
    _, under = sending(tmp_path, ScriptedCoach())
    under.stop()
    assert await under.result() is None
