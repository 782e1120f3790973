"""Report of one take: how long, where the time went, what was said, and the one thing to fix."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

import flet as ft

from storybuilder.core.story import Story
from storybuilder.core.take import Take, TakeId, TakeState
from storybuilder.core.voice import Voice
from storybuilder.errors import (
    SpeechModelMissing,
    StorybuilderError,
    StoryUnknown,
    TranscriptionServerFailed,
)
from storybuilder.ui.apart import apart
from storybuilder.ui.compare_pair import other_for
from storybuilder.ui.labels import moment
from storybuilder.ui.parts.buttons import primary, quiet
from storybuilder.ui.parts.frame import gap, scroll
from storybuilder.ui.parts.states import Choice, Working, failure_shown, problem
from storybuilder.ui.parts.text import hint, link, text, title
from storybuilder.ui.report_rows import cut_short
from storybuilder.ui.screen import Window
from storybuilder.ui.server_words import writing
from storybuilder.ui.shown_report import ShownReport, review
from storybuilder.ui.story_rows import title_of
from storybuilder.ui.theme import XS, L, Palette, S
from storybuilder.ui.wordless_report import length_and_pauses, silent, unanswered, waiting

STACKED_TO = 960
"""In less room than this the question gets a line of its own."""


@dataclass(frozen=True, slots=True)
class Listening:
    """Length and pauses are being measured."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """No speech model: what is known without words is shown."""

    voice: Voice


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The transcription server did not do it: what is known without words is shown."""

    voice: Voice
    failure: StorybuilderError
    can_here: bool
    """This computer has a speech model that could do it instead."""


@dataclass(frozen=True, slots=True)
class Writing:
    """The words are being written down."""

    voice: Voice


