"""One call of the coach on a screen: shown first, sent by a click, then its answer or why not."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial

import flet as ft

from storybuilder.core.coaching.brief import Brief
from storybuilder.core.coaching.masking import Mask
from storybuilder.core.story import Part, Story
from storybuilder.errors import CoachKeyMissing, StorybuilderError
from storybuilder.practice.coaching import Coached, Preview
from storybuilder.ui.coach_preview import WORKING_OUT, PreviewGestures, PreviewView
from storybuilder.ui.coach_sending import Sending
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.states import Choice, failure_shown
from storybuilder.ui.parts.text import text, title
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import XS, L, Palette, S

WOULD_LEAVE = "This would leave your computer."
NOTHING_SENT = "Nothing was sent."
NO_ANSWER = "No answer from the coach."
STOPPED = "Stopped. Nothing of the answer was kept."


@dataclass(frozen=True, slots=True)
class Matter:
    """What a call is about."""

    brief: Brief
    story: Story
    """As it is while it is sent: the answer is held against it."""
    part: Part | None = None
    at_once: bool = False
    """Whether a click has asked for this very call: it is sent where that was agreed to before."""


@dataclass(frozen=True, slots=True)
class Preparing:
    """What would be sent is being worked out."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A preview is shown; nothing is sent."""

    preview: Preview
    note: str = ""


@dataclass(frozen=True, slots=True)
class Under:
    """It was sent, and the answer is coming."""

    sending: Sending


