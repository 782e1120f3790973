from pathlib import Path

import flet as ft
import pytest

from storybuilder.core.question import QuestionId
from storybuilder.practice import Practice
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.plan import PlanScreen
from storybuilder.ui.theme import DARK
from tests.ui.controls import box, click, names, submit, texts, walk
from tests.ui.still_window import StillWindow, on_a_loop, practice_in
from tests.ui.test_story_map import FUSE, PRESS

ARGUED = "A conflict with someone you worked with and how it was settled"


def practice_with(folder: Path, stories: int = 2) -> Practice:
    practice = practice_in(folder)
    for one in (PRESS, FUSE)[:stories]:
        practice.drafting.put(one)
    return practice


async def opened(folder: Path, stories: int = 2, look: Look | None = None) -> StillWindow:
    """The plan, with these stories."""
    window = StillWindow(practice_with(folder, stories))
    if look is not None:
        window.look = look
    await window.show(PlanScreen(window))
    return window


async def choose(window: StillWindow, menu: str, item: str) -> None:
    """Open the menu that shows these words and click an item."""
    menus = (one for one in walk(window.drawn) if isinstance(one, ft.PopupMenuButton))
    found = next(one for one in menus if menu in texts(one)[:1])
    click(next(one for one in found.items if item in texts(one)[0]))
    await window.rest()


def asked(window: StillWindow) -> int:
    """How many questions the plan has."""
    return sum(words == "Leave out" for words in window.seen)


@on_a_loop
async def test_the_most_common_questions_each_get_a_story(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    assert asked(window) == 12
    assert ARGUED in window.seen
    assert any(name.startswith("Rehearse The press, strong") for name in window.heard)


@on_a_loop
async def test_without_a_story_it_leads_to_the_stories(tmp_path: Path) -> None:
    window = await opened(tmp_path, stories=0)
    assert "No story to plan with yet." in window.seen
    await window.click("Stories")
    assert window.went == ["/stories"]


@on_a_loop
async def test_the_loops_follow_the_plan(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    assert any(name.endswith("no story told twice.") for name in window.heard)
    assert any(words.endswith("questions without a story.") for words in window.seen)


@on_a_loop
async def test_conflicts_are_told(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    assert "Conflicts" in window.seen
    assert any(words.startswith("No story answers ") for words in window.seen)


@pytest.mark.parametrize("look", [Look(DARK, 900, 640), Look(DARK, 1680, 1000)])
@on_a_loop
async def test_it_is_drawn_in_every_size(tmp_path: Path, look: Look) -> None:
    assert asked(await opened(tmp_path, look=look)) == 12


@on_a_loop
async def test_a_story_of_the_plan_is_rehearsed_for_its_question(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    await window.click("The press")
    assert window.went[0].startswith("/rehearse/press/question/")


@on_a_loop
async def test_another_number_of_questions_is_planned(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    await choose(window, "The 12 most common questions", "The 8 most common")
    assert asked(window) == 8


@on_a_loop
async def test_a_framework_is_planned_for_by_its_principles(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    await choose(window, "The 12 most common questions", "Amazon")
    assert "Ownership" in window.seen
    assert asked(window) == 0
    await window.click("The press")
    assert window.went == ["/rehearse/press"]


@on_a_loop
async def test_a_larger_share_lets_a_story_take_more(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    await choose(window, "An even share each", "Two more each")
    assert "first for 8 at most" in window.seen


@on_a_loop
async def test_a_question_is_left_out_and_comes_back_by_undo(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    await window.click("Leave out")
    assert asked(window) == 11
    assert "Your choice (11)" in window.seen
    await window.undone()
    assert asked(window) == 12


@on_a_loop
async def test_the_last_question_left_out_leaves_a_plan_without_questions(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    await choose(window, "The 12 most common questions", "The 8 most common")
    for _ in range(8):
        await window.click("Leave out")
    assert "No question is chosen yet." in window.seen
    assert "There is no question to ask." in window.seen


@on_a_loop
async def test_a_question_is_found_and_added(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    submit(box(window.drawn, "Add a question"), "trust")
    await window.click("Add")
    assert asked(window) == 13


@on_a_loop
async def test_words_of_no_question_find_nothing(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    submit(box(window.drawn, "Add a question"), "zzz")
    assert "No other question has these words." in window.seen


@on_a_loop
async def test_a_story_told_to_this_employer_counts_less(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    assert any(name.startswith("Rehearse The press, strong") for name in window.heard)
    await window.click("Told here?")
    assert "✓ Told here" in window.seen
    told = next(name for name in window.heard if name.startswith("Rehearse The press, "))
    assert "strong" not in told or "The fuse" in window.seen
    await window.click("✓ Told here")
    assert "✓ Told here" not in window.seen


@on_a_loop
async def test_the_map_is_one_click_away(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    await window.click("Map")
    assert window.went == ["/map"]


@on_a_loop
async def test_too_many_questions_are_refused_and_the_plan_stays(tmp_path: Path) -> None:
    window = StillWindow(practice_with(tmp_path))
    asking = window.practice.asking
    asking.accept(asking.import_list("\n".join(f"Why is {at} so large?" for at in range(101))))
    await window.show(PlanScreen(window))
    await choose(window, "The 12 most common questions", "Your own questions")
    assert asked(window) == 12
    assert "choose those that one interview may ask" in window.notices[0]


@on_a_loop
async def test_questions_that_were_deleted_meanwhile_are_left_out(tmp_path: Path) -> None:
    window = StillWindow(practice_with(tmp_path))
    own = window.practice.asking.add("Why us?", ["conflict"])
    screen = PlanScreen(window)
    await window.show(screen)
    await choose(window, "The 12 most common questions", "Your own questions")
    await window.click("Leave out")
    await window.undone()
    window.practice.asking.delete(QuestionId(own.id))
    await window.show(screen)
    assert "No question is chosen yet." in window.seen
    assert "Why us?" not in names(window.drawn)
