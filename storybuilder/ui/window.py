"""The window: which screen is shown, in which colours, and what happens when something fails."""

import asyncio
import logging
import re
import traceback
from collections.abc import Awaitable, Callable
from typing import TypeVar

import flet as ft

from storybuilder.errors import StorybuilderError
from storybuilder.practice import Practice
from storybuilder.ui.news import News
from storybuilder.ui.parts.frame import LAST_PAGE, PAGES, Look, shell
from storybuilder.ui.parts.states import Choice, notice, question_box
from storybuilder.ui.refused import Refused
from storybuilder.ui.routes import LASTING, ROUTES, screen_for
from storybuilder.ui.screen import Screen
from storybuilder.ui.server_words import promise
from storybuilder.ui.theme import FONT_FILES, PALETTES, Palette

log = logging.getLogger(__name__)
Answer = TypeVar("Answer")
KEYS = {str(place): page for place, page in enumerate((*PAGES, LAST_PAGE), 1)}
"""Ctrl and the figure lead to the page at this place of the rail."""
SOMETHING_WRONG = "Something went wrong; the log in the data folder says more."
SETTLE_S = 0.15
"""Resizing sends many sizes; the screen is drawn once they stop."""


class AppWindow:
    """One window or browser tab. Everything in it runs on its event loop."""

    def __init__(self, page: ft.Page, practice: Practice, news: tuple[News, ...]) -> None:
        self.page, self.practice = page, practice
        self._loop = asyncio.get_running_loop()
        self._news = list(news)
        self._alive = True
        self._screen: Screen | None = None
        self._shown_route = ""
        self._showing = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._repeating: list[asyncio.Task[None]] = []
        self._resized = 0
        self._asking = False
        self._kept: dict[str, Screen] = {}
        """Screens that come back as they were left, by route."""
        self.look = self._measure()

    async def open(self) -> None:
        """Dress the page and show the first screen."""
        page = self.page
        page.title = "Storybuilder"
        page.fonts = FONT_FILES
        page.padding, page.spacing = 0, 0
        # Flet's own handler replaces the whole page by the text of the exception.
        page.session.error = self._handler_failed  # type: ignore[method-assign]
        page.on_error = lambda e: log.error("client error: %s", e.data)
        page.on_route_change = lambda e: self.start(self._show)
        page.on_resize = self._on_resize
        page.on_platform_brightness_change = lambda e: self.choose_theme()
        page.on_keyboard_event = self._on_key
        page.on_close = self._on_close
        # A closed tab, or one that is loaded anew: nobody is there who could stop what plays.
        page.on_disconnect = lambda e: self.practice.listening.hush()
        if not page.web:
            self._dress_native()
        self.choose_theme()
        await self._show()
        self._tell_next()

    # ------------------------------------------------------------ what screens ask for
    def go(self, route: str) -> None:
        """Show another screen."""
        self.page.navigate(route)

    def redraw(self) -> None:
        """Draw the present screen anew."""
        screen = self._screen
        if screen is None or not self._alive:
            return
        drawn = screen.draw()
        if screen.page:
            practice = self.practice
            leaves = promise(practice.setting_up.server(), sent=practice.coaching.has_left)
            drawn = shell(
                drawn, screen.page, self.look, lambda label: self.go(ROUTES[label]), leaves
            )
        self.page.bgcolor = self.look.p.page
        self.page.controls = [drawn]
        self._send(self.page.update)

    def refresh(self, *controls: ft.Control) -> None:
        """Send changes of single controls."""
        for control in controls:
            if self._alive and control.parent is not None:
                self._send(control.update)

    def focus(self, control: ft.TextField | ft.KeyboardListener) -> None:
        """Give the keyboard to a control that is shown."""
        if self._alive and control.parent is not None:
            self.start(control.focus)

    def notice(self, words: str, undo: Choice | None = None) -> None:
        """Say something in passing."""
        if self._alive:
            said = notice(words, self.look.p, undo)
            self._send(lambda: self.page.show_dialog(said))

    def _tell_next(self, _: object = None) -> None:
        """Tell one piece of news; the next when it is gone, for they have one place.

        What there is to do about one stays until it is answered.
        """
        if not self._news or not self._alive:
            return
        news = self._news.pop(0)
        way = (news.way, lambda e: self.go(news.route)) if news.route else None
        said = notice(news.words, self.look.p, way, stays=way is not None)
        said.on_dismiss = self._tell_next
        self._send(lambda: self.page.show_dialog(said))

    def ask(self, title: str, words: str, yes: str, then: Callable[[], Awaitable[None]]) -> None:
        """Ask before something that cannot be undone."""

        async def agreed(_: object) -> None:
            self._close_box()
            self.start(then)

        def declined(_: object) -> None:
            self._close_box()

        box = question_box(title, words, (yes, agreed), ("Cancel", declined), self.look.p)
        self._asking = True
        self._send(lambda: self.page.show_dialog(box))

    async def work(self, job: Callable[..., Answer], *given: object) -> Answer:
        """Run slow work off the event loop."""
        return await asyncio.to_thread(job, *given)

    def start(self, job: Callable[[], Awaitable[None]]) -> None:
        """Let a task run beside the screen; a failure is told, not swallowed."""
        self._begin(job)

    def repeat(self, job: Callable[[], Awaitable[None]], every_s: float) -> None:
        """Do something small again and again, until another screen is shown or the page ends."""

        async def again_and_again() -> None:
            while self._alive:
                await asyncio.sleep(every_s)
                await job()

        self._repeating.append(self._begin(again_and_again))

    def _begin(self, job: Callable[[], Awaitable[None]]) -> asyncio.Task[None]:
        async def guarded() -> None:
            try:
                await job()
            except StorybuilderError as failure:
                self.notice(failure.sentence())
            except Exception as error:  # noqa: BLE001  # the window's edge: log it, say it, stay open
                where = "".join(traceback.format_tb(error.__traceback__))
                log.error("a task failed: %s\n%s", type(error).__name__, where)
                self.notice(SOMETHING_WRONG)

        task = self._loop.create_task(guarded())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def post(self, told: Callable[[], None]) -> None:
        """Called from any thread: run `told` on the event loop."""
        if not self._loop.is_closed():  # a download may outlive it by a moment
            self._loop.call_soon_threadsafe(lambda: told() if self._alive else None)

    def choose_theme(self) -> None:
        """Take over the theme from the settings."""
        self.look = self._measure()
        page, p = self.page, self.look.p
        page.theme = page.dark_theme = _scheme(p)
        page.theme_mode = ft.ThemeMode.LIGHT if p.name == "light" else ft.ThemeMode.DARK
        self.redraw()

    # ------------------------------------------------------------ what happens to the window
    async def _show(self) -> None:
        """Show the screen of the page's route, one change of screens after the other."""
        async with self._showing:
            route = self.page.route or ""
            if self._screen is not None:
                if route == self._shown_route:
                    return
                await self._leave(self._screen)
            await self._enter(route)

    async def _leave(self, screen: Screen) -> None:
        """Leave a screen, or stay where something could not be put in safety."""
        try:
            await screen.leave()
        except StorybuilderError:
            self.go(self._shown_route)
            self.redraw()
            raise

    async def _enter(self, route: str) -> None:
        self._repeat_no_more()
        self._shown_route = route
        self._screen = screen = self._kept.get(route) or screen_for(self, route)
        if route.startswith(LASTING):
            self._kept[route] = screen
        try:
            await screen.enter()
        except StorybuilderError as failure:
            self._screen = Refused(self, screen.page, failure, lambda: self._enter(route))
        self.redraw()

    def _repeat_no_more(self) -> None:
        for task in self._repeating:
            task.cancel()
        self._repeating.clear()

    def _measure(self) -> Look:
        page, theme = self.page, self.practice.setting_up.settings.theme
        dark = page.platform_brightness == ft.Brightness.DARK if theme == "system" else False
        name = theme if theme != "system" else ("dark" if dark else "light")
        return Look(PALETTES[name], page.width or 1280, page.height or 800)

    async def _on_resize(self, _: object) -> None:
        self._resized += 1
        mine = self._resized
        await asyncio.sleep(SETTLE_S)
        if mine == self._resized:
            self.look = self._measure()
            self.redraw()

    @staticmethod
    def _send(update: Callable[[], object]) -> None:
        try:
            update()
        except AttributeError as error:
            # Flet 1.0.5 drops its queue a moment before it knows that the page is gone; whatever
            # is lost here is sent whole when the page comes back.
            if "put_nowait" not in str(error):
                raise

    def _close_box(self) -> None:
        self._asking = False
        self._send(self.page.pop_dialog)

    async def _on_key(self, key: ft.KeyboardEvent) -> None:
        if self._asking:  # the box has the keyboard; a modal box leaves Escape to us
            if key.key == "Escape":
                self._close_box()
            return
        if key.ctrl and key.key in KEYS and self._screen and self._screen.page:
            self.go(ROUTES[KEYS[key.key]])
        elif self._screen is not None:
            await self._screen.press(key)

    async def _on_close(self, _: object) -> None:
        self._alive = False
        self._repeat_no_more()
        try:
            if self._screen is not None:
                await self._screen.leave()
        except StorybuilderError as failure:  # there is nobody left to tell
            log.warning("closed without saving: %s", type(failure).__name__)

    def _handler_failed(self, message: str) -> None:
        """An event handler raised. Where it did is logged; the page stays."""
        log.error("handler error: %s", without_words(message))
        self.notice(SOMETHING_WRONG)

    def _dress_native(self) -> None:
        window = self.page.window
        window.min_width, window.min_height = 900, 640
        window.width, window.height = 1280, 800
        window.prevent_close = True
        window.on_event = self._on_window_event

    async def _on_window_event(self, event: ft.WindowEvent[ft.Window]) -> None:
        if event.type == ft.WindowEventType.CLOSE:
            self.start(self._end)

    async def _end(self) -> None:
        """Close the window; where something cannot be put in safety, ask first."""
        try:
            if self._screen is not None:
                await self._screen.leave()
        except StorybuilderError as failure:
            if not self._asking:
                self.ask("Close without saving?", failure.sentence(), "Close", self._destroy)
            return
        await self._destroy()

    async def _destroy(self) -> None:
        self._alive = False
        await self.page.window.destroy()  # type: ignore[no-untyped-call]


def without_words(told: str) -> str:
    """A traceback's kind and places; what the exception says may be the person's words."""
    places = re.findall(r"^  File .*$", told, re.MULTILINE)
    if not places:
        return "unknown"
    after = told.rpartition(places[-1])[2].splitlines()
    kind = next((line.split(":")[0] for line in after if line[:1].strip()), "unknown")
    return "\n".join([kind, *places])


def _scheme(p: Palette) -> ft.Theme:
    """Material's own parts (scroll bars, selection, focus) in our colours."""
    return ft.Theme(
        font_family="Sans",
        focus_color=p.band,
        hover_color=p.sunk,
        color_scheme=ft.ColorScheme(
            primary=p.ink,
            on_primary=p.on_ink,
            surface=p.page,
            on_surface=p.ink,
            secondary=p.soft,
            outline=p.edge,
            error=p.signal,
        ),
    )
