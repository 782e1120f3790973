from dataclasses import replace

import flet as ft
import pytest

from storybuilder.ui.parts.frame import LAST_PAGE, PAGES, Look, gap, hairline, scroll, shell
from storybuilder.ui.theme import LIGHT, WIDEST
from tests.ui.controls import button, click, texts, walk

LOOK = Look(LIGHT, 1280, 800)
widths = pytest.mark.parametrize("width", [900, 1079, 1080, 2000])


def framed(width: float, chosen: str = "Stories") -> ft.Control:
    return shell(ft.Text("content"), chosen, replace(LOOK, width=width), lambda label: None)


@pytest.mark.parametrize(
    ("width", "wide", "room"),
    [
        (900, False, 844),
        (1079, False, 1023),
        (1080, True, 844),
        (1280, True, 1044),
        (2000, True, WIDEST),
    ],
)
def test_the_room_follows_the_window_up_to_a_limit(width: float, wide: bool, room: float) -> None:
    look = replace(LOOK, width=width)
    assert (look.wide, look.room) == (wide, room)


@pytest.mark.parametrize(("width", "margins"), [(900, 56), (1079, 56), (1080, 88), (2000, 88)])
def test_a_scrolling_screen_has_margins_and_the_room_between(width: float, margins: float) -> None:
    made = scroll([ft.Text("content")], replace(LOOK, width=width))
    padding = next(one.padding for one in walk(made) if isinstance(one, ft.Container))
    assert isinstance(padding, ft.Padding)
    assert padding.left + padding.right == margins
    inner = [one.width for one in walk(made) if isinstance(one, ft.Column)]
    assert replace(LOOK, width=width).room in inner


def test_a_screen_scrolls_as_one_page() -> None:
    made = scroll([ft.Text("content")], LOOK)
    assert isinstance(made, ft.Column)
    assert (made.scroll, made.expand) == (ft.ScrollMode.AUTO, True)


@widths
def test_every_page_and_the_screen_are_there_at_every_width(width: float) -> None:
    said = texts(framed(width))
    assert {*PAGES, LAST_PAGE, "content"} <= set(said)


@widths
@pytest.mark.parametrize("chosen", [*PAGES, LAST_PAGE])
def test_exactly_the_chosen_page_is_selected(width: float, chosen: str) -> None:
    items = [one for one in walk(framed(width, chosen)) if isinstance(one, ft.Semantics)]
    assert [texts(one)[0] for one in items if one.selected] == [chosen]
    assert all(one.button for one in items)


@widths
@pytest.mark.parametrize("label", [*PAGES, LAST_PAGE])
def test_a_page_in_the_frame_leads_there(width: float, label: str) -> None:
    gone: list[str] = []
    made = shell(ft.Text("content"), "Stories", replace(LOOK, width=width), gone.append)
    click(button(made, label))
    assert gone == [label]


def test_a_screen_of_no_page_selects_none() -> None:
    items = [one for one in walk(framed(1280, "")) if isinstance(one, ft.Semantics)]
    assert [one.selected for one in items] == [False] * len((*PAGES, LAST_PAGE))


def test_a_gap_takes_only_the_room_it_is_given() -> None:
    assert (gap(20).height, gap(20).width) == (20, None)
    assert (gap(0, 40).height, gap(0, 40).width) == (None, 40)


def test_a_hairline_is_one_pixel_of_no_meaning() -> None:
    assert (hairline(LIGHT, 300).height, hairline(LIGHT, 300).bgcolor) == (1, LIGHT.line)


def test_a_rail_ends_with_what_leaves_this_computer() -> None:
    made = shell(ft.Text("content"), "Stories", LOOK, lambda label: None, "Takes go to nas.local.")
    assert texts(made)[-2:] == ["Takes go to nas.local.", "content"]
