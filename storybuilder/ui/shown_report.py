"""A report on the screen: read, or with its words being put right while it follows."""

import asyncio

import flet as ft

from storybuilder.core.correction import corrected, corrected_spans
from storybuilder.core.playback import Playback
from storybuilder.core.story import Story
from storybuilder.core.take import Take
from storybuilder.core.transcript import Transcript
from storybuilder.errors import StorybuilderError
from storybuilder.practice import Practice
from storybuilder.practice.reviewing import Asked
from storybuilder.ui.correcting import Correcting
from storybuilder.ui.player import Player
from storybuilder.ui.report_rows import spoken_s
from storybuilder.ui.report_view import ReportView, Reviewed
from storybuilder.ui.report_ways import report_ways
from storybuilder.ui.screen import Window

BETWEEN_PARAGRAPHS_S = 0.02


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
        audible=practice.listening.audible(take),
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
        self._closed = False
        self._has_key: bool | None = None
        """Whether there is a coach; None until that was looked for."""
        length_s = spoken_s(reviewed.report)
        self._player = Player(window, take, length_s, self._heard_now) if reviewed.audible else None
        self._keys = ft.KeyboardListener(
            content=ft.Container(), autofocus=True, on_key_down=lambda e: self._key(e.key)
        )

    def draw(self, next_take: str) -> ft.Control:
        """The whole report; `next_take` names the take that the fix is for."""
        look = self._window.look
        thresholds = self._window.practice.setting_up.settings.thresholds
        self._view = ReportView(
            thresholds, next_take, lambda e: self._correct(), look, self._player
        )
        self._draw_pane()
        self._show()
        self._offer()
        if self._has_key is None:
            self._has_key = False
            self._window.start(self._look_for_coach)
        return self._view.root

    def press(self, key: ft.KeyboardEvent) -> None:
        """While correcting, Ctrl+Z takes the last correction back."""
        if self._correcting is not None and key.ctrl and key.key == "Z":
            self._correcting.undo()

    def keyed(self, screen: ft.Control) -> ft.Control:
        """The whole screen, beside what hears the player's keys while no other control has them.

        It stands outside of what scrolls, where Space would scroll.
        """
        if self._player is None:
            return screen
        return ft.Column([self._keys, screen], spacing=0, expand=True)

    @property
    def correcting(self) -> bool:
        """Whether words are being put right, so that letters are typed."""
        return self._correcting is not None

    async def close(self) -> StorybuilderError | None:
        """Keep what is typed, and fall silent; says why when the first failed."""
        failure = await self._correcting.close() if self._correcting else None
        self._closed = failure is None
        if failure is None and self._player is not None:
            await self._player.close()
        return failure

    # ------------------------------------------------------------ what can be asked
    async def _look_for_coach(self) -> None:
        """A keyring may have to be unlocked; the report does not wait for that."""
        self._has_key = await self._window.work(self._window.practice.coaching.has_key)
        if self._has_key and not self._closed:
            self._offer()

    def _offer(self) -> None:
        if self._view is not None:
            go, id = self._window.go, self._take.id
            ways = self._view.offer(
                lambda p, width: report_ways(id, self._has_key is True, go, p, width)
            )
            self._window.refresh(ways)

    # ------------------------------------------------------------ listening
    def _key(self, key: str) -> None:
        if self._player is not None and self._player.press(key):
            # Arrows also lead from one control to the next; the player keeps them.
            self._window.focus(self._keys)

    async def _arrive(self) -> None:
        """Let the words of a long take become ready, with room for all else in between."""
        while self._view is not None and not self._closed:
            changed = self._view.arrive()
            if changed is None:
                return
            self._window.refresh(changed)
            await asyncio.sleep(BETWEEN_PARAGRAPHS_S)

    def _heard_now(self, playback: Playback) -> None:
        if self._view is not None:
            self._window.refresh(*self._view.follow(playback))

    # ------------------------------------------------------------ correcting
    def _correct(self) -> None:
        self._correcting = Correcting(
            self._window,
            self._take,
            self._heard,
            self._reviewed.report,
            kept=self._follow,
            done=lambda: self._window.start(self._done),
            listen=None if self._player is None else self._player.play,
        )
        self._draw_pane()
        self._show()

    async def _done(self) -> None:
        """Back to the transcript, once everything is kept."""
        if self._correcting is not None and await self._correcting.close() is None:
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
            changed = self._view.show(self._reviewed, self._pane)
            if self._player is not None:
                self._view.follow(self._player.look())
            self._window.refresh(*changed)
            self._window.start(self._arrive)
