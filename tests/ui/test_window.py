import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import flet as ft
import pytest

from storybuilder.core.settings import Settings, Theme
from storybuilder.core.story import StoryId
from storybuilder.core.take import TakeId
from storybuilder.errors import LibraryUnwritable
from storybuilder.practice import Practice
from storybuilder.ui.news import News
from storybuilder.ui.theme import PALETTES
from storybuilder.ui.window import KEYS, SETTLE_S, SOMETHING_WRONG, AppWindow, without_words
from tests.builders import story, take
from tests.fakes import ScriptedMicrophone, write_wav
from tests.ui.controls import box, button, push, write
from tests.ui.still_client import StillClient
from tests.ui.still_window import nowhere_to_write, on_a_loop, practice_in, until

WORDS = "my manager Ada Brown"
"""What no log may hold."""


def place_of(page: str) -> str:
    """The figure that leads to a page."""
    return next(figure for figure, name in KEYS.items() if name == page)


@dataclass(frozen=True)
class Open:
    """A window and the client it is shown by."""

    window: AppWindow
    client: StillClient

    @property
    def microphone(self) -> ScriptedMicrophone:
        """The device behind it."""
        device = self.practice.rehearsing.microphone
        assert isinstance(device, ScriptedMicrophone)
        return device

    @property
    def practice(self) -> Practice:
        return self.window.practice

    def kept(self, id: str = "s1") -> str:
        """The task of a story on disk."""
        return self.practice.drafting.story(StoryId(id)).task


async def opened(
    folder: Path,
    *news: str,
    settings: Settings | None = None,
    route: str = "/",
    web: bool = True,
    width: float = 1280,
) -> Open:
    """The window on a data folder with one story, s1; its first screen is shown."""
    practice = practice_in(folder, settings=settings, microphone=ScriptedMicrophone(1.0))
    practice.drafting.put(story("s1", title="The queue"))
    client = StillClient(web=web, width=width, route=route)
    window = AppWindow(client.page, practice, tuple(News(words) for words in news))
    await window.open()
    return Open(window, client)


def logged(caplog: pytest.LogCaptureFixture) -> str:
    """What our own log holds."""
    ours = (one for one in caplog.records if one.name.startswith("storybuilder"))
    return "\n".join(one.getMessage() for one in ours)


# ---------------------------------------------------------------- which screen is shown
@pytest.mark.parametrize(
    ("route", "words"),
    [
        ("/", "One story, still being written."),
        ("/stories", "One story, still being written."),
        ("/stories/s1", "Must land"),
        ("/stories/s1/draft", "Where were you, and what was going on?"),
        ("/stories/s1/lengths", "Long 0:00, short 0:00."),
        ("/stories/find", "What happened that is worth telling?"),
        ("/stories/paste", "Paste a story."),
        ("/rehearse", "Tell “The queue”."),
        ("/rehearse/s1", "Tell “The queue”."),
        ("/takes/gone", "This take is not here."),
        ("/settings", "Microphone"),
        ("/nowhere", "One story, still being written."),
        ("/stories/../s1", "One story, still being written."),
    ],
)
@on_a_loop
async def test_every_route_has_its_screen(tmp_path: Path, route: str, words: str) -> None:
    first = await opened(tmp_path / "first", route=route)
    assert words in first.client.seen
    later = await opened(tmp_path / "later", route="/settings" if route == "/" else "/")
    later.window.go(route)
    await later.client.see(words)


@on_a_loop
async def test_the_rail_leads_to_every_page(tmp_path: Path) -> None:
    app = await opened(tmp_path)
    for label, words in (("Rehearse", "Tell “The queue”."), ("Settings", "Microphone")):
        push(button(app.client.page.controls[0], label))
        await app.client.see(words)
    push(button(app.client.page.controls[0], "Stories"))
    await app.client.see("One story, still being written.")


@on_a_loop
async def test_the_same_route_again_draws_nothing_anew(tmp_path: Path) -> None:
    app = await opened(tmp_path, route="/stories/s1")
    before = app.client.page.controls[0]
    await app.window._show()
    assert app.client.page.controls[0] is before


