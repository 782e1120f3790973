from datetime import timedelta
from pathlib import Path

import pytest

from storybuilder.core.story import StoryId
from storybuilder.core.take import Take, TakeId, TakeState
from storybuilder.practice import Practice
from storybuilder.ui.compare import LONGEST_NAME, ONLY, CompareScreen, shortened
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.theme import DARK
from tests.builders import NOON, spoken, story, take, voiced
from tests.fakes import write_wav
from tests.ui.still_window import StillWindow, on_a_loop, practice_in

FIRST = (
    "Last spring our clinic had long queues. My task was to halve the waiting time. "
    "I measured every step and moved the check-in online."
)
SECOND = f"{FIRST} The wait fell from 40 to 15 minutes."


def kept(practice: Practice, id: str, words: str, hour: int, **fields: object) -> Take:
    """A take of the story s1 that was written down, with its sound."""
    given = {"story_id": StoryId("s1"), "state": TakeState.READY, "question": "Why?", **fields}
    made = take(id, recorded_at=NOON + timedelta(hours=hour), **given)
    if words:
        practice.reviewing.files.keep(made.id, voiced(len(words.split()) / 2), spoken(words))
    wav = practice.reviewing.files.audio(made.id)
    wav.parent.mkdir(parents=True, exist_ok=True)
    write_wav(wav, 1.0)
    return practice.rehearsing.takes.change(id, lambda _: made)


def practised(folder: Path) -> Practice:
    """The program with three takes of one story; nothing was heard in the second."""
    practice = practice_in(folder)
    practice.drafting.put(story("s1", title="The queue"))
    kept(practice, "t1", FIRST, 1)
    kept(practice, "t2", "", 2, state=TakeState.SILENT)
    kept(practice, "t3", SECOND, 3)
    return practice


async def shown(practice: Practice, one: str = "t3", other: str = "t1") -> StillWindow:
    """Two takes side by side, when nothing more will change in it."""
    window = StillWindow(practice)
    await window.show(CompareScreen(window, TakeId(one), TakeId(other)))
    return window


# ---------------------------------------------------------------- two takes with words
@pytest.mark.parametrize(("one", "other"), [("t3", "t1"), ("t1", "t3")])
@on_a_loop
async def test_the_title_says_what_changed_from_the_earlier_to_the_later(
    tmp_path: Path, one: str, other: str
) -> None:
    window = await shown(practised(tmp_path), one, other)
    assert "Take 3 is 4 s longer; the result is told now." in window.seen


@on_a_loop
async def test_while_they_are_measured_the_head_is_there(tmp_path: Path) -> None:
    window = StillWindow(practised(tmp_path))
    await window.open(CompareScreen(window, TakeId("t3"), TakeId("t1")))
    assert {"Comparing the two takes …", "Take 3 of", "The queue"} <= set(window.seen)
    await window.rest()
    assert "Part against part" in window.seen


@on_a_loop
async def test_what_was_left_meanwhile_is_not_drawn_over(tmp_path: Path) -> None:
    window = StillWindow(practised(tmp_path))
    screen = CompareScreen(window, TakeId("t3"), TakeId("t1"))
    await window.open(screen)
    await screen.leave()
    drawn = window.redraws
    await window.rest()
    assert window.redraws == drawn


@on_a_loop
async def test_takes_of_different_stories_and_questions_say_what_differs(tmp_path: Path) -> None:
    practice = practised(tmp_path)
    kept(practice, "free", SECOND, 4, story_id=None, question="")
    window = await shown(practice, "free", "t1")
    assert "The later take is 4 s longer; the result is told now." in window.seen
    assert any(words.startswith("They are not of one story: “The queue”") for words in window.seen)
    assert any(words.startswith("They answer different questions") for words in window.seen)
    assert "Record again" in window.seen


@pytest.mark.parametrize("width", [900, 1100, 1680])
@on_a_loop
async def test_the_head_says_the_same_in_every_width(tmp_path: Path, width: int) -> None:
    window = await shown(practised(tmp_path))
    window.look = Look(DARK, width, 700)
    window.redraw()
    assert {"Take 3 of", "The queue", "Record take 4", "Beside"} <= set(window.seen)


# ---------------------------------------------------------------- the other take
@on_a_loop
async def test_every_take_of_the_story_is_offered_with_why_it_cannot_be_compared(
    tmp_path: Path,
) -> None:
    window = await shown(practised(tmp_path))
    offered = [words.split(" · ") for words in window.seen if words.startswith("Take ")]
    offered = [words for words in offered if len(words) > 2]
    assert [words[0] for words in offered] == ["Take 2", "Take 1"]
    assert [words[-1] for words in offered] == ["has no words in it", "0:00"]


