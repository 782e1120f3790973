import flet as ft
import pytest

from storybuilder.ui.parts.marker import marker
from storybuilder.ui.theme import LIGHT, PARTS, ROLES


def letter(made: ft.Container) -> ft.Text:
    assert isinstance(made.content, ft.Text)
    return made.content


@pytest.mark.parametrize(
    ("part", "sign", "heard"),
    [
        ("situation", "S", "Situation"),
        ("task", "T", "Task"),
        ("action", "A", "Action"),
        ("result", "R", "Result"),
        ("other", "–", "Other"),
    ],
)
def test_a_marker_is_a_letter_and_is_heard_as_the_part(part: str, sign: str, heard: str) -> None:
    shown = letter(marker(part, LIGHT))
    assert (shown.value, shown.semantics_label) == (sign, heard)


@pytest.mark.parametrize("part", PARTS)
def test_a_marker_stands_on_the_colour_of_its_part(part: str) -> None:
    assert marker(part, LIGHT).bgcolor == LIGHT.parts[part]


def test_talk_of_no_part_has_no_colour() -> None:
    assert marker("other", LIGHT).bgcolor == LIGHT.sunk


@pytest.mark.parametrize("size", [12, 16, 20, 40])
def test_the_letter_of_a_small_marker_can_still_be_read(size: float) -> None:
    style = letter(marker("task", LIGHT, size)).style
    assert style is not None
    assert style.size is not None
    assert style.size >= ROLES["tiny"].size
