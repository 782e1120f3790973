"""Paste a list of questions: what would come in, and one click to take it."""

import asyncio
from functools import partial
from pathlib import Path

import flet as ft

from storybuilder.errors import StorybuilderError
from storybuilder.practice.asking import Incoming
from storybuilder.ui.labels import count
from storybuilder.ui.parts.buttons import primary, quiet
from storybuilder.ui.parts.field import colour, field, named
from storybuilder.ui.parts.frame import gap, scroll
from storybuilder.ui.parts.states import failure_shown
from storybuilder.ui.parts.text import heading, link, text, title
from storybuilder.ui.picked_file import FileDialog, NewPicker
from storybuilder.ui.question_rows import news, preview
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import XL, L, M, Palette, S

LOOK_AFTER_S = 0.3
"""Typing pauses this long before the list is looked at."""
LIST_ENDINGS = ["txt", "md", "csv"]
SHOWN = 60
"""So many questions of a list are shown before it is taken."""
LIST = "List of questions"


class PasteQuestions:
    """A list on its way in: written or pasted, or out of a file."""

    page = "Questions"

    def __init__(self, window: Window, picker: NewPicker = ft.FilePicker) -> None:
        self._window = window
        self._asking = window.practice.asking
        self._dialog = FileDialog(picker)
        self._field: ft.TextField | None = None
        self._incoming: tuple[Incoming, ...] = ()
        self._failure: StorybuilderError | None = None
        self._source = ""
        self._labels: dict[str, str] = {}
        self._edits = 0

    async def enter(self) -> None:
        """See what the competencies are called."""
        named = self._window.practice.named_competencies()
        self._labels = {one.id: one.label for one in named}

    async def leave(self) -> None:
        """What was not taken is let go."""

    async def press(self, key: ft.KeyboardEvent) -> None:
        """No keys of its own."""

    def draw(self) -> ft.Control:
        """Where to paste, and what it would bring."""
        look = self._window.look
        p, room = look.p, min(860.0, look.room)
        told = news(self._incoming) if self._incoming else "Paste the questions you were given."
        rows: list[ft.Control] = [
            ft.Row([link("Questions", p, lambda e: self._window.go("/questions"))]),
            gap(M),
            title(told, p),
            text("One a line; bullets, numbers and headings are left out.", "body", p.soft),
            gap(L),
            self._box(p, room),
            gap(M),
            self._ways(p),
        ]
        if self._failure is not None:
            rows += [gap(L), failure_shown(self._failure, p, room)]
        if self._incoming:
            rows += [gap(XL), *self._preview(p, room)]
        return scroll(rows, look)

    def _box(self, p: Palette, room: float) -> ft.Control:
        if self._field is None:
            self._field = field(
                "",
                "read_small",
                "Tell me about a time when…",
                p,
                on_change=self._on_change,
                autofocus=True,
                min_lines=4,
                max_lines=7,
            )
        colour(self._field, "read_small", p)
        self._field.width = room
        line = ft.Container(height=1, bgcolor=p.edge, width=room, margin=ft.Margin.only(top=M))
        return ft.Column([named(self._field, LIST), line], spacing=0, tight=True)

    def _ways(self, p: Palette) -> ft.Control:
        new = sum(one.there is None for one in self._incoming)
        ways: list[ft.Control] = []
        if new:
            add = f"Add {count(new, 'question')}"
            ways.append(primary(add, p, lambda e: self._window.start(partial(self._accept, True))))
            plain = partial(self._accept, False)
            ways.append(quiet("Add without competencies", p, lambda e: self._window.start(plain)))
        ways.append(quiet("Use a file", p, lambda e: self._window.start(self._pick)))
        return ft.Row(ways, spacing=S)

    def _preview(self, p: Palette, room: float) -> list[ft.Control]:
        rows: list[ft.Control] = [
            heading("What comes in", p, self._source or "with the competencies its words suggest"),
            gap(S),
        ]
        rows += [self._row(one, p, room) for one in self._incoming[:SHOWN]]
        if (more := len(self._incoming) - SHOWN) > 0:
            rows += [gap(S), text(f"and {count(more, 'more question')}", "small", p.soft)]
        return rows

    def _row(self, one: Incoming, p: Palette, room: float) -> ft.Control:
        shade = p.ink if one.there is None else p.faint
        return ft.Container(
            content=ft.Column(
                [
                    text(one.listed.text, "read_small", shade, width=room),
                    text(preview(one, self._labels), "small", p.soft, width=room),
                ],
                spacing=0,
                tight=True,
            ),
            padding=ft.Padding.only(bottom=M),
        )

    # ------------------------------------------------------------ looking at a list
    def _on_change(self, event: ft.Event[ft.TextField]) -> None:
        self._edits += 1
        written = (event.control.value or "").strip()
        self._window.start(partial(self._look_later, self._edits, written))

    async def _look_later(self, edit: int, written: str) -> None:
        await asyncio.sleep(LOOK_AFTER_S)
        if edit == self._edits:
            await self._look(written, "")

    async def _look(self, source: str | Path, name: str) -> None:
        """See what a text or a file would bring; an empty text brings nothing."""
        self._incoming, self._failure, self._source = (), None, name
        if source:
            try:
                self._incoming = await self._window.work(self._asking.import_list, source)
            except StorybuilderError as failure:
                self._failure = failure
        self._window.redraw()

    async def _pick(self) -> None:
        chosen = await self._dialog.pick(LIST_ENDINGS)
        if chosen is not None:
            async with chosen.on_disk(self._window, "list") as file:
                await self._look(file, chosen.name)

    # ------------------------------------------------------------ taking it
    async def _accept(self, tagged: bool) -> None:
        incoming, self._incoming = self._incoming, ()
        if not incoming:
            return  # a second click, while the first is being done
        try:
            fresh = await self._window.work(lambda: self._asking.accept(incoming, tagged=tagged))
        except StorybuilderError:
            self._incoming = incoming
            raise

        async def undone() -> None:
            await self._window.work(self._asking.take_back, fresh)
            self._window.go("/questions")

        self._window.go("/questions/own")
        self._window.notice(
            f"{count(len(fresh), 'question')} added", ("Undo", lambda e: self._window.start(undone))
        )
