from pathlib import Path
from types import SimpleNamespace

import flet as ft
import pytest

from storybuilder.core.fit import Level
from storybuilder.core.story import Part
from storybuilder.errors import FrameworkUnknown
from storybuilder.ui.map_rows import MOST_LINES
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.story_map import StoryMapScreen
from storybuilder.ui.theme import DARK
from tests.builders import story
from tests.ui.controls import box, click, names, submit, texts, walk
from tests.ui.still_window import StillWindow, on_a_loop, practice_in

PRESS = story(
    "press",
    title="The press",
    situation="The press stopped four times a night.",
    task="I had to keep it running.",
    action="I argued with the night shift and agreed on one list.",
    result="The stops fell from four a night to none in two weeks.",
    happened="2026",
    primary_competency="conflict",
    secondary_competencies=("influence",),
)
FUSE = story("fuse", title="The fuse", position=1.0, primary_competency="delivery")
ARGUED = "A conflict with someone you worked with and how it was settled"


async def opened(
    folder: Path, kind: str = "questions", *, look: Look | None = None, stories: int = 2
) -> StillWindow:
    """The map, with these stories."""
    window = StillWindow(practice_in(folder))
    if look is not None:
        window.look = look
    for one in (PRESS, FUSE)[:stories]:
        window.practice.drafting.put(one)
    await window.show(StoryMapScreen(window, kind))
    return window


def keys_of(window: StillWindow) -> ft.KeyboardListener:
    return next(one for one in walk(window.drawn) if isinstance(one, ft.KeyboardListener))


async def press(window: StillWindow, *keys: str) -> None:
    """Press keys while the map has the keyboard."""
    for key in keys:
        listener = keys_of(window)
        assert listener.on_key_down is not None
        listener.on_key_down(SimpleNamespace(key=key))  # type: ignore[arg-type,call-arg]
        await window.rest()


def told(window: StillWindow) -> str:
    """What the chosen cell is called."""
    live = (one for one in walk(window.drawn) if isinstance(one, ft.Semantics) and one.live_region)
    return str(next(live).label)


async def choose(window: StillWindow, menu: str, item: str) -> None:
    """Open the menu that shows these words and click an item."""
    menus = (one for one in walk(window.drawn) if isinstance(one, ft.PopupMenuButton))
    found = next(one for one in menus if menu in texts(one)[:1])
    click(next(one for one in found.items if item in texts(one)[0]))
    await window.rest()


async def lead_to(window: StillWindow, words: str) -> None:
    """Show only the questions that hold these words."""
    submit(box(window.drawn, "Find a question"), words)
    await window.rest()


def levels(window: StillWindow) -> list[Level]:
    """What is kept as set by hand."""
    return [one.level for one in window.practice.fitting.overrides.all()]


