"""Slow work that the program does not wait for at its end."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

Answer = TypeVar("Answer")


async def apart(job: Callable[..., Answer], *given: object) -> Answer:
    """Do slow work in a thread of its own, which ends with the program in whatever it is doing.

    For work with which nothing is lost, and which may wait for somebody else: a thread of the
    loop's own would hold up the end until it is done.
    """
    done: Future[Answer] = Future()
    done.set_running_or_notify_cancel()  # whoever stops waiting cannot stop the work

    def work() -> None:
        try:
            done.set_result(job(*given))
        except Exception as error:  # noqa: BLE001  # raised where it is waited for
            done.set_exception(error)

    Thread(target=work, name="apart", daemon=True).start()
    return await asyncio.wrap_future(done)
