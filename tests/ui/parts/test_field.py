import flet as ft
import pytest

from storybuilder.ui.parts.field import boxed, colour, field, labelled, named
from storybuilder.ui.theme import DARK, LIGHT, ROLES
from tests.ui.controls import names, texts, walk


def looks(made: ft.TextField) -> tuple[str | None, object, object]:
    assert made.text_style is not None
    return made.text_style.font_family, made.text_style.color, made.cursor_color


def test_a_field_holds_the_words_and_shows_what_belongs_there() -> None:
    made = field("We were late.", "read", "Where was it?", LIGHT)
    assert (made.value, made.hint_text) == ("We were late.", "Where was it?")


@pytest.mark.parametrize(("asked", "multiline"), [({}, True), ({"multiline": False}, False)])
def test_a_field_has_many_lines_unless_told_otherwise(
    asked: dict[str, bool], multiline: bool
) -> None:
    assert field("", "read", "", LIGHT, **asked).multiline == multiline


def test_a_field_is_drawn_without_a_box() -> None:
    made = field("", "read", "", LIGHT)
    assert isinstance(made.border, ft.NoInputBorder)
    assert made.filled is False


def test_words_in_a_field_are_in_the_voice_of_the_person() -> None:
    assert looks(field("", "read", "", LIGHT)) == (
        ROLES["read"].family,
        LIGHT.ink,
        LIGHT.ink,
    )


def test_a_kept_field_takes_new_colours_and_keeps_its_words() -> None:
    made = field("We were late.", "read", "", LIGHT)
    colour(made, "question", DARK)
    assert looks(made) == (ROLES["question"].family, DARK.ink, DARK.ink)
    assert made.value == "We were late."


def test_a_field_hears_every_edit() -> None:
    heard: list[object] = []
    made = field("", "read", "", LIGHT, on_change=heard.append)
    event = ft.Event(name="change", control=made, data="We")
    assert made.on_change is not None
    made.on_change(event)  # type: ignore[call-arg]
    assert heard == [event]


def test_a_field_is_called_by_its_part_although_nothing_says_so_on_screen() -> None:
    made = field("", "read", "Where was it?", LIGHT)
    shown = named(made, "Situation")
    assert (names(shown), made.label) == (["Situation"], None)
    assert any(one is made for one in walk(shown))


def test_a_short_field_is_named_above() -> None:
    made = boxed("140", "", LIGHT, width=120)
    shown = labelled(made, "Words a minute", LIGHT)
    assert (made.value, made.label, made.width) == ("140", None, 120)
    assert (texts(shown), names(shown)) == (["Words a minute"], ["Words a minute"])


def test_a_short_field_shows_the_keyboard_by_a_heavier_line() -> None:
    border = boxed("", "", LIGHT).border
    assert isinstance(border, dict)
    focused, resting = border[ft.ControlState.FOCUSED], border[ft.ControlState.DEFAULT]
    assert isinstance(focused, ft.UnderlineInputBorder)
    assert isinstance(resting, ft.UnderlineInputBorder)
    assert focused.side == ft.BorderSide(2, LIGHT.ink)
    assert resting.side == ft.BorderSide(1, LIGHT.edge)
