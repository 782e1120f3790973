from pathlib import Path

import flet as ft
import pytest

from storybuilder.core.correction import corrected
from storybuilder.core.story import Part, StoryId
from storybuilder.core.take import Take, TakeId, TakeState
from storybuilder.practice import Practice
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.report import ReportScreen
from storybuilder.ui.theme import DARK
from tests.builders import spoken, story, take, voiced
from tests.ui.controls import box, button, leave, push, walk, write
from tests.ui.still_window import StillWindow, nowhere_to_write, on_a_loop, practice_in

ANSWER = (
    "Last spring our clinic had long queues. My task was to halve the waiting time. "
    "I measured every step and moved the check-in online. The wait fell from 40 to 15 minutes."
)
LAST = "The wait fell from 40 to 15 minutes."


def told(folder: Path) -> Practice:
    """The program with one take that was written down."""
    practice = practice_in(folder)
    practice.drafting.put(story("s1", title="The queue"))
    made = take("t1", state=TakeState.READY, duration_s=30.0, story_id=StoryId("s1"))
    practice.reviewing.files.keep(made.id, voiced(30.0), spoken(ANSWER))
    practice.rehearsing.takes.change("t1", lambda _: made)
    return practice


async def correcting(folder: Path) -> StillWindow:
    """The rows of the take, opened."""
    return await opened(told(folder))


async def opened(practice: Practice) -> StillWindow:
    window = StillWindow(practice)
    await window.show(ReportScreen(window, TakeId("t1")))
    await window.click("Correct")
    return window


def field(window: StillWindow, number: int) -> ft.TextField:
    return box(window.drawn, f"Words of sentence {number}")


def fields(window: StillWindow) -> list[str | None]:
    found = (one for one in walk(window.drawn) if isinstance(one, ft.TextField))
    return [one.value for one in found]


async def rewrite(window: StillWindow, number: int, words: str) -> None:
    write(field(window, number), words)
    leave(field(window, number))
    await window.rest()


async def choose(window: StillWindow, number: int, choice: str) -> None:
    menus = (one for one in walk(window.drawn) if isinstance(one, ft.PopupMenuButton))
    menu = next(one for one in menus if str(one.tooltip).startswith(f"Sentence {number}: "))
    push(button(menu, choice))
    await window.rest()


def parts(window: StillWindow) -> list[str]:
    """The part that each row says it tells."""
    menus = (one for one in walk(window.drawn) if isinstance(one, ft.PopupMenuButton))
    return [str(one.tooltip).split(": ")[1].split(".")[0] for one in menus]


def on_disk(window: StillWindow) -> Take:
    return window.practice.rehearsing.take(TakeId("t1"))


def text_on_disk(window: StillWindow) -> str:
    return corrected(spoken(ANSWER), on_disk(window).corrections).text


