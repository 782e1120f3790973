"""Proposing: the competencies that a story's words suggest, kept up while it is written."""

from collections.abc import Callable

import flet as ft

from storybuilder.core.proposal import Proposal, open_proposals, proposals_for
from storybuilder.core.story import Story
from storybuilder.ui.parts.competency_chips import proposed_chips
from storybuilder.ui.screen import Window


class Proposing:
    """One line of chips. What it says is worked out off the loop; it takes no focus."""

    def __init__(self, window: Window, confirm: Callable[[str], None]) -> None:
        self._window, self._confirm = window, confirm
        self._proposals: tuple[Proposal, ...] = ()
        self._shown: tuple[Proposal, ...] = ()
        self._line: ft.Container | None = None
        self._width = 0.0

    async def look(self, story: Story) -> None:
        """See what the story suggests now; the line changes only where that does."""
        suggest = self._window.practice.suggest
        self._proposals = await self._window.work(proposals_for, story, suggest)
        if self._line is not None and open_proposals(self._proposals, story) != self._shown:
            self._fill(self._line, story)
            self._window.refresh(self._line)

    def draw(self, story: Story, width: float) -> ft.Control:
        """The line for the story as it is; empty while nothing is suggested."""
        self._width = width
        self._line = ft.Container(width=width)
        self._fill(self._line, story)
        return self._line

    def _fill(self, line: ft.Container, story: Story) -> None:
        competencies = self._window.practice.named_competencies()
        p = self._window.look.p
        self._shown = open_proposals(self._proposals, story)
        line.content = proposed_chips(competencies, self._shown, self._confirm, p, self._width)
        line.visible = bool(self._shown)
