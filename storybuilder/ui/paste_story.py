"""Paste a story: one text, cut into the parts, each sentence movable, then kept."""

import asyncio
from dataclasses import dataclass
from functools import partial

import flet as ft

from storybuilder.core.splitting import Parted, Piece, Slot
from storybuilder.core.story import StoryId
from storybuilder.core.token import count_words
from storybuilder.errors import StorybuilderError
from storybuilder.ui.labels import clock, count
from storybuilder.ui.parts.buttons import primary, quiet
from storybuilder.ui.parts.field import colour, field, named
from storybuilder.ui.parts.frame import gap, hairline, scroll
from storybuilder.ui.parts.marker import marker
from storybuilder.ui.parts.text import heading, hint, link, text, title
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import LETTER, RADIUS, XL, XS, L, M, Palette, S

PARTS: tuple[Slot, ...] = ("situation", "task", "action", "result")
CHOICES: tuple[Slot, ...] = (*PARTS, "lesson", "title")
"""Where a sentence can be sent; other texts are filled by headings alone."""
ORDER: tuple[Slot, ...] = ("title", "headline", *PARTS, "lesson", "must_land", "happened")
LABELS: dict[Slot, str] = {
    "title": "Title",
    "headline": "Headline",
    "situation": "Situation",
    "task": "Task",
    "action": "Action",
    "result": "Result",
    "lesson": "Lesson",
    "must_land": "Must-land line",
    "happened": "When it happened",
}
WAITING = "Paste the text of one story here, with or without headings."
GUTTER, MENU = 40, 46


@dataclass(frozen=True, slots=True)
class Pasting:
    """The text is being pasted; `failure` says why it could not be parted."""

    failure: StorybuilderError | None = None


@dataclass(frozen=True, slots=True)
class Confirming:
    """The parts wait for the person's yes."""

    parted: Parted


