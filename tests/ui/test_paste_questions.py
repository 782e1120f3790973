from dataclasses import dataclass, field, replace
from pathlib import Path

import flet as ft

from storybuilder.core.suggestion import Suggestion
from storybuilder.ui.paste_questions import LIST, SHOWN, PasteQuestions
from tests.ui.controls import box, write
from tests.ui.still_window import StillWindow, nowhere_to_write, on_a_loop, practice_in


def suggest(text: str) -> tuple[Suggestion, ...]:
    """Leadership, by one word."""
    at = text.find("lead")
    return (Suggestion("leadership", 0.9, ((at, at + 4),)),) if at >= 0 else ()


@dataclass
class Picker:
    """Gives the files that the test chose."""

    files: list[ft.FilePickerFile] = field(default_factory=list)

    async def pick_files(self, **_: object) -> list[ft.FilePickerFile]:
        return self.files


async def pasted(folder: Path, words: str, picker: Picker | None = None) -> StillWindow:
    """The screen, after a list was pasted."""
    practice = practice_in(folder)
    window = StillWindow(replace(practice, asking=replace(practice.asking, suggest=suggest)))
    chosen = picker or Picker()
    await window.show(PasteQuestions(window, lambda: chosen))  # type: ignore[arg-type, return-value]
    if words:
        write(box(window.drawn, LIST), words)
        await window.rest()
    return window


def own(window: StillWindow) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.text, one.competencies) for one in window.practice.asking.listed("own")]


@on_a_loop
async def test_what_would_come_in_is_shown_with_its_suggestions(tmp_path: Path) -> None:
    window = await pasted(tmp_path, "1. Do you lead?\n2. Why?\nwhy")
    assert "2 new questions; 1 is there already." in window.seen
    assert {"Do you lead?", "Leadership (“lead”)", "no competency suggested"} <= {*window.seen}
    assert "there already" in window.seen
    assert own(window) == []


@on_a_loop
async def test_one_click_accepts_all_and_another_takes_them_back(tmp_path: Path) -> None:
    window = await pasted(tmp_path, "Do you lead?\nWhy?")
    await window.click("Add 2 questions")
    assert own(window) == [("Do you lead?", ("leadership",)), ("Why?", ())]
    assert (window.went, window.notices) == (["/questions/own"], ["2 questions added"])
    await window.undone()
    assert own(window) == []
    assert window.went[-1] == "/questions"


@on_a_loop
async def test_they_come_in_without_competencies_if_wished(tmp_path: Path) -> None:
    window = await pasted(tmp_path, "Do you lead?")
    await window.click("Add without competencies")
    assert own(window) == [("Do you lead?", ())]


@on_a_loop
async def test_a_second_click_adds_nothing_twice(tmp_path: Path) -> None:
    window = await pasted(tmp_path, "Why?")
    await window.touch("Add 1 question")
    await window.touch("Add 1 question")
    await window.rest()
    assert len(own(window)) == 1


@on_a_loop
async def test_a_list_that_could_not_be_kept_may_be_added_again(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    window = await pasted(folder, "Why?")
    with nowhere_to_write(folder):
        await window.click("Add 1 question")
    assert window.went == []
    await window.click("Add 1 question")
    assert len(own(window)) == 1


@on_a_loop
async def test_what_is_no_list_is_said_and_an_emptied_field_says_nothing(tmp_path: Path) -> None:
    window = await pasted(tmp_path, '{"cards": []}')
    assert "The pasted text is JSON." in window.seen
    write(box(window.drawn, LIST), " ")
    await window.rest()
    assert "Paste the questions you were given." in window.seen
    assert "The pasted text is JSON." not in window.seen


@on_a_loop
async def test_of_a_long_list_the_first_ones_are_shown(tmp_path: Path) -> None:
    window = await pasted(tmp_path, "\n".join(f"Why {at}?" for at in range(SHOWN + 2)))
    assert "and 2 more questions" in window.seen
    assert f"Why {SHOWN - 1}?" in window.seen
    assert f"Why {SHOWN}?" not in window.seen
    await window.click(f"Add {SHOWN + 2} questions")
    assert len(own(window)) == SHOWN + 2


@on_a_loop
async def test_a_file_is_taken_by_its_path(tmp_path: Path) -> None:
    file = tmp_path / "mine.md"
    file.write_text("# Mine\n- Do you\n  lead?\n", encoding="utf-8")
    chosen = Picker([ft.FilePickerFile(id=1, name="mine.md", size=20, path=str(file))])
    window = await pasted(tmp_path / "data", "", chosen)
    await window.click("Use a file")
    assert {"1 new question.", "mine.md", "Do you lead?"} <= {*window.seen}


@on_a_loop
async def test_a_browser_hands_over_the_bytes_of_a_file(tmp_path: Path) -> None:
    content = b"question,by\nWhy?,Ada\n"
    chosen = Picker([ft.FilePickerFile(id=1, name="mine.csv", size=20, bytes=content)])
    window = await pasted(tmp_path, "", chosen)
    await window.click("Use a file")
    assert "1 new question." in window.seen
    assert "Why?" in window.seen


@on_a_loop
async def test_choosing_no_file_changes_nothing(tmp_path: Path) -> None:
    window = await pasted(tmp_path, "Why?")
    await window.click("Use a file")
    assert "1 new question." in window.seen
