from math import isfinite

import flet as ft
import pytest

from storybuilder.core.band import Band
from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.ui.draft_rows import PartNote, Remark
from storybuilder.ui.parts.margin_notes import part_note, whole
from storybuilder.ui.report_rows import PartTime
from storybuilder.ui.theme import LIGHT
from tests.ui.controls import names, texts, walk

THIN = Remark("▽", "Thin: 5 s more would do", asks=True)
FOUND = Remark("·", "Numbers: 8 %")


def note(*remarks: Remark, seconds: float = 62, words: int = 145) -> PartNote:
    time = PartTime(part="situation", seconds=seconds, low_s=14.6, high_s=37.4)
    return PartNote(time=time, words=words, remarks=remarks)


def widths(control: ft.Control) -> list[float]:
    boxes = [one for one in walk(control) if isinstance(one, ft.Container)]
    return [box.width for box in boxes if box.width is not None]


def test_a_part_is_heard_in_one_sentence_with_its_remarks() -> None:
    assert names(part_note(note(THIN, FOUND), LIGHT, 320, 120)) == [
        "Situation: 145 words, 62 seconds, recommended 15 to 37. "
        "Thin: 5 s more would do. Numbers: 8 %"
    ]


def test_a_part_without_remarks_ends_after_its_measure() -> None:
    heard = names(part_note(note(words=1, seconds=0.4), LIGHT, 320, 120))
    assert heard == ["Situation: 1 word, 0 seconds, recommended 15 to 37"]


def test_a_part_shows_seconds_words_and_signed_remarks() -> None:
    made = part_note(note(THIN, FOUND), LIGHT, 320, 120)
    assert texts(made) == [
        "1:02",
        "145 words",
        "▽",
        "Thin: 5 s more would do",
        "·",
        "Numbers: 8 %",
    ]


def test_only_a_remark_that_asks_has_the_signal_colour() -> None:
    made = part_note(note(THIN, FOUND), LIGHT, 320, 120)
    shades = {
        one.value: one.style.color for one in walk(made) if isinstance(one, ft.Text) and one.style
    }
    assert (shades["▽"], shades["·"]) == (LIGHT.signal, LIGHT.soft)


@pytest.mark.parametrize("seconds", [0, 62, 1200])
@pytest.mark.parametrize("end_s", [1, 120])
def test_a_part_of_any_length_stays_in_its_margin(seconds: float, end_s: float) -> None:
    made = part_note(note(seconds=seconds), LIGHT, 236, end_s)
    bar = [one for one in walk(made) if isinstance(one, ft.Stack)]
    assert [one.width for one in bar] == [236 - 112]
    fill = [
        one.width
        for one in walk(made)
        if isinstance(one, ft.Container) and one.bgcolor == LIGHT.parts["situation"]
    ]
    assert all(width is not None and 2 <= width <= 236 - 112 for width in fill)


def test_the_whole_story_is_heard_with_its_target() -> None:
    made = whole(84, 196, 140, DEFAULT_TARGET, LIGHT, 320)
    assert names(made) == ["1:24 spoken, 196 words; target 2:00 to 3:00"]
    assert texts(made) == ["1:24", "spoken", "\n196 words at 140 a minute", "2:00–3:00"]


@pytest.mark.parametrize("seconds", [0, 84, 1200])
@pytest.mark.parametrize("target", [Band(10, 20), DEFAULT_TARGET, Band(600, 1200)], ids=str)
def test_a_story_of_any_length_stays_in_its_margin(seconds: float, target: Band) -> None:
    shown = widths(whole(seconds, 0, 140, target, LIGHT, 236))
    assert all(isfinite(width) and 0 <= width <= 236 for width in shown)
