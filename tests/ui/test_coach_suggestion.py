from pathlib import Path

import flet as ft

from storybuilder.core.coaching.answer import Shown
from storybuilder.core.story import Story
from storybuilder.ui.coach_suggestion import NONE, CoachSuggestion
from storybuilder.ui.theme import LIGHT
from tests.ui.coach_desk import ID, ScriptedCoach, coached_in, told
from tests.ui.controls import button, texts
from tests.ui.still_window import StillWindow, on_a_loop

SHOWN = [Shown("delivery", "I cut the scope by half"), Shown("teamwork", "we were late")]


def suggested(
    folder: Path, shown: list[Shown], dropped: int = 0, **fields: object
) -> tuple[StillWindow, ft.Control]:
    window = StillWindow(coached_in(folder, ScriptedCoach()))
    base = window.practice.drafting.put(told(**fields))
    seen = CoachSuggestion(window, base, shown, dropped)
    return window, ft.Column(seen.draw(LIGHT, 900))


async def confirm(window: StillWindow, drawn: ft.Control, label: str) -> Story:
    await window.push(button(drawn, label))
    await window.rest()
    return window.practice.drafting.story(ID)


@on_a_loop
async def test_one_click_confirms_one_and_undo_takes_it_back(tmp_path: Path) -> None:
    window, drawn = suggested(tmp_path, SHOWN)
    assert (await confirm(window, drawn, "Delivery")).primary_competency == "delivery"
    assert "✓ Delivery" in texts(drawn)
    story = await confirm(window, drawn, "Teamwork")
    assert story.secondary_competencies == ("teamwork",)
    await window.undone()
    assert window.practice.drafting.story(ID).secondary_competencies == ()


@on_a_loop
async def test_it_says_how_many_there_are(tmp_path: Path) -> None:
    window = StillWindow(coached_in(tmp_path, ScriptedCoach()))
    said = [CoachSuggestion(window, told(), SHOWN[:many], 0).news for many in range(3)]
    assert said == ["", "One competency seen.", "Two competencies seen."]


@on_a_loop
async def test_what_the_story_shows_already_is_not_offered(tmp_path: Path) -> None:
    _, drawn = suggested(tmp_path, SHOWN, primary_competency="delivery")
    assert "✓ Delivery" in texts(drawn)


@on_a_loop
async def test_one_chosen_elsewhere_meanwhile_is_only_marked(tmp_path: Path) -> None:
    window, drawn = suggested(tmp_path, SHOWN)
    present = told(primary_competency="delivery")
    window.practice.drafting.revise(told(), present)
    assert (await confirm(window, drawn, "Delivery")).secondary_competencies == ()
    assert window.notices == []


@on_a_loop
async def test_unknown_and_unquoted_ones_are_counted_as_left_out(tmp_path: Path) -> None:
    _, drawn = suggested(tmp_path, [Shown("telepathy", "we were late")], 2)
    assert {NONE, "3 suggestions left out: not in your words."} <= set(texts(drawn))
