"""What a start costs: importing, serving, and the time until a browser has drawn something."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROUNDS = 5
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]
Figure = tuple[str, float, float, str]


def figures() -> list[Figure]:
    """Name, median, spread and unit. The browser draws without a graphics card here."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        starts = [started(chromium) for _ in range(ROUNDS)]
        chromium.close()
    served, painted, reachable = zip(*starts, strict=True)
    return [
        _figure("Python alone", _times(lambda: python("pass"))),
        _figure("import storybuilder.app", _times(lambda: python("import storybuilder.app"))),
        _figure("start until the address answers", list(served)),
        _figure("start until the first frame (browser)", list(painted)),
        _figure("start until the first screen can be used (browser)", list(reachable)),
    ]


def python(command: str) -> None:
    subprocess.run([sys.executable, "-c", command], check=True)


def started(chromium: Browser) -> tuple[float, float, float]:
    """Seconds from a start, with an empty library, to three points on its way."""
    begun_s = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, _program(Path(folder)) as program:
        address = _address(program)
        served_s = time.perf_counter() - begun_s
        page = chromium.new_page()
        page.goto(address)
        # Flutter puts this into the page with its first frame.
        page.locator("flt-semantics-placeholder").wait_for(state="attached", timeout=60_000)
        painted_s = time.perf_counter() - begun_s
        page.locator("flt-semantics-placeholder").dispatch_event("click")
        # The first frame may be Flet's own, still waiting for ours: only our screen has buttons.
        page.get_by_role("button").first.wait_for(state="attached")
        reachable_s = time.perf_counter() - begun_s
        page.close()
        program.terminate()
    return served_s, painted_s, reachable_s


def _program(folder: Path) -> "subprocess.Popen[str]":
    command = ["-m", "storybuilder", "--data-dir", str(folder), "--browser", "--no-open"]
    return subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, text=True)


def _address(program: "subprocess.Popen[str]") -> str:
    assert program.stdout is not None
    for line in program.stdout:
        if line.startswith("URL "):
            return line.split()[1]
    raise RuntimeError("the program ended before it gave an address")


def _times(work: Callable[[], object]) -> list[float]:
    times = []
    for _ in range(ROUNDS):
        begun_s = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun_s)
    return times


def _figure(name: str, times: list[float]) -> Figure:
    return name, statistics.median(times), max(times) - min(times), "s"
