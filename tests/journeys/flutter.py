"""Drives the program in a browser through its accessibility tree, as a screen reader would."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]
TIMEOUT_MS = 15_000
expect.set_options(timeout=TIMEOUT_MS)
SETTLE_MS = 200
"""Flutter sends its own editing state shortly after focus, which would undo what is typed."""

QUIET_MS, MOST_QUIET_MS = 120, 1000
"""A click on what is just being drawn anew is lost; where a clock runs it never gets quiet."""
_SETTLED = """([quiet, most]) => new Promise(done => {
  const host = document.querySelector('flt-semantics-host');
  if (!host) return done();
  const finish = () => { watch.disconnect(); clearTimeout(timer); clearTimeout(end); done(); };
  const watch = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(finish, quiet);
  });
  let timer = setTimeout(finish, quiet);
  const end = setTimeout(finish, most);
  watch.observe(host, {subtree: true, childList: true, attributes: true, characterData: true});
})"""


@contextmanager
def served(
    data: Path, log: Path, *, model: Path | None = None, environment: dict[str, str] | None = None
) -> Iterator[str]:
    """The program's address while it runs on a data folder; it must end cleanly."""
    options = ["--data-dir", str(data), "--browser", "--no-open"]
    options += ["--model", str(model)] if model else []
    with log.open("w") as errors:
        program = subprocess.Popen(
            [sys.executable, "-m", "storybuilder", *options],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env=environment,
        )
        assert program.stdout is not None
        line = program.stdout.readline()
        assert line.startswith("URL "), log.read_text()
        try:
            yield line.split()[1]
        finally:
            program.terminate()
            code = program.wait(20)
            program.stdout.close()
    assert code == 0, log.read_text()


@dataclass
class Flutter:
    """One page of the program."""

    page: Page
    failures: list[str] = field(default_factory=list)

    def open(self, address: str) -> "Flutter":
        self.page.set_default_timeout(TIMEOUT_MS)
        self.page.on("pageerror", lambda error: self.failures.append(str(error)))
        self.page.goto(address)
        self.hear()
        return self

    def hear(self) -> None:
        """Switch the accessibility tree on, and let clicks reach what lies under it."""
        switch = self.page.locator("flt-semantics-placeholder")
        switch.wait_for(state="attached", timeout=30_000)
        switch.dispatch_event("click")
        self.page.locator("flt-semantics-host flt-semantics").first.wait_for(state="attached")
        self.page.add_style_tag(
            content="flt-semantics:not([flt-tappable]):empty{pointer-events:none!important}"
        )

    def button(self, name: str | re.Pattern[str], *, exact: bool = True) -> Locator:
        """A button, once the screen has come to rest."""
        self.page.evaluate(_SETTLED, [QUIET_MS, MOST_QUIET_MS])
        return self.page.get_by_role("button", name=name, exact=exact).first

    def option(self, name: str) -> Locator:
        return self.page.get_by_role("checkbox", name=name).first

    def text(self, words: str | re.Pattern[str]) -> Locator:
        return self.page.locator("flt-semantics-host").get_by_text(words).first

    def named(self, words: str | re.Pattern[str]) -> Locator:
        return self.page.get_by_label(words).first

    def box(self, label: str) -> Locator:
        return self.page.get_by_role("textbox", name=label).first

    def see(self, words: str | re.Pattern[str], timeout_ms: float = TIMEOUT_MS) -> None:
        expect(self.text(words)).to_be_visible(timeout=timeout_ms)

    def press_until(
        self, button: str | re.Pattern[str], words: str | re.Pattern[str], tries: int = 5
    ) -> None:
        """Press a button, again where a redraw swallowed the click, until something is seen."""
        for _ in range(tries):
            if self.button(button).is_visible():
                self.button(button).click()
            with suppress(AssertionError):
                self.see(words, timeout_ms=6000)
                return
        self.see(words)

    def hear_of(self, words: str | re.Pattern[str], timeout_ms: float = TIMEOUT_MS) -> None:
        """Something is called or says this, seen or not."""
        told = self.named(words).or_(self.text(words)).first
        expect(told).to_be_attached(timeout=timeout_ms)

    def write(self, label: str, words: str) -> None:
        """Fill a field, trying again where Flutter's own editing state wiped the words."""
        box = self.box(label)
        for _ in range(6):
            box.click()
            expect(box).to_be_focused()
            self.page.wait_for_timeout(SETTLE_MS)
            self.page.keyboard.press("Control+a")
            self.page.keyboard.insert_text(words)
            self.page.wait_for_timeout(SETTLE_MS)
            if box.input_value() == words:
                return
        raise AssertionError(f"could not write into {label!r}: {box.input_value()!r}")

    def picture(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=str(file))


@contextmanager
def tab(
    browser: Browser, address: str, *, width: int = 1280, height: int = 800, dark: bool = False
) -> Iterator[Flutter]:
    """A tab of the program; a failure in the page fails the test."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
    )
    flutter = Flutter(context.new_page()).open(address)
    try:
        yield flutter
    finally:
        context.close()
    assert flutter.failures == []
