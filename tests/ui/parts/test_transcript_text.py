import flet as ft
import pytest

from storybuilder.ui.parts.transcript_text import legend, passage, span, transcript
from storybuilder.ui.report_rows import Mark, Passage, Run
from storybuilder.ui.theme import LIGHT, ROLES
from tests.ui.controls import texts, walk

MARKS: tuple[Mark, ...] = ("", "number", "changed", "filler", "possible", "pause")


def said(*runs: Run, part: str = "action", start_s: float | None = 62.0) -> Passage:
    return Passage(part=part, start_s=start_s, runs=runs)


def shape(mark: Mark) -> tuple[object, ...]:
    """What is left of a mark without its colours."""
    made = span(Run("8 %", mark), "action", LIGHT)
    assert made.style is not None
    return made.style.font_family, made.style.decoration, made.style.decoration_style, made.text


@pytest.mark.parametrize(
    ("mark", "heard"),
    [
        ("", None),
        ("number", "number: 8 %"),
        ("changed", "differs from the draft: 8 %"),
        ("filler", "filler: 8 %"),
        ("possible", "possible filler"),
        ("pause", "pause of 8 %"),
    ],
)
def test_a_screen_reader_hears_what_a_mark_means(mark: Mark, heard: str | None) -> None:
    assert span(Run("8 %", mark), "action", LIGHT).semantics_label == heard


def test_marks_differ_without_colour() -> None:
    assert len({shape(mark) for mark in MARKS}) == len(MARKS)


def test_underlines_differ_in_shape() -> None:
    lines = {shape(mark)[2] for mark in MARKS[1:4]}
    assert lines == {None, ft.TextDecorationStyle.DOUBLE, ft.TextDecorationStyle.WAVY}


@pytest.mark.parametrize("part", ["situation", "task", "action", "result", "other"])
@pytest.mark.parametrize("mark", MARKS)
def test_every_mark_can_stand_in_every_part(mark: Mark, part: str) -> None:
    assert "so" in (span(Run("so", mark), part, LIGHT).text or "")


def test_a_pause_is_seconds_in_angle_brackets() -> None:
    made = passage(said(Run("I led "), Run("3.1 s", "pause"), Run("it")), LIGHT, 500)
    assert texts(made) == ["A", "1:02", "I led ", " ⟨ 3.1 s ⟩ ", "it"]


def test_a_possible_filler_stands_in_brackets_without_a_line() -> None:
    made = span(Run("um?", "possible"), "action", LIGHT)
    assert made.style is not None
    assert (made.text, made.style.decoration) == ("(um?) ", None)


@pytest.mark.parametrize("possible", [True, False])
def test_the_legend_explains_possible_fillers_only_where_there_are_some(possible: bool) -> None:
    shown = texts(legend(LIGHT, changed=False, possible=possible))
    assert any("perhaps a filler" in words for words in shown) is possible


def test_a_passage_of_a_text_shows_no_second() -> None:
    assert texts(passage(said(Run("I led"), start_s=None), LIGHT, 500)) == ["A", "I led"]


@pytest.mark.parametrize(("inset", "size"), [(False, 20), (True, 16)])
def test_an_inset_passage_has_a_smaller_letter(inset: bool, size: float) -> None:
    value = Passage(part="result", start_s=0.0, runs=(Run("It held"),), inset=inset)
    boxes = [one for one in walk(passage(value, LIGHT, 500)) if isinstance(one, ft.Container)]
    (letter,) = (box for box in boxes if box.bgcolor == LIGHT.parts["result"])
    assert letter.width == size


def test_a_transcript_keeps_the_order_of_its_passages() -> None:
    made = transcript(
        (said(Run("We were late."), part="situation"), said(Run("I led."))), LIGHT, 500
    )
    assert [word for word in texts(made) if word.endswith(".")] == ["We were late.", "I led."]


def test_the_words_can_be_selected() -> None:
    made = passage(said(Run("I led.")), LIGHT, 500)
    assert [one.selectable for one in walk(made) if isinstance(one, ft.Text) and one.spans] == [
        True
    ]


def test_a_take_without_words_draws_nothing() -> None:
    assert texts(transcript((), LIGHT, 500)) == []


@pytest.mark.parametrize("changed", [True, False])
def test_the_legend_explains_only_marks_that_may_be_there(changed: bool) -> None:
    said = " ".join(texts(legend(LIGHT, changed=changed)))
    assert ("not as drafted" in said) == changed
    assert all(means in said for means in ("number", "filler", "pause"))


def test_the_legend_is_smaller_and_leaves_the_marks_of_the_text_alone() -> None:
    legend(LIGHT, changed=True)
    made = span(Run("8 %", "number"), "action", LIGHT)
    assert made.style is not None
    assert made.style.size == ROLES["read_mark"].size


@pytest.mark.parametrize(
    ("mark", "heard"),
    [
        ("", "15 %, corrected"),
        ("number", "number: 15 %, corrected"),
        ("changed", "differs from the draft: 15 %, corrected"),
        ("filler", "filler: 15 %, corrected"),
    ],
)
def test_a_screen_reader_hears_which_words_were_corrected(mark: Mark, heard: str) -> None:
    assert span(Run("15 %", mark, corrected=True), "action", LIGHT).semantics_label == heard


@pytest.mark.parametrize("mark", ["", "number"])
def test_corrected_words_stand_on_dots(mark: Mark) -> None:
    styles = [span(Run("15 %", mark, corrected=own), "task", LIGHT).style for own in (True, False)]
    lines = [one.decoration_style for one in styles if one is not None]
    assert lines == [ft.TextDecorationStyle.DOTTED, None]


@pytest.mark.parametrize("corrected", [True, False])
def test_the_legend_explains_the_dots_only_where_there_are_some(corrected: bool) -> None:
    shown = texts(legend(LIGHT, changed=False, corrected=corrected))
    assert any("corrected by you" in words for words in shown) is corrected