@on_a_loop
async def test_another_take_is_chosen_from_the_menu_or_by_the_arrows(tmp_path: Path) -> None:
    practice = practised(tmp_path)
    kept(practice, "t4", FIRST, 4)
    window = await shown(practice, "t3", "t2")
    await window.click(next(words for words in window.seen if words.startswith("Take 1 · ")))
    await window.press("Arrow Left")
    await window.press("Arrow Right")
    assert window.went == [f"/takes/t3/with/{id}" for id in ("t1", "t1", "t4")]


@pytest.mark.parametrize(("other", "arrow"), [("t1", "Arrow Left"), ("free", "Arrow Right")])
@on_a_loop
async def test_where_there_is_no_further_take_the_arrows_do_nothing(
    tmp_path: Path, other: str, arrow: str
) -> None:
    practice = practised(tmp_path)
    kept(practice, "free", FIRST, 4, story_id=None)
    window = await shown(practice, "t3", other)
    await window.press(arrow)
    assert window.went == []


# ---------------------------------------------------------------- nothing to compare
@on_a_loop
async def test_the_only_take_says_what_a_second_one_brings(tmp_path: Path) -> None:
    practice = practice_in(tmp_path)
    kept(practice, "t1", FIRST, 1)
    window = await shown(practice, "t1", "t1")
    assert {"One take so far.", ONLY} <= set(window.seen)
    assert "Beside" not in window.seen
    await window.click("Report of this take")
    assert window.went == ["/takes/t1"]


@on_a_loop
async def test_one_take_twice_offers_another_one(tmp_path: Path) -> None:
    window = await shown(practised(tmp_path), "t3", "t3")
    assert {"Which other take?", "This is one take twice.", "choose a take"} <= set(window.seen)
    await window.click("Compare with take 1")
    assert window.went == ["/takes/t3/with/t1"]


@pytest.mark.parametrize(
    ("state", "why"),
    [
        (TakeState.SILENT, "Take 2 has no words in it."),
        (TakeState.WAITING, "Take 2 waits for its words."),
        (TakeState.RECORDING, "Another take is being recorded."),
        (TakeState.READY, "Take 2 has lost its words."),
    ],
)
@on_a_loop
async def test_a_take_without_words_says_why_and_offers_the_ways_on(
    tmp_path: Path, state: TakeState, why: str
) -> None:
    practice = practised(tmp_path)
    kept(practice, "t2", "", 2, state=state)
    window = await shown(practice, "t3", "t2")
    assert {"These takes cannot be compared yet.", why} <= set(window.seen)
    recorded = state is TakeState.RECORDING
    await window.click("Report of another take" if recorded else "Report of take 2")
    assert window.went == ["/takes/t2"]


@on_a_loop
async def test_beside_a_take_without_words_a_take_with_words_is_offered(tmp_path: Path) -> None:
    window = await shown(practised(tmp_path), "t3", "t2")
    await window.click("Compare with take 1")
    await window.click("Report of take 3")
    assert window.went == ["/takes/t3/with/t1", "/takes/t3"]


@on_a_loop
async def test_a_take_that_itself_has_no_words_leads_to_its_report(tmp_path: Path) -> None:
    window = await shown(practised(tmp_path), "t2", "t1")
    assert "Compare with take 3" not in window.seen
    await window.click("Report of take 2")
    assert window.went == ["/takes/t2"]


@pytest.mark.parametrize("deleted", [True, False])
@on_a_loop
async def test_another_take_that_is_gone_says_so_and_offers_one_that_is_there(
    tmp_path: Path, deleted: bool
) -> None:
    practice = practised(tmp_path)
    if deleted:
        practice.rehearsing.delete(TakeId("t1"))
    window = await shown(practice, "t3", "t1" if deleted else "never")
    assert "The other take was deleted, or never was here." in window.seen
    assert any(words.startswith("Report of take") for words in window.seen)


@on_a_loop
async def test_a_take_that_is_gone_itself_says_so(tmp_path: Path) -> None:
    window = await shown(practised(tmp_path), "never", "t1")
    assert "This take is not here." in window.seen


# ---------------------------------------------------------------- keys
@on_a_loop
async def test_keys_lead_back_to_the_report_and_to_the_next_take(tmp_path: Path) -> None:
    window = await shown(practised(tmp_path))
    await window.press("C")
    await window.press("Escape")
    await window.press("R", ctrl=True)
    await window.press("R")
    await window.press("C", ctrl=True)
    assert window.went == ["/takes/t3", "/takes/t3", "/rehearse/s1"]


@on_a_loop
async def test_the_story_is_a_click_away(tmp_path: Path) -> None:
    window = await shown(practised(tmp_path))
    await window.click("The queue")
    assert window.went == ["/stories/s1"]


@pytest.mark.parametrize("length", [LONGEST_NAME, LONGEST_NAME + 1])
def test_a_long_title_is_cut(length: int) -> None:
    cut = shortened("x" * length)
    assert len(cut) == LONGEST_NAME
    assert cut.endswith("…") is (length > LONGEST_NAME)