class PasteStory:
    """A text at hand on its way to a story."""

    page = "Stories"

    def __init__(self, window: Window) -> None:
        self._window = window
        self._beginning = window.practice.beginning
        self._phase: Pasting | Confirming = Pasting()
        self._field: ft.TextField | None = None
        self._keeping = asyncio.Lock()

    async def enter(self) -> None:
        """Nothing is to be loaded."""

    async def leave(self) -> None:
        """Parts that were not confirmed are kept all the same; the notice takes them back."""
        id = await self._keep()
        if id is not None:
            gone = partial(self._window.practice.drafting.delete, id)
            way = ("Undo", lambda e: self._window.start(lambda: self._window.work(gone)))
            self._window.notice("The pasted text is kept as a story", way)

    async def press(self, key: ft.KeyboardEvent) -> None:
        """Ctrl+Enter does what the filled button does."""
        if key.ctrl and key.key in ("Enter", "Numpad Enter"):
            await self._go_on(None)

    # ------------------------------------------------------------ drawing
    def draw(self) -> ft.Control:
        """The text, or its parts."""
        look = self._window.look
        match self._phase:
            case Pasting(failure):
                rows = self._pasting(failure, look.p, min(look.room, 760))
            case Confirming(parted):
                rows = self._confirming(parted, look.p, min(look.room, 860))
        head = link("Stories", look.p, lambda e: self._window.go("/stories"))
        return scroll([head, gap(S), *rows], look)

    def _pasting(
        self, failure: StorybuilderError | None, p: Palette, width: float
    ) -> list[ft.Control]:
        if self._field is None:
            self._field = field("", "read", WAITING, p, min_lines=12, autofocus=True)
        colour(self._field, "read", p)
        self._field.width = width
        advice = (
            "It is cut by its headings (Situation, Task, Action, Result, or S, T, A, R), or by "
            "what each sentence tells. You see the parts before anything is kept."
        )
        said = [text(failure.sentence(), "body", p.signal), gap(S)] if failure else []
        go_on = primary("Show the parts", p, self._go_on, tooltip=hint("Ctrl+Enter", p))
        return [
            title("Paste a story.", p),
            gap(XS),
            text(advice, "body", p.soft, width=width),
            gap(L),
            named(self._field, "Text of the story"),
            gap(M),
            hairline(p, width),
            gap(M),
            *said,
            ft.Row([go_on, text("Ctrl+Enter", "tiny", p.faint)], spacing=M),
        ]

    def _confirming(self, parted: Parted, p: Palette, width: float) -> list[ft.Control]:
        by = "its headings" if parted.headings else "what each sentence tells"
        advice = f"Cut by {by}. The letter before a sentence sends it elsewhere."
        save = primary("Keep as a story", p, self._go_on, tooltip=hint("Ctrl+Enter", p))
        shown = [slot for slot in ORDER if slot in PARTS or parted.of(slot)]
        blocks: list[ft.Control] = []
        for slot in shown:
            blocks += [self._block(slot, parted, p, width), gap(L)]
        return [
            title(_news(parted), p),
            gap(XS),
            text(advice, "body", p.soft, width=width),
            gap(L),
            *blocks,
            ft.Row([save, quiet("Back to the text", p, self._back)], spacing=S),
            gap(XL),
        ]

    def _block(self, slot: Slot, parted: Parted, p: Palette, width: float) -> ft.Control:
        words = count_words(parted.text_of(slot))
        pace = self._window.practice.setting_up.settings.words_per_minute
        note = f"{count(words, 'word')}, {clock(60 * words / pace)}"
        numbers = {piece.start_char: at for at, piece in enumerate(parted.pieces, 1)}
        rows = [
            self._row(piece, numbers[piece.start_char], p, width) for piece in parted.of(slot)
        ] or [
            ft.Container(
                content=text("△ Nothing yet", "small", p.soft), padding=ft.Padding.only(left=MENU)
            )
        ]
        return ft.Column(
            [heading(LABELS[slot], p, note), gap(XS), *rows], spacing=0, tight=True, width=width
        )

    def _row(self, piece: Piece, number: int, p: Palette, width: float) -> ft.Control:
        return ft.Row(
            [
                self._menu(piece, number, p),
                ft.Container(
                    content=text(piece.text, "read", p.ink),
                    width=width - MENU,
                    padding=ft.Padding.only(left=M, bottom=3),
                    border=ft.Border.only(left=ft.BorderSide(4, p.parts.get(piece.slot, p.line))),
                ),
            ],
            spacing=0,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )

    def _menu(self, piece: Piece, number: int, p: Palette) -> ft.Control:
        """The letter of the part; its choices send this sentence, or all from here on."""
        items = [self._item(piece, slot, p, following=False) for slot in CHOICES]
        after = _next_part(piece.slot)
        if after is not None:
            items += [ft.PopupMenuItem(), self._item(piece, after, p, following=True)]
        sign = ft.Row(
            [_mark(piece.slot, p), ft.Icon(ft.Icons.ARROW_DROP_DOWN, size=18, color=p.soft)],
            spacing=0,
            tight=True,
        )
        return ft.PopupMenuButton(
            content=ft.Semantics(
                content=ft.Container(content=sign, height=26, width=MENU), exclude_semantics=True
            ),
            items=items,
            padding=0,
            tooltip=f"Sentence {number}: {LABELS[piece.slot]}. Choose its part",
            bgcolor=p.page,
            shape=ft.RoundedRectangleBorder(
                radius=RADIUS, side=ft.BorderSide(width=1, color=p.edge)
            ),
        )

    def _item(self, piece: Piece, slot: Slot, p: Palette, *, following: bool) -> ft.PopupMenuItem:
        label = f"From here on: {LABELS[slot]}" if following else LABELS[slot]
        word = text(label, "strong" if slot == piece.slot else "body", p.ink)
        mark = ft.Semantics(content=_mark(slot, p), exclude_semantics=True)
        return ft.PopupMenuItem(
            content=ft.Row([mark, word], spacing=M),
            on_click=lambda e: self._move(piece, slot, following=following),
        )

    # ------------------------------------------------------------ what a person does
    def _move(self, piece: Piece, slot: Slot, *, following: bool) -> None:
        if not isinstance(self._phase, Confirming):
            return
        parted, at = self._phase.parted, piece.start_char
        moved = parted.moved_from(at, slot) if following else parted.moved(at, slot)
        self._phase = Confirming(moved)
        self._window.redraw()

    async def _go_on(self, _: object) -> None:
        match self._phase:
            case Pasting():
                await self._part()
            case Confirming():
                self._window.start(self._keep_and_show)

    async def _part(self) -> None:
        pasted = (self._field.value or "") if self._field else ""
        try:
            parted = await self._window.work(self._beginning.part, pasted)
        except StorybuilderError as failure:
            self._phase = Pasting(failure)
        else:
            self._phase = Confirming(parted)
        self._window.redraw()

    async def _keep_and_show(self) -> None:
        id = await self._keep()
        if id is not None:
            self._window.go(f"/stories/{id}")

    async def _keep(self) -> StoryId | None:
        """Keep the parts as a story, once; None when there are none to keep, or no more."""
        async with self._keeping:
            if not isinstance(self._phase, Confirming):
                return None
            story = await self._window.work(self._beginning.keep, self._phase.parted)
            self._phase = Pasting()
            return story.id

    def _back(self, _: object) -> None:
        self._phase = Pasting()
        self._window.redraw()


def _news(parted: Parted) -> str:
    """What is there and what is not, as the title."""
    missing = [LABELS[slot].lower() for slot in PARTS if not parted.of(slot)]
    if not missing:
        return "All four parts are there."
    return f"No {' and no '.join(missing)} in it yet."


def _next_part(slot: Slot) -> Slot | None:
    at = PARTS.index(slot) + 1 if slot in PARTS else len(PARTS)
    return PARTS[at] if at < len(PARTS) else None


def _mark(slot: Slot, p: Palette) -> ft.Control:
    return marker(slot if slot in LETTER else "other", p)
