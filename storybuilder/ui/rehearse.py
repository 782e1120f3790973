"""Rehearse: choose what to tell, then nothing but question, clock and level."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

import flet as ft

from storybuilder.core.band import Band
from storybuilder.core.meter import Meter
from storybuilder.core.question import QuestionId
from storybuilder.core.story import Story, StoryId
from storybuilder.core.take import Take
from storybuilder.core.telling import BANDS, Telling
from storybuilder.errors import QuestionUnknown, StorybuilderError
from storybuilder.practice.rehearsing import Sitting
from storybuilder.ui.labels import clock
from storybuilder.ui.parts.buttons import primary, quiet
from storybuilder.ui.parts.field import field, named
from storybuilder.ui.parts.frame import gap, scroll
from storybuilder.ui.parts.option import option
from storybuilder.ui.parts.states import failure_shown
from storybuilder.ui.parts.text import heading, hint, link, text, title
from storybuilder.ui.picked_file import FileDialog, NewPicker
from storybuilder.ui.recording_view import Controls, RecordingView
from storybuilder.ui.screen import Window
from storybuilder.ui.story_history import recent_rows
from storybuilder.ui.story_rows import title_of
from storybuilder.ui.theme import XL, XS, L, M, Palette, S

LEVEL_HZ = 20
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

    sitting: Sitting


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
    ) -> None:
        self._window = window
        self._practice = window.practice
        self._story_id = story_id
        self._question_id = question_id
        self._stories: tuple[Story, ...] = ()
        self._takes: tuple[Take, ...] = ()
        self._phase: Phase = Choosing()
        self._question = ""
        self._telling: Telling = "long"
        self._dialog = FileDialog(picker)
        self._view: RecordingView | None = None
        self._left = False

    @property
    def page(self) -> str:
        """A recording fills the window; choosing is a page like the others."""
        return "" if isinstance(self._phase, Recording) else "Rehearse"

    async def enter(self) -> None:
        """Read the stories from disk; the first one is offered unless another was asked for."""
        if self._question_id is not None:
            await self._ask(self._question_id)
        self._stories = await self._window.work(self._practice.drafting.listed)
        self._takes = await self._window.work(self._practice.rehearsing.listed)
        if self._story() is None:
            self._story_id = self._stories[0].id if self._stories else None

    async def _ask(self, id: QuestionId) -> None:
        try:
            question = await self._window.work(self._practice.asking.question, id)
        except QuestionUnknown as failure:  # deleted meanwhile: any other can be asked
            self._window.notice(failure.sentence())
            return
        self._question = " ".join(question.text.split())

    async def leave(self) -> None:
        """A take in progress is kept, whatever makes the person leave."""
        phase, self._phase = self._phase, Choosing()
        if isinstance(phase, Recording):
            await self._window.work(self._practice.rehearsing.finish, phase.sitting)
        self._left = True

    async def press(self, key: ft.KeyboardEvent) -> None:
        """Space pauses, Enter stops, Esc asks before discarding; Ctrl+R starts."""
        if not isinstance(self._phase, Recording):
            if key.ctrl and key.key == "R":
                self._window.start(self._record)
            return
        if key.key in (" ", "Space"):
            self._pause()
        elif key.key == "Enter":
            self._window.start(self._stop)
        elif key.key == "Escape":
            self._ask_discard()

    def draw(self) -> ft.Control:
        """The phase that holds."""
        if isinstance(self._phase, Recording):
            return self._draw_recording(self._phase.sitting)
        return self._draw_choosing()

    # ------------------------------------------------------------ choosing
    def _draw_choosing(self) -> ft.Control:
        look = self._window.look
        p, room = look.p, min(720.0, look.room)
        story = self._story()
        news = f"Tell “{title_of(story)}”." if story else "Tell a story aloud."
        ask = field(
            self._question,
            "question",
            "Tell me about a time when…",
            p,
            multiline=False,
            width=room,
            on_change=self._on_question,
            on_submit=lambda e: self._window.start(self._record),
        )
        target = self._target()
        band = f"{clock(target.low_s)} to {clock(target.high_s)}"
        rows: list[ft.Control] = [
            title(news, p),
            text(f"Your band is {band}. Only the clock and the level show.", "body", p.soft),
            gap(L),
            *self._failure(p, room),
            heading("Question", p, "as an interviewer would ask it; may stay empty"),
            gap(XS),
            named(ask, "Question"),
            ft.Container(height=1, bgcolor=p.edge, width=room),
            gap(XL),
            heading("Story", p),
            gap(S),
            self._choices(p, room),
            gap(XL),
            *self._tellings(story, p, room),
            self._ways(p),
        ]
        if isinstance(self._phase, Bringing):
            rows += [gap(M), text(f"Reading {self._phase.name} …", "small", p.soft)]
        last = self._takes[-LAST_TAKES:][::-1]
        return scroll(
            [*rows, gap(XL), *recent_rows(last, self._titles(), self._window.go, p)], look
        )

    def _tellings(self, story: Story | None, p: Palette, room: float) -> list[ft.Control]:
        """Long or short, for a story that has both."""
        if story is None or not story.long_only:
            return []
        return [
            heading("Telling", p),
            gap(S),
            self._telling_choice("long", p, room),
            self._telling_choice("short", p, room),
            gap(XL),
        ]

    def _telling_choice(self, telling: Telling, p: Palette, room: float) -> ft.Control:
        def taken(_: object) -> None:
            self._telling = telling
            self._window.redraw()

        band = BANDS[telling]
        name = f"{telling.capitalize()}, {clock(band.low_s)} to {clock(band.high_s)}"
        return option(name, telling == self._told(), taken, p, room)

    def _told(self) -> Telling:
        """The telling in force: a story with one length has no short one."""
        story = self._story()
        return self._telling if story is not None and story.long_only else "long"

    def _target(self) -> Band:
        """The band of the telling, or the person's own where a story has one length."""
        story = self._story()
        if story is None or not story.long_only:
            return self._practice.setting_up.settings.target
        return BANDS[self._told()]

    def _ways(self, p: Palette) -> ft.Control:
        """Record now, or bring in what was recorded elsewhere."""
        return ft.Row(
            [
                primary(
                    "Record",
                    p,
                    lambda e: self._window.start(self._record),
                    dot=True,
                    tooltip=hint("Ctrl+R", p),
                ),
                quiet("Use a sound file", p, lambda e: self._window.start(self._pick)),
            ],
            spacing=S,
        )

    def _titles(self) -> dict[StoryId, str]:
        return {story.id: title_of(story) for story in self._stories}

    def _failure(self, p: Palette, room: float) -> list[ft.Control]:
        if not isinstance(self._phase, Choosing) or self._phase.failure is None:
            return []
        ways = (
            ("Try again", lambda e: self._window.start(self._record)),
            ("Choose another microphone", lambda e: self._window.go("/settings")),
        )
        return [failure_shown(self._phase.failure, p, room, ways), gap(L)]

    def _choices(self, p: Palette, room: float) -> ft.Control:
        if not self._stories:
            return ft.Row(
                [
                    text("No story is written yet; a take without one works too.", "body", p.soft),
                    link("Write one", p, lambda e: self._window.go("/stories"), color=p.ink),
                ],
                wrap=True,
                width=room,
            )
        rows: list[ft.Control] = [
            self._choice(story.id, title_of(story), p, room) for story in self._stories
        ]
        return ft.Column(
            [*rows, self._choice(None, "No story, just the question", p, room)],
            spacing=0,
            tight=True,
        )

    def _choice(self, id: StoryId | None, name: str, p: Palette, room: float) -> ft.Control:
        def taken(_: object) -> None:
            self._story_id = id
            self._window.redraw()

        chosen = id == self._story_id
        if id is None:
            return option(name, chosen, taken, p, room)
        return option(name, chosen, taken, p, room, role="read", chosen_role="read_mark")

    def _on_question(self, event: ft.Event[ft.TextField]) -> None:
        self._question = event.control.value or ""

    def _story(self) -> Story | None:
        return next((story for story in self._stories if story.id == self._story_id), None)

    # ------------------------------------------------------------ a sound file instead
    async def _pick(self) -> None:
        chosen = await self._dialog.pick(AUDIO_ENDINGS)
        if chosen is not None:
            async with chosen.on_disk(self._window, "chosen") as file:
                await self._bring_in(file, chosen.name)

    async def _bring_in(self, source: Path, name: str) -> None:
        self._phase = Bringing(name)
        target, telling = self._target(), self._told()
        self._window.redraw()

        def job() -> Take:
            return self._practice.rehearsing.bring_in(
                source,
                story_id=self._story_id,
                question=self._question.strip(),
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
    async def _record(self) -> None:
        if not isinstance(self._phase, Choosing):
            return
        self._phase = opening = Opening()
        settings = self._practice.setting_up.settings
        target, telling = self._target(), self._told()

        def job() -> Sitting:
            return self._practice.rehearsing.begin(
                story_id=self._story_id,
                question=self._question.strip(),
                target=target,
                telling=telling,
                device=settings.microphone or None,
            )

        try:
            sitting = await self._window.work(job)
        except StorybuilderError as failure:
            self._phase = Choosing(failure)
            self._window.redraw()
            return
        if self._phase is not opening:  # the person went elsewhere meanwhile
            await self._window.work(self._practice.rehearsing.discard, sitting)
            return
        self._phase = Recording(sitting)
        self._window.redraw()
        await self._watch(sitting)

    async def _watch(self, sitting: Sitting) -> None:
        """Show clock and level until the take ends."""
        while isinstance(self._phase, Recording) and self._phase.sitting is sitting:
            meter = sitting.look()
            self._show(meter)
            if meter.ended:
                await self._stop()
                return
            await asyncio.sleep(1 / LEVEL_HZ)

    def _show(self, meter: Meter) -> None:
        if self._view is not None:
            self._window.refresh(*self._view.show(meter))

    def _draw_recording(self, sitting: Sitting) -> ft.Control:
        story = self._story()
        asked = sitting.take.question or (f"“{title_of(story)}”" if story else "Your answer")
        controls = Controls(
            discard=lambda e: self._ask_discard(),
            stop=lambda e: self._window.start(self._stop),
            pause=lambda e: self._pause(),
        )
        view = RecordingView(
            asked, sitting.take.target, sitting.look(), self._window.look, controls
        )
        self._view = view
        return view.root

    def _pause(self) -> None:
        if isinstance(self._phase, Recording):
            sitting = self._phase.sitting
            sitting.pause(not sitting.look().paused)
            self._window.redraw()

    async def _stop(self) -> None:
        if not isinstance(self._phase, Recording):
            return
        sitting = self._phase.sitting
        self._phase = Choosing()
        try:
            take = await self._window.work(self._practice.rehearsing.finish, sitting)
        except StorybuilderError:
            self._window.redraw()  # it has stopped all the same; the next start finds the take
            raise
        self._report(take)

    def _report(self, take: Take) -> None:
        """Show the report; where the person has gone elsewhere, only offer it."""
        if not self._left:
            self._window.go(f"/takes/{take.id}")
            return
        way = ("Show its report", lambda e: self._window.go(f"/takes/{take.id}"))
        self._window.notice(f"{take.source or 'The take'} is kept.", way)

    def _ask_discard(self) -> None:
        if not isinstance(self._phase, Recording):
            return
        recorded = clock(self._phase.sitting.look().elapsed_s)
        self._window.ask(
            "Discard this take?",
            f"{recorded} of recording will be deleted.",
            "Discard",
            self._discard,
        )

    async def _discard(self) -> None:
        if not isinstance(self._phase, Recording):
            return
        sitting = self._phase.sitting
        self._phase = Choosing()
        try:
            await self._window.work(self._practice.rehearsing.discard, sitting)
        finally:
            self._window.redraw()
