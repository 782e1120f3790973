from dataclasses import dataclass, field
from types import SimpleNamespace

import flet as ft
import pytest

from storybuilder.core.fit import Level
from storybuilder.ui.map_rows import Line
from storybuilder.ui.parts.heat_map import EARLIER, LATER, Cell, HeatMap
from storybuilder.ui.parts.heat_tiles import Mesh, mesh_for
from storybuilder.ui.theme import LIGHT
from tests.ui.controls import click, names, texts, walk

STRONG: Level = "strong"
TITLES = ("Press", "Fuse", "Vote")


@dataclass
class Shown:
    """A map, and what was asked of the screen around it."""

    heat: HeatMap
    chosen: list[Cell] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    changed: list[ft.Control] = field(default_factory=list)

    def press(self, key: str) -> None:
        assert self.heat.keys.on_key_down is not None
        self.heat.keys.on_key_down(SimpleNamespace(key=key))  # type: ignore[arg-type,call-arg]

    def release(self, key: str) -> None:
        assert self.heat.keys.on_key_up is not None
        self.heat.keys.on_key_up(SimpleNamespace(key=key))  # type: ignore[arg-type,call-arg]

    @property
    def cells(self) -> list[str]:
        """The named cells, from the left."""
        named = (one for one in walk(self.heat.list) if isinstance(one, ft.Semantics))
        return [str(one.label) for one in named if one.container]


def shown(lines: int = 12, stories: int = 3, mesh: Mesh | None = None) -> Shown:
    chosen: list[Cell] = []
    keys: list[str] = []
    changed: list[ft.Control] = []
    heat = HeatMap(
        [Line(f"Question {at}", (STRONG,) * stories, spoken=f"Line {at}") for at in range(lines)],
        [TITLES[at % 3] for at in range(stories)],
        mesh or mesh_for(stories, lines, 678, 300),
        LIGHT,
        height=100,
        chosen=(0, 0),
        name=lambda line, story: f"{line}/{story}",
        on_choose=chosen.append,
        on_key=keys.append,
        changed=changed.extend,
    )
    return Shown(heat, chosen, keys, changed)


def narrow() -> Shown:
    """Ten stories, four of them beside each other."""
    mesh = Mesh(label_width=100, cell_width=20, line_height=19, first=0, columns=4)
    return shown(stories=10, mesh=mesh)


def test_each_line_is_told_as_one_sentence_and_the_chosen_one_cell_by_cell() -> None:
    map = shown()
    assert [name for name in names(map.heat.list) if name.startswith("Line")][:2] == [
        "Line 0",
        "Line 1",
    ]
    assert map.cells == ["0/0", "0/1", "0/2"]
    assert map.heat.told.label == "0/0"
    assert map.heat.told.live_region


def test_moving_the_chosen_cell_names_the_cells_of_its_line() -> None:
    map = shown()
    changed = map.heat.choose((7, 2))
    assert map.cells == ["7/0", "7/1", "7/2"]
    assert map.heat.told.label == "7/2"
    assert map.heat.told in changed
    assert len(changed) < 10


def test_moving_changes_no_picture() -> None:
    map = shown()
    assert not any(isinstance(one, ft.Image) for one in map.heat.choose((7, 2)))


@pytest.mark.parametrize(
    ("start", "key", "expected"),
    [
        ((5, 1), "Arrow Up", (4, 1)),
        ((5, 1), "Arrow Down", (6, 1)),
        ((5, 1), "Arrow Left", (5, 0)),
        ((5, 1), "Arrow Right", (5, 2)),
        ((5, 1), "Home", (5, 0)),
        ((5, 1), "End", (5, 2)),
        ((0, 0), "Arrow Up", (0, 0)),
        ((0, 0), "Arrow Left", (0, 0)),
        ((11, 2), "Arrow Down", (11, 2)),
        ((11, 2), "Arrow Right", (11, 2)),
        ((0, 1), "Page Down", (10, 1)),
        ((11, 1), "Page Up", (1, 1)),
        ((5, 1), "X", None),
    ],
)
def test_keys_move_within_the_map(start: Cell, key: str, expected: Cell | None) -> None:
    map = shown()
    map.heat.choose(start)
    assert map.heat.stepped(key) == expected


