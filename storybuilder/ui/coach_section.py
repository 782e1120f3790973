"""Settings, the coach: a key of the person's own, which model, what is masked, what was sent."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import flet as ft

from storybuilder.core.coaching.help import Help
from storybuilder.errors import CoachKeyRefused, KeyringMissing, StorybuilderError
from storybuilder.practice.key_in_force import KeyInForce, key_in_force
from storybuilder.ui.apart import apart
from storybuilder.ui.coach_choices import CoachChoices
from storybuilder.ui.parts.buttons import quiet
from storybuilder.ui.parts.field import boxed, labelled
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.states import failure_shown
from storybuilder.ui.parts.text import heading, link, text
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import L, M, Palette, S

HEAD = "The coach (optional)"
ABOUT = (
    "A language model can interview you about a story, shorten a draft, ask what an interviewer "
    "would ask, and review a take. It runs with Anthropic and needs a key of your own."
)
PROMISE = (
    "Before each call you see exactly what would be sent, with names and figures masked; nothing "
    "is sent until you say so."
)
KEY_LABEL, NEW_KEY_LABEL = "Your key", "Another key, in place of this one"
SOURCES = {
    "environment": "A key from the environment variable ANTHROPIC_API_KEY is in force",
    "keyring": "A key is kept in this system's keyring",
    "file": "A key is kept in a file that only you can read",
}
NOT_HERE = "It goes before any other, and is removed where it was set."
IN_FILE = (
    "This system has no keyring that would keep it, or it stayed locked. The file is called "
    "coach_key and lies in your data folder: only your account can read it, and so can whoever "
    "gets a copy of that folder. You can also set ANTHROPIC_API_KEY instead."
)


@dataclass(frozen=True, slots=True)
class Resting:
    """Nothing was tried, or not lately."""


@dataclass(frozen=True, slots=True)
class Trying:
    """The service is being asked."""


@dataclass(frozen=True, slots=True)
class Right:
    """Key, model and address are right."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """The service did not answer, or not as it should."""

    failure: StorybuilderError


Phase = Resting | Trying | Right | Wrong


class CoachSection:
    """Off until there is a key. What was typed as a key is never shown or kept by the screen."""

    def __init__(self, window: Window, changed: Callable[[], None] = lambda: None) -> None:
        """`changed` is told when there is a key, or none any more."""
        self._window, self._told_of = window, changed
        self._coaching = window.practice.coaching
        self._choices = CoachChoices(window, self._on_choice)
        self._key: KeyInForce | None = None
        """None while it is looked for: a keyring may wait to be unlocked."""
        self._unfolded = False
        self._phase: Phase = Resting()
        self._drawn: tuple[ft.Column, Palette, float] | None = None
        self._boxes: dict[str, ft.TextField] = {}

    def enter(self) -> None:
        """Look for a key beside everything else."""
        self._window.start(self.look)

    def leave(self) -> None:
        """What was typed as a key and not kept is gone."""
        for field in self._boxes.values():
            field.value = ""

    @property
    def may_send(self) -> bool:
        """Whether something may leave this computer, if the person says so."""
        return self._key is not None and self._key.is_there

    async def look(self) -> None:
        """See whether there is a key, and where from."""
        self._key = await self._window.work(key_in_force, self._coaching.keys)
        self._refresh()
        self._told_of()

    # ------------------------------------------------------------ drawing
    def draw(self, p: Palette, room: float) -> list[ft.Control]:
        """Two sentences and a way in; all of it once there is a key."""
        self._drawn = ft.Column(self._rows(p, room), spacing=0, tight=True), p, room
        return [self._drawn[0]]

    def _refresh(self) -> None:
        """Draw this section anew; the page stays where it was scrolled to."""
        if self._drawn is not None:
            section, p, room = self._drawn
            section.controls = self._rows(p, room)
            self._window.refresh(section)

    def _rows(self, p: Palette, room: float) -> list[ft.Control]:
        key = self._key
        rows: list[ft.Control] = [
            heading(HEAD, p, "" if key is None else "ready" if key.is_there else "off"),
            gap(S),
            text(f"{ABOUT} {PROMISE}", "body", p.soft, width=room),
            gap(M),
        ]
        if key is None:
            return [*rows, text("Looking for a key …", "small", p.soft)]
        rows += self._told(key, p, room)
        if not key.is_there and not self._unfolded:
            return [*rows, *self._record(p, link("Put in a key", p, self._unfold, color=p.ink))]
        if key.source != "environment":
            rows += [*self._key_rows(key, p, room), gap(L)]
        return [*rows, *self._choices.draw(p, room), gap(M), *self._record(p)]

    def _told(self, key: KeyInForce, p: Palette, room: float) -> list[ft.Control]:
        """Where the key in force comes from, and the ways to try and to forget it."""
        if key.failure is not None:
            ways = (("Forget it", lambda e: self._forget()),)
            return [failure_shown(key.failure, p, room, ways), gap(M)]
        if not key.is_there:
            return []
        words = f"{SOURCES[key.source]}; it ends in {key.ending}."
        rows: list[ft.Control] = [text(words, "body", p.ink, width=room)]
        if not key.can_be_forgotten:
            rows.append(text(NOT_HERE, "small", p.soft, width=room))
        ways_: list[ft.Control] = [
            quiet("Test it", p, lambda e: self._window.start(self._test), chosen=True)
        ]
        if key.can_be_forgotten:
            ways_.append(quiet("Forget it", p, lambda e: self._forget()))
        rows += [gap(S), ft.Row(ways_, spacing=S, wrap=True), *self._tested(p, room), gap(L)]
        return rows

    def _tested(self, p: Palette, room: float) -> list[ft.Control]:
        match self._phase:
            case Trying():
                told: ft.Control = text(f"Asking {self._address} …", "body", p.soft)
            case Right():
                words = f"✓ {self._address} knows the key and the model. Nothing of yours was sent."
                told = text(words, "body", p.good, width=room)
            case Wrong(failure):
                told = failure_shown(failure, p, room)
            case Resting():
                return []
        return [gap(S), ft.Semantics(live_region=True, content=told)]

    @property
    def _address(self) -> str:
        return self._coaching.coach.address()

    def _key_rows(self, key: KeyInForce, p: Palette, room: float) -> list[ft.Control]:
        label = NEW_KEY_LABEL if key.is_there else KEY_LABEL
        field = self._key_box(p)
        field.width = min(440.0, room - 130)
        keep = quiet("Keep it", p, lambda e: self._keep_key(), chosen=not key.is_there)
        return [
            ft.Row(
                [labelled(field, label, p), ft.Container(keep, padding=ft.Padding.only(top=8))],
                spacing=M,
                vertical_alignment=ft.CrossAxisAlignment.START,
                width=room,
            )
        ]

    def _record(self, p: Palette, *before: ft.Control) -> list[ft.Control]:
        """The way to what was sent, and back to being asked each time."""
        ways = [*before, link("What was sent", p, lambda e: self._window.go("/coach/sent"))]
        if any(self._coaching.agreed(help) for help in Help):
            ways.append(link("Ask me before each call again", p, lambda e: self._withdraw()))
        return [ft.Row(ways, spacing=L, wrap=True, run_spacing=0)]

    # ------------------------------------------------------------ the key
    def _key_box(self, p: Palette) -> ft.TextField:
        """Made once for each palette and kept, so that a redraw leaves the caret where it is."""
        made = boxed("", "", p, on_submit=lambda e: self._keep_key(), password=True)
        made.error_max_lines = 3
        return self._boxes.setdefault(p.name, made)

    def _on_choice(self) -> None:
        """What was tried may not hold for another model."""
        self._phase = Resting()
        self._refresh()

    def _unfold(self, _: object) -> None:
        self._unfolded = True
        self._refresh()

    def _keep_key(self) -> None:
        """Take what is written out of the field, and keep it; in a file only after a question."""
        field = self._boxes[self._window.look.p.name]
        written, field.value = field.value or "", ""
        field.error = None if written.strip() else "Paste the key first"
        self._window.refresh(field)
        if written.strip():
            self._window.start(partial(self._kept, written, field))

    async def _kept(self, written: str, field: ft.TextField) -> None:
        try:
            await self._window.work(lambda: self._coaching.keys.keep(written))
        except CoachKeyRefused as failure:
            said = str(failure)
            field.error = f"{said[:1].upper()}{said[1:]}: copy it whole and paste it again"
            self._window.refresh(field)
            return
        except KeyringMissing:
            self._window.ask(
                "Keep the key in a file?",
                IN_FILE,
                "Keep it in a file",
                partial(self._kept_in_file, written),
            )
            return
        await self._changed()

    async def _kept_in_file(self, written: str) -> None:
        await self._window.work(lambda: self._coaching.keys.keep(written, in_file=True))
        await self._changed()

    async def _changed(self) -> None:
        self._phase = Resting()
        await self.look()

    def _forget(self) -> None:
        async def forgotten() -> None:
            await self._window.work(self._coaching.keys.forget)
            self._coaching.withdraw()
            self._unfolded = False
            await self._changed()
            self._window.notice("The key is forgotten here; the service still knows it.")

        self._window.ask(
            "Forget the key?",
            "The coach rests until there is a key again. Everything else works as before.",
            "Forget the key",
            forgotten,
        )

    async def _test(self) -> None:
        if isinstance(self._phase, Trying):
            return
        self._phase = trying = Trying()
        self._refresh()
        try:
            await apart(self._coaching.check)
            phase: Phase = Right()
        except StorybuilderError as failure:
            phase = Wrong(failure)
        if self._phase is trying:  # neither key nor model was changed meanwhile
            self._phase = phase
            self._refresh()

    def _withdraw(self) -> None:
        self._coaching.withdraw()
        self._refresh()
        self._window.notice("You will be asked before each call again.")
