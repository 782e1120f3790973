"""Rehearse: choose what to tell, then nothing but question, clock and level."""

from dataclasses import dataclass
from pathlib import Path

import flet as ft

from storybuilder.core.question import QuestionId
from storybuilder.core.story import StoryId
from storybuilder.core.take import Take
from storybuilder.errors import MicrophoneUnavailable, StorybuilderError
from storybuilder.practice.rehearsing import Sitting
from storybuilder.ui.labels import clock
from storybuilder.ui.microphone_section import MicrophoneSection
from storybuilder.ui.parts.buttons import primary, quiet
from storybuilder.ui.parts.frame import gap, scroll
from storybuilder.ui.parts.states import Choice, failure_shown
from storybuilder.ui.parts.text import hint, text, title
from storybuilder.ui.picked_file import FileDialog, NewPicker
from storybuilder.ui.rehearse_choosing import WhatToTell
from storybuilder.ui.rehearse_recording import TakeInProgress
from storybuilder.ui.screen import Window
from storybuilder.ui.server_words import before_a_take
from storybuilder.ui.story_history import recent_rows
from storybuilder.ui.theme import XL, L, M, Palette, S

LAST_TAKES = 6
"""So many takes are offered below; every take of a story stands in its editor too."""
AUDIO_ENDINGS = ["wav", "flac", "mp3", "m4a", "ogg", "webm"]


@dataclass(frozen=True, slots=True)
class Choosing:
    """Before a take; `failure` is why the last try did not start."""

    failure: StorybuilderError | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """The microphone is being opened."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A take is being recorded, or paused."""

    take: TakeInProgress


@dataclass(frozen=True, slots=True)
class Bringing:
    """A sound file is being taken in."""

    name: str


Phase = Choosing | Opening | Recording | Bringing


