import flet as ft

from storybuilder.core.competency import Competency
from storybuilder.core.proposal import Proposal
from storybuilder.ui.parts.competency_chips import chips, proposed_chips
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


QUOTED = (Proposal("delivery", ("two days", "the very last of all deadlines")),)


def test_a_proposal_is_shown_with_the_words_that_made_it() -> None:
    shown = proposed_chips(THREE, QUOTED, print, LIGHT, 600)
    assert texts(shown) == ["Suggested:", "Delivery", " — “two days”, “the very last of …”"]


def test_a_proposal_tells_a_screen_reader_what_a_click_does() -> None:
    shown = walk(proposed_chips(THREE, QUOTED, print, LIGHT, 600))
    labels = [one.semantics_label for one in shown if isinstance(one, ft.Text)]
    assert labels[1] == "Add Delivery, suggested by “two days”, “the very last of …”"


def test_a_click_on_a_proposal_confirms_it() -> None:
    chosen: list[str] = []
    click(button(proposed_chips(THREE, QUOTED, chosen.append, LIGHT, 600), "Delivery"))
    assert chosen == ["delivery"]


def test_nothing_is_said_where_nothing_known_is_proposed() -> None:
    assert texts(proposed_chips(THREE, (), print, LIGHT, 600)) == []
    gone = (Proposal("gone", ("words",)),)
    assert texts(proposed_chips(THREE, gone, print, LIGHT, 600)) == []
