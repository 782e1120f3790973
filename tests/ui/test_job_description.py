from dataclasses import replace
from pathlib import Path

from storybuilder.core.suggestion import Suggestion
from storybuilder.ui.job_description import DESCRIPTION, PasteJob
from tests.ui.controls import box, write
from tests.ui.still_window import StillWindow, on_a_loop, practice_in

CUES = {"lead": "leadership", "team": "teamwork"}


def suggest(text: str) -> tuple[Suggestion, ...]:
    """By cue words."""
    return tuple(
        Suggestion(id, 0.8, ((text.find(cue), text.find(cue) + 4),))
        for cue, id in CUES.items()
        if cue in text
    )


async def pasted(folder: Path, words: str) -> StillWindow:
    """The screen, after a description was pasted."""
    practice = practice_in(folder)
    window = StillWindow(replace(practice, asking=replace(practice.asking, suggest=suggest)))
    await window.show(PasteJob(window))
    write(box(window.drawn, DESCRIPTION), words)
    await window.rest()
    return window


@on_a_loop
async def test_it_tells_what_is_asked_for_with_the_words(tmp_path: Path) -> None:
    window = await pasted(tmp_path, "You lead a team.\nA team of six.")
    assert "It asks for two competencies." in window.seen
    assert window.seen.index("Teamwork") < window.seen.index("Leadership")
    assert {"in 2 lines: “team”", "in 1 line: “lead”"} <= {*window.seen}


@on_a_loop
async def test_the_questions_about_a_wish_are_one_click_away(tmp_path: Path) -> None:
    window = await pasted(tmp_path, "You lead.")
    assert "It asks for one competency." in window.seen
    await window.click("Its questions")
    assert window.went == ["/questions/about/leadership"]


@on_a_loop
async def test_a_text_that_asks_for_nothing_is_told_so(tmp_path: Path) -> None:
    window = await pasted(tmp_path, "Lorem ipsum.")
    assert "It names no competency that we know." in window.seen
    write(box(window.drawn, DESCRIPTION), " ")
    await window.rest()
    assert "Paste the job description." in window.seen


@on_a_loop
async def test_nothing_of_it_is_kept(tmp_path: Path) -> None:
    await pasted(tmp_path / "data", "You lead.")
    assert not (tmp_path / "data").exists()
