"""Stories x questions: one line a question, one column a story, fit told by shape and lightness.

The whole map is one thing to the keyboard. Only the chosen line has controls for its cells, named
for screen readers; the other lines are drawings with one spoken sentence each.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import flet as ft

from storybuilder.ui.map_rows import Line, stories_shown
from storybuilder.ui.parts.heat_legend import legend
from storybuilder.ui.parts.heat_tiles import BLOCK, SIGN_WIDTH, Mesh, tiles
from storybuilder.ui.parts.text import hint, link, style, text
from storybuilder.ui.theme import XS, Palette, S

Cell = tuple[int, int]
"""Line and story."""
WRAPPED_FROM = 56
"""Heads of columns this wide are wrapped; in narrower ones they slant."""
SLANT_RAD, SLANT_HEIGHT, SLANT_LENGTH, SLANT_SIDE = -1.13, 138, 150, 66
HEAD_LINES = 4
PAGE_LINES = 10
EARLIER, LATER = "Earlier stories", "Later stories"
"""What leads to stories beyond the edges; they move the chosen cell as keys do."""
WITH_OTHERS = {"Control Left", "Control Right", "Meta Left", "Meta Right", "Alt Left"}
"""While one of these is held, a key is meant for the window."""
SMALL_FROM = 260
"""Labels at least this wide are set in 14 pixels, else in 13."""


class HeatMap:
    """Drawn once; moving the chosen cell changes a handful of controls."""

    def __init__(
        self,
        lines: Sequence[Line],
        heads: Sequence[str],
        mesh: Mesh,
        p: Palette,
        *,
        height: float,
        chosen: Cell,
        name: Callable[[int, int], str],
        on_choose: Callable[[Cell], None],
        on_key: Callable[[str], None],
        changed: Callable[[list[ft.Control]], None],
    ) -> None:
        """`name` tells a cell to a screen reader; `changed` is told what changes by itself."""
        self._lines, self._heads, self._p = list(lines), tuple(heads), p
        self._name, self._choose, self._changed = name, on_choose, changed
        self._on_key = on_key
        self._view_height, self._scrolled = height, 0.0
        self._focused = False
        self._held: set[str] = set()
        self._titles: dict[int, ft.Text] = {}
        self._cells: dict[int, ft.Semantics] = {}
        self.mesh, self.chosen = mesh, chosen
        self._labels = [self._label(at) for at in range(len(lines))]
        self._pictures = [
            ft.Image(src=self._drawing(block), exclude_from_semantics=True, left=0, top=0)
            for block in range(math.ceil(len(lines) / BLOCK))
        ]
        self._columns_of_words = [
            ft.Column(list(self._labels[at : at + BLOCK]), spacing=0, left=SIGN_WIDTH, top=0)
            for at in range(0, len(lines), BLOCK)
        ]
        self._layers = [self._block(block) for block in range(len(self._pictures))]
        self.heads = ft.Container(content=self._columns())
        self.told = ft.Semantics(live_region=True, label=self._told(), content=ft.Container())
        self.list = ft.ListView(
            [self._touched(block) for block in range(len(self._layers))],
            item_extent=mesh.block_height,
            expand=True,
            spacing=0,
            on_scroll=self._on_scroll,
        )
        self._frame = ft.Container(border=self._edge())
        self._lay_over()
        self.keys = ft.KeyboardListener(
            content=ft.Column([self.list, self.told], spacing=0, expand=True),
            on_key_down=lambda e: self._key_down(e.key),
            on_key_repeat=lambda e: on_key(e.key),
            on_key_up=lambda e: self._key_up(e.key),
        )

    # ------------------------------------------------------------ what the screen asks for
    def choose(self, cell: Cell) -> list[ft.Control]:
        """Move the chosen cell; returns the controls that changed."""
        before, self.chosen = self.chosen, cell
        self.told.label = self._told()
        first = self.mesh.showing(cell[1], len(self._heads))
        if first != self.mesh.first:
            return [self.told, *self._turn_to(first), *self._dress(before[0], cell[0])]
        changed: list[ft.Control] = [self.told, *self._mark(before[1], cell[1])]
        if before[0] == cell[0]:
            self._place_frame()
            return [*changed, *self._select(), self._frame]
        return [*changed, *self._dress(before[0], cell[0]), *self._lay_over(before[0])]

    def set_line(self, at: int, line: Line) -> list[ft.Control]:
        """Show other levels in one line; returns the controls that changed."""
        self._lines[at] = line
        self._dress(at)
        picture = self._pictures[at // BLOCK]
        picture.src = self._drawing(at // BLOCK)
        self.told.label = self._told()
        return [picture, self._labels[at], self.told, *self._lay_over()]

    def stepped(self, key: str) -> Cell | None:
        """The cell that a key leads to; None for a key that does not move."""
        line, column = self.chosen
        moves = {
            "Arrow Up": (line - 1, column),
            "Arrow Down": (line + 1, column),
            "Arrow Left": (line, column - 1),
            "Arrow Right": (line, column + 1),
            "Page Up": (line - PAGE_LINES, column),
            "Page Down": (line + PAGE_LINES, column),
            "Home": (line, 0),
            "End": (line, len(self._heads) - 1),
            EARLIER: (line, self.mesh.first - 1),
            LATER: (line, self.mesh.first + self.mesh.columns),
        }
        if key not in moves:
            return None
        to_line, to_column = moves[key]
        return (
            max(0, min(to_line, len(self._lines) - 1)),
            max(0, min(to_column, len(self._heads) - 1)),
        )

    def scroll_target(self) -> float | None:
        """Where to scroll so that the chosen line is seen; None when it is."""
        top = self.mesh.top(self.chosen[0])
        bottom = top + self.mesh.line_height + XS
        if top < self._scrolled:
            target = top
        elif bottom > self._scrolled + self._view_height:
            target = bottom - self._view_height
        else:
            return None
        self._scrolled = target
        return target

    # ------------------------------------------------------------ what happens to it
    def _touch(self, block: int, e: ft.TapEvent[ft.GestureDetector]) -> None:
        if e.local_position is None:
            return
        found = self.mesh.cell_at(e.local_position.x, e.local_position.y)
        if found is None or block * BLOCK + found[0] >= len(self._lines):
            return
        line, column = block * BLOCK + found[0], found[1]
        self._choose((line, self.chosen[1] if column is None else column))

    def _key_down(self, key: str) -> None:
        if key in WITH_OTHERS:
            self._held.add(key)
        elif key == "Tab":
            self._focus(False)
        elif not self._held:  # Ctrl+S is not S
            self._focus(True)
            self._on_key(key)

    def _key_up(self, key: str) -> None:
        self._held.discard(key)
        # There is no word when the focus comes; the release of the key that brought it is one.
        if key in ("Tab", "Shift Left", "Shift Right"):
            self._focus(True)

    def _focus(self, focused: bool) -> None:
        if self._focused != focused:
            self._focused = focused
            self._frame.border = self._edge()
            self._changed([self._frame])

    def _on_scroll(self, e: ft.OnScrollEvent) -> None:
        self._scrolled = e.pixels
        self._view_height = e.viewport_dimension or self._view_height

    # ------------------------------------------------------------ drawing
    def _drawing(self, block: int) -> str:
        return tiles(self._lines[block * BLOCK : (block + 1) * BLOCK], self.mesh, self._p)

    def _label(self, at: int) -> ft.Semantics:
        words = ft.Text(
            max_lines=1,
            no_wrap=True,
            overflow=ft.TextOverflow.ELLIPSIS,
            width=self.mesh.label_width - SIGN_WIDTH - S,
            height=self.mesh.line_height,
        )
        made = ft.Semantics(
            content=words,
            button=True,
            exclude_semantics=True,
            on_tap=lambda e: self._choose((at, self.chosen[1])),
        )
        self._fill(made, at)
        return made

    def _dress(self, *lines: int) -> list[ft.Control]:
        """Colour the words of some lines anew."""
        for at in set(lines):
            self._fill(self._labels[at], at)
        return [self._labels[at] for at in set(lines)]

    def _mark(self, before: int, after: int) -> list[ft.Control]:
        """Another head is the bold one."""
        if before == after:
            return []
        for column in (before, after):
            self._colour(self._titles[column], column)
        return [self._titles[before], self._titles[after]]

    def _turn_to(self, first: int) -> list[ft.Control]:
        """Show other stories beside each other."""
        self.mesh = replace(self.mesh, first=first)
        for block, picture in enumerate(self._pictures):
            picture.src = self._drawing(block)
        self.heads.content = self._columns()
        for layer, _ in enumerate(self._layers):
            self._layers[layer].controls = self._plain_layers(layer)
        self._lay_over()
        return [self.heads, *self._layers]

    def _fill(self, label: ft.Semantics, at: int) -> None:
        line, chosen, p = self._lines[at], at == self.chosen[0], self._p
        shade = p.signal if line.bare else p.ink if chosen else p.soft
        size = "small" if self.mesh.label_width >= SMALL_FROM else "tiny"
        words = label.content
        assert isinstance(words, ft.Text)
        words.value = line.words
        words.style = style(f"{size}_strong" if line.bare or chosen else size, shade)
        words.style.height = self.mesh.line_height / (words.style.size or 13)
        words.tooltip = hint(line.words, p)
        label.label = line.spoken
        label.selected = chosen

    def _block(self, block: int) -> ft.Stack:
        return ft.Stack(
            self._plain_layers(block), width=self.mesh.width, height=self.mesh.block_height
        )

    def _plain_layers(self, block: int) -> list[ft.Control]:
        return [self._pictures[block], self._columns_of_words[block]]

    def _touched(self, block: int) -> ft.Control:
        return ft.GestureDetector(
            content=self._layers[block],
            on_tap_down=partial(self._touch, block),
            exclude_from_semantics=True,
        )

    def _lay_over(self, before: int | None = None) -> list[ft.Control]:
        """Give the chosen line its named cells and the frame; `before` had them."""
        line = self.chosen[0]
        block, top = line // BLOCK, (line % BLOCK) * self.mesh.line_height
        self._place_frame()
        self._cells = {column: self._named(line, column) for column in self._shown}
        self._layers[block].controls = [
            *self._plain_layers(block),
            self._frame,
            ft.Row(list(self._cells.values()), spacing=0, left=self.mesh.label_width, top=top),
        ]
        if before is None or before // BLOCK == block:
            return [self._layers[block]]
        old = self._layers[before // BLOCK]
        old.controls = self._plain_layers(before // BLOCK)
        return [old, self._layers[block]]

    def _place_frame(self) -> None:
        line, column = self.chosen
        self._frame.left = self.mesh.left(column)
        self._frame.top = (line % BLOCK) * self.mesh.line_height
        self._frame.width, self._frame.height = self.mesh.cell_width, self.mesh.line_height

    def _select(self) -> list[ft.Control]:
        """Another cell of the same line is the chosen one."""
        changed = [
            cell
            for column, cell in self._cells.items()
            if cell.selected != (column == self.chosen[1])
        ]
        for cell in changed:
            cell.selected = not cell.selected
        return [*changed]

    @property
    def _shown(self) -> range:
        """Stories that stand beside each other."""
        return range(self.mesh.first, min(self.mesh.first + self.mesh.columns, len(self._heads)))

    def _named(self, line: int, column: int) -> ft.Semantics:
        return ft.Semantics(
            label=self._name(line, column),
            button=True,
            selected=column == self.chosen[1],
            container=True,
            content=ft.Container(width=self.mesh.cell_width, height=self.mesh.line_height),
            on_tap=lambda e: self._choose((line, column)),
        )

    def _told(self) -> str:
        return self._name(*self.chosen)

    def _edge(self) -> ft.Border:
        return (
            ft.Border.all(width=3, color=self._p.signal)
            if self._focused
            else ft.Border.all(width=2, color=self._p.ink)
        )

    def _columns(self) -> ft.Control:
        """Heads, the legend at their left: wrapped words where there is room, else slanted."""
        mesh = self.mesh
        self._titles = {}
        if mesh.cell_width >= WRAPPED_FROM:
            return ft.Row(
                [
                    ft.Container(
                        width=mesh.label_width,
                        padding=ft.Padding.only(left=SIGN_WIDTH),
                        content=self._corner(),
                    ),
                    *[self._wrapped(column) for column in self._shown],
                ],
                spacing=0,
                vertical_alignment=ft.CrossAxisAlignment.END,
            )
        return ft.Stack(
            [
                *[self._slanted(column) for column in self._shown],
                ft.Container(left=SIGN_WIDTH, bottom=0, content=self._corner()),
            ],
            width=mesh.width + SLANT_SIDE,
            height=SLANT_HEIGHT,
            clip_behavior=ft.ClipBehavior.NONE,
        )

    def _corner(self) -> ft.Control:
        """The legend; above it the way to stories beyond the edges, where there are any."""
        words = stories_shown(self.mesh.first, self.mesh.columns, len(self._heads))
        if not words:
            return legend(self._p)
        earlier = link("‹", self._p, lambda e: self._on_key(EARLIER), name=EARLIER)
        later = link("›", self._p, lambda e: self._on_key(LATER), name=LATER)
        paged = ft.Row([earlier, text(words, "tiny", self._p.soft), later], spacing=XS, tight=True)
        return ft.Column([paged, legend(self._p)], spacing=XS, tight=True)

    def _head(self, column: int, lines: int) -> ft.Text:
        made = ft.Text(
            value=self._heads[column],
            max_lines=lines,
            no_wrap=lines == 1,
            overflow=ft.TextOverflow.ELLIPSIS,
            tooltip=hint(self._heads[column], self._p),
        )
        self._colour(made, column)
        self._titles[column] = made
        return made

    def _colour(self, head: ft.Text, column: int) -> None:
        chosen, p = column == self.chosen[1], self._p
        head.style = style("tiny_strong" if chosen else "tiny", p.ink if chosen else p.soft)

    def _wrapped(self, column: int) -> ft.Control:
        return ft.Container(
            width=self.mesh.cell_width,
            padding=ft.Padding.only(left=2, right=2),
            content=self._head(column, HEAD_LINES),
        )

    def _slanted(self, column: int) -> ft.Control:
        return ft.Container(
            left=self.mesh.left(column) + self.mesh.cell_width * 0.42,
            bottom=0,
            width=SLANT_LENGTH,
            height=17,
            rotate=ft.Rotate(angle=SLANT_RAD, alignment=ft.Alignment.BOTTOM_LEFT),
            alignment=ft.Alignment.BOTTOM_LEFT,
            content=self._head(column, 1),
        )
