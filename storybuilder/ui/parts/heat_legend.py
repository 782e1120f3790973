"""What the signs of a heat map mean."""

import flet as ft

from storybuilder.core.fit import LEVELS, Level
from storybuilder.ui.parts.heat_tiles import hand_tile, key_tile
from storybuilder.ui.parts.text import text
from storybuilder.ui.theme import Palette, S


def glyph(level: Level, p: Palette) -> ft.Control:
    """One tile with its sign, beside the level's name."""
    return ft.Image(src=key_tile(level, p), width=26, height=16, exclude_from_semantics=True)


def legend(p: Palette) -> ft.Control:
    """The four levels as drawn in the map, and the mark of the hand."""

    def item(picture: ft.Control, word: str) -> ft.Control:
        return ft.Row([picture, text(word, "tiny", p.soft)], spacing=S - 2, tight=True)

    items = [item(glyph(level, p), level.capitalize()) for level in LEVELS]
    hand = ft.Image(src=hand_tile(p), width=26, height=16, exclude_from_semantics=True)
    pairs = [
        ft.Row([ft.Container(content=left, width=104), right], spacing=0, tight=True)
        for left, right in ((items[0], items[1]), (items[2], items[3]))
    ]
    keys = text("Arrows move, Enter says why", "tiny", p.faint)
    return ft.Column([keys, *pairs, item(hand, "Set by hand")], spacing=S - 2, tight=True)
