from collections.abc import Callable
from dataclasses import dataclass, field, replace

import flet as ft
import pytest

from storybuilder.core.story import Part
from storybuilder.core.voice import Span
from storybuilder.ui.correction_rows import CorrectionRow
from storybuilder.ui.parts.correction_row import NOTHING_SAID, Gestures, RowToCorrect
from storybuilder.ui.theme import DARK, LIGHT
from tests.ui.controls import button, leave, names, push, texts, walk, write

ROW = CorrectionRow(span=Span(62.0, 65.0), part=Part.TASK, text="I cut them.", corrected=False)


@dataclass
class Told:
    """What a row told of."""

    gestures: list[object] = field(default_factory=list)
    listen: Callable[[float, float], None] | None = None

    def row(self, of: CorrectionRow = ROW) -> RowToCorrect:
        note = self.gestures.append
        made = RowToCorrect(
            of,
            Gestures(
                typed=lambda row: note("typed"),
                left=lambda row: note("left"),
                chosen=lambda row, part: note(part),
                restored=lambda row: note("restored"),
                listen=self.listen,
            ),
            LIGHT,
        )
        made.draw(3, LIGHT, 600)
        return made


def test_where_the_take_can_be_heard_a_click_on_its_second_plays_the_sentence() -> None:
    played: list[tuple[float, float]] = []
    told = Told(listen=lambda from_s, to_s: played.append((from_s, to_s)))
    push(button(told.row().root, "1:02"))
    push(button(told.row(replace(ROW, span=Span(0.0, 1.0))).root, "0:00"))
    (from_s, to_s), (first_s, _) = played
    assert 61.5 < from_s < 62.0 < 65.0 < to_s < 65.5
    assert first_s == 0.0


def test_the_way_to_hear_a_sentence_is_named() -> None:
    made = Told(listen=lambda from_s, to_s: None).row()
    (play,) = (one for one in walk(made.root) if isinstance(one, ft.TextButton))
    labels = [one.semantics_label for one in walk(play) if isinstance(one, ft.Text)]
    assert labels == ["Listen to sentence 3"]


def test_without_sound_the_second_is_only_said() -> None:
    assert not [one for one in walk(Told().row().root) if isinstance(one, ft.TextButton)]


def menu(row: RowToCorrect) -> ft.PopupMenuButton:
    return next(one for one in walk(row.root) if isinstance(one, ft.PopupMenuButton))


@pytest.mark.parametrize(
    ("row", "name"),
    [
        (ROW, "Sentence 3: Task. Choose its part"),
        (replace(ROW, part=None), "Sentence 3: Other. Choose its part"),
        (replace(ROW, corrected=True), "Sentence 3: Task, corrected. Choose its part"),
    ],
)
def test_a_screen_reader_hears_which_sentence_and_part_it_is(row: CorrectionRow, name: str) -> None:
    made = Told().row(row)
    assert menu(made).tooltip == name
    assert names(made.root) == ["Words of sentence 3"]


@pytest.mark.parametrize(
    ("label", "part"),
    [
        ("Situation", Part.SITUATION),
        ("Task", Part.TASK),
        ("Action", Part.ACTION),
        ("Result", Part.RESULT),
        ("Other", None),
    ],
)
def test_every_part_can_be_chosen(label: str, part: Part | None) -> None:
    told = Told()
    push(button(menu(told.row()), label))
    assert told.gestures == [part]


@pytest.mark.parametrize("corrected", [True, False])
def test_the_way_back_is_offered_where_something_was_corrected(corrected: bool) -> None:
    told = Told()
    *_, back = menu(told.row(replace(ROW, corrected=corrected))).items
    assert (texts(back), back.visible) == (["As heard"], corrected)
    push(back)
    assert told.gestures == ["restored"]


def test_a_choice_holds_that_was_opened_before_the_row_followed() -> None:
    told = Told()
    made = told.row()
    before = list(menu(made).items)
    made.follow(replace(ROW, corrected=True))
    made.draw(3, LIGHT, 600)
    assert [id(item) for item in menu(made).items] == [id(item) for item in before]


def test_writing_and_leaving_are_told() -> None:
    told = Told()
    made = told.row()
    write(made.field, "I halved them.")
    leave(made.field)
    assert told.gestures == ["typed", "left"]


@pytest.mark.parametrize(
    ("typed", "edited"),
    [
        ("I cut them.", False),
        (" I  cut them. ", False),
        ("I cut them", True),
        ("", True),
        ("I cut\nthem.", True),
        ("I cut them.\n", True),
    ],
)
def test_a_row_is_edited_when_other_words_or_a_new_line_stand_in_it(
    typed: str, edited: bool
) -> None:
    made = Told().row()
    made.field.value = typed
    assert made.edited is edited


def test_a_row_follows_what_was_measured() -> None:
    made = Told().row()
    made.follow(replace(ROW, text="I halved them.", part=Part.ACTION))
    made.draw(2, LIGHT, 600)
    assert made.field.value == "I halved them."
    assert menu(made).tooltip == "Sentence 2: Action. Choose its part"


def test_what_is_being_typed_is_not_overwritten() -> None:
    made = Told().row()
    made.field.value = "I halved"
    made.follow(replace(ROW, part=Part.ACTION))
    assert (made.field.value, made.row.part) == ("I halved", Part.ACTION)


def test_drawing_anew_keeps_the_controls_and_takes_the_colours() -> None:
    made = Told().row()
    before = (made.root, made.field, menu(made))
    made.draw(3, DARK, 400)
    assert (made.root, made.field, menu(made)) == before
    assert made.field.cursor_color == DARK.ink
    assert made.field.width is not None
    assert made.field.width < 400


def test_an_empty_row_says_that_nothing_was_said() -> None:
    assert Told().row(replace(ROW, text="")).field.hint_text == NOTHING_SAID


def test_the_second_of_a_corrected_row_bears_the_mark_of_corrected_words() -> None:
    def line(corrected: bool) -> object:
        made = Told().row(replace(ROW, corrected=corrected))
        (time,) = (
            one for one in walk(made.root) if isinstance(one, ft.Text) and one.value == "1:02"
        )
        assert time.style is not None
        return time.style.decoration_style

    assert (line(True), line(False)) == (ft.TextDecorationStyle.DOTTED, None)
