"""Work apart: its outcome is waited for, its end is not."""

import asyncio
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from storybuilder.errors import NoSpeech
from storybuilder.ui.apart import apart
from tests.ui.still_window import on_a_loop

PROJECT = Path(__file__).parents[2]


@on_a_loop
async def test_what_came_of_it_is_given() -> None:
    assert await apart(divmod, 7, 2) == (3, 1)


@on_a_loop
async def test_a_failure_is_raised_where_it_is_waited_for() -> None:
    def silent() -> None:
        raise NoSpeech("nobody spoke")

    with pytest.raises(NoSpeech, match="nobody spoke"):
        await apart(silent)


@on_a_loop
async def test_who_stops_waiting_does_not_stop_it() -> None:
    go_on, done = Event(), Event()

    def job() -> None:
        go_on.wait(10)
        done.set()

    waiting = asyncio.ensure_future(apart(job))
    await asyncio.sleep(0.01)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    go_on.set()
    assert await asyncio.to_thread(done.wait, 10)


def test_the_program_ends_before_it() -> None:
    program = (
        "import asyncio, time\n"
        "from storybuilder.ui.apart import apart\n"
        "async def main():\n"
        "    asyncio.ensure_future(apart(time.sleep, 600))\n"
        "    await asyncio.sleep(0.1)\n"
        "asyncio.run(main())\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, timeout=60
    )
    assert (ended.returncode, ended.stderr) == (0, "")
