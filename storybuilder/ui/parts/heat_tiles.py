"""The tiles of a heat map as pictures: five lines at a time, one drawing however many stories.

A control for each of 3 000 cells takes seconds to build and to send; a drawing of five lines takes
a tenth of a millisecond and one message. What a screen reader needs is laid over it: see heat_map.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from storybuilder.core.fit import LEVELS, Level
from storybuilder.ui.map_rows import Line
from storybuilder.ui.theme import XS, Palette

BLOCK = 5
"""After so many lines the eye gets a gap."""
SIGN_WIDTH = 16
RADIUS, STROKE = 4.25, 1.5
LINE_LEAST, LINE_MOST = 19, 26
CELL_LEAST, CELL_MOST, CELL_OF_FEW = 20, 44, 72
LABELS_LEAST, LABELS_LEAST_NARROW, LABELS_MOST = 290, 230, 420
ROOMY_FROM = 640
TIGHT = 48
"""In cells narrower than this the tiles stand 1 apart, else 2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mesh:
    """Where a heat map has its lines and cells, in pixels."""

    label_width: float
    cell_width: float
    line_height: float
    first: int
    """The story in the leftmost column."""
    columns: int
    """How many stories are shown beside each other."""

    @property
    def width(self) -> float:
        """Of a whole line."""
        return self.label_width + self.columns * self.cell_width

    @property
    def block_height(self) -> float:
        """Of five lines and the gap below them."""
        return BLOCK * self.line_height + XS

    def left(self, column: int) -> float:
        """Where the cell of a story begins."""
        return self.label_width + (column - self.first) * self.cell_width

    def top(self, line: int) -> float:
        """Where a line begins, from the top of the first one."""
        block, within = divmod(line, BLOCK)
        return block * self.block_height + within * self.line_height

    def cell_at(self, x: float, y: float) -> tuple[int, int | None] | None:
        """Line within its block, and story, at a point of the block; no story over the words."""
        within = int(y // self.line_height)
        column = int((x - self.label_width) // self.cell_width)
        if not 0 <= within < BLOCK or column >= self.columns:
            return None
        return within, None if x < self.label_width else self.first + column

    def showing(self, column: int, columns: int) -> int:
        """The leftmost story when `column` of `columns` is to be seen, moving no more than need."""
        first = min(max(self.first, column - self.columns + 1), column)
        return max(0, min(first, columns - self.columns))


def mesh_for(stories: int, lines: int, room: float, height: float) -> Mesh:
    """Labels first, as questions are sentences; then cells as wide as what is left allows.

    Where not all stories have room beside each other, a part of them is shown. A few lines in a
    tall window breathe.
    """
    labels = LABELS_LEAST if room >= ROOMY_FROM else LABELS_LEAST_NARROW
    few = stories * CELL_OF_FEW <= room - LABELS_MOST
    fitting = (room - labels) // max(1, stories)
    cell = CELL_OF_FEW if few else max(CELL_LEAST, min(CELL_MOST, fitting))
    columns = max(1, min(stories, int((room - labels) // cell)))
    breathing = (height - math.ceil(lines / BLOCK) * XS) // max(1, lines)
    return Mesh(
        label_width=min(LABELS_MOST, room - columns * cell),
        cell_width=cell,
        line_height=max(LINE_LEAST, min(LINE_MOST, breathing)),
        first=0,
        columns=columns,
    )


def tiles(lines: Sequence[Line], mesh: Mesh, p: Palette) -> str:
    """An SVG of a block of lines: a tile for each level, the sign on it, marks of the hand."""
    ground: dict[str, list[str]] = {level: [] for level in LEVELS}
    signs: dict[str, list[str]] = {level: [] for level in LEVELS}
    hands, bare = [], []
    space = 1.0 if mesh.cell_width >= TIGHT else 0.75
    for at, line in enumerate(lines):
        top = at * mesh.line_height
        if line.bare:
            bare.append(_triangle(SIGN_WIDTH / 2 - 2, top + mesh.line_height / 2))
        for column in range(mesh.first, min(mesh.first + mesh.columns, len(line.levels))):
            level, left = line.levels[column], mesh.left(column)
            wide, high = mesh.cell_width - 2 * space, mesh.line_height - 2
            ground[level].append(f"M{left + space:g} {top + 1:g}h{wide:g}v{high:g}h{-wide:g}z")
            middle = left + mesh.cell_width / 2, top + mesh.line_height / 2
            signs[level].append(_sign(level, *middle))
            if column in line.by_hand:
                hands.append(f"M{left + mesh.cell_width - space:g} {top + 1:g}v6l-6 -6z")
    drawn = [
        *(_path(ground[level], fill=p.fits[level][0]) for level in LEVELS if level != "gap"),
        _path(signs["strong"], fill=p.fits["strong"][1]),
        _path(signs["workable"], fill=p.fits["workable"][1], rule=True),
        _path(signs["stretch"], fill=p.fits["stretch"][1], rule=True),
        _path(signs["gap"], fill=p.fits["gap"][1]),
        _path(hands, fill=p.ink),
        _path(bare, stroke=p.signal),
    ]
    high = BLOCK * mesh.line_height
    return _svg("".join(drawn), mesh.width, high)


def key_tile(level: Level, p: Palette) -> str:
    """One tile with its sign, as the legend shows it."""
    edge = f'<path d="M.5 .5h25v15h-25z" fill="none" stroke="{p.line}"/>' if level == "gap" else ""
    ground = _path(["M0 0h26v16h-26z"], fill=p.fits[level][0])
    sign = _path([_sign(level, 13, 8)], fill=p.fits[level][1], rule=True)
    return _svg(ground + edge + sign, 26, 16)


def hand_tile(p: Palette) -> str:
    """The corner of a tile that was set by hand, as the legend shows it."""
    edge = f'<path d="M.5 .5h25v15h-25z" fill="none" stroke="{p.line}"/>'
    return _svg(edge + _path(["M25 1v7l-7 -7z"], fill=p.ink), 26, 16)


def _sign(level: str, x: float, y: float) -> str:
    """Full disc, half disc, ring, point: told apart in grey and without the tile."""
    outer, inner = RADIUS + STROKE / 2, RADIUS - STROKE / 2
    if level == "strong":
        return _disc(x, y, outer)
    if level == "gap":
        return _disc(x, y, STROKE)
    ring = _disc(x, y, outer) + _disc(x, y, inner)
    if level == "stretch":
        return ring
    # The right half of the hole: what is left of the disc is the left half and the rim.
    return _disc(x, y, outer) + f"M{x:g} {y - inner:g}a{inner:g} {inner:g} 0 0 1 0 {2 * inner:g}z"


def _disc(x: float, y: float, radius: float) -> str:
    arc = f"a{radius:g} {radius:g} 0 1 0"
    return f"M{x:g} {y - radius:g}{arc} 0 {2 * radius:g}{arc} 0 {-2 * radius:g}z"


def _triangle(x: float, y: float) -> str:
    return f"M{x:g} {y - 4:g}l4 7h-8z"


def _path(pieces: list[str], *, fill: str = "none", stroke: str = "", rule: bool = False) -> str:
    if not pieces:
        return ""
    line = f' stroke="{stroke}" stroke-width="1.3"' if stroke else ""
    even = ' fill-rule="evenodd"' if rule else ""
    return f'<path d="{"".join(pieces)}" fill="{fill}"{even}{line}/>'


def _svg(drawn: str, width: float, height: float) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}">{drawn}</svg>'
    )
