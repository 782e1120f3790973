from pathlib import Path
from types import SimpleNamespace

import flet as ft
import pytest

from storybuilder.core.question_list import Listed
from storybuilder.practice.asking import Incoming
from storybuilder.ui.question_rows import Wanted
from storybuilder.ui.questions import CHUNK, NEAR_PX, SEARCH, QuestionsScreen
from tests.builders import question
from tests.ui.controls import box, button, walk, write
from tests.ui.still_window import StillWindow, on_a_loop, practice_in

OWN = ("Why us?", "Who tamed the zebra?")


async def shown(folder: Path, wanted: Wanted | None = None, own: int = 2) -> StillWindow:
    """The list, with own questions in the library."""
    window = StillWindow(practice_in(folder))
    texts = [OWN[at] if at < len(OWN) else f"Why {at}?" for at in range(own)]
    asking = window.practice.asking
    asking.accept([Incoming(Listed(text, text), (), None) for text in texts])
    await window.show(QuestionsScreen(window, wanted))
    return window


def rows(window: StillWindow) -> list[str]:
    """The questions that are drawn, from the top."""
    found = (one for one in walk(window.drawn) if isinstance(one, ft.Semantics) and one.button)
    return [one.label or "" for one in found]


def scroll_to(window: StillWindow, left_px: float) -> None:
    """Scroll until so much of what is drawn is left below."""
    lists = (one for one in walk(window.drawn) if isinstance(one, ft.ListView))
    heard = next(lists).on_scroll
    assert heard is not None
    heard(SimpleNamespace(pixels=1000.0, max_scroll_extent=1000.0 + left_px))  # type: ignore[call-arg, arg-type]


@on_a_loop
async def test_all_questions_are_counted_and_the_first_ones_drawn(tmp_path: Path) -> None:
    window = await shown(tmp_path)
    assert "198 questions you may be asked, 2 of them yours." in window.seen
    assert "Leadership" in window.seen
    assert len(rows(window)) < CHUNK


@pytest.mark.parametrize(("left_px", "more"), [(NEAR_PX - 1, True), (NEAR_PX + 1, False)])
def test_more_are_drawn_when_the_end_comes_near(tmp_path: Path, left_px: float, more: bool) -> None:
    @on_a_loop
    async def scrolled() -> None:
        window = await shown(tmp_path)
        before = len(rows(window))
        scroll_to(window, left_px)
        assert (len(rows(window)) > before) is more

    scrolled()


@on_a_loop
async def test_of_a_thousand_questions_each_is_reached(tmp_path: Path) -> None:
    window = await shown(tmp_path, Wanted(bank="own"), own=1_000)
    assert len(rows(window)) < CHUNK
    for _ in range(1_000 // CHUNK):
        scroll_to(window, 0)
    assert len(rows(window)) == 1_000


@on_a_loop
async def test_a_row_opens_its_question(tmp_path: Path) -> None:
    window = await shown(tmp_path, Wanted(bank="ml"))
    await window.click("Tell me about a model of yours that failed once it was in production.")
    assert window.went == ["/questions/ml-failed-in-production"]


@on_a_loop
async def test_a_bank_is_chosen(tmp_path: Path) -> None:
    window = await shown(tmp_path)
    await window.click("Yours")
    assert rows(window) == ["Why us? yours", "Who tamed the zebra? yours"]
    await window.click("All")
    assert len(rows(window)) > 2


@on_a_loop
async def test_a_competency_is_chosen(tmp_path: Path) -> None:
    window = await shown(tmp_path)
    menu = next(one for one in walk(window.drawn) if isinstance(one, ft.PopupMenuButton))
    item = menu.items[16]
    assert isinstance(item, ft.PopupMenuItem)
    await window.push(item)
    assert any(words.endswith("questions about Integrity") for words in window.seen)


@on_a_loop
async def test_words_are_looked_for_while_they_are_written(tmp_path: Path) -> None:
    window = await shown(tmp_path)
    write(box(window.drawn, SEARCH), "who zeb")
    assert rows(window) == ["Who tamed the zebra? yours"]
    assert "1 question" in window.seen
    write(box(window.drawn, SEARCH), "zebra crossing")
    assert rows(window) == []
    assert "No question is like that." in window.seen


@on_a_loop
async def test_what_was_looked_for_stays_when_the_screen_is_drawn_anew(tmp_path: Path) -> None:
    window = await shown(tmp_path)
    write(box(window.drawn, SEARCH), "who zeb")
    field = box(window.drawn, SEARCH)
    window.redraw()
    assert box(window.drawn, SEARCH) is field
    assert rows(window) == ["Who tamed the zebra? yours"]


@on_a_loop
async def test_deleted_questions_are_restored_from_the_list(tmp_path: Path) -> None:
    window = await shown(tmp_path)
    asking = window.practice.asking
    asking.delete(asking.listed("own")[0].id)
    await window.show(QuestionsScreen(window, Wanted(bank="own")))
    assert rows(window) == ["Who tamed the zebra? yours"]
    await window.push(button(window.drawn, "Restore"))
    await window.rest()
    assert rows(window) == ["Why us? yours", "Who tamed the zebra? yours"]


@pytest.mark.parametrize(
    ("label", "route"),
    [
        ("Add question", "/questions/add"),
        ("Paste a list", "/questions/paste"),
        ("Paste a job description", "/questions/job"),
    ],
)
def test_the_ways_in_lead_there(tmp_path: Path, label: str, route: str) -> None:
    @on_a_loop
    async def clicked() -> None:
        window = await shown(tmp_path)
        await window.click(label)
        assert window.went == [route]

    clicked()


@on_a_loop
async def test_keys_add_and_search(tmp_path: Path) -> None:
    window = await shown(tmp_path)
    await window.press("N")
    await window.press("F")
    assert (window.went, window.focused) == ([], [])
    await window.press("N", ctrl=True)
    await window.press("F", ctrl=True)
    assert window.went == ["/questions/add"]
    assert window.focused == [box(window.drawn, SEARCH)]


@on_a_loop
async def test_a_competency_that_is_gone_leaves_a_question_untagged(tmp_path: Path) -> None:
    window = StillWindow(practice_in(tmp_path))
    window.practice.asking.kept.change("q1", lambda _: question("q1", competencies=("charm",)))
    await window.show(QuestionsScreen(window, Wanted(bank="own")))
    assert "Not tagged yet" in window.seen
