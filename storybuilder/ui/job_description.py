"""Paste a job description: the competencies it asks for, with the words that do."""

import asyncio
from functools import partial

import flet as ft

from storybuilder.core.job_description import Wish
from storybuilder.ui.labels import number_word
from storybuilder.ui.parts.field import colour, field, named
from storybuilder.ui.parts.frame import gap, scroll
from storybuilder.ui.parts.text import heading, link, text, title
from storybuilder.ui.question_rows import wish_line
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import XL, L, M, Palette, S

LOOK_AFTER_S = 0.3
"""Typing pauses this long before the description is read."""
DESCRIPTION = "Job description"
NAME_WIDTH = 240


class PasteJob:
    """A job description is read as it is written; nothing of it is kept."""

    page = "Questions"

    def __init__(self, window: Window) -> None:
        self._window = window
        self._field: ft.TextField | None = None
        self._read = False
        self._wishes: tuple[Wish, ...] = ()
        self._labels: dict[str, str] = {}
        self._edits = 0

    async def enter(self) -> None:
        """See what the competencies are called."""
        named = self._window.practice.named_competencies()
        self._labels = {one.id: one.label for one in named}

    async def leave(self) -> None:
        """Nothing is kept of it."""

    async def press(self, key: ft.KeyboardEvent) -> None:
        """No keys of its own."""

    def draw(self) -> ft.Control:
        """Where to paste, and what it asks for, the strongest first."""
        look = self._window.look
        p, room = look.p, min(860.0, look.room)
        rows: list[ft.Control] = [
            ft.Row([link("Questions", p, lambda e: self._window.go("/questions"))]),
            gap(M),
            title(self._news(), p),
            text("It is read here and not kept.", "body", p.soft),
            gap(L),
            self._box(p, room),
        ]
        if self._wishes:
            note = "the strongest first, with the words that speak for it"
            rows += [gap(XL), heading("Asks for", p, note), gap(S)]
            rows += [self._row(wish, p, room) for wish in self._wishes]
        return scroll(rows, look)

    def _news(self) -> str:
        if not self._read:
            return "Paste the job description."
        if not self._wishes:
            return "It names no competency that we know."
        number = len(self._wishes)
        return f"It asks for {number_word(number).lower()} {_competencies(number)}."

    def _box(self, p: Palette, room: float) -> ft.Control:
        if self._field is None:
            self._field = field(
                "",
                "read_small",
                "You will lead a team of …",
                p,
                on_change=self._on_change,
                autofocus=True,
                min_lines=5,
                max_lines=9,
            )
        colour(self._field, "read_small", p)
        self._field.width = room
        line = ft.Container(height=1, bgcolor=p.edge, width=room, margin=ft.Margin.only(top=M))
        return ft.Column([named(self._field, DESCRIPTION), line], spacing=0, tight=True)

    def _row(self, wish: Wish, p: Palette, room: float) -> ft.Control:
        label = self._labels.get(wish.competency, wish.competency)
        about = f"/questions/about/{wish.competency}"
        return ft.Container(
            content=ft.Row(
                [
                    ft.Container(width=NAME_WIDTH, content=text(label, "strong", p.ink)),
                    text(wish_line(wish), "small", p.soft, expand=True),
                    link(
                        "Its questions",
                        p,
                        lambda e: self._window.go(about),
                        name=f"Questions about {label}",
                    ),
                ],
                spacing=M,
                width=room,
                vertical_alignment=ft.CrossAxisAlignment.CENTER,
            ),
            padding=ft.Padding.only(bottom=S),
        )

    def _on_change(self, event: ft.Event[ft.TextField]) -> None:
        self._edits += 1
        self._window.start(partial(self._look_later, self._edits, event.control.value or ""))

    async def _look_later(self, edit: int, written: str) -> None:
        await asyncio.sleep(LOOK_AFTER_S)
        if edit != self._edits:
            return
        self._wishes = await self._window.work(
            self._window.practice.asking.job_description, written
        )
        self._read = bool(written.strip())
        self._window.redraw()


def _competencies(number: int) -> str:
    return "competency" if number == 1 else "competencies"
