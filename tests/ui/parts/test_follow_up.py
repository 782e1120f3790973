import flet as ft
import pytest

from storybuilder.ui.parts.follow_up import follow_up
from storybuilder.ui.report_rows import FollowUpRow
from storybuilder.ui.theme import LIGHT
from tests.ui.controls import names, texts, walk


def row(*, done: bool, message: str = "Add a number.", measure: str = "0 → 2") -> FollowUpRow:
    label = "Last time’s fix: done" if done else "Last time’s fix: not yet"
    return FollowUpRow(
        done=done, label=label, message=message, measure=measure, spoken="All of it."
    )


@pytest.mark.parametrize(("done", "sign"), [(True, "✓"), (False, "–")])
def test_it_says_the_fix_and_what_became_of_it(done: bool, sign: str) -> None:
    shown = row(done=done)
    made = follow_up(shown, LIGHT, 320)
    assert texts(made) == [sign, shown.label, "Add a number.", "0 → 2"]


def test_what_there_is_nothing_to_say_of_is_left_out() -> None:
    made = follow_up(row(done=False, message="", measure=""), LIGHT, 320)
    assert texts(made) == ["–", "Last time’s fix: not yet"]


def test_a_screen_reader_hears_one_sentence() -> None:
    made = follow_up(row(done=True), LIGHT, 320)
    assert isinstance(made, ft.Semantics)
    assert made.exclude_semantics
    assert names(made) == ["All of it."]


def test_it_has_no_ground_of_its_own() -> None:
    made = follow_up(row(done=True), LIGHT, 320)
    assert not [one for one in walk(made) if isinstance(one, ft.Container) and one.bgcolor]
