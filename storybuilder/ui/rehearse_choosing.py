"""What is to be told in a take: the question, the story, and its long or short telling."""

import flet as ft

from storybuilder.core.band import Band
from storybuilder.core.question import QuestionId
from storybuilder.core.story import Story, StoryId
from storybuilder.core.telling import BANDS, Telling
from storybuilder.errors import QuestionUnknown
from storybuilder.ui.labels import clock
from storybuilder.ui.parts.field import field, named
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.option import option
from storybuilder.ui.parts.text import Click, heading, link, text
from storybuilder.ui.screen import Window
from storybuilder.ui.story_rows import title_of
from storybuilder.ui.theme import XL, XS, Palette, S

GONE = "That question was asked before storybuilder was started anew; ask for it again."


class WhatToTell:
    """The choices before a take; each one draws the screen anew."""

    def __init__(
        self,
        window: Window,
        story_id: StoryId | None,
        question_id: QuestionId | None,
        begin: Click,
        *,
        aloud_id: str = "",
    ) -> None:
        """`begin` is what Enter in the question does; `aloud_id` names one of this sitting."""
        self._window, self._begin = window, begin
        self._practice = window.practice
        self.story_id = story_id
        self._question_id = question_id
        self._aloud_id = aloud_id
        self._question = ""
        self._chosen_telling: Telling = "long"
        self._stories: tuple[Story, ...] = ()

    async def enter(self) -> None:
        """Read the stories from disk; the first one is offered unless another was asked for."""
        if self._question_id is not None:
            await self._ask(self._question_id)
        self._stories = await self._window.work(self._practice.drafting.listed)
        if self._aloud_id:
            self._repeat(self._aloud_id)
        elif self.story is None:
            self.story_id = self._stories[0].id if self._stories else None

    def _repeat(self, id: str) -> None:
        """Ask what was asked in this sitting, for the same story or for none."""
        self._question = self._practice.asked_aloud.question(id)
        if not self._question:
            self._window.notice(GONE)

    async def _ask(self, id: QuestionId) -> None:
        try:
            question = await self._window.work(self._practice.asking.question, id)
        except QuestionUnknown as failure:  # deleted meanwhile: any other can be asked
            self._window.notice(failure.sentence())
            return
        self._question = " ".join(question.text.split())

    # ------------------------------------------------------------ what is chosen
    @property
    def story(self) -> Story | None:
        """The story to be told, if one was chosen."""
        return next((story for story in self._stories if story.id == self.story_id), None)

    @property
    def question(self) -> str:
        """The question to be answered; may be empty."""
        return self._question.strip()

    @property
    def telling(self) -> Telling:
        """The telling in force: a story with one length has no short one."""
        story = self.story
        return self._chosen_telling if story is not None and story.long_only else "long"

    @property
    def target(self) -> Band:
        """The band of the telling, or the person's own where a story has one length."""
        story = self.story
        if story is None or not story.long_only:
            return self._practice.setting_up.settings.target
        return BANDS[self.telling]

    @property
    def news(self) -> str:
        """What will be told, as a title."""
        return f"Tell “{title_of(self.story)}”." if self.story else "Tell a story aloud."

    @property
    def asked(self) -> str:
        """What stands above the clock while it is told."""
        return self.question or (f"“{title_of(self.story)}”" if self.story else "Your answer")

    @property
    def titles(self) -> dict[StoryId, str]:
        """The title of every story."""
        return {story.id: title_of(story) for story in self._stories}

    # ------------------------------------------------------------ drawn
    def draw(self, p: Palette, room: float) -> list[ft.Control]:
        """Question, story, telling."""
        return [
            *self._question_rows(p, room),
            gap(XL),
            heading("Story", p),
            gap(S),
            self._story_rows(p, room),
            gap(XL),
            *self._telling_rows(p, room),
        ]

    def _question_rows(self, p: Palette, room: float) -> list[ft.Control]:
        ask = field(
            self._question,
            "question",
            "Tell me about a time when…",
            p,
            multiline=False,
            width=room,
            on_change=self._on_question,
            on_submit=self._begin,
        )
        return [
            heading("Question", p, "as an interviewer would ask it; may stay empty"),
            gap(XS),
            named(ask, "Question"),
            ft.Container(height=1, bgcolor=p.edge, width=room),
        ]

    def _on_question(self, event: ft.Event[ft.TextField]) -> None:
        self._question = event.control.value or ""

    def _story_rows(self, p: Palette, room: float) -> ft.Control:
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
            self._story_choice(story.id, title_of(story), p, room) for story in self._stories
        ]
        return ft.Column(
            [*rows, self._story_choice(None, "No story, just the question", p, room)],
            spacing=0,
            tight=True,
        )

    def _story_choice(self, id: StoryId | None, name: str, p: Palette, room: float) -> ft.Control:
        def taken(_: object) -> None:
            self.story_id = id
            self._window.redraw()

        chosen = id == self.story_id
        if id is None:
            return option(name, chosen, taken, p, room)
        return option(name, chosen, taken, p, room, role="read", chosen_role="read_mark")

    def _telling_rows(self, p: Palette, room: float) -> list[ft.Control]:
        """Long or short, for a story that has both."""
        if self.story is None or not self.story.long_only:
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
            self._chosen_telling = telling
            self._window.redraw()

        band = BANDS[telling]
        name = f"{telling.capitalize()}, {clock(band.low_s)} to {clock(band.high_s)}"
        return option(name, telling == self.telling, taken, p, room)