@on_a_loop
async def test_an_unknown_story_leads_to_the_list_and_says_so(tmp_path: Path) -> None:
    app = await opened(tmp_path)
    app.window.go("/stories/gone")
    await until(lambda: app.client.notices)
    await app.client.see("One story, still being written.")
    assert app.client.notices[0].startswith("there is no story gone")


@on_a_loop
async def test_of_two_quick_changes_the_last_one_is_shown(tmp_path: Path) -> None:
    app = await opened(tmp_path)
    app.window.go("/rehearse")
    await app.client.see("Tell “The queue”.")
    await app.client.key("R", ctrl=True)
    await app.client.see("Recording")
    slow = app.microphone.recordings[0].closed
    slow.clear()
    for route in ("/settings", "/stories/s1"):
        app.window.go(route)
        await until(lambda route=route: app.client.page.route == route)  # type: ignore[misc]
    await asyncio.sleep(0.05)
    slow.set()
    await app.client.see("Must land")
    await asyncio.sleep(0.05)
    assert "Must land" in app.client.seen


@on_a_loop
async def test_news_is_told_one_after_the_other_once_the_first_screen_is_there(
    tmp_path: Path,
) -> None:
    app = await opened(tmp_path, "A take was cut off.", "Another thing.")
    assert app.client.notices == ["A take was cut off."]
    (first,) = app.client.page._dialogs.controls
    await app.client.session.dispatch_event(first._i, "dismiss", None)
    assert app.client.notices[-1] == "Another thing."


@on_a_loop
async def test_news_of_a_take_leads_to_it_by_one_click(tmp_path: Path) -> None:
    client = StillClient(route="/")
    news = (News("A take was cut off.", "Show it", "/takes/t1"),)
    await AppWindow(client.page, practice_in(tmp_path), news).open()
    (told,) = client.page._dialogs.controls
    assert isinstance(told, ft.SnackBar) and isinstance(told.action, ft.SnackBarAction)
    assert (told.action.label, told.persist) == ("Show it", True)
    push(told.action)
    await client.see("This take is not here.")


@on_a_loop
async def test_what_is_repeated_ends_with_its_screen(tmp_path: Path) -> None:
    app = await opened(tmp_path)
    done: list[int] = []

    async def once() -> None:
        done.append(1)

    app.window.repeat(once, 0.001)
    await until(lambda: len(done) > 2)
    app.window.go("/settings")
    await app.client.see("Microphone")
    ended_with = len(done)
    await asyncio.sleep(0.05)
    assert len(done) == ended_with


# ---------------------------------------------------------------- leaving
@on_a_loop
async def test_a_screen_is_left_before_the_next_one_is_shown(tmp_path: Path) -> None:
    app = await opened(tmp_path, route="/stories/s1")
    write(box(app.client.page.controls[0], "Task"), "Halve the wait.")
    app.window.go("/rehearse")
    await app.client.see("Tell “The queue”.")
    assert app.kept() == "Halve the wait."


@on_a_loop
async def test_what_cannot_be_saved_stays_on_the_screen(tmp_path: Path) -> None:
    app = await opened(tmp_path / "data", route="/stories/s1")
    with nowhere_to_write(tmp_path / "data"):
        write(box(app.client.page.controls[0], "Task"), "Halve the wait.")
        app.window.go("/settings")
        await until(lambda: app.client.notices and app.client.page.route == "/stories/s1")
        assert box(app.client.page.controls[0], "Task").value == "Halve the wait."
    app.window.go("/settings")
    await app.client.see("Microphone")
    assert app.kept() == "Halve the wait."


@on_a_loop
async def test_the_end_of_a_page_saves(tmp_path: Path) -> None:
    app = await opened(tmp_path, route="/stories/s1")
    write(box(app.client.page.controls[0], "Task"), "Halve the wait.")
    await app.client.happens("close")
    assert app.kept() == "Halve the wait."


