"""Questions: all there are, by what they test; found by bank, competency and words."""

from collections.abc import Iterable
from functools import partial

import flet as ft

from storybuilder.core.question import Bank, Question, QuestionId
from storybuilder.ui.parts.buttons import primary, quiet
from storybuilder.ui.parts.field import boxed, labelled
from storybuilder.ui.parts.frame import gap, still
from storybuilder.ui.parts.menu import menu
from storybuilder.ui.parts.text import heading, hint, link, text, title
from storybuilder.ui.question_rows import (
    BANKS,
    Group,
    QuestionRow,
    Wanted,
    finding,
    found,
    groups,
    headline,
    search_key,
)
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import RADIUS, L, M, Palette, S

SEARCH = "Find a question"
ANY = "Any competency"
ROW_HEIGHT = 38
CHUNK = 60
"""So many rows are drawn at once; more follow as the end of the list comes near."""
NEAR_PX = 800
NOTE_SHARE = 0.32
Line = Group | QuestionRow | Question
"""A line of the list: the head of a group, a question in it, or a deleted question."""


class QuestionsScreen:
    """The list; each row opens its question."""

    page = "Questions"

    def __init__(self, window: Window, wanted: Wanted | None = None) -> None:
        self._window = window
        self._asking = window.practice.asking
        self._wanted = wanted or Wanted()
        self._labels: dict[str, str] = {}
        self._questions: list[Question] = []
        self._deleted: list[Question] = []
        self._keys: dict[QuestionId, str] = {}
        self._waiting: list[Line] = []
        self._list = ft.ListView(expand=True, on_scroll=self._scrolled, scroll_interval=50)
        self._told = text("", "small", "")
        self._boxes: dict[str, ft.TextField] = {}
        self._search: ft.TextField | None = None

    async def enter(self) -> None:
        """Read the questions from disk."""
        named = self._window.practice.named_competencies()
        self._labels = {one.id: one.label for one in named}
        self._questions = await self._window.work(self._asking.listed)
        self._deleted = await self._window.work(self._asking.deleted)
        self._keys = await self._window.work(_keys, self._questions)

    async def leave(self) -> None:
        """Nothing is pending here."""

    async def press(self, key: ft.KeyboardEvent) -> None:
        """Ctrl+N adds a question; Ctrl+F goes to the search."""
        if key.ctrl and key.key == "N":
            self._window.go("/questions/add")
        elif key.ctrl and key.key == "F" and self._search is not None:
            self._window.focus(self._search)

    # ------------------------------------------------------------ drawing
    def draw(self) -> ft.Control:
        """Title and what is looked for; below it the list, which scrolls by itself."""
        look = self._window.look
        p = look.p
        self._told = text("", "small", p.soft)
        self._fill()
        return still(
            [
                self._head(p, look.room),
                gap(M),
                self._filters(p, look.room),
                gap(M),
                self._list,
            ],
            look,
        )

    def _head(self, p: Palette, room: float) -> ft.Control:
        ways: list[ft.Control] = [
            link("Paste a list", p, lambda e: self._window.go("/questions/paste")),
            link("Paste a job description", p, lambda e: self._window.go("/questions/job")),
        ]
        add = primary(
            "Add question",
            p,
            lambda e: self._window.go("/questions/add"),
            tooltip=hint("Ctrl+N", p),
        )
        news = ft.Column(
            [title(headline(self._questions), p), ft.Row(ways, spacing=L)],
            spacing=S,
            tight=True,
            expand=True,
        )
        return ft.Row(
            [news, add], vertical_alignment=ft.CrossAxisAlignment.START, spacing=L, width=room
        )

    def _filters(self, p: Palette, room: float) -> ft.Control:
        # Made once for each palette and kept, so that a redraw leaves the caret where it is.
        self._search = self._boxes.setdefault(
            p.name,
            boxed(self._wanted.words, "words of it", p, width=230, on_change=self._on_search),
        )
        banks: list[ft.Control] = [
            quiet(name, p, partial(self._choose_bank, bank), chosen=bank == self._wanted.bank)
            for bank, name in BANKS
        ]
        any_one = (ANY, partial(self._choose_competency, None))
        choices = [
            any_one,
            *((label, partial(self._choose_competency, id)) for id, label in self._labels.items()),
        ]
        shown = self._labels.get(self._wanted.competency or "", ANY)
        return ft.Row(
            [
                labelled(self._search, SEARCH, p),
                ft.Row(banks, spacing=0, tight=True),
                menu("Competency", shown, choices, p, chosen=shown),
                ft.Container(content=self._told, expand=True),
            ],
            spacing=M,
            width=room,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        )

    def _fill(self) -> None:
        """Put the first lines of what is looked for into the list; the others wait."""
        shown = found(self._questions, self._wanted, self._keys)
        self._told.value = finding(len(shown), self._wanted, self._labels)
        self._waiting = []
        for group in groups(shown, self._labels):
            self._waiting += (group, *group.rows)
        if self._wanted.bank in (None, "own") and not (
            self._wanted.words or self._wanted.competency
        ):
            self._waiting += self._deleted
        self._list.controls = self._drawn()
        if not shown:
            words = text("No question is like that.", "body", self._window.look.p.soft)
            self._list.controls.insert(0, words)

    def _drawn(self) -> list[ft.Control]:
        """The next lines that wait; drawing all of a thousand at once would take a second."""
        p, room = self._window.look.p, self._window.look.room
        now, self._waiting = self._waiting[:CHUNK], self._waiting[CHUNK:]
        return [self._line(one, p, room) for one in now]

    def _line(self, line: Line, p: Palette, room: float) -> ft.Control:
        match line:
            case Group():
                return _group_head(line, p)
            case QuestionRow():
                return self._row(line, p, room)
            case Question():
                return self._gone(line, p, room)

    def _row(self, row: QuestionRow, p: Palette, room: float) -> ft.Control:
        async def opened(_: object) -> None:
            self._window.go(f"/questions/{row.id}")

        line = ft.Row(
            [
                text(
                    row.text,
                    "read_small",
                    p.ink,
                    max_lines=1,
                    overflow=ft.TextOverflow.ELLIPSIS,
                    tooltip=hint(row.text, p),
                    expand=True,
                ),
                _quietly(row.note, NOTE_SHARE * room, p),
            ],
            spacing=M,
        )
        return ft.Semantics(
            label=row.spoken,
            button=True,
            exclude_semantics=True,
            on_tap=opened,
            content=ft.Container(
                content=line, height=ROW_HEIGHT, ink=True, on_click=opened, border_radius=RADIUS
            ),
        )

    def _gone(self, one: Question, p: Palette, room: float) -> ft.Control:
        """A deleted question, with its way back."""
        back = link(
            "Restore", p, partial(self._restore, one.id), color=p.ink, name=f"Restore: {one.text}"
        )
        words = text(
            one.text,
            "read_small",
            p.soft,
            max_lines=1,
            overflow=ft.TextOverflow.ELLIPSIS,
            expand=True,
        )
        line = ft.Row([words, back], spacing=L, width=room, height=ROW_HEIGHT)
        if one != self._deleted[0]:
            return line
        head = ft.Container(
            content=heading("Deleted", p, "kept for 30 days"), padding=ft.Padding.only(top=L)
        )
        return ft.Column([head, line], spacing=S, tight=True)

    # ------------------------------------------------------------ looking for one
    def _scrolled(self, event: ft.OnScrollEvent) -> None:
        if self._waiting and event.pixels > event.max_scroll_extent - NEAR_PX:
            self.show_more()

    def show_more(self) -> None:
        """Draw the next lines that wait."""
        self._list.controls += self._drawn()
        self._window.refresh(self._list)

    def _on_search(self, event: ft.Event[ft.TextField]) -> None:
        words = event.control.value or ""
        self._wanted = Wanted(
            bank=self._wanted.bank, competency=self._wanted.competency, words=words
        )
        self._fill()
        self._window.refresh(self._list, self._told)

    def _choose_bank(self, bank: Bank | None, _: object) -> None:
        wanted = self._wanted
        self._wanted = Wanted(bank=bank, competency=wanted.competency, words=wanted.words)
        self._window.redraw()

    def _choose_competency(self, competency: str | None, _: object) -> None:
        wanted = self._wanted
        self._wanted = Wanted(bank=wanted.bank, competency=competency, words=wanted.words)
        self._window.redraw()

    def _restore(self, id: QuestionId, _: object) -> None:
        async def restored() -> None:
            await self._window.work(self._asking.restore, id)
            await self.enter()
            self._window.redraw()

        self._window.start(restored)


def _keys(questions: Iterable[Question]) -> dict[QuestionId, str]:
    return {one.id: search_key(one) for one in questions}


def _group_head(group: Group, p: Palette) -> ft.Control:
    return ft.Container(
        content=heading(group.label, p, str(len(group.rows))),
        padding=ft.Padding.only(top=L, bottom=S),
    )


def _quietly(words: str, width: float, p: Palette) -> ft.Control:
    said = text(
        words,
        "small",
        p.soft,
        max_lines=1,
        overflow=ft.TextOverflow.ELLIPSIS,
        tooltip=hint(words, p) if words else None,
    )
    return ft.Container(content=said, width=width)
