from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft
import pytest

from storybuilder.ui.parts.buttons import control, primary, quiet
from storybuilder.ui.theme import DARK, LIGHT, Palette
from tests.ui.controls import button, click, names, texts, walk

MAKERS: dict[str, Callable[..., ft.Control]] = {
    "primary": primary,
    "quiet": quiet,
    "control": lambda label, p, act: control(label, "Space", ft.Text("‖"), p, act, width=200),
}
every = pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())


@every
def test_a_button_does_what_it_says(make: Callable[..., ft.Control]) -> None:
    done: list[str] = []
    click(button(make("Record", LIGHT, lambda e: done.append("recorded")), "Record"))
    assert done == ["recorded"]


@every
def test_what_a_button_does_may_take_time(make: Callable[..., ft.Control]) -> None:
    done: list[str] = []

    async def record(_: Any) -> None:
        done.append("recorded")

    click(button(make("Record", LIGHT, record), "Record"))
    assert done == ["recorded"]


@pytest.mark.parametrize("p", [LIGHT, DARK], ids=["light", "dark"])
def test_the_primary_button_is_filled_with_ink(p: Palette) -> None:
    face = primary("Record", p, lambda e: None).style
    assert face is not None
    assert (face.bgcolor, face.color) == (p.ink, p.on_ink)


@pytest.mark.parametrize(("dot", "dots"), [(False, 0), (True, 1)])
def test_only_a_recording_button_has_the_dot(dot: bool, dots: int) -> None:
    made = primary("Record", LIGHT, lambda e: None, dot=dot)
    found = [one for one in walk(made) if getattr(one, "bgcolor", None) == LIGHT.dot_on_ink]
    assert len(found) == dots


@pytest.mark.parametrize(("chosen", "ground"), [(True, LIGHT.sunk), (False, ft.Colors.TRANSPARENT)])
def test_a_chosen_quiet_button_keeps_its_ground(chosen: bool, ground: str) -> None:
    face = quiet("Light", LIGHT, lambda e: None, chosen=chosen).style
    assert face is not None
    assert face.bgcolor == ground


def test_the_focus_ring_is_not_painted_over() -> None:
    face = quiet("Light", LIGHT, lambda e: None).style
    assert face is not None
    assert isinstance(face.overlay_color, dict)
    assert face.overlay_color[ft.ControlState.FOCUSED] == ft.Colors.TRANSPARENT


def test_a_tooltip_and_other_options_reach_the_button() -> None:
    assert primary("Record", LIGHT, lambda e: None, disabled=True).disabled
    assert quiet("No", LIGHT, lambda e: None, autofocus=True).autofocus


def test_a_large_control_shows_its_key_and_is_heard_by_its_word_alone() -> None:
    made = control("Pause", "Space", ft.Text("‖"), LIGHT, _nothing, width=200)
    assert texts(made) == ["‖", "Pause", "Space"]
    assert names(made) == ["Pause"]
    assert all(one.exclude_semantics for one in walk(made) if isinstance(one, ft.Semantics))


def test_a_large_control_is_72_high() -> None:
    made = control("Pause", "Space", ft.Text("‖"), LIGHT, _nothing, width=200)
    assert 72 in [one.height for one in walk(made) if isinstance(one, ft.Container)]


def _nothing(_: Any) -> Awaitable[None] | None:
    return None