class RehearseScreen:
    """One rehearsal: choosing, then recording."""

    def __init__(
        self,
        window: Window,
        story_id: StoryId | None,
        picker: NewPicker = ft.FilePicker,
        *,
        question_id: QuestionId | None = None,
        aloud_id: str = "",
    ) -> None:
        """`aloud_id` names a question of this sitting that stands in no list."""
        self._window = window
        self._practice = window.practice
        self._what = WhatToTell(
            window, story_id, question_id, lambda e: self._begin(), aloud_id=aloud_id
        )
        self._microphone = MicrophoneSection(
            window, folded=True, busy=lambda: not isinstance(self._phase, Choosing)
        )
        self._takes: tuple[Take, ...] = ()
        self._phase: Phase = Choosing()
        self._dialog = FileDialog(picker)
        self._left = False

    @property
    def page(self) -> str:
        """A recording fills the window; choosing is a page like the others."""
        return "" if isinstance(self._phase, Recording) else "Rehearse"

    async def enter(self) -> None:
        """Read stories and takes from disk, and see which microphones there are."""
        self._practice.rehearsing.prepare()
        await self._what.enter()
        self._takes = await self._window.work(self._practice.rehearsing.listed)
        await self._microphone.enter()

    async def leave(self) -> None:
        """A take in progress is kept, whatever makes the person leave."""
        phase, self._phase = self._phase, Choosing()
        if isinstance(phase, Recording):
            await phase.take.keep()
        self._left = True
        await self._microphone.rest()

    async def press(self, key: ft.KeyboardEvent) -> None:
        """Ctrl+R starts; the other keys are those of a take."""
        if isinstance(self._phase, Recording):
            self._phase.take.press(key.key)
        elif key.ctrl and key.key == "R":
            self._begin()

    def draw(self) -> ft.Control:
        """The phase that holds."""
        if isinstance(self._phase, Recording):
            return self._phase.take.draw()
        return self._draw_choosing()

    # ------------------------------------------------------------ choosing
    def _draw_choosing(self) -> ft.Control:
        look = self._window.look
        p, room = look.p, min(720.0, look.room)
        target = self._what.target
        band = f"{clock(target.low_s)} to {clock(target.high_s)}"
        goes = before_a_take(self._practice.setting_up.server())
        rows: list[ft.Control] = [
            title(self._what.news, p),
            text(f"Your band is {band}. Only the clock and the level show.", "body", p.soft),
            *([text(goes, "body", p.soft)] if goes else []),
            gap(L),
            *self._failure(p, room),
            *self._what.draw(p, room),
            *self._microphone.draw(p, room, told=self._refused is not None),
            gap(XL),
            self._ways(p),
            *self._under_way(p),
            gap(XL),
        ]
        last = self._takes[-LAST_TAKES:][::-1]
        return scroll([*rows, *recent_rows(last, self._what.titles, self._window.go, p)], look)

    def _ways(self, p: Palette) -> ft.Control:
        """Record now, or bring in what was recorded elsewhere."""
        record = primary("Record", p, lambda e: self._begin(), dot=True, tooltip=hint("Ctrl+R", p))
        file = quiet("Use a sound file", p, lambda e: self._window.start(self._pick))
        return ft.Row([record, file], spacing=S)

    def _under_way(self, p: Palette) -> list[ft.Control]:
        match self._phase:
            case Opening():
                return [gap(M), text("Opening the microphone …", "small", p.soft)]
            case Bringing(name):
                return [gap(M), text(f"Reading {name} …", "small", p.soft)]
            case _:
                return []

    @property
    def _refused(self) -> MicrophoneUnavailable | None:
        """Why the last try found no microphone to listen to, if that was it."""
        failure = self._phase.failure if isinstance(self._phase, Choosing) else None
        return failure if isinstance(failure, MicrophoneUnavailable) else None

    def _failure(self, p: Palette, room: float) -> list[ft.Control]:
        if not isinstance(self._phase, Choosing) or self._phase.failure is None:
            return []
        ways: list[Choice] = [("Try again", lambda e: self._begin())]
        if self._refused and self._microphone.some:
            ways += self._other_microphones()
        return [failure_shown(self._phase.failure, p, room, tuple(ways)), gap(L)]

    def _other_microphones(self) -> list[Choice]:
        other: list[Choice] = [("Choose another microphone", lambda e: self._microphone.unfold())]
        if self._practice.setting_up.settings.microphone:
            own = lambda e: self._window.start(lambda: self._record(None))  # noqa: E731
            other.append(("Record with the system's own choice", own))
        return other

    # ------------------------------------------------------------ a sound file instead
    async def _pick(self) -> None:
        chosen = await self._dialog.pick(AUDIO_ENDINGS)
        if chosen is not None:
            async with chosen.on_disk(self._window, "chosen") as file:
                await self._bring_in(file, chosen.name)

    async def _bring_in(self, source: Path, name: str) -> None:
        self._phase = Bringing(name)
        story_id, question = self._what.story_id, self._what.question
        target, telling = self._what.target, self._what.telling
        self._window.redraw()

        def job() -> Take:
            return self._practice.rehearsing.bring_in(
                source,
                story_id=story_id,
                question=question,
                target=target,
                telling=telling,
                name=name,
            )

        try:
            take = await self._window.work(job)
        except StorybuilderError as failure:
            self._phase = Choosing()
            self._window.redraw()
            self._window.notice(failure.sentence())
            return
        self._phase = Choosing()
        self._report(take)

    # ------------------------------------------------------------ recording
    def _begin(self) -> None:
        chosen = self._practice.setting_up.settings.microphone or None
        self._window.start(lambda: self._record(chosen))

    async def _record(self, device: str | None) -> None:
        if not isinstance(self._phase, Choosing):
            return
        self._phase = opening = Opening()
        asked = self._what.asked
        self._window.redraw()
        await self._microphone.rest()
        try:
            sitting = await self._window.work(self._sit_down, device)
        except StorybuilderError as failure:
            await self._microphone.look_again()
            self._phase = Choosing(failure)
            self._window.redraw()
            return
        if self._phase is not opening:  # the person went elsewhere meanwhile
            await self._window.work(self._practice.rehearsing.discard, sitting)
            return
        take = TakeInProgress(
            self._window, sitting, asked, over=self._take_is_over, kept=self._report
        )
        self._phase = Recording(take)
        self._window.redraw()
        await take.watch()

    def _sit_down(self, device: str | None) -> Sitting:
        return self._practice.rehearsing.begin(
            story_id=self._what.story_id,
            question=self._what.question,
            target=self._what.target,
            telling=self._what.telling,
            device=device,
        )

    def _take_is_over(self) -> None:
        self._phase = Choosing()

    def _report(self, take: Take) -> None:
        """Show the report; where the person has gone elsewhere, only offer it."""
        if not self._left:
            self._window.go(f"/takes/{take.id}")
            return
        way = ("Show its report", lambda e: self._window.go(f"/takes/{take.id}"))
        self._window.notice(f"{take.source or 'The take'} is kept.", way)
