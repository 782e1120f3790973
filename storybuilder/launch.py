"""How the program appears: in a window of its own (`native_window`), or else in the person's
browser, from a server for this computer alone (`local_server`).

Of Flet's environment variables only those in `HEEDED` reach it: they choose its client and are
left to those who set them. The rest is dropped, since some would open the server to the network.
"""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any, Literal

import flet as ft

from storybuilder import native_window, places
from storybuilder.errors import WindowUnavailable

Main = Callable[[ft.Page], Any]
Way = Literal["auto", "window", "browser"]

HEEDED = {
    "FLET_VIEW_PATH",
    "FLET_CLIENT_URL",
    "FLET_DESKTOP_FLAVOR",
    "FLET_LINUX_DISTRO",
    "FLET_APP_ID",
    "FLET_LOG_LEVEL",
}
SESSION_S = 60
"""How long a page that lost its connection (a reload, a sleep) can come back to where it was."""


def launch(
    main: Main,
    *,
    way: Way = "auto",
    open_browser: bool = True,
    on_ready: Callable[[str], None] | None = None,
    idle_exit_s: float = 60.0,
    busy: Callable[[], bool] = lambda: False,
) -> None:
    """Show the program and return when it has ended; call it in the main thread.

    `auto` tries a window, then the browser; `window` raises WindowUnavailable where there can be
    none. In the browser, `on_ready` gets the address, and the program ends by itself once its
    last page has been closed for `idle_exit_s`, but never while `busy()`. An interrupt or a
    request to terminate ends it with exit code 0.
    """
    _drop_surprising_environment()
    with _on_signals(lambda: sys.exit(0)):
        if way != "browser" and native_window.show_window(main, _say):
            return
        if way == "window":
            raise WindowUnavailable("the program's own window cannot be opened here")
        _show_in_browser(main, open_browser, on_ready, idle_exit_s, busy)


def _drop_surprising_environment() -> None:
    for name in [n for n in os.environ if n.startswith("FLET_") and n not in HEEDED]:
        del os.environ[name]
    os.environ.setdefault("FLET_APP_ID", places.APP)


@contextlib.contextmanager
def _on_signals(end: Callable[[], object]) -> Iterator[None]:
    previous = {s: signal.signal(s, lambda *_: end()) for s in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)


def _show_in_browser(
    main: Main,
    open_browser: bool,
    on_ready: Callable[[str], None] | None,
    idle_exit_s: float,
    busy: Callable[[], bool],
) -> None:
    from storybuilder import local_server

    def announce(address: str) -> None:
        if on_ready is not None:
            on_ready(address)
        if open_browser:
            _say(f"storybuilder runs in your browser. If no page has opened, go to {address}")
            _open_browser(address)
        else:
            _say(f"URL {address}")

    app = _web_app(main)
    # uvicorn acts on a signal, then raises it again when its work is done.
    with _on_signals(lambda: None):
        local_server.serve(app, on_ready=announce, idle_exit_s=idle_exit_s, busy=busy)


def _web_app(main: Main) -> Any:
    from flet_web import fastapi as flet_web
    from starlette.routing import Mount, WebSocketRoute

    app = flet_web.app(
        main,
        assets_dir=str(places.assets()),
        no_cdn=True,
        session_timeout_seconds=SESSION_S,
    )
    # What is left: Flet's files and its socket. What goes: a description of itself, and sign-in.
    app.router.routes[:] = [r for r in app.routes if isinstance(r, Mount | WebSocketRoute)]
    return app


def _open_browser(address: str) -> None:
    """Open the person's browser, where there is a screen: not a text browser in this terminal."""
    import webbrowser

    if native_window.has_display() or os.environ.get("WAYLAND_DISPLAY"):
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _say(sentence: str) -> None:
    print(sentence, flush=True)  # noqa: T201 - unlike sys.stdout.write, it needs no terminal