@dataclass(frozen=True, slots=True)
class Failed:
    """There is no answer, and why; `preview` is what was sent, if anything was."""

    failure: StorybuilderError
    preview: Preview | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer was handed on."""


Phase = Preparing | Shown | Under | Failed | Answered


@dataclass(frozen=True, slots=True)
class Ways:
    """Where a call leads, and the ways out of it."""

    done: Callable[[Matter, Coached], Awaitable[None]]
    back: Callable[[], None]
    without: Choice
    """What does the same without the coach."""


class CoachCall:
    """Shows, sends and tells what came of it. The screen around it is drawn anew at each phase."""

    def __init__(self, window: Window, ways: Ways) -> None:
        self._window, self._ways = window, ways
        self._coaching = window.practice.coaching
        self._matter: Matter | None = None
        self._phase: Phase = Preparing()
        self._view: PreviewView | None = None
        self._asked = 0

    @property
    def is_open(self) -> bool:
        """Whether it is being shown, sent or told of; its answer is elsewhere."""
        return not isinstance(self._phase, Answered)

    @property
    def can_choose(self) -> bool:
        """Whether what it is about can still be changed."""
        return isinstance(self._phase, Preparing | Shown)

    async def ask(self, matter: Matter) -> None:
        """Work out what would be sent, and show it; or send it, where both were agreed to."""
        help, mask = matter.brief.help, self._mask_for(matter)
        self._matter, self._phase = matter, Preparing()
        self._view = PreviewView(self._window, self._gestures(), folded=self._coaching.agreed(help))
        self._window.redraw()
        preview = await self._prepared(mask)
        if preview is None:
            return
        self._phase = Shown(preview)
        if matter.at_once and self._coaching.agreed(help):
            await self._send()
            return
        self._window.redraw()
        await self._window.work(self._coaching.warm)

    def _mask_for(self, matter: Matter) -> Mask | None:
        """What the person masked and showed so far, where the same texts are sent otherwise."""
        before = self._matter
        same = before is not None and before.brief.told == matter.brief.told
        return self._view.wanted if same and self._view is not None else None

    def stop(self) -> None:
        """End what is under way; what was to be sent is shown again."""
        if isinstance(self._phase, Under):
            sending = self._phase.sending
            sending.stop()
            self._phase = Shown(sending.preview, STOPPED)
            self._window.redraw()

    def leave(self) -> None:
        """Nobody looks any more: end what is under way, and tell of nothing."""
        if isinstance(self._phase, Under):
            self._phase.sending.stop()
        self._asked += 1
        self._phase = Preparing()

    # ------------------------------------------------------------ drawing
    def draw(self, above: list[ft.Control], p: Palette, room: float) -> list[ft.Control]:
        """The phase that holds; `above` is what can be chosen before it is sent."""
        match self._phase:
            case Preparing():
                waiting = text(WORKING_OUT, "body", p.soft)
                return [title(WOULD_LEAVE, p), gap(XS), *above, waiting]
            case Shown(preview, note):
                told = [text(note, "body", p.ink), gap(S)] if note else []
                shown = self._drawn(preview, p, room)
                return [title(WOULD_LEAVE, p), gap(XS), *told, *above, *shown]
            case Under(sending):
                return sending.draw(lambda e: self.stop(), p, room)
            case Failed(failure, preview):
                return self._failed(failure, preview, p, room)
            case Answered():
                return []

    def _drawn(self, preview: Preview, p: Palette, room: float) -> list[ft.Control]:
        view = self._view
        return view.draw(preview, p, room, wide=self._window.look.wide) if view else []

    def _failed(
        self, failure: StorybuilderError, preview: Preview | None, p: Palette, room: float
    ) -> list[ft.Control]:
        ways: list[Choice] = []
        if preview is not None:
            ways.append(("Try again", lambda e: self._window.start(self._again)))
        if preview is not None or isinstance(failure, CoachKeyMissing):
            ways.append(("Settings", lambda e: self._window.go("/settings")))
        ways += [self._ways.without, ("Go back", lambda e: self._ways.back())]
        said = NOTHING_SENT if preview is None else NO_ANSWER
        width = min(640.0, room)
        return [title(said, p), gap(L), failure_shown(failure, p, width, tuple(ways))]

    # ------------------------------------------------------------ what happens
    def _gestures(self) -> PreviewGestures:
        return PreviewGestures(
            send=lambda e: self._window.start(self._on_send),
            back=lambda e: self._ways.back(),
            mask=lambda mask: self._window.start(partial(self._remask, mask)),
            ask_again=lambda e: self._on_ask_again(),
            settings=lambda e: self._window.go("/settings"),
        )

    async def _prepared(self, mask: Mask | None) -> Preview | None:
        """What would be sent; None when something newer was asked for, or there is nothing."""
        matter = self._matter
        self._asked += 1
        mine = self._asked
        if matter is None:
            return None
        try:
            if not await self._window.work(self._coaching.has_key):
                raise CoachKeyMissing("the coach has no key yet")
            preview = await self._window.work(self._coaching.prepare, matter.brief, mask)
        except StorybuilderError as failure:
            if mine == self._asked:
                self._phase = Failed(failure)
                self._window.redraw()
            return None
        return preview if mine == self._asked else None

    async def _remask(self, mask: Mask) -> None:
        """Another mask: the text follows at once, and cannot be sent until it has."""
        if self._view is None or not isinstance(self._phase, Shown):
            return
        self._view.wait()
        preview = await self._prepared(mask)
        if preview is not None and isinstance(self._phase, Shown):
            self._phase = replace(self._phase, preview=preview)
            self._view.show(preview)

    async def _on_send(self) -> None:
        """Send what is shown; while a word to mask is still typed, mask it and show that first."""
        if self._view is None or not isinstance(self._phase, Shown):
            return
        if not self._view.is_settled:
            self._view.take_typed()
            return
        if self._view.remember:
            self._coaching.agree(self._phase.preview.brief.help)
        await self._send()

    async def _again(self) -> None:
        """Send the same text once more."""
        if isinstance(self._phase, Failed) and self._phase.preview is not None:
            self._phase = Shown(self._phase.preview)
            await self._send()

    async def _send(self) -> None:
        matter = self._matter
        if not isinstance(self._phase, Shown) or matter is None:
            return
        preview = self._phase.preview
        sending = Sending(self._window, preview, matter.story, matter.part)
        self._phase = Under(sending)
        self._coaching.leaving()
        self._window.redraw()
        try:
            coached = await sending.result()
        except StorybuilderError as failure:
            if not sending.is_stopped:
                self._phase = Failed(failure, preview)
                self._window.redraw()
            return
        if coached is not None:
            self._phase = Answered()
            await self._ways.done(matter, coached)

    def _on_ask_again(self) -> None:
        """Forget the consent: the whole text is shown before each call again."""
        self._coaching.withdraw()
        if self._matter is not None:
            self._window.start(partial(self.ask, replace(self._matter, at_once=False)))
