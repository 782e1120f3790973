"""A window without a client, over a real practice in a folder of the test's own."""

import asyncio
import functools
import inspect
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ParamSpec, TypeVar

import flet as ft

from storybuilder.core.settings import Settings
from storybuilder.core.voice import Voice
from storybuilder.errors import StorybuilderError
from storybuilder.places import Places
from storybuilder.ports import Transcriber
from storybuilder.practice import Practice
from storybuilder.practice.catching_up import CatchingUp
from storybuilder.practice.fetching import Fetching
from storybuilder.practice.following import Following
from storybuilder.program import assemble
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.parts.states import Choice
from storybuilder.ui.screen import Screen
from storybuilder.ui.theme import LIGHT
from tests.fakes import (
    ScriptedLoudspeaker,
    ScriptedMicrophone,
    ScriptedTranscriber,
    ScriptedVoiceFinder,
)
from tests.ui.controls import button, names, push, texts

Answer = TypeVar("Answer")
Given = ParamSpec("Given")
LOOK = Look(LIGHT, 1280, 800)
PATIENCE_S = 20.0
"""What has not happened by then never will: the test fails instead of hanging."""


def on_a_loop(test: Callable[Given, Coroutine[None, None, None]]) -> Callable[Given, None]:
    """Runs an async test on an event loop of its own."""

    @functools.wraps(test)
    def run(*args: Given.args, **kwargs: Given.kwargs) -> None:
        asyncio.run(test(*args, **kwargs))

    return run


async def until(happened: Callable[[], object]) -> None:
    """Wait until something has happened."""
    async with asyncio.timeout(PATIENCE_S):
        while not happened():  # noqa: ASYNC110  # whatever it is, it sets no event for us
            await asyncio.sleep(0.002)


def practice_in(
    folder: Path,
    *,
    settings: Settings | None = None,
    microphone: ScriptedMicrophone | None = None,
    voice: Voice | None = None,
    transcriber: ScriptedTranscriber | None = None,
    real_transcriber: bool = False,
    loudspeaker: ScriptedLoudspeaker | None = None,
) -> Practice:
    """The program on a data folder, as it is put together; only device and models are scripted."""
    program = assemble(Places(folder), settings or Settings())
    device = microphone or ScriptedMicrophone(seconds=1.0)
    program.practice.setting_up.microphone = device
    finder = ScriptedVoiceFinder(voice) if voice else ScriptedVoiceFinder()
    ears: Transcriber = transcriber or ScriptedTranscriber()
    if real_transcriber:
        ears = program.practice.reviewing.transcriber
    following = Following(finder, ears)
    reviewing = replace(
        program.practice.reviewing,
        voice_finder=finder,
        transcriber=ears,
        following=following,
    )
    catching_up = CatchingUp(reviewing.write_down_waiting, lambda: program.claims.held)
    listening = replace(
        program.practice.listening, loudspeaker=loudspeaker or ScriptedLoudspeaker()
    )
    rehearsing = replace(
        program.practice.rehearsing,
        microphone=device,
        following=following,
        hush=listening.hush,
    )
    return replace(
        program.practice,
        rehearsing=rehearsing,
        listening=listening,
        reviewing=reviewing,
        catching_up=catching_up,
        fetching=Fetching(program.practice.setting_up, catching_up.start),
    )


@contextmanager
def nowhere_to_write(folder: Path) -> Iterator[None]:
    """While in this context the data folder is away and a file has its name."""
    away = folder.rename(folder.with_name("away"))
    folder.write_text("")
    try:
        yield
    finally:
        folder.unlink()
        away.rename(folder)


def key(name: str, *, ctrl: bool = False) -> ft.KeyboardEvent:
    """A key as the window passes it on."""
    return ft.KeyboardEvent(
        name="keyboard_event",
        control=ft.Text(),  # type: ignore[arg-type]  # no screen asks who sent it
        data=None,
        key=name,
        shift=False,
        ctrl=ctrl,
        alt=False,
        meta=False,
    )


@dataclass(frozen=True)
class Question:
    """What the window was told to ask."""

    title: str
    words: str
    yes: str
    then: Callable[[], Awaitable[None]]


