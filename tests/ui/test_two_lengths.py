from pathlib import Path

from storybuilder.core.story import StoryId
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.theme import DARK
from storybuilder.ui.two_lengths import ADVICE, EMPTY, LEFT_OUT, TOLD, TwoLengths
from tests.builders import story
from tests.ui.still_window import LOOK, StillWindow, on_a_loop, practice_in

ID = StoryId("s1")


async def lengths(folder: Path, look: Look = LOOK, **fields: object) -> StillWindow:
    practice = practice_in(folder)
    practice.drafting.put(story(ID, title="The vans", **fields))
    window = StillWindow(practice, look)
    await window.show(TwoLengths(window, ID))
    return window


def in_short(window: StillWindow) -> dict[str, bool]:
    """Each sentence, and whether a screen reader is told that the short telling has it."""
    told = (name.split(": ", 1) for name in window.heard if "telling" in name)
    return {
        sentence: state == TOLD
        for state, *rest in told
        for sentence in rest
        if state in (TOLD, LEFT_OUT)
    }


@on_a_loop
async def test_a_click_leaves_a_sentence_out_and_another_takes_it_in(tmp_path: Path) -> None:
    window = await lengths(tmp_path, action="I ran. I sat.", task="Fix it.")
    assert in_short(window) == {"Fix it.": True, "I ran.": True, "I sat.": True}
    await window.click("I sat.")
    assert not in_short(window)["I sat."]
    assert LEFT_OUT in window.seen
    assert window.practice.drafting.story(ID).long_only == ("I sat.",)
    await window.click("I sat.")
    assert all(in_short(window).values())


@on_a_loop
async def test_one_click_told_twice_is_one_click(tmp_path: Path) -> None:
    window = await lengths(tmp_path, action="I ran. I sat.")
    for _ in range(2):
        await window.touch("I sat.")
    await window.rest()
    assert not in_short(window)["I sat."]


@on_a_loop
async def test_both_times_follow_every_click(tmp_path: Path) -> None:
    first = "word " * 139 + "end."
    window = await lengths(tmp_path, action=f"{first} {'more ' * 69}end.")
    assert {"Long 1:30, short 1:30.", ADVICE} <= set(window.seen)
    await window.click(f"{'more ' * 69}end.")
    assert "Long 1:30, short 1:00." in window.seen
    assert any("1:00 spoken, 140 words; target 1:15 to 1:45" in name for name in window.heard)
    assert any("1:30 spoken, 210 words; target 2:30 to 3:15" in name for name in window.heard)


@on_a_loop
async def test_an_empty_story_is_to_be_written_first(tmp_path: Path) -> None:
    window = await lengths(tmp_path, Look(DARK, 900, 640))
    assert EMPTY in window.seen
    await window.click("The vans")
    assert window.went == ["/stories/s1"]
