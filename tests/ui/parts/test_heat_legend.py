import flet as ft

from storybuilder.ui.parts.heat_legend import glyph, legend
from storybuilder.ui.theme import LIGHT
from tests.ui.controls import texts


def test_the_legend_names_each_sign() -> None:
    assert texts(legend(LIGHT))[1:] == ["Strong", "Workable", "Stretch", "Gap", "Set by hand"]
    assert isinstance(glyph("strong", LIGHT), ft.Image)
