"""Opening the program: what happens when it starts, and once however many windows open."""

import asyncio
import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from storybuilder.adapters.library import Library
from storybuilder.adapters.settings_file import load_settings, set_aside
from storybuilder.adapters.whole_file import private_folder, unwritable
from storybuilder.core.settings import Settings
from storybuilder.errors import SettingsUnreadable, StorybuilderError
from storybuilder.places import Places
from storybuilder.program import Program, assemble
from storybuilder.ui.news import News, cut_off

if TYPE_CHECKING:
    import flet as ft

log = logging.getLogger(__name__)


def open_app(
    places: Places, model: Path | None, *, browser: bool = False, open_browser: bool = True
) -> None:
    """Open the window, or the browser, and return when the program has ended."""
    from storybuilder.launch import launch

    settings, news = settings_or_defaults(places)
    start_log(places)
    program = assemble(places, settings, model)
    awake = Waking(program, news)

    async def main(page: "ft.Page") -> None:
        from storybuilder.ui.window import AppWindow

        await AppWindow(page, program.practice, await awake.news()).open()

    launch(
        main,
        way="browser" if browser else "auto",
        open_browser=open_browser,
        busy=lambda: program.claims.held,
    )
    program.practice.fetching.stop()  # what has arrived is kept


class Waking:
    """What is done once, however many windows open: tidy up, and gather what is to be told."""

    def __init__(self, program: Program, news: tuple[str, ...]) -> None:
        self._program, self._news = program, news
        self._once: asyncio.Task[tuple[News, ...]] | None = None

    async def news(self) -> tuple[News, ...]:
        """What the first window should say; nothing for the next ones."""
        if self._once is not None:
            await self._once
            return ()
        self._once = asyncio.create_task(asyncio.to_thread(self._wake))
        return await self._once

    def _wake(self) -> tuple[News, ...]:
        told = tuple(News(words) for words in self._news)
        try:
            return told + self._tidied_up()
        except StorybuilderError as failure:  # each screen says for itself what it cannot do
            return (*told, News(failure.sentence()))

    def _tidied_up(self) -> tuple[News, ...]:
        practice = self._program.practice
        practice.drafting.purge_old()
        practice.asking.purge_old()
        practice.rehearsing.purge_deleted()
        practice.keeping.tidy()
        offered = [cut_off(take) for take in practice.rehearsing.recover()]
        practice.catching_up.start()
        damage = [News(words) for words in _damage(self._program.library)]
        return (*damage, *offered)


def _damage(library: Library) -> tuple[str, ...]:
    """What the person should know of the library as it was found."""
    told = [library.recovered.sentence()] if library.recovered is not None else []
    match library.unreadable:
        case 0:
            pass
        case 1:
            told.append("One entry of the library could not be read and was left as it is.")
        case many:
            told.append(f"{many} entries of the library could not be read; they stay as they are.")
    return tuple(told)


def settings_or_defaults(places: Places) -> tuple[Settings, tuple[str, ...]]:
    """The settings; a broken file is set aside, and the person is told."""
    try:
        return load_settings(places.settings), ()
    except SettingsUnreadable as failure:
        aside = set_aside(places.settings)
        return Settings(), (f"{failure}; it is kept as {aside.name} and the defaults hold.",)


def start_log(places: Places) -> None:
    """Log steps and failures to the data folder; never words, names or keys.

    Raises LibraryUnwritable.
    """
    try:
        private_folder(places.data)
        handler = RotatingFileHandler(places.log, maxBytes=500_000, backupCount=1, encoding="utf-8")
    except OSError as error:
        raise unwritable("the program's log", places.data, error) from error
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    ours = logging.getLogger("storybuilder")
    ours.setLevel(logging.INFO)
    ours.addHandler(handler)
    log.info("started (process %d)", os.getpid())