def test_a_click_on_a_tile_chooses_its_cell_and_one_on_words_the_line() -> None:
    map = shown()
    heat = map.heat
    touched = [one for one in walk(heat.list) if isinstance(one, ft.GestureDetector)]
    for x in (heat.mesh.left(2) + 1, 5):
        where = SimpleNamespace(local_position=ft.Offset(x=x, y=heat.mesh.line_height + 1))
        assert touched[1].on_tap_down is not None
        touched[1].on_tap_down(where)  # type: ignore[arg-type,call-arg]
    assert map.chosen == [(6, 2), (6, 0)]


def test_a_click_below_the_last_line_chooses_nothing() -> None:
    map = shown(lines=6)
    touched = [one for one in walk(map.heat.list) if isinstance(one, ft.GestureDetector)]
    where = SimpleNamespace(local_position=ft.Offset(x=5, y=map.heat.mesh.line_height + 1))
    assert touched[1].on_tap_down is not None
    touched[1].on_tap_down(where)  # type: ignore[arg-type,call-arg]
    assert map.chosen == []


def test_a_key_with_ctrl_is_not_for_the_map() -> None:
    map = shown()
    map.press("Control Left")
    map.press("S")
    map.release("Control Left")
    map.press("W")
    assert map.keys == ["W"]


def test_the_frame_says_that_the_keyboard_is_here() -> None:
    map = shown()
    map.release("Tab")
    (frame,) = map.changed
    assert isinstance(frame, ft.Container)
    assert frame.border == ft.Border.all(width=3, color=LIGHT.signal)
    map.press("Tab")
    assert frame.border == ft.Border.all(width=2, color=LIGHT.ink)
    assert map.keys == []


def test_another_level_is_drawn_in_its_line() -> None:
    map = shown()
    before = [one.src for one in walk(map.heat.list) if isinstance(one, ft.Image)]
    map.heat.set_line(6, Line("Question 6", ("gap",) * 3, spoken="Nothing answers it"))
    after = [one.src for one in walk(map.heat.list) if isinstance(one, ft.Image)]
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, False, True]
    assert "Nothing answers it" in names(map.heat.list)


def test_the_list_follows_the_chosen_line_only_when_it_is_not_seen() -> None:
    map = shown(lines=30)
    high = map.heat.mesh.line_height
    targets = []
    for line in (1, 20, 19, 0):
        map.heat.choose((line, 0))
        targets.append(map.heat.scroll_target())
    seen = 100  # pixels
    assert targets == [None, map.heat.mesh.top(20) + high + 4 - seen, None, 0]


def test_a_scrolled_list_is_remembered() -> None:
    map = shown(lines=30)
    assert map.heat.list.on_scroll is not None
    scrolled = SimpleNamespace(pixels=300.0, viewport_dimension=100.0)
    map.heat.list.on_scroll(scrolled)  # type: ignore[arg-type,call-arg]
    assert map.heat.scroll_target() == 0


def test_stories_beyond_the_edges_come_in_as_they_are_chosen() -> None:
    map = narrow()
    assert map.cells == ["0/0", "0/1", "0/2", "0/3"]
    map.heat.choose((0, 5))
    assert map.cells == ["0/2", "0/3", "0/4", "0/5"]
    assert "stories 3 to 6 of 10" in texts(map.heat.heads)


def test_the_mouse_reaches_stories_beyond_the_edges() -> None:
    map = narrow()
    links = [one for one in walk(map.heat.heads) if isinstance(one, ft.TextButton)]
    for one in links:
        click(one)
    assert map.keys == [EARLIER, LATER]
    assert map.heat.stepped(LATER) == (0, 4)
    assert map.heat.stepped(EARLIER) == (0, 0)


def test_the_heads_are_the_titles_and_the_chosen_one_is_bold() -> None:
    map = shown()
    map.heat.choose((0, 1))
    heads = [one for one in walk(map.heat.heads) if isinstance(one, ft.Text)]
    bold = [one.value for one in heads if one.style and one.style.font_family == "Sans Semibold"]
    assert bold == ["Fuse"]
