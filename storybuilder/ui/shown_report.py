"""A report on the screen: read, or with its words being put right while it follows."""

import flet as ft

from storybuilder.core.correction import corrected, corrected_spans
from storybuilder.core.story import Story
from storybuilder.core.take import Take
from storybuilder.core.transcript import Transcript
from storybuilder.errors import StorybuilderError
from storybuilder.practice import Practice
from storybuilder.practice.reviewing import Asked
from storybuilder.ui.correcting import Correcting
from storybuilder.ui.report_view import ReportView, Reviewed
from storybuilder.ui.screen import Window


def review(practice: Practice, take: Take, story: Story | None, heard: Transcript) -> Reviewed:
    """Report and follow-up of a take, with what was corrected in it. Slow."""
    settings, reviewing = practice.setting_up.settings, practice.reviewing
    asked = Asked(question=take.question, story=story, target=take.target, settings=settings)
    report = reviewing.report(take, asked)
    return Reviewed(
        report=report,
        words=corrected(heard, take.corrections),
        corrected=corrected_spans(heard, take.corrections),
        follow_up=reviewing.follow_up(take, asked, report),
    )


class ShownReport:
    """What was measured of one take. It follows every correction, and moves nothing but figures."""

    def __init__(
        self,
        window: Window,
        take: Take,
        story: Story | None,
        heard: Transcript,
        reviewed: Reviewed,
    ) -> None:
        self._window, self._take, self._story = window, take, story
        self._heard, self._reviewed = heard, reviewed
        self._view: ReportView | None = None
        self._correcting: Correcting | None = None
        self._pane: ft.Control | None = None
        self._measured = 0

    def draw(self, next_take: str) -> ft.Control:
        """The whole report; `next_take` names the take that the fix is for."""
        look = self._window.look
        thresholds = self._window.practice.setting_up.settings.thresholds
        self._view = ReportView(thresholds, next_take, lambda e: self._correct(), look)
        self._draw_pane()
        self._show()
        return self._view.root

    def press(self, key: ft.KeyboardEvent) -> None:
        """While correcting, Ctrl+Z takes the last correction back."""
        if self._correcting is not None and key.ctrl and key.key == "Z":
            self._correcting.undo()

    async def close(self) -> StorybuilderError | None:
        """Keep what is typed; says why when that failed."""
        return await self._correcting.close() if self._correcting else None

    # ------------------------------------------------------------ correcting
    def _correct(self) -> None:
        self._correcting = Correcting(
            self._window,
            self._take,
            self._heard,
            self._reviewed.report,
            kept=self._follow,
            done=lambda: self._window.start(self._done),
        )
        self._draw_pane()
        self._show()

    async def _done(self) -> None:
        """Back to the transcript, once everything is kept."""
        if await self.close() is None:
            self._correcting = self._pane = None
            self._show()

    async def _follow(self, take: Take) -> None:
        """Measure a corrected take anew; while that lasts, a later correction goes before it."""
        self._take = take
        self._measured += 1
        mine = self._measured
        reviewed = await self._window.work(
            review, self._window.practice, take, self._story, self._heard
        )
        if mine != self._measured:
            return
        self._reviewed = reviewed
        if self._correcting is not None:
            self._correcting.follow(reviewed.report)
        self._show()

    # ------------------------------------------------------------ drawing
    def _draw_pane(self) -> None:
        """The rows to correct, in the window's present colours and width."""
        if self._correcting is not None and self._view is not None:
            self._pane = self._correcting.draw(self._window.look.p, self._view.main)

    def _show(self) -> None:
        """Say what was measured; the rows being corrected stay where they are."""
        if self._view is not None:
            self._window.refresh(*self._view.show(self._reviewed, self._pane))
