"""Stories: the list, in the person's order."""

from collections.abc import Callable
from functools import partial

import flet as ft

from storybuilder.core.story import Story, StoryId
from storybuilder.core.take import Take
from storybuilder.ui.exchange import Exchange
from storybuilder.ui.labels import clock
from storybuilder.ui.parts.buttons import primary, quiet
from storybuilder.ui.parts.frame import gap, scroll
from storybuilder.ui.parts.states import empty
from storybuilder.ui.parts.text import heading, hint, link, text, title
from storybuilder.ui.parts.time_bar import split_line
from storybuilder.ui.screen import Window
from storybuilder.ui.story_rows import StoryRow, advice, headline, story_row, title_of
from storybuilder.ui.theme import RADIUS, XL, XS, L, M, Palette, S
from storybuilder.ui.ways_to_begin import ASKED, WaysToBegin

ROW_HEIGHT = 44
ASIDE_WIDTH = 72
DRAGGED = "story"
BAR_WIDTH = 150
FULL_BAR_S = 210
"""A story of this length fills the bar; longer ones stop there."""


class StoriesScreen:
    """The list of stories; archived and deleted ones below it."""

    page = "Stories"

    def __init__(self, window: Window, picker: Callable[[], ft.FilePicker] = ft.FilePicker) -> None:
        self._window = window
        self._drafting = window.practice.drafting
        self._stories: tuple[Story, ...] = ()
        self._archived: tuple[Story, ...] = ()
        self._deleted: tuple[Story, ...] = ()
        self._takes: tuple[Take, ...] = ()
        self._ways = WaysToBegin(window, lambda: window.start(self._again))
        self._exchange = Exchange(window, lambda: window.start(self._again), picker)

    async def enter(self) -> None:
        """Read the lists from disk."""
        self._stories = await self._window.work(self._drafting.listed)
        self._archived = await self._window.work(self._drafting.archived)
        self._deleted = await self._window.work(self._drafting.deleted)
        self._takes = await self._window.work(self._window.practice.rehearsing.listed)

    async def leave(self) -> None:
        """Nothing is pending here."""

    async def press(self, key: ft.KeyboardEvent) -> None:
        """Ctrl+N starts a story."""
        if key.ctrl and key.key == "N":
            self._window.start(self._new)

    def draw(self) -> ft.Control:
        """Title, list, and what was put aside."""
        look = self._window.look
        p, room = look.p, look.room
        if not self._stories:
            body = [*self._nothing(p, min(560, room)), gap(L), self._ways.row(examples=False)]
            body += [gap(S), self._exchange.menu(stories=False)]
            return scroll([*body, *self._aside(p, room)], look)
        pace = self._window.practice.setting_up.settings.words_per_minute
        rows = [story_row(story, self._takes, pace) for story in self._stories]
        head = ft.Row(
            [
                ft.Column(
                    [
                        title(headline(rows), p),
                        text(advice(sum(not row.example for row in rows)), "small", p.soft),
                    ],
                    spacing=2,
                    tight=True,
                    expand=True,
                ),
                self._exchange.menu(stories=True),
                primary("New story", p, self._on_new, tooltip=hint("Ctrl+N", p)),
            ],
            vertical_alignment=ft.CrossAxisAlignment.START,
            spacing=L,
        )
        ways = self._ways.row(examples=any(row.example for row in rows))
        return scroll(
            [head, gap(S), ways, gap(L), self._list(rows, p, room), *self._aside(p, room)], look
        )

    def _nothing(self, p: Palette, width: float) -> list[ft.Control]:
        return [
            empty(
                "No story yet.",
                "Five to seven stories cover most interviews. Start with the one you tell best: "
                "where it was, what was asked of you, what you did, what came of it.",
                ("New story", self._on_new),
                p,
                width,
            )
        ]

    def _list(self, rows: list[StoryRow], p: Palette, room: float) -> ft.Control:
        head = ft.Row(
            [
                ft.Container(expand=True),
                ft.Container(width=BAR_WIDTH + M, content=text("S T A R", "tiny", p.faint)),
                ft.Container(width=52, content=text("spoken", "tiny", p.faint)),
                ft.Container(width=130, content=text("takes", "tiny", p.faint)),
                ft.Container(width=ASIDE_WIDTH),
            ],
            spacing=0,
        )
        # Not a ReorderableListView: it makes one button of a whole row for screen readers.
        listed = [self._row(row, i, len(rows), p) for i, row in enumerate(rows)]
        return ft.Column([head, gap(XS), *listed], spacing=0, tight=True, width=room)

    def _row(self, row: StoryRow, place: int, count: int, p: Palette) -> ft.Control:
        async def opened(_: object) -> None:
            self._window.go(f"/stories/{row.id}")

        line = ft.Row(
            [
                ft.Container(width=22, content=_sign(row, p), alignment=ft.Alignment.CENTER_LEFT),
                ft.Container(expand=True, content=_name(row, p), padding=ft.Padding.only(right=S)),
                ft.Container(
                    width=BAR_WIDTH + M,
                    content=split_line(row.split, p, BAR_WIDTH * min(1, row.seconds / FULL_BAR_S)),
                ),
                ft.Container(width=52, content=text(clock(row.seconds), "small_strong", p.ink)),
                ft.Container(width=130, content=text(row.takes, "small", p.soft, no_wrap=True)),
            ],
            spacing=0,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        )
        opener = ft.Semantics(
            label=row.spoken,
            button=True,
            exclude_semantics=True,
            on_tap=opened,
            expand=True,
            content=ft.Container(
                content=line, height=ROW_HEIGHT, ink=True, on_click=opened, border_radius=RADIUS
            ),
        )
        handle = ft.Draggable(
            group=DRAGGED,
            content=ft.Icon(ft.Icons.DRAG_INDICATOR, size=18, color=p.edge),
            content_feedback=text(row.title, "read", p.ink),
            data=row.id,
        )
        aside = ft.Row(
            [self._menu(row, place, count, p), handle],
            spacing=0,
            width=ASIDE_WIDTH,
            alignment=ft.MainAxisAlignment.END,
        )
        whole = ft.Row(
            [opener, aside],
            spacing=0,
            height=ROW_HEIGHT,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        )
        return ft.DragTarget(group=DRAGGED, content=whole, on_accept=partial(self._dropped, place))

    def _menu(self, row: StoryRow, place: int, count: int, p: Palette) -> ft.Control:
        def item(words: str, job: Callable[[], None], *, off: bool = False) -> ft.PopupMenuItem:
            return ft.PopupMenuItem(
                content=text(words, "body", p.faint if off else p.ink),
                on_click=lambda e: self._change(job),
                disabled=off,
            )

        move, id = self._drafting.move, row.id

        def asked(_: object) -> None:
            self._window.go(f"/stories/{id}/draft")

        def archived(_: object) -> None:
            back = partial(self._drafting.unarchive, id)
            self._change(partial(self._drafting.archive, id), f"“{row.title}” is archived", back)

        def deleted(_: object) -> None:
            back = partial(self._drafting.restore, id)
            self._change(partial(self._drafting.delete, id), f"“{row.title}” is deleted", back)

        return ft.PopupMenuButton(
            icon=ft.Icons.MORE_HORIZ,
            icon_color=p.soft,
            tooltip=f"More for {row.title}",
            bgcolor=p.page,
            items=[
                ft.PopupMenuItem(content=text(ASKED, "body", p.ink), on_click=asked),
                item("Move up", lambda: move(id, place - 1), off=place == 0),
                item("Move down", lambda: move(id, place + 1), off=place == count - 1),
                ft.PopupMenuItem(content=text("Archive", "body", p.ink), on_click=archived),
                ft.PopupMenuItem(content=text("Delete", "body", p.ink), on_click=deleted),
            ],
        )

    def _aside(self, p: Palette, room: float) -> list[ft.Control]:
        """Archived and deleted stories, each with its way back."""
        drafting = self._drafting
        found: list[ft.Control] = []
        for label, note, stories, words, back in (
            ("Archived", "", self._archived, "Use again", drafting.unarchive),
            ("Deleted", "kept for 30 days", self._deleted, "Restore", drafting.restore),
        ):
            if stories:
                found += [gap(XL), heading(label, p, note), gap(XS)]
                found += [self._put_aside(story, words, back, p, room) for story in stories]
        return found

    def _put_aside(
        self, story: Story, words: str, back: Callable[[StoryId], None], p: Palette, room: float
    ) -> ft.Control:
        def returned(_: object) -> None:
            self._change(partial(back, story.id))

        ways: list[ft.Control] = [
            text(title_of(story), "read_small", p.soft),
            link(words, p, returned, color=p.ink, name=f"{words}: {title_of(story)}"),
        ]
        if story.deleted_at is not None:
            ways.append(quiet("Delete for good", p, self._for_good(story)))
        return ft.Row(ways, spacing=L, width=room, height=36)

    def _for_good(self, story: Story) -> Callable[[object], None]:
        async def agreed() -> None:
            self._change(partial(self._drafting.purge, story.id))

        def asked(_: object) -> None:
            self._window.ask(
                "Delete this story for good?",
                f"“{title_of(story)}” and its versions will be gone. Its takes stay.",
                "Delete for good",
                agreed,
            )

        return asked

    async def _on_new(self, _: object) -> None:
        self._window.start(self._new)

    async def _new(self) -> None:
        story = await self._window.work(self._drafting.start)
        self._window.go(f"/stories/{story.id}")

    async def _again(self) -> None:
        """Show the list as it is on disk now."""
        await self.enter()
        self._window.redraw()

    def _dropped(self, place: int, event: ft.DragTargetEvent) -> None:
        """A story was let go over the one at `place`: it takes that place."""
        self._change(partial(self._drafting.move, StoryId(event.src.data), place))

    def _change(
        self, job: Callable[[], None], said: str = "", undo: Callable[[], None] | None = None
    ) -> None:
        """Change the list on disk, show it anew, and say what was done, with its way back."""

        async def changed() -> None:
            await self._window.work(job)
            await self._again()
            if said and undo:
                self._window.notice(said, ("Undo", lambda e: self._change(undo)))

        self._window.start(changed)


def _sign(row: StoryRow, p: Palette) -> ft.Control:
    """A full disc when all four parts are written, else a ring."""
    return ft.Container(
        width=11,
        height=11,
        border_radius=6,
        bgcolor=p.good if row.complete else None,
        border=ft.Border.all(width=2, color=p.good if row.complete else p.soft),
    )


def _name(row: StoryRow, p: Palette) -> ft.Control:
    """The title gives way to the note: what is missing is always read."""
    name = text(
        row.title,
        "read",
        p.ink,
        max_lines=1,
        overflow=ft.TextOverflow.ELLIPSIS,
        tooltip=hint(row.title, p),
        expand=True,
        expand_loose=True,
    )
    return ft.Row([name, text(row.note, "tiny", p.soft, no_wrap=True)], spacing=M)
