import re
from xml.etree import ElementTree

import pytest

from storybuilder.core.fit import LEVELS, Level
from storybuilder.ui.map_rows import Line
from storybuilder.ui.parts.heat_tiles import (
    CELL_LEAST,
    CELL_MOST,
    CELL_OF_FEW,
    LABELS_LEAST,
    LINE_LEAST,
    LINE_MOST,
    Mesh,
    hand_tile,
    key_tile,
    mesh_for,
    tiles,
)
from storybuilder.ui.theme import DARK, LIGHT, Palette

MESH = Mesh(label_width=100, cell_width=20, line_height=19, first=0, columns=4)
LINES = (Line("a", ("strong", "workable", "stretch", "gap")), Line("b", ("gap",) * 4))


def paths(svg: str) -> dict[str, list[str]]:
    """What is drawn, by colour: the pieces of its paths."""
    found: dict[str, list[str]] = {}
    for one in ElementTree.fromstring(svg):
        colour = one.get("fill") if one.get("fill") != "none" else one.get("stroke")
        found.setdefault(str(colour), []).extend(re.findall("M[^M]+", str(one.get("d"))))
    return found


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("level", [level for level in LEVELS if level != "gap"])
def test_each_level_but_a_gap_has_a_tile_of_its_colour(level: Level, palette: Palette) -> None:
    drawn = paths(tiles(LINES, MESH, palette))
    tile = next(piece for piece in drawn[palette.fits[level][0]] if "h18.5" in piece)
    left = MESH.left(LEVELS.index(level))
    assert tile.startswith(f"M{left + 0.75:g} 1")


def test_a_gap_is_a_point_and_has_no_tile() -> None:
    drawn = paths(tiles(LINES[1:], MESH, LIGHT))
    assert len(drawn[LIGHT.fits["gap"][1]]) == 4
    assert LIGHT.fits["strong"][0] not in drawn


def test_a_line_without_a_workable_story_is_marked_by_a_triangle() -> None:
    drawn = paths(tiles(LINES, MESH, LIGHT))
    assert len(drawn[LIGHT.signal]) == 1


def test_what_was_set_by_hand_has_a_corner() -> None:
    line = Line("a", ("gap", "gap"), by_hand=frozenset({1}))
    assert len(paths(tiles((line,), MESH, LIGHT))[LIGHT.ink]) == 1
    assert LIGHT.ink not in paths(tiles(LINES, MESH, LIGHT))


def test_only_stories_between_the_edges_are_drawn() -> None:
    part = Mesh(label_width=100, cell_width=20, line_height=19, first=1, columns=2)
    drawn = paths(tiles(LINES[1:], part, LIGHT))
    assert len(drawn[LIGHT.fits["gap"][1]]) == 2


@pytest.mark.parametrize("level", LEVELS)
def test_the_legend_draws_the_same_signs(level: Level) -> None:
    assert LIGHT.fits[level][1] in paths(key_tile(level, LIGHT))
    assert LIGHT.ink in paths(hand_tile(LIGHT))


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        (99, 0, (0, None)),
        (100, 18.9, (0, 0)),
        (100, 19, (1, 0)),
        (179.9, 94.9, (4, 3)),
        (180, 0, None),
        (120, 95, None),
    ],
)
def test_a_point_of_a_block_is_a_line_and_a_story(
    x: float, y: float, expected: tuple[int, int | None] | None
) -> None:
    assert MESH.cell_at(x, y) == expected


def test_after_five_lines_there_is_a_gap() -> None:
    assert [MESH.top(line) for line in (0, 4, 5, 10)] == [0, 76, 99, 198]


@pytest.mark.parametrize(
    ("first", "column", "expected"), [(0, 3, 0), (0, 4, 1), (5, 4, 4), (5, 6, 5), (9, 9, 6)]
)
def test_stories_move_no_further_than_the_chosen_one_needs(
    first: int, column: int, expected: int
) -> None:
    mesh = Mesh(label_width=100, cell_width=20, line_height=19, first=first, columns=4)
    assert mesh.showing(column, 10) == expected


@pytest.mark.parametrize(
    ("stories", "room", "cell", "columns"),
    [
        (1, 678, CELL_OF_FEW, 1),
        (3, 678, CELL_OF_FEW, 3),
        (4, 678, CELL_MOST, 4),
        (19, 678, CELL_LEAST, 19),
        (20, 678, CELL_LEAST, 19),
        (500, 678, CELL_LEAST, 19),
        (20, 528, CELL_LEAST, 14),
    ],
)
def test_cells_are_as_wide_as_the_room_allows(
    stories: int, room: float, cell: float, columns: int
) -> None:
    mesh = mesh_for(stories, 150, room, 500)
    assert (mesh.cell_width, mesh.columns) == (cell, columns)
    assert mesh.width <= room


def test_labels_keep_their_room() -> None:
    assert mesh_for(500, 150, 678, 500).label_width >= LABELS_LEAST


@pytest.mark.parametrize(("lines", "expected"), [(3, LINE_MOST), (150, LINE_LEAST), (0, LINE_MOST)])
def test_a_few_lines_breathe(lines: int, expected: float) -> None:
    assert mesh_for(5, lines, 678, 500).line_height == expected
