"""The program in a window of its own, drawn by Flet's client.

The client is not part of our wheel: Flet downloads it once into `~/.flet`, over HTTPS and
without a checksum. Before that it would run any executable it finds in `./build/` of the current
folder, so it is started from the package's folder, which is as trusted as this code.
"""

import asyncio
import atexit
import contextlib
import os
import signal
import subprocess
import sys
from asyncio.subprocess import Process
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import flet as ft

from storybuilder import places

SAFE_FOLDER = Path(__file__).parent
DOWNLOAD_WAIT_S = 20.0
"""How long a start waits for the client. The download goes on behind the browser."""
SILENCE_S = 15.0
"""How long a connection may say nothing: Flet itself would wait for ever."""
FETCH = "from storybuilder.native_window import download_client; download_client()"

Main = Callable[[ft.Page], Any]
Say = Callable[[str], None]


def show_window(main: Main, say: Say) -> bool:
    """Show the window until it is closed. False if it never came to that; `say` told why."""
    if not has_display():
        return False
    if not client_is_here() and not client_arrives(say):
        return False
    try:
        shown = _Window(main).show()
    except OSError as error:
        say(f"The program's own window could not be started ({type(error).__name__}).")
        return False
    if not shown:
        say("The program's own window did not open.")
    return shown


def has_display() -> bool:
    """Whether Flet's client has a screen to draw on.

    Flet looks at DISPLAY alone, and where it is missing serves the program to the whole network.
    """
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY"))


def download_client() -> None:
    """Fetch Flet's client into its cache, if it is not there. Runs in a process of its own."""
    import socket
    import tempfile

    import flet_desktop

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that the folder is removed
    socket.setdefaulttimeout(SILENCE_S)
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder  # Flet leaves its archive behind
        flet_desktop.ensure_client_cached()


def client_is_here() -> bool:
    """Whether a start needs no download. A wrong guess costs one line and half a second."""
    from flet_desktop.version import version

    chosen = os.environ.get("FLET_VIEW_PATH")
    if chosen and any(any(Path(chosen).glob(n)) for n in ("flet", "flet.exe", "*.app")):
        return True
    usual = "light" if sys.platform == "linux" else "full"
    flavour = os.environ.get("FLET_DESKTOP_FLAVOR") or usual
    return Path.home().joinpath(".flet", "client", f"flet-desktop-{flavour}-{version}").is_dir()


def client_arrives(say: Say, wait_s: float = DOWNLOAD_WAIT_S) -> bool:
    """Download the client, waiting no longer than `wait_s`. False if it is not there then.

    A child process does it: within this one neither looking up a name nor a slow trickle of
    bytes could be given a limit.
    """
    say("Downloading the program's own window, once. Without a connection the browser will do.")
    child = subprocess.Popen(
        [sys.executable, "-P", "-c", FETCH],
        cwd=SAFE_FOLDER,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    atexit.register(child.terminate)
    try:
        return child.wait(wait_s) == 0
    except subprocess.TimeoutExpired:
        say("The download goes on; the window will be there at the next start.")
        return False


class _Window:
    """One run of Flet's client."""

    def __init__(self, main: Main) -> None:
        self._main = main
        self._connected = False
        self._told_to_end = False

    def show(self) -> bool:
        """Block until the window is closed. False if its client ended before it connected."""
        import flet_desktop

        open_client = flet_desktop.open_flet_view_async
        # Only this function of Flet's sees the client's process, which a signal must end.
        flet_desktop.open_flet_view_async = lambda *given: self._watch(open_client(*given))
        try:
            asyncio.run(self._run())
        finally:
            flet_desktop.open_flet_view_async = open_client
        return self._connected or self._told_to_end

    async def _run(self) -> None:
        await ft.run_async(
            self._main,
            before_main=self._note_connection,
            host="127.0.0.1",
            assets_dir=str(places.assets()),
        )

    def _note_connection(self, page: ft.Page) -> None:
        self._connected = True

    async def _watch(
        self, opening: Coroutine[Any, Any, tuple[Process, str]]
    ) -> tuple[Process, str]:
        with contextlib.chdir(SAFE_FOLDER):
            client, pid_file = await opening
        # Flet's own handlers, set a moment ago, wait for the window to be closed by hand.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self._end(client))
        return client, pid_file

    def _end(self, client: Process) -> None:
        """Close the client; on the second signal, without asking it."""
        if client.returncode is None:
            (client.kill if self._told_to_end else client.terminate)()
        self._told_to_end = True