@on_a_loop
async def test_nothing_plays_on_in_a_tab_that_was_closed(tmp_path: Path) -> None:
    app = await opened(tmp_path)
    wav = app.practice.rehearsing.files.audio(TakeId("t1"))
    wav.parent.mkdir(parents=True)
    write_wav(wav, 1.0)
    playing = app.practice.listening.play(take("t1"))
    assert not playing.look().ended
    await app.client.happens("disconnect")
    assert playing.look().ended


@on_a_loop
async def test_a_closed_page_is_not_drawn_nor_told_anything(tmp_path: Path) -> None:
    app = await opened(tmp_path)
    before = app.client.page.controls[0]
    await app.client.happens("close")
    done: list[str] = []
    app.window.redraw()
    app.window.notice("late")
    app.window.post(lambda: done.append("late"))
    await asyncio.sleep(0)
    assert (app.client.page.controls[0], app.client.notices, done) == (before, [], [])


@on_a_loop
async def test_closing_the_native_window_saves_first(tmp_path: Path) -> None:
    app = await opened(tmp_path, route="/stories/s1", web=False)
    assert app.client.page.window.prevent_close
    write(box(app.client.page.controls[0], "Task"), "Halve the wait.")
    await closed_by_its_corner(app)
    await until(lambda: "destroy" in app.client.called)
    assert app.kept() == "Halve the wait."


@on_a_loop
async def test_closing_over_an_unsaved_text_asks(tmp_path: Path) -> None:
    app = await opened(tmp_path / "data", route="/stories/s1", web=False)
    with nowhere_to_write(tmp_path / "data"):
        write(box(app.client.page.controls[0], "Task"), "Halve the wait.")
        await closed_by_its_corner(app)
        await until(lambda: app.client.box)
        assert "destroy" not in app.client.called
        assert app.client.box is not None
        await push(button(app.client.box, "Close"))  # type: ignore[misc]
        await until(lambda: "destroy" in app.client.called)


async def closed_by_its_corner(app: Open) -> None:
    """Click on the cross of the window."""
    corner = app.client.page.window
    await app.client.session.dispatch_event(corner._i, "event", {"type": "close"})


# ---------------------------------------------------------------- what cannot be opened
@on_a_loop
async def test_a_screen_that_cannot_be_opened_says_why_and_is_tried_again(tmp_path: Path) -> None:
    app = await opened(tmp_path, route="/settings")
    library = tmp_path / "library.json"
    good = library.read_bytes()
    library.write_bytes(good.replace(b'"format":1', b'"format":99'))
    app.window.go("/stories")
    await app.client.see("Library.json has format 99 and this program knows 1.")
    assert {"Update storybuilder to open it.", "Settings"} <= set(app.client.seen)
    library.write_bytes(good)
    push(button(app.client.page.controls[0], "Try again"))
    await app.client.see("One story, still being written.")


# ---------------------------------------------------------------- failures
@on_a_loop
async def test_a_failure_in_a_task_is_told_in_its_sentence(tmp_path: Path) -> None:
    async def failing() -> None:
        raise LibraryUnwritable("nothing was saved", "free some space.")

    app = await opened(tmp_path)
    app.window.start(failing)
    await until(lambda: app.client.notices)
    assert app.client.notices == ["nothing was saved: free some space."]


