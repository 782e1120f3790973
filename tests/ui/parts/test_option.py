import flet as ft
import pytest

from storybuilder.ui.parts.option import option
from storybuilder.ui.theme import LIGHT, ROLES
from tests.ui.controls import button, click, names, texts, walk


def family(made: ft.Control) -> str | None:
    (words,) = (one for one in walk(made) if isinstance(one, ft.Text))
    assert words.style is not None
    return words.style.font_family


@pytest.mark.parametrize("chosen", [True, False])
def test_an_option_is_heard_as_its_words_and_whether_it_is_chosen(chosen: bool) -> None:
    made = option("Built-in", chosen, lambda e: None, LIGHT, 300)
    assert isinstance(made, ft.Semantics)
    assert (names(made), made.checked) == (["Built-in"], chosen)
    assert made.exclude_semantics


def test_an_option_is_chosen_by_a_click_anywhere_on_its_row() -> None:
    chosen: list[str] = []
    made = option("Built-in", False, lambda e: chosen.append("built-in"), LIGHT, 300)
    click(button(made, "Built-in"))
    assert isinstance(made, ft.Semantics)
    assert made.content is not None
    click(made.content)
    assert chosen == ["built-in", "built-in"]


@pytest.mark.parametrize(("chosen", "role"), [(True, "strong"), (False, "body")])
def test_a_chosen_option_differs_in_more_than_its_dot(chosen: bool, role: str) -> None:
    assert family(option("Built-in", chosen, lambda e: None, LIGHT, 300)) == ROLES[role].family


@pytest.mark.parametrize(("chosen", "role"), [(True, "read_mark"), (False, "read")])
def test_a_story_to_choose_is_in_the_voice_of_the_person(chosen: bool, role: str) -> None:
    made = option("Ward", chosen, lambda e: None, LIGHT, 300, role="read", chosen_role="read_mark")
    assert family(made) == ROLES[role].family


def test_a_long_option_stays_on_one_line() -> None:
    made = option("long " * 60, False, lambda e: None, LIGHT, 300)
    (words,) = (one for one in walk(made) if isinstance(one, ft.Text))
    assert (words.max_lines, words.overflow) == (1, ft.TextOverflow.ELLIPSIS)
    assert texts(made) == ["long " * 60]
