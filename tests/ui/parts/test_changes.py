import flet as ft

from storybuilder.core.diff import Run, TextChange
from storybuilder.ui.parts.changes import SAME, changes_of, told
from storybuilder.ui.theme import LIGHT
from tests.ui.controls import names, texts, walk

CHANGE = TextChange("Task", (Run("same", "Halve"), Run("removed", "it"), Run("added", "all")))


def marked(control: ft.Control, words: str) -> ft.TextDecoration | None:
    """The sign on some words."""
    spans = (one for one in walk(control) if isinstance(one, ft.TextSpan) and one.text == words)
    style = next(spans).style
    assert style is not None
    return style.decoration


def test_words_that_went_and_came_differ_in_shape() -> None:
    shown = changes_of([CHANGE], LIGHT, 400)
    assert marked(shown, "Halve") is None
    assert marked(shown, "it") is ft.TextDecoration.LINE_THROUGH
    assert marked(shown, "all") is ft.TextDecoration.UNDERLINE


def test_the_two_signs_are_explained_with_themselves() -> None:
    shown = changes_of([CHANGE], LIGHT, 400)
    assert marked(shown, "then only") is ft.TextDecoration.LINE_THROUGH
    assert marked(shown, "now only") is ft.TextDecoration.UNDERLINE


def test_spaces_between_words_carry_no_sign() -> None:
    assert marked(changes_of([CHANGE], LIGHT, 400), " ") is None


def test_a_screen_reader_is_told_what_went_and_what_came() -> None:
    assert told(CHANGE) == "Task: removed “it”; added “all”"
    assert told(CHANGE) in names(changes_of([CHANGE], LIGHT, 400))


def test_a_lost_line_end_is_not_read_out() -> None:
    assert told(TextChange("Task", (Run("removed", "\n"), Run("added", "a")))) == "Task: added “a”"


def test_without_a_change_it_says_so() -> None:
    assert texts(changes_of([], LIGHT, 400)) == [SAME]
