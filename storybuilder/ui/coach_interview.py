"""Interview me: the coach asks about one part, one question at a time, and drafts it.

Every answer is on disk before anything is sent; each call is shown first, as all calls are.
"""

from dataclasses import dataclass, field
from functools import partial

import flet as ft

from storybuilder.core.coaching.answer import Interviewed
from storybuilder.core.coaching.brief import Exchange, interview_brief
from storybuilder.core.coaching.help import HELP_WORDS, Help
from storybuilder.core.story import Part, Story, StoryId
from storybuilder.errors import StorybuilderError
from storybuilder.practice.coaching import Coached
from storybuilder.ui.coach_asked import AskedGestures, AskedView, so_far
from storybuilder.ui.coach_call import CoachCall, Matter, Ways
from storybuilder.ui.coach_choice import Chosen
from storybuilder.ui.coach_revision import RevisionView
from storybuilder.ui.coach_ways import without
from storybuilder.ui.labels import count
from storybuilder.ui.parts.buttons import quiet
from storybuilder.ui.parts.frame import gap, scroll, still
from storybuilder.ui.parts.text import Click, link, text
from storybuilder.ui.screen import Window
from storybuilder.ui.story_rows import title_of
from storybuilder.ui.theme import XL, M, Palette, S

SKIPPED = "(skipped)"


@dataclass(frozen=True, slots=True)
class Calling:
    """What would be sent is shown, or it is under way."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question waits for its answer."""

    view: AskedView


@dataclass(frozen=True, slots=True)
class Drafted:
    """The part is drafted, for the person to take over."""

    view: RevisionView


Phase = Calling | Asked | Drafted


@dataclass
class Talk:
    """The part in question and what was said about it."""

    part: Part = Part.SITUATION
    exchanges: tuple[Exchange, ...] = field(default=())


