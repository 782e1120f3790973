"""Find a story: questions that bring one back; picking one starts its draft."""

import flet as ft

from storybuilder.core.story_prompt import StoryPrompt, grouped
from storybuilder.ui.parts.frame import gap, scroll
from storybuilder.ui.parts.text import heading, link, text, title
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import RADIUS, XL, XS, L, Palette, S

TITLE = "What happened that is worth telling?"
ADVICE = (
    "Read until one of them brings back a day, a place, a face. Pick it, and the program asks for "
    "the rest. Small stories from real work beat grand ones."
)


class FindStory:
    """The prompts in their groups."""

    page = "Stories"

    def __init__(self, window: Window) -> None:
        self._window = window
        self._beginning = window.practice.beginning
        self._beginning_one = False
        self._labels = {one.id: one.label for one in window.practice.competencies}

    async def enter(self) -> None:
        """Nothing is to be loaded: the prompts came with the program."""

    async def leave(self) -> None:
        """Nothing is pending here."""

    async def press(self, key: ft.KeyboardEvent) -> None:
        """Every prompt is reached by Tab."""

    def draw(self) -> ft.Control:
        """Title, advice, and the groups, in two columns where there is room."""
        look = self._window.look
        p, between = look.p, XL
        columns = 2 if look.wide else 1
        width = (look.room - between * (columns - 1)) / columns
        groups = list(grouped(self._beginning.prompts).items())
        halves = [groups[at::columns] for at in range(columns)]
        row = ft.Row(
            [self._column(half, p, width) for half in halves],
            spacing=between,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )
        head: list[ft.Control] = [
            link("Stories", p, lambda e: self._window.go("/stories")),
            gap(S),
            title(TITLE, p),
            gap(XS),
            text(ADVICE, "body", p.soft, width=min(look.room, 720)),
            gap(L),
        ]
        return scroll([*head, row], look)

    def _column(
        self, groups: list[tuple[str, tuple[StoryPrompt, ...]]], p: Palette, width: float
    ) -> ft.Control:
        rows: list[ft.Control] = []
        for name, prompts in groups:
            rows += [heading(name, p), gap(XS)]
            rows += [self._prompt(prompt, p, width) for prompt in prompts]
            rows.append(gap(L))
        return ft.Column(rows, spacing=0, tight=True, width=width)

    def _prompt(self, prompt: StoryPrompt, p: Palette, width: float) -> ft.Control:
        async def picked(_: object) -> None:
            if not self._beginning_one:  # a browser may tell of one click twice
                self._beginning_one = True
                self._window.start(lambda: self._begin(prompt))

        shows = [self._labels.get(id, id) for id in prompt.competencies]
        words = ft.Column(
            [text(prompt.text, "read_small", p.ink), text(" · ".join(shows), "tiny", p.faint)],
            spacing=1,
            tight=True,
        )
        return ft.Semantics(
            label=f"{prompt.text} Often shows {', '.join(shows)}.",
            button=True,
            exclude_semantics=True,
            on_tap=picked,
            content=ft.Container(
                content=words,
                width=width,
                padding=ft.Padding.symmetric(horizontal=S, vertical=6),
                margin=ft.Margin.only(left=-S),
                border_radius=RADIUS,
                ink=True,
                on_click=picked,
            ),
        )

    async def _begin(self, prompt: StoryPrompt) -> None:
        try:
            story = await self._window.work(self._beginning.from_prompt, prompt)
        finally:
            self._beginning_one = False
        self._window.go(f"/stories/{story.id}/draft")
