import flet as ft

from storybuilder.ui.parts.menu import menu
from storybuilder.ui.theme import LIGHT
from tests.ui.controls import click, texts, walk


def test_the_word_shown_opens_the_choices_and_says_what_is_chosen() -> None:
    done: list[str] = []
    shown = menu(
        "Order",
        "Worst first",
        [
            ("Worst first", lambda e: done.append("worst")),
            ("Best first", lambda e: done.append("best")),
        ],
        LIGHT,
        chosen="Worst first",
    )
    assert isinstance(shown, ft.PopupMenuButton)
    assert [texts(item) for item in shown.items] == [["Worst first"], ["Best first"]]
    spoken = [one.semantics_label for one in walk(shown) if isinstance(one, ft.Text)]
    assert spoken[0] == "Order: Worst first"
    click(shown.items[1])
    assert done == ["best"]


def test_the_choice_in_force_is_bold() -> None:
    shown = menu("Order", "a", [("a", lambda e: None), ("b", lambda e: None)], LIGHT, chosen="b")
    assert isinstance(shown, ft.PopupMenuButton)
    (first,), (second,) = (
        [one for one in walk(item) if isinstance(one, ft.Text)] for item in shown.items
    )
    assert first.style is not None
    assert second.style is not None
    assert (first.style.font_family, second.style.font_family) == ("Sans", "Sans Semibold")
