import flet as ft
import pytest

from storybuilder.ui.labels import NO_BREAK
from storybuilder.ui.parts.text import (
    focus_ring,
    heading,
    hint,
    key,
    link,
    prose,
    style,
    text,
    title,
)
from storybuilder.ui.theme import FALLBACK, LIGHT, ROLES
from tests.ui.controls import button, click, texts, walk


def levels(control: ft.Control) -> list[int | None]:
    return [one.heading_level for one in walk(control) if isinstance(one, ft.Semantics)]


@pytest.mark.parametrize("role", ROLES)
def test_a_role_brings_its_face_and_what_stands_in_for_missing_signs(role: str) -> None:
    made = style(role, LIGHT.ink)
    step = ROLES[role]
    assert (made.font_family, made.size, made.height) == (step.family, step.size, step.height)
    assert made.font_family_fallback == FALLBACK


def test_no_style_asks_for_a_weight_that_would_be_faked() -> None:
    assert all(style(role, LIGHT.ink).weight is None for role in ROLES)


def test_a_text_keeps_its_units_on_one_line() -> None:
    assert text("12 s over", "body", LIGHT.ink).value == f"12{NO_BREAK}s over"


def test_prose_is_one_paragraph_in_several_voices() -> None:
    made = prose([("You said ", "body", LIGHT.soft), ("50 %", "read_mark", LIGHT.signal)])
    assert texts(made) == ["You said ", "50 %"]
    styles = [span.style for span in made.spans or [] if span.style]
    assert [one.color for one in styles] == [LIGHT.soft, LIGHT.signal]


def test_a_title_is_the_first_heading_and_a_section_the_second() -> None:
    assert levels(title("Two stories.", LIGHT)) == [1]
    assert levels(heading("What you said", LIGHT)) == [2]


@pytest.mark.parametrize(("note", "said"), [("", ["Draft"]), ("kept", ["Draft", "kept"])])
def test_a_heading_has_room_for_a_note(note: str, said: list[str]) -> None:
    assert texts(heading("Draft", LIGHT, note)) == said


def test_a_hint_is_not_read_into_the_name_of_its_control() -> None:
    made = hint("Ctrl+R", LIGHT)
    assert (made.message, made.exclude_from_semantics) == ("Ctrl+R", True)


def test_a_link_is_underlined_words_that_lead_somewhere() -> None:
    gone: list[str] = []
    made = link("Stories", LIGHT, lambda e: gone.append("stories"))
    click(button(made, "Stories"))
    (words,) = (one for one in walk(made) if isinstance(one, ft.Text))
    assert gone == ["stories"]
    assert words.style is not None
    assert words.style.decoration == ft.TextDecoration.UNDERLINE


@pytest.mark.parametrize(("name", "heard"), [("", None), ("Undo deletion", "Undo deletion")])
def test_a_link_may_be_named_for_those_who_only_hear_it(name: str, heard: str | None) -> None:
    made = link("Undo", LIGHT, lambda e: None, name=name)
    assert [one.semantics_label for one in walk(made) if isinstance(one, ft.Text)] == [heard]


@pytest.mark.parametrize(
    ("end", "side"), [(False, ft.Alignment.CENTER_LEFT), (True, ft.Alignment.CENTER_RIGHT)]
)
def test_a_short_link_stands_at_the_edge_it_belongs_to(end: bool, side: ft.Alignment) -> None:
    made = link("Done", LIGHT, lambda e: None, end=end)
    assert isinstance(made, ft.TextButton)
    assert made.style is not None
    assert made.style.alignment == side


@pytest.mark.parametrize(("rest", "width"), [("", 0), (LIGHT.edge, 1)])
def test_the_keyboard_shows_as_a_ring(rest: str, width: float) -> None:
    ring = focus_ring(LIGHT, rest)
    focused, resting = ring[ft.ControlState.FOCUSED], ring[ft.ControlState.DEFAULT]
    assert (focused.width, focused.color) == (3, LIGHT.signal)
    assert resting.width == width


def test_a_key_is_named_quietly() -> None:
    made = key("Space", LIGHT)
    assert texts(made) == ["Space"]
    assert made.style is not None
    assert made.style.color == LIGHT.faint