# ---------------------------------------------------------------- what is shown
@on_a_loop
async def test_the_title_says_how_many_questions_have_no_story(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    open_to = sum(
        window.practice.fitting.story_map().best(column) in ("stretch", "gap")
        for column in range(196)
    )
    assert f"{open_to} questions have no story yet." in window.seen


@on_a_loop
async def test_without_a_story_it_says_which_to_write_first(tmp_path: Path) -> None:
    window = await opened(tmp_path, stories=0)
    assert "No story yet." in window.seen
    assert any(name.startswith("One more story of ") for name in window.heard)
    await window.click("New story")
    (fresh,) = window.practice.drafting.listed()
    assert window.went == [f"/stories/{fresh.id}/draft"]


@on_a_loop
async def test_one_story_is_a_map_already(tmp_path: Path) -> None:
    window = await opened(tmp_path, stories=1)
    await lead_to(window, "conflict with someone")
    assert ARGUED in window.seen
    assert told(window).startswith(f"{ARGUED}: The press, strong, it is your story of conflict")


@on_a_loop
async def test_the_bank_of_questions_is_shown_most_common_first(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    asked = {one.text: one.commonness for one in window.practice.fitting.questions()}
    lines = [name for name in window.heard for text in asked if name.startswith(text)]
    common = [asked[text] for name in lines for text in asked if name.startswith(text)]
    assert common == sorted(common, reverse=True)


@pytest.mark.parametrize("look", [Look(DARK, 900, 640), Look(DARK, 1680, 1000)])
@on_a_loop
async def test_it_is_drawn_in_every_size(tmp_path: Path, look: Look) -> None:
    window = await opened(tmp_path, look=look)
    assert "The press" in window.seen


@on_a_loop
async def test_twenty_stories_and_all_questions_stay_few_controls(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    for at in range(20):
        window.practice.drafting.put(story(f"s{at}", title=f"Story {at}", position=float(at)))
    await window.show(StoryMapScreen(window))
    assert sum(1 for _ in walk(window.drawn)) < 1400


@on_a_loop
async def test_thousands_of_questions_are_drawn_in_part(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    pasted = "\n".join(f"Why is {at} so large a figure?" for at in range(MOST_LINES))
    asking = window.practice.asking
    asking.accept(asking.import_list(pasted))
    await window.show(StoryMapScreen(window))
    assert "and 196 more; the filters find them" in window.seen


@on_a_loop
async def test_competencies_and_an_employers_words_are_lines_too(tmp_path: Path) -> None:
    window = await opened(tmp_path, "competencies")
    assert "Conflict" in window.seen
    assert any("competencies have no story yet." in words for words in window.seen)
    await window.show(StoryMapScreen(window, "amazon"))
    assert any("principles have no story yet." in words for words in window.seen)
    await choose(window, "Amazon Leadership Principles", "Questions")
    assert window.went == ["/map"]


@on_a_loop
async def test_a_framework_that_is_gone_is_told(tmp_path: Path) -> None:
    window = StillWindow(practice_in(tmp_path))
    with pytest.raises(FrameworkUnknown):
        await StoryMapScreen(window, "gone").enter()


# ---------------------------------------------------------------- filter and sort
@on_a_loop
async def test_a_filter_shows_the_open_questions_alone(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    await choose(window, "All questions", "Without a story")
    assert not any("Best: The press, strong" in name for name in window.heard)
    assert any("No story comes near." in name for name in window.heard)


@on_a_loop
async def test_a_filter_that_leaves_nothing_says_so(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    await choose(window, "All questions", "Your own questions")
    assert "You have no questions of your own yet." in window.seen


@on_a_loop
async def test_questions_of_one_competency_are_shown(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    await choose(window, "Any competency", "Conflict")
    shown = [name for name in window.heard if " Best: " in name or "No story" in name]
    tests = [one for one in window.practice.fitting.questions() if "conflict" in one.competencies]
    assert len(shown) == len(tests)


@on_a_loop
async def test_the_order_can_be_turned_to_the_open_questions(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    await choose(window, "Most common first", "Without a story first")
    assert ", a gap," in told(window)


# ---------------------------------------------------------------- the cell
@on_a_loop
async def test_arrows_move_the_cell_and_the_keyboard_stays_in_the_map(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    before = told(window)
    await press(window, "Arrow Down", "Arrow Right")
    assert told(window) != before
    assert ": The fuse, " in told(window)
    assert window.focused == [keys_of(window)] * 2
    assert window.redraws == 1


@on_a_loop
async def test_enter_opens_the_why_and_escape_closes_it(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    await lead_to(window, "conflict with someone")
    assert "Why" not in window.seen
    await press(window, "Enter")
    assert "Why" in window.seen
    assert any(name.startswith("What it shows: 52 of 52") for name in window.heard)
    await window.press("Escape")
    assert "Why" not in window.seen


@on_a_loop
async def test_the_why_follows_the_cell(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    await lead_to(window, "conflict with someone")
    await press(window, "Enter", "Arrow Right")
    assert "The fuse" in "".join(window.seen)
    assert any(name.startswith("What it shows: 0 of 52") for name in window.heard)


@on_a_loop
async def test_a_click_on_a_line_opens_its_why(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    lines = [
        one
        for one in walk(window.drawn)
        if isinstance(one, ft.Semantics)
        and (one.label or "").startswith("Tell me about a conflict")
    ]
    click(lines[0])
    await window.rest()
    assert told(window).startswith(ARGUED)
    assert "Why" in window.seen


@on_a_loop
async def test_the_why_leads_to_a_rehearsal_of_this_pair_and_to_the_story(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    await lead_to(window, "conflict with someone")
    await press(window, "Enter")
    await window.click("Rehearse it")
    await window.click("Open story")
    (asked,) = (
        one.id for one in window.practice.fitting.questions() if "conflict with someone" in one.text
    )
    assert window.went == [f"/rehearse/press/question/{asked}", "/stories/press"]


@on_a_loop
async def test_a_competency_is_not_rehearsed(tmp_path: Path) -> None:
    window = await opened(tmp_path, "competencies")
    await press(window, "Enter")
    assert "Open story" in window.seen
    assert "Rehearse it" not in window.seen


# ---------------------------------------------------------------- by hand
@pytest.mark.parametrize(
    ("key", "level"), [("S", "strong"), ("W", "workable"), ("T", "stretch"), ("G", "gap")]
)
@on_a_loop
async def test_a_key_sets_the_level_by_hand(tmp_path: Path, key: str, level: Level) -> None:
    window = await opened(tmp_path)
    await lead_to(window, "trust")
    await press(window, key)
    assert levels(window) == [level]
    assert f", {level}," in told(window) or f"a {level}," in told(window)
    assert window.notices == [f"Set to {level} by hand"]


@on_a_loop
async def test_what_was_set_by_hand_can_be_undone_and_taken_back(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    await press(window, "S")
    await window.undone()
    assert levels(window) == []
    await press(window, "W", "A")
    assert levels(window) == []
    assert window.notices[-1].startswith("The level is computed again")


@on_a_loop
async def test_the_menu_of_the_why_sets_the_level_too(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    await press(window, "Enter")
    await choose(window, "Set by hand", "Workable")
    assert levels(window) == ["workable"]
    assert "set by hand" in window.seen


@on_a_loop
async def test_a_level_set_by_hand_changes_the_news_but_not_the_order(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    await choose(window, "Most common first", "Without a story first")
    drawn, title = window.drawn, window.seen
    first = told(window).split(":")[0]
    await press(window, "S")
    assert window.drawn is drawn
    assert told(window).startswith(first)
    assert [words for words in title if "no story yet" in words] != [
        words for words in window.seen if "no story yet" in words
    ]


@on_a_loop
async def test_the_same_level_again_writes_nothing(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    await press(window, "A")
    assert window.notices == []


@on_a_loop
async def test_another_window_may_change_the_questions_meanwhile(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    window.practice.asking.add("Why are there so few?")
    await press(window, "S")
    assert window.redraws == 2
    assert "Why are there so few?" in window.seen


# ---------------------------------------------------------------- gaps
@on_a_loop
async def test_a_gap_leads_to_a_draft_of_its_kind(tmp_path: Path) -> None:
    window = await opened(tmp_path, stories=1)
    await window.click("Draft a story")
    fresh = window.practice.drafting.listed()[-1]
    assert fresh.primary_competency is not None
    assert fresh.text_of(Part.TASK) == ""
    assert window.went == [f"/stories/{fresh.id}/draft"]


@on_a_loop
async def test_a_gap_leads_to_its_line(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    await lead_to(window, "conflict with someone")
    await window.click("See it")
    gap = next(words for words in names(window.drawn) if "No story" in words)
    assert gap
    assert "a gap," in told(window) or "a stretch," in told(window)


@on_a_loop
async def test_further_gaps_are_shown_on_the_map(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    more = next(words for words in window.seen if words.startswith("and "))
    await window.click(more)
    assert "Without a story" in window.seen


@on_a_loop
async def test_the_plan_is_one_click_away(tmp_path: Path) -> None:
    window = await opened(tmp_path)
    await window.click("Plan an interview")
    assert window.went == ["/plan"]