# ---------------------------------------------------------------- the rows
@on_a_loop
async def test_every_sentence_is_a_row_with_its_part_and_words(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    assert " ".join(str(words) for words in fields(window)) == ANSWER
    assert parts(window) == ["Situation", "Task", "Action", "Result"]


@on_a_loop
async def test_done_returns_to_the_transcript(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    await window.click("Done")
    assert fields(window) == []
    assert "Correct" in window.seen


@on_a_loop
async def test_escape_closes_a_menu_and_leaves_the_rows(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    await window.press("Escape")
    assert len(fields(window)) == 4


# ---------------------------------------------------------------- words
@on_a_loop
async def test_a_misheard_word_is_kept_when_its_field_is_left(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    write(field(window, 4), LAST.replace("15", "5"))
    await window.rest()
    assert on_disk(window).corrections.made == ()
    leave(field(window, 4))
    await window.rest()
    assert text_on_disk(window) == ANSWER.replace("15", "5")
    assert "✓ Saved" in window.seen


@on_a_loop
async def test_the_report_follows_a_corrected_word(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    assert "from 40 to 15 minutes" in "".join(window.seen)
    await rewrite(window, 4, LAST.replace("15", "5"))
    shows = "".join(window.seen)
    assert "from 40 to 5 minutes" in shows
    assert "from 40 to 15 minutes" not in shows


@on_a_loop
async def test_leaving_a_field_as_it_is_corrects_nothing(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    await rewrite(window, 4, f"  {LAST} ")
    assert on_disk(window).corrections.made == ()


@on_a_loop
async def test_what_is_typed_in_one_row_while_another_is_kept_stays(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    write(field(window, 4), "The wait fell.")
    leave(field(window, 4))
    writing = field(window, 2)
    write(writing, "My task was")
    await window.rest()
    assert field(window, 2) is writing
    assert (writing.value, text_on_disk(window)) == (
        "My task was",
        ANSWER.replace(LAST, "The wait fell."),
    )


@on_a_loop
async def test_rows_do_not_move_when_a_sentence_loses_its_end(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    await rewrite(window, 1, "Last spring our clinic had long queues, and")
    assert len(fields(window)) == 4


@on_a_loop
async def test_a_row_typed_empty_stays_and_can_be_put_back(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    await rewrite(window, 1, "")
    assert text_on_disk(window) == ANSWER.partition("queues. ")[2]
    await choose(window, 1, "As heard")
    assert text_on_disk(window) == ANSWER
    assert field(window, 1).value == "Last spring our clinic had long queues."


# ---------------------------------------------------------------- parts
@on_a_loop
async def test_a_chosen_part_is_kept_and_the_report_follows(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    await choose(window, 2, "Situation")
    assert [part.part for part in on_disk(window).corrections.made[0].parts] == [Part.SITUATION]
    assert parts(window) == [
        "Situation",
        "Situation, corrected"[:9] + ", corrected",
        "Action",
        "Result",
    ]
    assert "missing" in window.seen
    assert "No sentence tells the task" in window.seen


@on_a_loop
async def test_choosing_the_part_it_has_corrects_nothing(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    await choose(window, 2, "Task")
    assert on_disk(window).corrections.made == ()


@on_a_loop
async def test_the_menu_that_was_used_is_still_there(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    before = [one for one in walk(window.drawn) if isinstance(one, ft.PopupMenuButton)]
    await choose(window, 2, "Other")
    after = [one for one in walk(window.drawn) if isinstance(one, ft.PopupMenuButton)]
    assert [id(one) for one in after] == [id(one) for one in before]


# ---------------------------------------------------------------- dividing
@on_a_loop
async def test_enter_divides_a_sentence_and_goes_to_its_second_half(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    write(field(window, 3), "I measured every step\n and moved the check-in online.")
    assert fields(window)[2:4] == ["I measured every step", "and moved the check-in online."]
    assert window.focused == [second := field(window, 4)]
    assert second.selection is not None
    assert (second.selection.start, second.selection.end) == (0, 0)
    await window.rest()
    assert text_on_disk(window) == ANSWER
    await choose(window, 4, "Result")
    assert parts(window)[2:] == ["Action, corrected", "Result, corrected", "Result"]


@pytest.mark.parametrize(
    "typed", [f"{LAST}\n", f"\n{LAST}", "The wait fell from 40 to 15\n\nminutes."]
)
@on_a_loop
async def test_an_empty_line_makes_no_row(tmp_path: Path, typed: str) -> None:
    window = await correcting(tmp_path)
    write(field(window, 4), typed)
    await window.rest()
    assert all(fields(window))
    assert text_on_disk(window) == ANSWER


@on_a_loop
async def test_a_divided_sentence_as_heard_is_one_row_again(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    write(field(window, 4), "The wait fell\nfrom 40 to 15 minutes.")
    await window.rest()
    await choose(window, 5, "As heard")
    assert fields(window)[3:] == [LAST]


# ---------------------------------------------------------------- taking back
@on_a_loop
async def test_undo_takes_the_last_correction_back(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    await rewrite(window, 4, "The wait fell.")
    await choose(window, 1, "Task")
    await window.click("Undo")
    assert parts(window)[0] == "Situation"
    await window.press("Z", ctrl=True)
    await window.rest()
    assert (field(window, 4).value, text_on_disk(window)) == (LAST, ANSWER)
    assert on_disk(window).corrections.made == ()


@on_a_loop
async def test_undo_joins_what_was_divided(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    write(field(window, 4), "The wait fell\nfrom 40 to 15 minutes.")
    await window.rest()
    await window.press("Z", ctrl=True)
    await window.rest()
    assert fields(window)[3:] == [LAST]


@on_a_loop
async def test_while_a_row_is_written_ctrl_z_belongs_to_its_field(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    await choose(window, 1, "Task")
    write(field(window, 4), "The wait")
    await window.press("Z", ctrl=True)
    await window.rest()
    assert len(on_disk(window).corrections.made) == 1


def offers_undo(window: StillWindow) -> bool:
    slots = (one for one in walk(window.drawn) if isinstance(one, ft.Container) and one.visible)
    words = (getattr(slot.content, "content", None) for slot in slots)
    return any(isinstance(one, ft.Text) and one.value == "Undo" for one in words)


@on_a_loop
async def test_undo_is_offered_only_where_there_is_something_to_take_back(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    assert not offers_undo(window)
    await choose(window, 1, "Task")
    assert offers_undo(window)
    await window.click("Undo")
    assert not offers_undo(window)
    await window.press("Z", ctrl=True)
    await window.rest()
    assert on_disk(window).corrections.made == ()


@on_a_loop
async def test_a_correction_of_an_earlier_visit_can_be_taken_back(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    await choose(window, 1, "Task")
    later = await opened(window.practice)
    await later.click("Undo")
    assert on_disk(later).corrections.made == ()


@on_a_loop
async def test_undo_leaves_what_another_window_corrected(tmp_path: Path) -> None:
    practice = told(tmp_path)
    mine, theirs = await opened(practice), await opened(practice)
    await choose(mine, 1, "Task")
    await choose(theirs, 4, "Action")
    await mine.click("Undo")
    assert [one.parts[0].part for one in on_disk(mine).corrections.made] == [Part.ACTION]


# ---------------------------------------------------------------- when it cannot be kept
@on_a_loop
async def test_what_cannot_be_saved_says_so_and_is_kept_at_the_next_try(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    window = await correcting(folder)
    with nowhere_to_write(folder):
        await rewrite(window, 4, "The wait fell.")
        assert any(words.startswith("Not saved: ") for words in window.seen)
        await window.click("Done")
        assert field(window, 4).value == "The wait fell."
    await window.click("Done")
    assert fields(window) == []
    assert text_on_disk(window) == ANSWER.replace(LAST, "The wait fell.")


@on_a_loop
async def test_leaving_the_screen_keeps_what_is_typed(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    write(field(window, 4), "The wait fell.")
    assert window.screen is not None
    await window.screen.leave()
    assert text_on_disk(window) == ANSWER.replace(LAST, "The wait fell.")
    drawn = window.redraws
    await window.rest()
    assert window.redraws == drawn


@on_a_loop
async def test_corrections_of_a_take_that_is_gone_for_good_are_let_go(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    window.practice.rehearsing.takes.remove("t1")
    await rewrite(window, 4, "The wait fell.")
    assert window.screen is not None
    await window.screen.leave()
    assert window.practice.rehearsing.listed() == ()


# ---------------------------------------------------------------- drawn anew
@on_a_loop
async def test_another_size_or_theme_loses_nothing_that_is_typed(tmp_path: Path) -> None:
    window = await correcting(tmp_path)
    writing = field(window, 2)
    write(writing, "My task")
    window.look = Look(DARK, 900, 640)
    window.redraw()
    assert field(window, 2) is writing
    assert (writing.value, writing.cursor_color) == ("My task", DARK.ink)
