import flet as ft

from storybuilder.core.competency import Competency
from storybuilder.ui.parts.competency_chips import chips
from storybuilder.ui.theme import LIGHT
from tests.builders import story
from tests.ui.controls import button, click, texts, walk

THREE = [Competency(id, id.capitalize(), "...") for id in ("conflict", "delivery", "teamwork")]
TOLD = story(primary_competency="delivery", secondary_competencies=("teamwork",))


def test_each_chip_says_whether_the_story_shows_it() -> None:
    shown = walk(chips(THREE, TOLD, print, LIGHT, 600))
    assert [one.semantics_label for one in shown if isinstance(one, ft.Text)] == [
        "Conflict, not shown",
        "Delivery, primary",
        "Teamwork, also shown",
    ]


def test_all_are_offered_in_their_order() -> None:
    assert texts(chips(THREE, TOLD, print, LIGHT, 600)) == ["Conflict", "Delivery", "Teamwork"]


def test_a_click_tells_which() -> None:
    chosen: list[str] = []
    click(button(chips(THREE, TOLD, chosen.append, LIGHT, 600), "Conflict"))
    assert chosen == ["conflict"]
