"""Two takes side by side: what changed from the earlier one to the later, part against part."""

from dataclasses import dataclass
from datetime import UTC, datetime

import flet as ft

from storybuilder.core.story import Story
from storybuilder.core.take import Take, TakeId, TakeState
from storybuilder.errors import StorybuilderError, TakeUnknown
from storybuilder.ui.compare_pair import WITHOUT_WORDS, choice, differences, other_for
from storybuilder.ui.compare_rows import news, sentence
from storybuilder.ui.compare_view import CompareView
from storybuilder.ui.compared import (
    Compared,
    Wordless,
    compare_takes,
    present_take,
    story_of,
    takes_beside,
)
from storybuilder.ui.labels import moment
from storybuilder.ui.parts.buttons import primary
from storybuilder.ui.parts.frame import gap, scroll
from storybuilder.ui.parts.menu import menu
from storybuilder.ui.parts.states import Choice, failure_shown, problem
from storybuilder.ui.parts.text import Click, hint, link, text, title
from storybuilder.ui.screen import Window
from storybuilder.ui.story_rows import title_of
from storybuilder.ui.stretch_player import StretchPlayer
from storybuilder.ui.theme import XS, L, Palette, S

GONE = "the other take was deleted, or never was here"
ONLY = (
    "A second take of this story is set beside it here: what became shorter, what is told now, and "
    "each part of both to listen to."
)
LONGEST_NAME = 48
STACKED_TO = 960
"""In less room than this the title gets a line of its own."""


@dataclass(frozen=True, slots=True)
class Measuring:
    """Both takes are being measured."""


@dataclass(frozen=True, slots=True)
class Same:
    """The address names one take twice."""

    take: Take


@dataclass(frozen=True, slots=True)
class Failed:
    """A take, or what was heard in it, could not be read."""

    failure: StorybuilderError


Phase = Measuring | Same | Wordless | Failed | Compared


