from collections.abc import Callable
from pathlib import Path

import flet as ft

from storybuilder.core.coaching.brief import Exchange
from storybuilder.core.story import Part
from storybuilder.errors import LibraryUnwritable
from storybuilder.ui.coach_asked import LABEL, LEFT_OUT, AskedGestures, AskedView, so_far
from storybuilder.ui.theme import DARK, LIGHT
from tests.ui.coach_desk import USAGE
from tests.ui.controls import box, button, click, texts, write
from tests.ui.still_window import StillWindow, on_a_loop, practice_in

Done = Callable[[object], None]


def view(folder: Path, question: str, done: list[str] | None = None) -> AskedView:
    said = done if done is not None else []

    def told(what: str) -> Done:
        return lambda e: said.append(what)

    gestures = AskedGestures(*map(told, ("answer", "skip", "draft", "again", "stop")))
    window = StillWindow(practice_in(folder))
    return AskedView(window, question, "To see it.", USAGE, gestures)


def drawn(view: AskedView) -> ft.Control:
    return ft.Column(view.draw(2, Part.TASK, LIGHT, 900))


@on_a_loop
async def test_the_question_stands_with_its_number_and_why(tmp_path: Path) -> None:
    seen = texts(drawn(view(tmp_path, "By when?")))
    assert seen[:3] == ["Question 2 about the task", "By when?", "To see it."]


@on_a_loop
async def test_every_way_on_has_a_button(tmp_path: Path) -> None:
    done: list[str] = []
    shown = drawn(view(tmp_path, "By when?", done))
    for label in ("Answer", "Skip", "Draft it now", "Back to the story"):
        click(button(shown, label))
    assert done == ["answer", "skip", "draft", "stop"]


@on_a_loop
async def test_what_is_typed_survives_being_drawn_anew(tmp_path: Path) -> None:
    asked = view(tmp_path, "By when?")
    write(box(drawn(asked), LABEL), "  By Friday. ")
    again = ft.Column(asked.draw(2, Part.TASK, DARK, 600))
    assert asked.typed == "By Friday."
    assert box(again, LABEL).width == 600


@on_a_loop
async def test_why_an_answer_could_not_be_kept_stands_beside_it(tmp_path: Path) -> None:
    asked = view(tmp_path, "By when?")
    asked.tell(LibraryUnwritable("the disk is full"))
    assert "The disk is full." in texts(drawn(asked))


@on_a_loop
async def test_a_question_that_is_not_shown_leaves_ways_on(tmp_path: Path) -> None:
    done: list[str] = []
    shown = drawn(view(tmp_path, "", done))
    assert LEFT_OUT in texts(shown)
    for label in ("Ask again", "Draft it now"):
        click(button(shown, label))
    assert done == ["again", "draft"]


def test_questions_and_answers_stand_in_their_order() -> None:
    told = [Exchange("How many?", "Twelve."), Exchange("By when?", "Friday.")]
    seen = texts(ft.Column(so_far(told, LIGHT, 600)))
    assert seen[2:] == ["How many?", "Twelve.", "By when?", "Friday."]
