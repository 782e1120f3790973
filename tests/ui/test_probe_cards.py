"""Probe cards on the screen: one at a time, turned by button and arrow, answered aloud."""

from pathlib import Path

import pytest

from storybuilder.core.story import StoryId
from storybuilder.core.take import TakeId
from storybuilder.errors import StoryUnknown, TakeUnknown
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.probe_cards import MADE_HERE, ProbeCards
from storybuilder.ui.theme import DARK
from tests.builders import story
from tests.ui.still_window import StillWindow, on_a_loop, practice_in
from tests.ui.told_take import CLINIC, told_take


async def of_story(folder: Path, look: Look | None = None) -> StillWindow:
    window = StillWindow(practice_in(folder))
    window.look = look or window.look
    window.practice.drafting.put(CLINIC)
    await window.show(ProbeCards(window, story_id=CLINIC.id))
    return window


async def of_take(folder: Path, *, with_story: bool = True) -> StillWindow:
    window = StillWindow(practice_in(folder))
    told_take(window.practice, of=CLINIC if with_story else None)
    await window.show(ProbeCards(window, take_id=TakeId("told")))
    return window


def place(window: StillWindow) -> str:
    return next(words for words in window.seen if words.startswith("Question "))


@on_a_loop
async def test_a_story_is_asked_one_question_at_a_time(tmp_path: Path) -> None:
    window = await of_story(tmp_path)
    cards = window.practice.probing.of_story(CLINIC)
    assert cards[0].asks in window.seen
    assert f"Why they ask: {cards[1].why}" not in window.seen
    assert {MADE_HERE, "The queue", f"Why they ask: {cards[0].why}"} <= set(window.seen)
    assert place(window).startswith(f"Question 1 of {len(cards)} · ")


@on_a_loop
async def test_the_words_that_make_one_ask_are_quoted(tmp_path: Path) -> None:
    window = await of_story(tmp_path)
    assert "“We called every patient.”" in window.seen
    assert "What of that did you do yourself?" in window.seen


@on_a_loop
async def test_all_of_them_are_listed(tmp_path: Path) -> None:
    window = await of_story(tmp_path)
    questions = {card.asks for card in window.practice.probing.of_story(CLINIC)}
    assert questions <= {*window.seen, *window.heard}


@on_a_loop
async def test_buttons_and_arrows_turn_the_cards_round(tmp_path: Path) -> None:
    window = await of_story(tmp_path)
    many = len(window.practice.probing.of_story(CLINIC))
    await window.click("Next")
    assert place(window).startswith("Question 2 ")
    await window.press("Arrow Left")
    await window.press("Arrow Left")
    assert place(window).startswith(f"Question {many} ")
    await window.press("Arrow Right")
    await window.click("Previous")
    assert place(window).startswith(f"Question {many} ")


@on_a_loop
async def test_a_question_of_the_list_is_shown(tmp_path: Path) -> None:
    window = await of_story(tmp_path)
    last = window.practice.probing.of_story(CLINIC)[-1]
    await window.click(last.asks)
    assert f"Why they ask: {last.why}" in window.seen
    assert window.redraws == 1


@pytest.mark.parametrize("way", ["click", "key"])
@on_a_loop
async def test_an_answer_is_recorded_with_the_question_and_the_story(
    tmp_path: Path, way: str
) -> None:
    window = await of_story(tmp_path)
    if way == "click":
        await window.click("Record an answer")
    else:
        await window.press("R", ctrl=True)
    first = window.practice.probing.of_story(CLINIC)[0]
    assert window.went == ["/rehearse/clinic/aloud/1"]
    assert window.practice.asked_aloud.question("1") == first.question


@on_a_loop
async def test_a_take_is_asked_about_what_was_said_in_it(tmp_path: Path) -> None:
    window = await of_take(tmp_path)
    assert "“We called every patient and wrote down the reasons.”" in window.seen
    assert "· a take of The queue" in window.seen
    await window.click("Back to the report")
    await window.click("Record an answer")
    assert window.went == ["/takes/told", "/rehearse/clinic/aloud/1"]


@on_a_loop
async def test_a_take_without_a_story_is_answered_without_one(tmp_path: Path) -> None:
    window = await of_take(tmp_path, with_story=False)
    assert "· a take without a story" in window.seen
    await window.click("Record an answer")
    assert window.went == ["/rehearse/aloud/1"]


@on_a_loop
async def test_an_empty_story_leads_back_to_the_editor(tmp_path: Path) -> None:
    window = StillWindow(practice_in(tmp_path))
    window.practice.drafting.put(story("empty", title="Later"))
    await window.show(ProbeCards(window, story_id=StoryId("empty")))
    assert "Nothing to ask about yet." in window.seen
    await window.press("Arrow Right")
    await window.press("R", ctrl=True)
    await window.click("Write the story")
    assert window.went == ["/stories/empty"]


@on_a_loop
async def test_what_is_gone_cannot_be_asked_about(tmp_path: Path) -> None:
    window = StillWindow(practice_in(tmp_path))
    with pytest.raises(StoryUnknown):
        await ProbeCards(window, story_id=StoryId("gone")).enter()
    with pytest.raises(TakeUnknown):
        await ProbeCards(window, take_id=TakeId("gone")).enter()


@on_a_loop
async def test_a_narrow_dark_window_shows_the_same_words(tmp_path: Path) -> None:
    wide = await of_story(tmp_path / "wide")
    narrow = await of_story(tmp_path / "narrow", Look(DARK, 900, 640))
    assert narrow.seen == wide.seen
