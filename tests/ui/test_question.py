from dataclasses import replace
from pathlib import Path

from storybuilder.core.question import Question, QuestionId
from storybuilder.core.suggestion import Suggestion
from storybuilder.ui.question import SAVED, WORDLESS, QuestionScreen
from tests.builders import question
from tests.ui.controls import box, write
from tests.ui.still_window import StillWindow, nowhere_to_write, on_a_loop, practice_in

LED = QuestionId("lead-team-to-goal")
MINE = question("mine", text="Why us?", key_points=("one", "two"))


def suggest(text: str) -> tuple[Suggestion, ...]:
    """Leadership, by one word."""
    at = text.find("lead")
    return (Suggestion("leadership", 0.9, ((at, at + 4),)),) if at >= 0 else ()


async def shown(folder: Path, id: str | None, *own: Question) -> StillWindow:
    """A question's screen."""
    practice = practice_in(folder)
    window = StillWindow(replace(practice, asking=replace(practice.asking, suggest=suggest)))
    window.practice.asking.kept.keep_all(own)
    await window.show(QuestionScreen(window, QuestionId(id) if id else None))
    return window


def kept(window: StillWindow, id: str = "mine") -> Question:
    return window.practice.asking.question(QuestionId(id))


# of the bank


@on_a_loop
async def test_a_question_of_the_bank_tells_all_it_knows(tmp_path: Path) -> None:
    window = await shown(tmp_path, LED)
    led = kept(window, LED)
    assert {led.text, led.assessed, *led.follow_ups, "asked in almost every interview"} <= {
        *window.seen
    }
    assert {f"·  {point}" for point in led.key_points} <= {*window.seen}
    assert "Delete" not in window.seen


@on_a_loop
async def test_a_click_changes_what_it_tests_and_another_takes_it_back(tmp_path: Path) -> None:
    window = await shown(tmp_path, LED)
    before = kept(window, LED).competencies
    assert "As in the bank" not in window.seen
    await window.click("Teamwork")
    assert kept(window, LED).competencies == (*before, "teamwork")
    await window.click("As in the bank")
    assert kept(window, LED).competencies == before
    assert "As in the bank" not in window.seen


# the person's own


@on_a_loop
async def test_a_new_question_is_kept_with_its_first_words(tmp_path: Path) -> None:
    window = await shown(tmp_path, None)
    write(box(window.drawn, "Question"), "When did you lead?")
    await window.rest()
    (own,) = window.practice.asking.listed("own")
    assert own.text == "When did you lead?"
    assert SAVED in window.seen
    write(box(window.drawn, "Question"), "When did you lead us?")
    await window.rest()
    assert [one.text for one in window.practice.asking.listed("own")] == ["When did you lead us?"]


@on_a_loop
async def test_a_new_question_without_words_is_not_kept(tmp_path: Path) -> None:
    window = await shown(tmp_path, None)
    write(box(window.drawn, "Often asked next"), "And then?")
    await window.rest()
    assert WORDLESS in window.seen
    assert window.practice.asking.listed("own") == []


@on_a_loop
async def test_every_part_of_an_own_question_is_edited(tmp_path: Path) -> None:
    window = await shown(tmp_path, "mine", MINE)
    assert box(window.drawn, "A strong answer has").value == "one\ntwo"
    write(box(window.drawn, "What it tests"), "Will you stay?")
    write(box(window.drawn, "A strong answer has"), "one\n\nthree\n")
    write(box(window.drawn, "Often asked next"), "Really?")
    await window.rest()
    found = kept(window)
    assert (found.assessed, found.key_points) == ("Will you stay?", ("one", "three"))
    assert found.follow_ups == ("Really?",)


@on_a_loop
async def test_leaving_saves_what_was_just_typed(tmp_path: Path) -> None:
    window = await shown(tmp_path, "mine", MINE)
    write(box(window.drawn, "Question"), "Why them?")
    assert window.screen is not None
    await window.screen.leave()
    assert kept(window).text == "Why them?"


@on_a_loop
async def test_an_edit_that_cannot_be_saved_is_told_and_saved_later(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    window = await shown(folder, "mine", MINE)
    with nowhere_to_write(folder):
        write(box(window.drawn, "Question"), "Why them?")
        await window.rest()
        assert any(words.startswith("Not saved: ") for words in window.seen)
    await window.press("S", ctrl=True)
    await window.rest()
    assert kept(window).text == "Why them?"


@on_a_loop
async def test_suggestions_are_accepted_by_one_click(tmp_path: Path) -> None:
    window = await shown(tmp_path, "mine", replace(MINE, text="Do you lead?"))
    assert "Suggested: Leadership (“lead”)" in window.seen
    await window.click("Accept")
    assert kept(window).competencies == ("leadership",)
    assert "Accept" not in window.seen


@on_a_loop
async def test_a_tagged_question_is_offered_nothing(tmp_path: Path) -> None:
    tagged = replace(MINE, text="Do you lead?", competencies=("conflict",))
    window = await shown(tmp_path, "mine", tagged)
    assert "Accept" not in window.seen


@on_a_loop
async def test_a_question_is_deleted_and_brought_back(tmp_path: Path) -> None:
    window = await shown(tmp_path, "mine", MINE)
    await window.click("Delete")
    assert (window.went, window.practice.asking.listed("own")) == (["/questions"], [])
    await window.undone()
    assert window.practice.asking.listed("own") == [MINE]
    assert window.went[-1] == "/questions/mine"


@on_a_loop
async def test_a_question_is_rehearsed(tmp_path: Path) -> None:
    window = await shown(tmp_path, LED)
    await window.click("Rehearse")
    await window.press("R", ctrl=True)
    await window.rest()
    assert window.went == [f"/rehearse/question/{LED}"] * 2


@on_a_loop
async def test_a_question_that_is_not_there_leads_back_to_the_list(tmp_path: Path) -> None:
    window = await shown(tmp_path, "gone")
    assert window.went == ["/questions"]
    assert "there is no question gone" in window.notices[0]
