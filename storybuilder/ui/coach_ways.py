"""The ways to the coach, each beside what does the same without it."""

from collections.abc import Callable, Sequence

import flet as ft

from storybuilder.core.coaching.help import HELP_WORDS, Help
from storybuilder.core.story import StoryId
from storybuilder.core.take import TakeId
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.text import heading, link, text
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import XL, L, Palette, S

HEAD, NOTE = "Coach", "you see what would be sent before anything leaves this computer"
OF_A_STORY = (Help.INTERVIEW, Help.TIGHTEN, Help.SUGGEST, Help.PROBE)
NAME_WIDTH, DOES_WIDTH = 132.0, 460.0
ONE_LINE_FROM = 900.0
"""In less room each help takes two lines."""
Go = Callable[[str], None]


def to_coach(help: Help, story_id: StoryId | None, take_id: TakeId | None = None) -> str:
    """The route to one kind of help, for a take where there is one."""
    subject = f"take/{take_id}" if take_id else f"story/{story_id}"
    return f"/coach/{help.value}/{subject}"


def without(help: Help, story_id: StoryId | None, take_id: TakeId | None = None) -> str:
    """The route to what does the same without a coach; the stories where there is no story."""
    if help is Help.REVIEW:
        return f"/takes/{take_id}"
    if take_id is not None:
        return f"/probe/take/{take_id}"
    if story_id is None:
        return "/stories"
    match help:
        case Help.INTERVIEW:
            return f"/stories/{story_id}/draft"
        case Help.TIGHTEN:
            return f"/stories/{story_id}/lengths"
        case Help.SUGGEST:
            return f"/stories/{story_id}"
        case _:
            return f"/probe/story/{story_id}"


class CoachWays:
    """The ways to the coach on a story's screen; without a key there is none, and nothing says so.

    Looking for a key may wait for the person to unlock a keyring, so the screen does not wait.
    """

    def __init__(self, window: Window, story_id: StoryId) -> None:
        self._window, self._story_id = window, story_id
        self._has_key = False
        self._place = ft.Container()
        self._width = 0.0

    async def look(self) -> None:
        """See whether there is a key; what changes is drawn by itself."""
        self._has_key = await self._window.work(self._window.practice.coaching.has_key)
        if self._has_key:
            self._fill()
            self._window.refresh(self._place)

    def draw(self, width: float) -> ft.Control:
        """The ways as far as is known."""
        self._place, self._width = ft.Container(width=width), width
        self._fill()
        return self._place

    def _fill(self) -> None:
        self._place.visible = self._has_key
        if self._has_key:
            p, go = self._window.look.p, self._window.go
            rows = [*ways_of_a_story(self._story_id, go, p, self._width), gap(XL)]
            self._place.content = ft.Column(rows, spacing=0, tight=True)


def ways_of_a_story(story_id: StoryId, go: Go, p: Palette, width: float) -> list[ft.Control]:
    """What the coach can do with a story, each with its way without."""
    return ways(
        [(help, to_coach(help, story_id), without(help, story_id)) for help in OF_A_STORY],
        go,
        p,
        width,
        here=f"/stories/{story_id}",
    )


def ways(
    offered: Sequence[tuple[Help, str, str]], go: Go, p: Palette, width: float, *, here: str
) -> list[ft.Control]:
    """A head and a row for each help: its route, and the route without a coach.

    What would lead `here` is words and no link.
    """
    rows: list[ft.Control] = [heading(HEAD, p, NOTE), gap(S)]
    for help, route, other in offered:
        rows.append(_way(help, route, "" if other == here else other, go, p, width))
    return rows


def _way(help: Help, route: str, other: str, go: Go, p: Palette, width: float) -> ft.Control:
    words = HELP_WORDS[help]
    name = ft.Container(
        width=NAME_WIDTH,
        content=link(words.name, p, lambda e: go(route), role="small_strong", color=p.ink),
    )
    does = min(DOES_WIDTH, width - NAME_WIDTH - L)
    instead: ft.Control = (
        link(words.without, p, lambda e: go(other))
        if other
        else text(f"{words.without}, above", "small", p.soft)
    )
    beside = ft.Row([text("or", "small", p.faint), instead], spacing=S, tight=True, height=28)
    says = ft.Container(
        content=text(words.does, "small", p.soft),
        width=does,
        height=28,
        alignment=ft.Alignment.CENTER_LEFT,
    )
    told: list[ft.Control] = [says, beside]
    both = ft.Row(told, spacing=L) if width >= ONE_LINE_FROM else ft.Column(told, spacing=0)
    return ft.Row([name, both], spacing=0, vertical_alignment=ft.CrossAxisAlignment.START)