class InterviewScreen:
    """One part of a story, asked for."""

    page = "Stories"

    def __init__(self, window: Window, story_id: StoryId) -> None:
        self._window, self._practice = window, window.practice
        self._story_id = story_id
        self._story: Story | None = None
        self._talk = Talk()
        self._phase: Phase = Calling()
        way = without(Help.INTERVIEW, story_id)
        beside = (HELP_WORDS[Help.INTERVIEW].without, lambda e: window.go(way))
        self._call = CoachCall(window, Ways(self._answered, self._back, beside))

    async def enter(self) -> None:
        """Read the story; the first part without words is asked about. Raises StoryUnknown."""
        self._story = await self._window.work(self._practice.drafting.story, self._story_id)
        await self._choose((*self._story.missing_parts, Part.ACTION)[0])

    async def leave(self) -> None:
        """End what is under way; an answer that stands in the field is kept."""
        self._call.leave()
        match self._phase:
            case Asked(view) if view.typed:
                phase, self._phase = self._phase, Calling()
                try:
                    await self._keep(Exchange(view.question, view.typed))
                except StorybuilderError:
                    self._phase = phase
                    raise
            case Drafted(view):
                view.leave()

    async def press(self, key: ft.KeyboardEvent) -> None:
        """Escape stops what is under way; Ctrl+Enter answers."""
        if key.key == "Escape":
            self._call.stop()
        elif key.ctrl and key.key in ("Enter", "Numpad Enter") and isinstance(self._phase, Asked):
            await self._answer()

    # ------------------------------------------------------------ drawing
    def draw(self) -> ft.Control:
        """The phase that holds."""
        look = self._window.look
        p, room = look.p, look.room
        head = self._head(p)
        match self._phase:
            case Drafted(view):
                return still([head, gap(S), *view.draw(p, room)], look)
            case Asked(view):
                rows = view.draw(len(self._talk.exchanges) + 1, self._talk.part, p, room)
            case Calling():
                rows = self._call.draw(self._above(p), p, room)
        return scroll([head, gap(S), *rows, *self._told(p, room)], look)

    def _head(self, p: Palette) -> ft.Control:
        name = title_of(self._story) if self._story else ""
        return ft.Row(
            [
                link(name, p, lambda e: self._back()),
                text("·", "small", p.faint),
                text(f"{HELP_WORDS[Help.INTERVIEW].name}: {self._talk.part}", "small", p.soft),
            ],
            spacing=S,
        )

    def _above(self, p: Palette) -> list[ft.Control]:
        """Which part; once one was answered about, that it can be begun anew."""
        parts = [
            ft.Semantics(
                content=quiet(
                    part.value.capitalize(), p, self._on_part(part), chosen=part is self._talk.part
                ),
                selected=part is self._talk.part,
            )
            for part in Part
        ]
        rows: list[ft.Control] = [
            text(HELP_WORDS[Help.INTERVIEW].does, "body", p.soft),
            ft.Row([text("About", "body", p.soft), *parts], spacing=S, run_spacing=0, wrap=True),
        ]
        if given := len(self._talk.exchanges):
            kept = text(f"{count(given, 'answer')} kept so far.", "small", p.soft)
            ways = [
                link("Draft it now", p, lambda e: self._start(draft_now=True), color=p.ink),
                link("Begin anew", p, lambda e: self._window.start(self._begin_anew)),
            ]
            rows.append(ft.Row([kept, *ways], spacing=M))
        return [*rows, gap(M)]

    def _told(self, p: Palette, room: float) -> list[ft.Control]:
        if not self._talk.exchanges:
            return []
        return [gap(XL), *so_far(self._talk.exchanges, p, min(room, 760.0))]

    # ------------------------------------------------------------ asking
    def _on_part(self, part: Part) -> Click:
        return lambda e: self._window.start(partial(self._turn_to, part))

    async def _turn_to(self, part: Part) -> None:
        if self._call.can_choose and part is not self._talk.part:
            await self._choose(part)
            self._window.redraw()

    async def _choose(self, part: Part) -> None:
        told = await self._window.work(self._practice.interviewing.so_far, self._story_id, part)
        self._talk = Talk(part, told)
        self._start(at_once=False)

    async def _begin_anew(self) -> None:
        await self._window.work(self._practice.interviewing.forget, self._story_id, self._talk.part)
        self._talk.exchanges = ()
        self._start(at_once=False)

    def _start(self, *, draft_now: bool = False, at_once: bool = True) -> None:
        """Show what would be sent next, or send it where that was agreed to."""
        if self._story is None:
            return
        self._phase = Calling()
        brief = interview_brief(
            self._story, self._talk.part, self._talk.exchanges, draft_now=draft_now
        )
        matter = Matter(brief, self._story, self._talk.part, at_once)
        self._window.start(partial(self._call.ask, matter))

    async def _answered(self, matter: Matter, coached: Coached) -> None:
        answer, sifted = coached.sifted.answer, coached.sifted
        if isinstance(answer, Interviewed) and not answer.draft:
            gestures = AskedGestures(
                answer=lambda e: self._window.start(self._answer),
                skip=lambda e: self._window.start(self._skip),
                draft=lambda e: self._window.start(partial(self._answer, draft_now=True)),
                again=lambda e: self._start(),
                stop=lambda e: self._back(),
            )
            view = AskedView(self._window, answer.question, answer.why, coached.usage, gestures)
            self._phase = Asked(view)
        else:
            chosen = Chosen(sifted.revisions)
            self._phase = Drafted(RevisionView(self._window, matter.story, chosen, coached.usage))
        self._window.redraw()

    async def _answer(self, *, draft_now: bool = False) -> None:
        """Keep what was typed, then ask on; an empty answer only leads to a draft."""
        if not isinstance(self._phase, Asked):
            return
        words = self._phase.view.typed
        if words and not await self._kept(self._phase, words):
            return
        if words or draft_now:
            self._start(draft_now=draft_now)

    async def _skip(self) -> None:
        if isinstance(self._phase, Asked) and await self._kept(self._phase, SKIPPED):
            self._start()

    async def _kept(self, asked: Asked, words: str) -> bool:
        """Put an answer on disk; where that fails it stays in its field, and the screen says so.

        The question is answered from this moment on: a second click finds none.
        """
        self._phase = Calling()
        try:
            await self._keep(Exchange(asked.view.question, words))
        except StorybuilderError as failure:
            self._phase = asked
            asked.view.tell(failure)
            return False
        return True

    async def _keep(self, given: Exchange) -> None:
        interviewing = self._practice.interviewing
        self._talk.exchanges = await self._window.work(
            interviewing.answered, self._story_id, self._talk.part, given
        )

    def _back(self) -> None:
        self._window.go(f"/stories/{self._story_id}")
