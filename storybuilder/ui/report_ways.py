"""What can be asked about a take: by cards made here, and by the coach where there is a key."""

from collections.abc import Callable

import flet as ft

from storybuilder.core.coaching.help import HELP_WORDS, Help
from storybuilder.core.take import TakeId
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.text import heading, link, text
from storybuilder.ui.theme import L, M, Palette, S

HEAD, CARDS = "What they may ask next", "Probe cards"
MADE_HERE = "Made here, from what this take leaves open."
COACH, PREVIEW = "Coach", "you see what would be sent first"
ABOVE = "or go by the report above"
OF_A_TAKE = (Help.NEXT_QUESTION, Help.PROBE, Help.REVIEW)
Go = Callable[[str], None]


def report_ways(
    take_id: TakeId, has_key: bool, go: Go, p: Palette, width: float
) -> list[ft.Control]:
    """The cards always; the coach's ways below them, each beside what does it without."""
    cards = f"/probe/take/{take_id}"
    rows: list[ft.Control] = [
        heading(HEAD, p),
        gap(S),
        text(MADE_HERE, "small", p.soft, width=width),
        ft.Row([link(CARDS, p, lambda e: go(cards), role="small_strong", color=p.ink)]),
    ]
    if has_key:
        rows += [gap(L), heading(COACH, p, PREVIEW)]
        for help in OF_A_TAKE:
            rows += [gap(M), _way(help, take_id, cards, go, p, width)]
    return rows


def _way(help: Help, take_id: TakeId, cards: str, go: Go, p: Palette, width: float) -> ft.Control:
    words, route = HELP_WORDS[help], f"/coach/{help.value}/take/{take_id}"
    name = link(words.name, p, lambda e: go(route), role="small_strong", color=p.ink)
    instead: list[ft.Control] = (
        [text(ABOVE, "small", p.soft)]
        if help is Help.REVIEW
        else [
            text("or", "small", p.faint),
            link(CARDS, p, lambda e: go(cards), name=f"{CARDS}, without the coach"),
        ]
    )
    return ft.Column(
        [
            ft.Row([name, *instead], spacing=S, wrap=True, run_spacing=0, width=width),
            text(words.does, "small", p.soft, width=width),
        ],
        spacing=0,
        tight=True,
        width=width,
    )
