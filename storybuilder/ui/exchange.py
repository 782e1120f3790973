"""Import and export, on the Stories screen: one menu, with what came of each."""

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import flet as ft

from storybuilder.practice.exchanging import CameIn, Exchanging, Outgoing
from storybuilder.ui.exchange_rows import came_in, left_behind, nearly_same, went_out
from storybuilder.ui.parts.text import Click, text
from storybuilder.ui.picked_file import FileDialog, NewPicker
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import RADIUS, M

NAME = "Import or export"
IMPORT = "Import stories …"
EVERYTHING, MARKDOWN = "Export everything", "Export stories as Markdown"
SHEET, CUES = "Stories to print", "Day sheet to print"
ENDINGS = ["json", "md", "markdown", "txt"]
Job = Callable[[], Awaitable[None]]


class Exchange:
    """The menu; `changed` is told when the list on disk has changed."""

    def __init__(
        self,
        window: Window,
        changed: Callable[[], None],
        picker: NewPicker = ft.FilePicker,
    ) -> None:
        self._window, self._changed = window, changed
        self._dialog = FileDialog(picker)

    def menu(self, *, stories: bool) -> ft.Control:
        """The menu; without any stories there is nothing to print or to write as Markdown."""
        p, going = self._window.look.p, self._exchanging
        items = [self._item(IMPORT, self._pick), ft.PopupMenuItem()]
        items.append(self._out(EVERYTHING, "storybuilder.json", going.everything))
        if stories:
            items += [
                self._out(MARKDOWN, "stories.md", going.markdown),
                self._out(SHEET, "stories.html", partial(going.sheet, cues=False)),
                self._out(CUES, "day-sheet.html", partial(going.sheet, cues=True)),
            ]
        return ft.PopupMenuButton(
            content=ft.Container(
                content=text(NAME, "body", p.ink, no_wrap=True),
                # Under the list's links it begins where they do; beside a button it is as high.
                padding=ft.Padding.symmetric(horizontal=M if stories else 2, vertical=10),
                border_radius=RADIUS,
            ),
            tooltip="",
            bgcolor=p.page,
            items=items,
        )

    # ------------------------------------------------------------ in
    async def _pick(self) -> None:
        chosen = await self._dialog.pick(ENDINGS)
        if chosen is None:
            return
        content = chosen.source
        if isinstance(content, Path):
            content = await self._window.work(self._exchanging.files.read, content)
        await self._bring_in(content, chosen.name)

    async def _bring_in(self, content: bytes, name: str, *, nearly: bool = False) -> None:
        job = partial(self._exchanging.bring_in, content, name, keep_duplicates=nearly)
        came = await self._window.work(job)
        self._show(came)
        undo = ("Undo", lambda e: self._window.start(partial(self._take_back, came)))
        self._window.notice(came_in(came), undo if came.changed else None)
        if came.alike:
            again = partial(self._bring_in, content, name, nearly=True)
            words = nearly_same(len(came.alike))
            self._window.ask("Bring in what is nearly the same?", words, "Bring in", again)

    async def _take_back(self, came: CameIn) -> None:
        await self._window.work(self._exchanging.take_back, came)
        self._show(came)

    def _show(self, came: CameIn) -> None:
        self._changed()
        if came.settings_before is not None:
            self._window.choose_theme()

    # ------------------------------------------------------------ out
    async def _write(self, name: str, made: Callable[[], Outgoing]) -> None:
        out = await self._window.work(made)
        dialog = self._dialog.picker
        path = await dialog.save_file(file_name=name, src_bytes=out.content)
        if not path and not dialog.page.web:
            return  # the person thought better of it
        where = Path(path).name if path else f"{name} is with your downloads and"
        said = f"{where} holds {went_out(out)}."
        self._window.notice(" ".join(sentence for sentence in (said, left_behind(out)) if sentence))

    # ------------------------------------------------------------ how
    def _out(self, words: str, name: str, made: Callable[[], Outgoing]) -> ft.PopupMenuItem:
        return self._item(words, partial(self._write, name, made))

    def _item(self, words: str, job: Job) -> ft.PopupMenuItem:
        started: Click = lambda e: self._window.start(job)  # noqa: E731
        content = text(words, "body", self._window.look.p.ink)
        return ft.PopupMenuItem(content=content, on_click=started)

    @property
    def _exchanging(self) -> Exchanging:
        return self._window.practice.exchanging
