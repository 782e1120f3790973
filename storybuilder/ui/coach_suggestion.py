"""Competencies that the coach sees in a story, each with the words that show it."""

from collections.abc import Sequence
from functools import partial

import flet as ft

from storybuilder.core.coaching.answer import Shown
from storybuilder.core.competency import Competency, next_choice
from storybuilder.core.proposal import Proposal
from storybuilder.core.story import Story
from storybuilder.ui.labels import count, number_word
from storybuilder.ui.parts.competency_chips import proposed_chip
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.text import heading, text
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import XS, M, Palette, S

NONE = "No competency that the coach could quote your words for."
CHIP_WIDTH = 232.0


class CoachSuggestion:
    """One click confirms one; it is on disk before it shows."""

    def __init__(self, window: Window, story: Story, shown: Sequence[Shown], dropped: int) -> None:
        self._window, self._story = window, story
        known = {one.id: one for one in window.practice.named_competencies()}
        self._shown = [(known[one.id], one.quote) for one in shown if one.id in known]
        self._dropped = dropped + len(shown) - len(self._shown)
        self._root = ft.Container()

    @property
    def news(self) -> str:
        """How many there are, as a sentence; empty for none."""
        many = len(self._shown)
        noun = "competency" if many == 1 else "competencies"
        return f"{number_word(many)} {noun} seen." if many else ""

    def draw(self, p: Palette, width: float) -> list[ft.Control]:
        """Head, a row for each, and how many were left out."""
        self._root = ft.Container(width=width)
        self._fill(p)
        return [self._root]

    def _fill(self, p: Palette) -> None:
        rows: list[ft.Control] = [heading("Shows", p, "a click confirms one"), gap(XS)]
        rows += [self._row(one, quote, p) for one, quote in self._shown]
        if not self._shown:
            rows.append(text(NONE, "body", p.soft))
        if self._dropped:
            told = f"{count(self._dropped, 'suggestion')} left out: not in your words."
            rows.append(text(told, "small", p.soft))
        self._root.content = ft.Column(rows, spacing=S, tight=True)

    def _row(self, one: Competency, quote: str, p: Palette) -> ft.Control:
        chosen = one.id in _chosen(self._story)
        chip = (
            text(f"✓ {one.label}", "small_strong", p.ink)
            if chosen
            else proposed_chip(one, Proposal(one.id, ()), self._confirm, p)
        )
        width = (self._root.width or 0.0) - CHIP_WIDTH - M
        return ft.Row(
            [
                ft.Container(width=CHIP_WIDTH, content=ft.Row([chip], tight=True)),
                text(f"“{quote}”", "aside", p.soft, width=width),
            ],
            spacing=M,
        )

    def _confirm(self, id: str) -> None:
        self._window.start(partial(self._confirmed, id))

    async def _confirmed(self, id: str) -> None:
        drafting = self._window.practice.drafting
        before = await self._window.work(drafting.story, self._story.id)
        if id not in _chosen(before):
            after = await self._window.work(drafting.revise, before, next_choice(before, id))
            undo = partial(self._revised, after, before)
            way = ("Undo", lambda e: self._window.start(undo))
            self._window.notice("Now among what this story shows.", way)
            before = after
        self._show(before)

    async def _revised(self, before: Story, after: Story) -> None:
        drafting = self._window.practice.drafting
        self._show(await self._window.work(drafting.revise, before, after))

    def _show(self, story: Story) -> None:
        self._story = story
        self._fill(self._window.look.p)
        self._window.refresh(self._root)


def _chosen(story: Story) -> tuple[str, ...]:
    primary = story.primary_competency
    return (*([primary] if primary else []), *story.secondary_competencies)