@on_a_loop
async def test_a_bug_in_a_task_is_told_and_logged_without_words(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def failing() -> None:
        raise KeyError(WORDS)

    app = await opened(tmp_path)
    app.window.start(failing)
    await until(lambda: app.client.notices)
    assert app.client.notices == [SOMETHING_WRONG]
    assert "a task failed: KeyError" in logged(caplog)
    assert "in failing" in logged(caplog)
    assert WORDS not in logged(caplog)


@on_a_loop
async def test_a_bug_in_a_handler_leaves_the_page_and_no_words_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def failing(event: object) -> None:
        raise ValueError(f"cannot spell\n{WORDS}: {WORDS}")

    app = await opened(tmp_path)
    before = app.client.page.controls[0]
    app.client.page.on_keyboard_event = failing
    await app.client.key("N")
    assert app.client.notices == [SOMETHING_WRONG]
    assert app.client.page.controls[0] is before
    assert "handler error: ValueError" in logged(caplog)
    assert "in failing" in logged(caplog)
    assert WORDS not in logged(caplog)


@pytest.mark.parametrize("told", [WORDS, f"ValueError: {WORDS}", ""])
def test_a_message_that_is_no_traceback_is_not_logged(told: str) -> None:
    assert without_words(told) == "unknown"


def test_words_that_look_like_an_exception_are_not_logged() -> None:
    told = (
        f'x\nTraceback (most recent call last):\n  File "a.py", line 1, in f\n    g()\nE: {WORDS}\n'
    )
    assert without_words(told) == 'E\n  File "a.py", line 1, in f'


async def nothing() -> None:
    """What a yes may do."""


@pytest.mark.parametrize(
    "act",
    [
        lambda window: window.notice("late"),
        lambda window: window.ask("Sure?", "Really?", "Yes", nothing),
        lambda window: window.choose_theme(),
    ],
)
@on_a_loop
async def test_a_page_that_left_a_moment_ago_harms_nobody(
    tmp_path: Path, act: Callable[[AppWindow], None]
) -> None:
    app = await opened(tmp_path)
    app.practice.setting_up.choose(theme="dark")
    app.client.gone = "'NoneType' object has no attribute 'put_nowait'"
    act(app.window)
    assert app.client.lost > 0


@on_a_loop
async def test_no_other_mistake_is_swallowed(tmp_path: Path) -> None:
    app = await opened(tmp_path)
    app.client.gone = "'NoneType' object has no attribute 'words'"
    with pytest.raises(AttributeError, match="words"):
        app.window.notice("late")


@on_a_loop
async def test_an_error_of_the_client_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    app = await opened(tmp_path)
    await app.client.session.dispatch_event(app.client.page._i, "error", "a grey box")
    assert "client error: a grey box" in logged(caplog)


# ---------------------------------------------------------------- what screens ask for
@on_a_loop
async def test_work_leaves_the_event_loop_free(tmp_path: Path) -> None:
    app = await opened(tmp_path)
    assert await app.window.work(threading.get_ident) != threading.get_ident()
    assert await app.window.work(int, "7") == 7


@on_a_loop
async def test_what_a_thread_posts_is_run_on_the_loop(tmp_path: Path) -> None:
    app = await opened(tmp_path)
    ran_in: list[int] = []
    await app.window.work(app.window.post, lambda: ran_in.append(threading.get_ident()))
    await until(lambda: ran_in)
    assert ran_in == [threading.get_ident()]


@on_a_loop
async def test_controls_that_are_not_shown_are_not_sent(tmp_path: Path) -> None:
    app = await opened(tmp_path)
    app.window.refresh(ft.Text("not on the page"))
    app.client.gone = "nothing may be sent"
    app.window.refresh(ft.Text("not on the page"))


@on_a_loop
async def test_a_field_that_is_shown_is_given_the_keyboard(tmp_path: Path) -> None:
    app = await opened(tmp_path, route="/stories/s1")
    app.window.focus(ft.TextField())  # not shown: nobody to give it to
    app.window.focus(box(app.client.page.controls[0], "Task"))
    await until(lambda: "focus" in app.client.called)
    assert app.client.called.count("focus") == 1


# ---------------------------------------------------------------- a question
async def asking(folder: Path, done: list[str]) -> Open:
    """A window that asks; a yes is remembered."""

    async def agreed() -> None:
        done.append("yes")

    app = await opened(folder)
    app.window.ask("Sure?", "It will be gone.", "Yes", agreed)
    assert app.client.box is not None
    return app


@pytest.mark.parametrize(("label", "remembered"), [("Yes", ["yes"]), ("Cancel", [])])
@on_a_loop
async def test_a_question_is_answered_by_a_click(
    tmp_path: Path, label: str, remembered: list[str]
) -> None:
    done: list[str] = []
    app = await asking(tmp_path, done)
    assert app.client.box is not None
    waiting = push(button(app.client.box, label))
    if asyncio.iscoroutine(waiting):
        await waiting
    await asyncio.sleep(0)
    assert (done, app.client.asks) == (remembered, False)


@on_a_loop
async def test_escape_answers_a_question_with_no(tmp_path: Path) -> None:
    done: list[str] = []
    app = await asking(tmp_path, done)
    await app.client.key("Escape")
    assert not app.client.asks
    assert done == []


@on_a_loop
async def test_keys_do_not_pass_a_question(tmp_path: Path) -> None:
    app = await asking(tmp_path, [])
    await app.client.key("N", ctrl=True)
    await app.client.key(place_of("Settings"), ctrl=True)
    await asyncio.sleep(0.05)
    assert app.client.called == []
    assert len(app.practice.drafting.listed()) == 1
    await app.client.key("Escape")
    await app.client.key("N", ctrl=True)
    await app.client.see("Must land")


# ---------------------------------------------------------------- keys
@on_a_loop
async def test_ctrl_and_a_figure_lead_to_a_page(tmp_path: Path) -> None:
    app = await opened(tmp_path)
    await app.client.key(place_of("Settings"), ctrl=True)
    await app.client.see("Microphone")
    await app.client.key(place_of("Rehearse"))
    await app.client.key(str(len(KEYS) + 1), ctrl=True)
    await app.client.key(place_of("Rehearse"), ctrl=True)
    await app.client.see("Tell “The queue”.")
    await app.client.key(place_of("Stories"), ctrl=True)
    await app.client.see("One story, still being written.")
    assert app.client.called == ["push_route"] * 3


@on_a_loop
async def test_no_key_leads_away_from_a_recording(tmp_path: Path) -> None:
    app = await opened(tmp_path, route="/rehearse")
    await app.client.key("R", ctrl=True)
    await app.client.see("Recording")
    assert "Storybuilder" not in app.client.seen
    await app.client.key("1", ctrl=True)
    await asyncio.sleep(0.05)
    assert app.client.page.route == "/rehearse"
    await app.client.key("Enter")
    await until(lambda: app.client.page.route.startswith("/takes/"))


# ---------------------------------------------------------------- colours and sizes
@pytest.mark.parametrize(
    ("theme", "brightness", "palette"),
    [
        ("system", ft.Brightness.LIGHT, "light"),
        ("system", ft.Brightness.DARK, "dark"),
        ("light", ft.Brightness.DARK, "light"),
        ("dark", ft.Brightness.LIGHT, "dark"),
    ],
)
@on_a_loop
async def test_colours_follow_the_settings_else_the_system(
    tmp_path: Path, theme: Theme, brightness: ft.Brightness, palette: str
) -> None:
    app = await opened(tmp_path, settings=Settings(theme=theme))
    app.client.page.platform_brightness = brightness
    await app.client.happens("platform_brightness_change", brightness=brightness)
    assert app.window.look.p is PALETTES[palette]
    assert app.client.page.bgcolor == PALETTES[palette].page
    dark = app.client.page.theme_mode is ft.ThemeMode.DARK
    assert dark is (palette == "dark")


@on_a_loop
async def test_a_narrow_window_is_drawn_for_its_width(tmp_path: Path) -> None:
    app = await opened(tmp_path, width=900)
    assert (app.window.look.width, app.window.look.wide) == (900, False)


@on_a_loop
async def test_resizing_draws_once_it_has_stopped(tmp_path: Path) -> None:
    app = await opened(tmp_path)
    before = app.client.page.controls[0]
    app.client.page.width = 1000
    first = asyncio.ensure_future(app.client.happens("resize", width=1000, height=800))
    await asyncio.sleep(SETTLE_S / 3)
    app.client.page.width = 900
    second = asyncio.ensure_future(app.client.happens("resize", width=900, height=800))
    await first
    assert app.client.page.controls[0] is before
    await second
    assert (app.window.look.width, app.client.page.controls[0] is before) == (900, False)


@on_a_loop
async def test_the_map_and_the_plan_come_back_as_they_were_left(tmp_path: Path) -> None:
    app = await opened(tmp_path, route="/plan")
    plan = app.window._screen
    app.window.go("/stories")
    await app.client.see("One story, still being written.")
    app.window.go("/plan")
    await until(lambda: app.window._screen is plan)