class CompareScreen:
    """One take beside another, the earlier one always at the left."""

    page = "Rehearse"

    def __init__(self, window: Window, take_id: TakeId, other_id: TakeId) -> None:
        self._window, self._practice = window, window.practice
        self._ids = take_id, other_id
        self._take: Take | None = None
        self._other: Take | None = None
        self._story: Story | None = None
        self._siblings: tuple[Take, ...] = ()
        self._phase: Phase = Measuring()
        self._player = StretchPlayer(window)
        self._left = False

    async def enter(self) -> None:
        """Read both takes; measuring them follows while the head is shown."""
        try:
            await self._window.work(self._read)
        except StorybuilderError as failure:
            self._phase = Failed(failure)
            return
        self._window.start(self._measure)

    async def leave(self) -> None:
        """Fall silent."""
        self._left = True
        await self._player.stop()

    async def press(self, key: ft.KeyboardEvent) -> None:
        """C and Escape lead back to the report, Left and Right to other takes; Ctrl+R records."""
        if key.ctrl or key.alt or key.meta:
            if key.ctrl and key.key == "R":
                self._again()
        elif key.key == "Escape" and self._player.plays:
            await self._player.stop()
        elif key.key in ("C", "Escape"):
            self._window.go(f"/takes/{self._ids[0]}")
        elif key.key in ("Arrow Left", "Arrow Right"):
            self._step(-1 if key.key == "Arrow Left" else 1)

    def _read(self) -> None:
        take_id, other_id = self._ids
        self._take = present_take(self._practice, take_id)
        self._story = story_of(self._practice, self._take)
        self._siblings = takes_beside(self._practice, self._take)
        try:
            self._other = present_take(self._practice, other_id)
        except TakeUnknown as error:
            raise TakeUnknown(GONE) from error

    async def _measure(self) -> None:
        take, other = self._take, self._other
        if take is None or other is None:
            return
        if take.id == other.id:
            self._turn(Same(take))
            return
        try:
            self._turn(
                await self._window.work(compare_takes, self._practice, take, other, self._siblings)
            )
        except StorybuilderError as failure:
            self._turn(Failed(failure))

    def _turn(self, phase: Phase) -> None:
        self._phase = phase
        if not self._left:
            self._window.redraw()

    # ------------------------------------------------------------ drawing
    def draw(self) -> ft.Control:
        """Head and what is known."""
        look = self._window.look
        p, room = look.p, look.room
        return scroll([*self._head(p, room), gap(28), self._body(p, min(640.0, room))], look)

    def _body(self, p: Palette, narrow: float) -> ft.Control:
        match self._phase:
            case Measuring():
                return text("Comparing the two takes …", "body", p.soft)
            case Same(take):
                return self._alone(take, p, narrow)
            case Wordless(take):
                return self._wordless(take, p, narrow)
            case Failed(failure):
                return failure_shown(failure, p, narrow, self._ways())
            case Compared() as found:
                opened = self._opens(found.before.take), self._opens(found.now.take)
                return CompareView(found, self._player, opened).draw(self._window.look)

    def _head(self, p: Palette, room: float) -> list[ft.Control]:
        take = self._take
        if take is None:
            return [title("This take is not here.", p)]
        line = ft.Row(self._meta(take, p), spacing=XS, wrap=True, run_spacing=0, expand=True)
        chosen = ft.Row(self._chooser(take, p), spacing=XS)
        named = title(self._news(), p, max_lines=3, overflow=ft.TextOverflow.ELLIPSIS)
        noted = [text(words, "small", p.soft) for words in self._differences()]
        actions = self._actions(p)
        if room <= STACKED_TO:
            return [ft.Row([line, actions], spacing=L), named, chosen, *noted]
        beside = ft.Column([line, named, chosen, *noted], spacing=2, tight=True, expand=True)
        return [ft.Row([beside, actions], spacing=L, vertical_alignment=ft.CrossAxisAlignment.END)]

    def _news(self) -> str:
        match self._phase:
            case Compared() as found:
                return news(found.comparison, found.names)
            case Same():
                return "One take so far." if len(self._siblings) <= 1 else "Which other take?"
            case Wordless():
                return "These takes cannot be compared yet."
            case Failed():
                return "These takes cannot be compared."
            case Measuring():
                return "Two takes side by side."

    def _differences(self) -> list[str]:
        match self._phase:
            case Compared(before, now):
                stories = before.story, now.story
                return differences(before.take, now.take, stories, self._phase.names)
        return []

    def _meta(self, take: Take, p: Palette) -> list[ft.Control]:
        """The take that was asked for, and its story."""
        when = _when(take)
        if self._story is None:
            return [text(f"{self._called(take)} · {when}", "small", p.soft)]
        way = f"/stories/{self._story.id}"
        story = link(
            shortened(title_of(self._story)), p, lambda e: self._window.go(way), color=p.ink
        )
        return [
            text(f"{self._called(take)} of", "small", p.soft),
            story,
            text(f"· {when}", "small", p.soft),
        ]

    def _chooser(self, take: Take, p: Palette) -> list[ft.Control]:
        """The other take, and a choice of all that there are."""
        other = self._other if self._other and self._other.id != take.id else None
        shown = f"{self._called(other)} · {_when(other)}" if other else "choose a take"
        others = [one for one in self._siblings if one.id != take.id]
        beside = text("Beside", "small", p.soft)
        if not others:
            return [beside, text(shown, "small", p.soft)] if other else []
        choices: list[Choice] = [
            (self._offered(one), self._compares(one)) for one in reversed(others)
        ]
        chosen = self._offered(other) if other in others and other else ""
        return [beside, menu("The other take", shown, choices, p, chosen=chosen)]

    def _offered(self, take: Take) -> str:
        return choice(self._number(take), take, _when(take))

    def _number(self, take: Take) -> int:
        return [one.id for one in self._siblings].index(take.id) + 1

    def _called(self, take: Take) -> str:
        """Its number among the takes of the story; another take goes by its question."""
        if self._take is not None and self._take.story_id and take in self._siblings:
            return f"Take {self._number(take)}"
        return "This take" if take == self._take else "another take"

    def _actions(self, p: Palette) -> ft.Control:
        again = f"Record take {len(self._siblings) + 1}" if self._story else "Record again"
        return primary(again, p, lambda e: self._again(), dot=True, tooltip=hint("Ctrl+R", p))

    # ------------------------------------------------------------ nothing to compare
    def _alone(self, take: Take, p: Palette, width: float) -> ft.Control:
        """One take only, or one take twice."""
        if other_for(take, self._siblings) is None:
            told = text(ONLY, "body", p.soft)
            back = link("Report of this take", p, self._opens(take), color=p.ink)
            return ft.Column([told, back], spacing=S, width=width, tight=True)
        return problem(
            "This is one take twice.", "Set another one beside it.", p, width, self._ways()
        )

    def _wordless(self, take: Take, p: Palette, width: float) -> ft.Control:
        """Why there is nothing to compare, and where that is mended."""
        why = WITHOUT_WORDS[take.state] or "has lost its words"
        todo = (
            "There is nothing in it to compare."
            if take.state is TakeState.SILENT
            else "Open its report: it writes them down."
        )
        return problem(f"{sentence(self._called(take))} {why}.", todo, p, width, self._ways(take))

    def _ways(self, wordless: Take | None = None) -> tuple[Choice, ...]:
        """To another take that has words, and to the reports."""
        shown = self._take
        if shown is None:
            return ()
        ways: list[Choice] = []
        other = other_for(shown, [one for one in self._siblings if one != wordless])
        if other is not None and other.state is TakeState.READY and wordless != shown:
            ways.append((f"Compare with {self._called(other).lower()}", self._compares(other)))
        if wordless is not None and wordless != shown:
            ways.append((f"Report of {self._called(wordless).lower()}", self._opens(wordless)))
        return (*ways, (f"Report of {self._called(shown).lower()}", self._opens(shown)))

    # ------------------------------------------------------------ gestures
    def _opens(self, take: Take) -> Click:
        return lambda e: self._window.go(f"/takes/{take.id}")

    def _compares(self, other: Take) -> Click:
        return lambda e: self._window.go(f"/takes/{self._ids[0]}/with/{other.id}")

    def _again(self) -> None:
        self._window.go(f"/rehearse/{self._story.id}" if self._story else "/rehearse")

    def _step(self, step: int) -> None:
        """The next earlier or later take of the story takes the place of the other one."""
        others = [one.id for one in self._siblings if one.id != self._ids[0]]
        if self._ids[1] not in others:
            return
        at = others.index(self._ids[1]) + step
        if 0 <= at < len(others):
            self._window.go(f"/takes/{self._ids[0]}/with/{others[at]}")


def shortened(name: str) -> str:
    """A long title, cut so that the line it stands in is one line."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _when(take: Take) -> str:
    return moment(take.recorded_at, datetime.now(UTC).astimezone())