class StillWindow:
    """Keeps the promises of `ui.screen.Window`, and remembers what was asked of it."""

    def __init__(self, practice: Practice, look: Look = LOOK) -> None:
        self.practice, self.look = practice, look
        self.went: list[str] = []
        self.notices: list[str] = []
        self.undo: Choice | None = None
        self.asked: list[Question] = []
        self.redraws = 0
        self.refreshed: list[ft.Control] = []
        self.focused: list[ft.TextField | ft.KeyboardListener] = []
        self.themes: list[str] = []
        self.repeated: list[Callable[[], Awaitable[None]]] = []
        self.screen: Screen | None = None
        self.drawn: ft.Control = ft.Column()
        self._loop = asyncio.get_running_loop()
        self._tasks: set[asyncio.Task[None]] = set()

    # ------------------------------------------------------------ the promises
    def go(self, route: str) -> None:
        self.went.append(route)

    def redraw(self) -> None:
        if self.screen is not None:
            self.redraws += 1
            self.drawn = self.screen.draw()

    def refresh(self, *controls: ft.Control) -> None:
        self.refreshed += controls

    def focus(self, control: ft.TextField | ft.KeyboardListener) -> None:
        self.focused.append(control)

    def notice(self, words: str, undo: Choice | None = None) -> None:
        self.notices.append(words)
        self.undo = undo

    def ask(self, title: str, words: str, yes: str, then: Callable[[], Awaitable[None]]) -> None:
        self.asked.append(Question(title, words, yes, then))

    async def work(self, job: Callable[..., Answer], *given: object) -> Answer:
        return await asyncio.to_thread(job, *given)

    def start(self, job: Callable[[], Awaitable[None]]) -> None:
        async def guarded() -> None:
            try:
                await job()
            except StorybuilderError as failure:
                self.notice(failure.sentence())

        self._tasks.add(self._loop.create_task(guarded()))

    def repeat(self, job: Callable[[], Awaitable[None]], every_s: float) -> None:
        self.repeated.append(job)

    def post(self, told: Callable[[], None]) -> None:
        self._loop.call_soon_threadsafe(told)

    def choose_theme(self) -> None:
        self.themes.append(self.practice.setting_up.settings.theme)
        self.redraw()

    # ------------------------------------------------------------ what a person does and meets
    async def show(self, screen: Screen) -> None:
        """Open a screen, to the end of what it starts by itself."""
        await self.open(screen)
        await self.rest()

    async def open(self, screen: Screen) -> None:
        """Open a screen, without waiting for what it starts."""
        self.screen = screen
        await screen.enter()
        self.redraw()

    async def click(self, label: str) -> None:
        """Click what says `label`, and wait for all that follows."""
        await self.touch(label)
        await self.rest()

    async def touch(self, label: str) -> None:
        """Click what says `label`, without waiting for what it starts."""
        await self.push(button(self.drawn, label))

    async def push(self, control: ft.BaseControl) -> None:
        """Click a control, without waiting for what it starts."""
        done = push(control)
        if inspect.isawaitable(done):
            await done

    async def press(self, name: str, *, ctrl: bool = False) -> None:
        """Press a key, without waiting for what it starts."""
        assert self.screen is not None
        await self.screen.press(key(name, ctrl=ctrl))

    async def wait_a_while(self) -> None:
        """Let everything happen once that happens again and again."""
        for job in self.repeated:
            await job()

    async def undone(self) -> None:
        """Take the last change back by the way that the notice offers."""
        assert self.undo is not None
        self.undo[1](None)
        await self.rest()

    async def agree(self) -> None:
        """Say yes to the last question."""
        self.start(self.asked[-1].then)
        await self.rest()

    async def rest(self) -> None:
        """Wait until every task has ended, and those they started; a bug in one fails the test."""
        async with asyncio.timeout(PATIENCE_S):
            while self._tasks:
                await self._tasks.pop()

    async def until(self, happened: Callable[[], object]) -> None:
        """Wait until something has happened."""
        await until(happened)

    @property
    def seen(self) -> list[str]:
        """The words on the screen."""
        return texts(self.drawn)

    @property
    def heard(self) -> list[str]:
        """The names on the screen that only a screen reader tells."""
        return names(self.drawn)
