"""A quotation: words between marks, with what plays them under it."""

import flet as ft

from storybuilder.ui.parts.quotation import quotation
from storybuilder.ui.theme import LIGHT
from tests.ui.controls import texts


def test_words_stand_between_one_pair_of_marks_on_one_line() -> None:
    (said,) = texts(quotation(" “I said “no”\n twice” ", [], LIGHT, 400))
    assert said == "“I said ‘no’ twice”"


def test_what_plays_the_words_stands_behind_them() -> None:
    assert texts(quotation("I ran.", [ft.Text("Listen")], LIGHT, 400)) == ["“I ran.”", "Listen"]