@dataclass(frozen=True, slots=True)
class Silent:
    """No voice, or no word, was found."""

    voice: Voice


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything is there."""

    report: ShownReport


@dataclass(frozen=True, slots=True)
class Failed:
    """The take itself could not be read."""

    failure: StorybuilderError


Phase = Listening | Waiting | Unanswered | Writing | Silent | Shown | Failed


class ReportScreen:
    """One take, from the moment it stopped to its full report."""

    page = "Rehearse"

    def __init__(self, window: Window, take_id: TakeId) -> None:
        self._window = window
        self._practice = window.practice
        self._take_id = take_id
        self._take: Take | None = None
        self._number = 1
        self._other: Take | None = None
        self._other_number = 0
        self._story: Story | None = None
        self._phase: Phase = Listening()
        self._working: Working | None = None
        self._left = False

    async def enter(self) -> None:
        """Read the take; the slow parts follow while it is shown."""
        try:
            await self._window.work(self._read)
        except StorybuilderError as failure:
            self._phase = Failed(failure)
            return
        self._window.start(self._review)

    async def leave(self) -> None:
        """Stop writing down; it goes on at the next visit. Nothing typed is left behind.

        Raises StorybuilderError when a correction cannot be kept.
        """
        failure = await self._phase.report.close() if isinstance(self._phase, Shown) else None
        if failure is not None:
            raise failure
        self._left = True

    async def press(self, key: ft.KeyboardEvent) -> None:
        """Ctrl+R records the next take; C compares with another; Ctrl+Z takes a correction back."""
        if key.ctrl and key.key == "R":
            self._again()
        elif key.key == "C" and not (key.ctrl or key.alt or key.meta or self._typing):
            self._compares()
        elif isinstance(self._phase, Shown):
            self._phase.report.press(key)

    @property
    def _typing(self) -> bool:
        return isinstance(self._phase, Shown) and self._phase.report.correcting

    def _read(self) -> None:
        rehearsing, drafting = self._practice.rehearsing, self._practice.drafting
        self._take = rehearsing.take(self._take_id)
        if self._take.story_id is not None:
            takes = rehearsing.of_story(self._take.story_id)
            ids = [take.id for take in takes]
            self._other = other_for(self._take, takes)
            self._other_number = ids.index(self._other.id) + 1 if self._other else 0
            self._number = ids.index(self._take_id) + 1 if self._take_id in ids else len(ids) + 1
            with suppress(StoryUnknown):  # deleted for good; its takes stay
                self._story = drafting.story(self._take.story_id)

    # ------------------------------------------------------------ the work, step by step
    async def _review(self) -> None:
        """Listen, write down, measure; show each as soon as it is there."""
        take = self._take
        if take is None:
            return
        try:
            if take.state is not TakeState.READY:
                await self._write_down(take)
            else:
                await self._measure(take)
        except StorybuilderError as failure:
            self._turn(Failed(failure))

    async def _write_down(self, take: Take) -> None:
        voice = await self._window.work(self._practice.reviewing.listen, take)
        self._turn(Writing(voice))

        def told(done: float) -> None:
            self._window.post(lambda: self._progress(done))

        try:
            # The words can be heard again: the end of the program does not wait for them.
            done = await apart(self._practice.reviewing.write_down, take, told, lambda: self._left)
        except SpeechModelMissing:
            self._turn(Waiting(voice))
            return
        except TranscriptionServerFailed as failure:
            lacking = await self._window.work(self._practice.setting_up.cannot_listen)
            self._turn(Unanswered(voice, failure, can_here=lacking is None))
            return
        if done is None:
            return
        self._take = done
        self._practice.catching_up.start()
        if done.state is TakeState.SILENT:
            self._turn(Silent(voice))
        else:
            await self._measure(done)

    async def _measure(self, take: Take) -> None:
        heard = await self._window.work(self._practice.reviewing.heard, take)
        voice, words = heard or (None, None)
        if voice is None or words is None:
            await self._write_down(take)  # its words were lost; the audio is the truth
            return
        if not words.words:
            self._turn(Silent(voice))
            return
        reviewed = await self._window.work(review, self._practice, take, self._story, words)
        self._turn(Shown(ShownReport(self._window, take, self._story, words, reviewed)))

    def _turn(self, phase: Phase) -> None:
        self._phase = phase
        if not self._left:
            self._window.redraw()

    def _progress(self, done: float) -> None:
        if self._working is not None and not self._left:
            words = f"Length and pauses are ready; words: {done:.0%}"
            self._window.refresh(*self._working.show(done, words))

    # ------------------------------------------------------------ drawing
    def draw(self) -> ft.Control:
        """Head and what is known."""
        look = self._window.look
        p, room = look.p, look.room
        rows = [*self._head(p, room), gap(28), *self._cut_short(p, room), self._body(p, room)]
        drawn = scroll(rows, look)
        return self._phase.report.keyed(drawn) if isinstance(self._phase, Shown) else drawn

    def _cut_short(self, p: Palette, room: float) -> list[ft.Control]:
        told = cut_short(self._take) if self._take else None
        return [problem(*told, p, room), gap(L)] if told else []

    def _body(self, p: Palette, room: float) -> ft.Control:
        narrow = min(640.0, room)
        match self._phase:
            case Listening():
                return text("Listening to the take …", "body", p.soft)
            case Waiting(voice):
                return waiting(self._known(voice, p), self._settings, p, narrow)
            case Unanswered():
                return self._unanswered(self._phase, p, narrow)
            case Writing(voice):
                who = self._practice.setting_up.server()
                self._working = Working(writing(who), p, narrow)
                self._working.show(0.0, "Length and pauses are ready; words follow.")
                return _column([self._known(voice, p), gap(L), self._working.root])
            case Silent(voice):
                return silent(self._known(voice, p), voice, self._settings, p, narrow)
            case Failed(failure):
                return failure_shown(failure, p, narrow)
            case Shown(report):
                return report.draw(self._next())

    def _head(self, p: Palette, room: float) -> list[ft.Control]:
        take = self._take
        if take is None:
            return [title("This take is not here.", p)]
        asked = take.question or (
            title_of(self._story) if self._story else "A take without a question"
        )
        now = datetime.now(UTC).astimezone()
        told = f"Take {self._number}" if self._story else "Take"
        meta: list[ft.Control] = [text(told if not self._story else f"{told} of", "small", p.soft)]
        if self._story is not None:
            id = self._story.id
            meta.append(
                link(
                    title_of(self._story),
                    p,
                    lambda e: self._window.go(f"/stories/{id}"),
                    color=p.ink,
                )
            )
        origin = f" · from {take.source}" if take.source else ""
        meta.append(text(f"· {moment(take.recorded_at, now)}{origin}", "small", p.soft))
        asking = title(asked, p, max_lines=3, overflow=ft.TextOverflow.ELLIPSIS)
        told_of = ft.Row(meta, spacing=XS, wrap=True, run_spacing=0, expand=True)
        actions = self._actions(p)
        if room <= STACKED_TO:
            return [ft.Row([told_of, actions], spacing=L), asking]
        beside = ft.Column([told_of, asking], spacing=2, tight=True, expand=True)
        return [ft.Row([beside, actions], spacing=L, vertical_alignment=ft.CrossAxisAlignment.END)]

    def _actions(self, p: Palette) -> ft.Control:
        again = f"Record take {self._number + 1}" if self._story else "Record again"
        return ft.Row(
            [
                *self._compare(p),
                quiet("Delete", p, lambda e: self._delete()),
                primary(again, p, lambda e: self._again(), dot=True, tooltip=hint("Ctrl+R", p)),
            ],
            spacing=S,
            tight=True,
        )

    def _known(self, voice: Voice, p: Palette) -> ft.Control:
        return length_and_pauses(self._take, voice, p)

    def _unanswered(self, phase: Unanswered, p: Palette, width: float) -> ft.Control:
        ways: list[Choice] = [("Try again", lambda e: self._window.start(self._review))]
        if phase.can_here:
            ways.append(("Turn it off and use this computer", lambda e: self._here()))
        ways.append(("Settings", self._settings))
        known = self._known(phase.voice, p)
        return unanswered(known, phase.failure, tuple(ways), p, width)

    def _next(self) -> str:
        return f"take {self._number + 1}" if self._story else "the next take"

    def _compare(self, p: Palette) -> list[ft.Control]:
        if self._other is None:
            return []
        words = f"Compare with take {self._other_number}"
        return [quiet(words, p, lambda e: self._compares(), tooltip=hint("C", p))]

    # ------------------------------------------------------------ gestures
    def _compares(self) -> None:
        """Set another take of the story beside this one."""
        if self._other is not None:
            self._window.go(f"/takes/{self._take_id}/with/{self._other.id}")

    def _again(self) -> None:
        self._window.go(f"/rehearse/{self._story.id}" if self._story else "/rehearse")

    def _settings(self, _: object) -> None:
        self._window.go("/settings")

    def _here(self) -> None:
        """Turn the transcription server off, and write the take down on this computer."""

        async def instead() -> None:
            await self._window.work(lambda: self._practice.setting_up.choose(server_on=False))
            await self._review()

        self._window.start(instead)

    def _delete(self) -> None:
        rehearsing, id = self._practice.rehearsing, self._take_id

        async def undone() -> None:
            await self._window.work(rehearsing.restore, id)
            self._window.go(f"/takes/{id}")

        async def deleted() -> None:
            await self._window.work(rehearsing.delete, id)
            self._window.go(f"/stories/{self._story.id}" if self._story else "/rehearse")
            self._window.notice(
                f"Take {self._number} is deleted", ("Undo", lambda e: self._window.start(undone))
            )

        self._window.start(deleted)


def _column(controls: list[ft.Control]) -> ft.Control:
    return ft.Column(controls, spacing=0, tight=True)
