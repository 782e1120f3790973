"""Beside the plan: the loops, what could not be as one would wish, and what each story carries."""

from collections.abc import Callable, Sequence

import flet as ft

from storybuilder.core.story import StoryId
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.text import heading, hint, link, text
from storybuilder.ui.plan_rows import LoadRow, LoopRows, ShareRow
from storybuilder.ui.theme import XS, L, M, Palette, S

HEARD_WIDTH, COUNT_WIDTH = 100, 24
WORDS_WIDTH = 124


def loops_view(rows: LoopRows, p: Palette, width: float) -> ft.Control:
    """The share of interviews that the stories survive, and what hangs on which story."""
    figure = ft.Semantics(
        label=f"{rows.figure} {rows.words}",
        exclude_semantics=True,
        content=ft.Column(
            [text(rows.figure, "title", p.ink), text(rows.words, "small", p.ink)],
            spacing=2,
            tight=True,
        ),
    )
    drawn: list[ft.Control] = [heading("Loops", p, "random interviews"), gap(XS), figure]
    if rows.unmet:
        drawn.append(text(rows.unmet, "small", p.soft))
    for name, shares, role in (
        ("Carries most", rows.carried, "read_small"),
        ("One more story would help most", rows.helped, "small"),
    ):
        if shares:
            drawn += [gap(S), text(name, "small_strong", p.ink)]
            drawn += [_share(row, role, p, width) for row in shares]
    return ft.Column(drawn, spacing=XS, tight=True, width=width)


def loops_said(words: str, p: Palette, width: float) -> ft.Control:
    """In place of the loops: that they run, or that there is nothing to run."""
    return ft.Column(
        [heading("Loops", p, "random interviews"), text(words, "small", p.soft)],
        spacing=XS,
        tight=True,
        width=width,
    )


def conflicts_view(conflicts: Sequence[str], p: Palette, width: float) -> ft.Control:
    """Why the plan is not what each question by itself would like best."""
    return ft.Column(
        [heading("Conflicts", p), *[text(words, "small", p.ink) for words in conflicts]],
        spacing=S,
        tight=True,
        width=width,
    )


def loads_view(
    rows: Sequence[LoadRow], turn: Callable[[StoryId], None], p: Palette, width: float
) -> ft.Control:
    """What each story carries, and whether this employer has heard it."""
    most = f"first for {rows[0].share} at most" if rows else ""
    return ft.Column(
        [heading("Stories", p, most), gap(XS), *[_load(row, turn, p, width) for row in rows]],
        spacing=0,
        tight=True,
        width=width,
    )


def _load(row: LoadRow, turn: Callable[[StoryId], None], p: Palette, width: float) -> ft.Control:
    heard = "✓ Told here" if row.told_here else "Told here?"
    turned = "It was not told here" if row.told_here else "It was told here"
    return ft.Row(
        [
            _cut(row.title, "read_small", p, width - COUNT_WIDTH - HEARD_WIDTH),
            ft.Container(width=COUNT_WIDTH, content=text(str(row.count), "small_strong", p.ink)),
            ft.Container(
                width=HEARD_WIDTH,
                content=link(
                    heard,
                    p,
                    lambda e: turn(row.id),
                    role="tiny",
                    color=p.ink if row.told_here else p.soft,
                    name=f"{row.spoken}. {turned}",
                    end=True,
                ),
            ),
        ],
        spacing=0,
        width=width,
    )


def _share(row: ShareRow, role: str, p: Palette, width: float) -> ft.Control:
    return ft.Row(
        [
            _cut(row.label, role, p, width - WORDS_WIDTH - M),
            ft.Container(
                width=WORDS_WIDTH,
                content=text(row.words, "small", p.soft, no_wrap=True),
                alignment=ft.Alignment.CENTER_RIGHT,
            ),
        ],
        spacing=M,
        width=width,
        height=L + 2,
    )


def _cut(words: str, role: str, p: Palette, width: float) -> ft.Control:
    return text(
        words,
        role,
        p.ink,
        max_lines=1,
        no_wrap=True,
        overflow=ft.TextOverflow.ELLIPSIS,
        width=width,
        tooltip=hint(words, p),
    )
