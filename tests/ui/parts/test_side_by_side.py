import flet as ft
import pytest

from storybuilder.ui.parts.side_by_side import column_width, heads, part_said
from storybuilder.ui.parts.text import text
from storybuilder.ui.report_rows import Run
from storybuilder.ui.theme import LIGHT
from tests.ui.controls import texts, walk

SAID = [(text("0:00–0:24", "tiny", LIGHT.faint), (Run("We had "), Run("41", "number")))]


def test_each_take_says_its_words_with_their_marks() -> None:
    shown = part_said("situation", SAID, SAID, LIGHT, 1000)
    assert texts(shown) == ["S", "0:00–0:24", "We had ", "41", "0:00–0:24", "We had ", "41"]


def test_a_take_that_said_nothing_of_a_part_says_so_in_its_place() -> None:
    shown = part_said("result", "Not told in take 2.", SAID, LIGHT, 1000)
    assert texts(shown)[:2] == ["R", "Not told in take 2."]


def test_passages_that_others_came_between_stand_apart() -> None:
    shown = part_said("action", [*SAID, *SAID], "Not told in take 3.", LIGHT, 1000)
    assert texts(shown).count("0:00–0:24") == 2


def test_talk_of_no_part_is_shown_as_well() -> None:
    assert texts(part_said("other", SAID, SAID, LIGHT, 1000))[0] == "–"


@pytest.mark.parametrize("width", [844, 1044, 1120])
def test_both_takes_have_the_same_room(width: float) -> None:
    row = heads(text("Take 1", "small", LIGHT.ink), text("Take 2", "small", LIGHT.ink), width)
    wide = [one.width for one in walk(row) if isinstance(one, ft.Container)]
    assert sum(float(one or 0) for one in wide) == pytest.approx(width)
    assert wide.count(column_width(width)) == 2
