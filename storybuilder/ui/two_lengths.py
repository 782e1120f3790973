"""Two lengths: what only the long telling of a story has."""

import asyncio

import flet as ft

from storybuilder.core.story import Part, Story, StoryId
from storybuilder.core.telling import BANDS, Telling, is_long_only
from storybuilder.core.token import count_words
from storybuilder.practice.shortening import Lengths
from storybuilder.ui.labels import clock
from storybuilder.ui.parts import margin_notes
from storybuilder.ui.parts.frame import gap, scroll
from storybuilder.ui.parts.marker import marker
from storybuilder.ui.parts.text import heading, link, text, title
from storybuilder.ui.screen import Window
from storybuilder.ui.story_rows import title_of
from storybuilder.ui.theme import RADIUS, XL, XS, L, M, Palette, S

ADVICE = "Click a sentence that the short telling can do without; click it again to take it back."
LEFT_OUT, TOLD = "Only in the long telling", "In both tellings"
EMPTY = "Nothing is written yet. Write the story first; then choose what the short telling has."


class TwoLengths:
    """Every click is on disk before it shows."""

    page = "Stories"

    def __init__(self, window: Window, story_id: StoryId) -> None:
        self._window = window
        self._shortening = window.practice.shortening
        self._story_id = story_id
        self._lengths: Lengths | None = None
        self._saving = asyncio.Lock()

    async def enter(self) -> None:
        """Read the story and cut it into sentences."""
        self._lengths = await self._window.work(self._shortening.lengths, self._story_id)

    async def leave(self) -> None:
        """Nothing is pending here."""

    async def press(self, key: ft.KeyboardEvent) -> None:
        """Every sentence is reached by Tab."""

    def draw(self) -> ft.Control:
        """Both times, then the sentences."""
        look, found = self._window.look, self._lengths
        if found is None:
            return scroll([], look)
        p, width = look.p, min(look.room, 860)
        news = f"Long {clock(self._s(found.story))}, short {clock(self._s(found.short))}."
        rows: list[ft.Control] = [
            link(title_of(found.story), p, lambda e: self._window.go(f"/stories/{found.story.id}")),
            gap(S),
            title(news, p),
            gap(XS),
            text(ADVICE if found.story.spoken_text else EMPTY, "body", p.soft, width=width),
            gap(L),
            self._times(found, p, width),
            gap(XL),
        ]
        for part in Part:
            if found.sentences[part]:
                rows += [self._part(found, part, p, width), gap(L)]
        return scroll(rows, look)

    def _times(self, found: Lengths, p: Palette, width: float) -> ft.Control:
        column = (width - XL) / 2
        return ft.Row(
            [
                self._time("Long telling", found.story, "long", p, column),
                self._time("Short telling", found.short, "short", p, column),
            ],
            spacing=XL,
        )

    def _time(
        self, name: str, story: Story, telling: Telling, p: Palette, width: float
    ) -> ft.Control:
        pace = self._window.practice.setting_up.settings.words_per_minute
        words = count_words(story.spoken_text)
        bar = margin_notes.whole(self._s(story), words, pace, BANDS[telling], p, width)
        return ft.Column([heading(name, p), bar], spacing=XS, tight=True, width=width)

    def _part(self, found: Lengths, part: Part, p: Palette, width: float) -> ft.Control:
        rows = [self._row(found.story, one, p, width - 32) for one in found.sentences[part]]
        return ft.Row(
            [
                ft.Container(
                    width=32,
                    content=marker(part.value, p),
                    alignment=ft.Alignment.TOP_LEFT,
                    padding=ft.Padding.only(top=8),
                ),
                ft.Column(rows, spacing=0, tight=True),
            ],
            spacing=0,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )

    def _row(self, story: Story, sentence: str, p: Palette, width: float) -> ft.Control:
        left_out = is_long_only(story, sentence)

        async def clicked(_: object) -> None:
            self._window.start(lambda: self._mark(sentence, not left_out))

        sign = text("○" if left_out else "✓", "strong", p.soft if left_out else p.ink)
        words: list[ft.Control] = [text(sentence, "read", p.faint if left_out else p.ink)]
        if left_out:
            words.append(text(LEFT_OUT, "tiny", p.soft))
        line = ft.Row(
            [
                ft.Container(width=22, content=sign, padding=ft.Padding.only(top=3)),
                ft.Column(words, spacing=0, tight=True, width=width - 22 - 2 * S),
            ],
            spacing=0,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )
        # A button and not a box to tick: the web client gives such a box no tap.
        return ft.Semantics(
            label=f"{LEFT_OUT if left_out else TOLD}: {sentence}",
            button=True,
            exclude_semantics=True,
            on_tap=clicked,
            content=ft.Container(
                content=line,
                width=width,
                padding=ft.Padding.symmetric(horizontal=S, vertical=M / 3),
                border_radius=RADIUS,
                ink=True,
                on_click=clicked,
            ),
        )

    async def _mark(self, sentence: str, long_only: bool) -> None:
        """What is asked for, not its opposite: a browser may tell of one click twice."""
        async with self._saving:
            self._lengths = await self._window.work(
                self._shortening.mark, self._story_id, sentence, long_only
            )
        self._window.redraw()

    def _s(self, story: Story) -> float:
        pace = self._window.practice.setting_up.settings.words_per_minute
        return 60 * count_words(story.spoken_text) / pace
