from math import hypot, isclose, pi

import flet as ft
import flet.canvas as cv
import pytest

from storybuilder.core.band import Band
from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.ui.parts.dial import Dial, marked_s, standing, turn_s
from storybuilder.ui.theme import DARK, LIGHT
from tests.ui.controls import texts, walk

TARGETS = [Band(10, 20), Band(45, 60), DEFAULT_TARGET, Band(150, 300), Band(600, 1200)]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "120 s to your band"),
        (107, "13 s to your band"),
        (119.9, "1 s to your band"),
        (120, "in your band, 60 s left"),
        (180, "in your band, 0 s left"),
        (180.9, "in your band, 0 s left"),
        (181, "1 s over your band"),
        (192, "12 s over your band"),
    ],
)
def test_the_words_count_to_the_next_edge_of_the_band(seconds: float, words: str) -> None:
    assert standing(seconds, DEFAULT_TARGET) == words


@pytest.mark.parametrize(
    ("high_s", "turn"),
    [(20, 240), (180, 240), (181, 300), (225, 300), (226, 360), (1200, 1620), (3600, 4800)],
)
def test_a_turn_is_four_minutes_or_what_the_target_needs(high_s: float, turn: float) -> None:
    assert turn_s(Band(10, high_s)) == turn


@pytest.mark.parametrize("target", TARGETS, ids=str)
def test_the_band_leaves_room_to_run_over_it(target: Band) -> None:
    assert target.high_s <= 0.75 * turn_s(target)


@pytest.mark.parametrize(
    ("target", "marked"),
    [
        (DEFAULT_TARGET, [60, 120, 180]),
        (Band(10, 20), [60, 10, 20]),
        (Band(60, 90), [60, 90]),
        (Band(45, 50), [60, 45, 50]),
        (Band(45, 51), [45, 51]),
        (Band(69, 90), [69, 90]),
        (Band(70, 90), [60, 70, 90]),
    ],
)
def test_the_minute_is_named_where_it_stands_clear_of_the_edges(
    target: Band, marked: list[float]
) -> None:
    assert marked_s(target) == marked


def test_a_dial_starts_at_nothing_and_names_its_marks() -> None:
    said = texts(Dial(DEFAULT_TARGET, LIGHT, 400).root)
    assert said == ["0:00", "120 s to your band", "1:00", "2:00", "3:00"]


def test_a_second_changes_digits_words_and_hand_and_nothing_else() -> None:
    dial = Dial(DEFAULT_TARGET, LIGHT, 400)
    assert dial.show(1.0) == [dial.digits, dial.words, dial.hand]
    assert (dial.digits.value, dial.words.value) == ("0:01", "119 s to your band")


@pytest.mark.parametrize("again_s", [60.0, 60.4, 60.9])
def test_within_a_second_nothing_changes(again_s: float) -> None:
    dial = Dial(DEFAULT_TARGET, LIGHT, 400)
    dial.show(60.0)
    assert dial.show(again_s) == []


def test_a_fresh_dial_has_nothing_to_change_at_zero() -> None:
    assert Dial(DEFAULT_TARGET, LIGHT, 400).show(0.0) == []


@pytest.mark.parametrize(("seconds", "digits"), [(59.9, "0:59"), (60, "1:00"), (60.1, "1:00")])
def test_the_digits_show_seconds_that_are_over(seconds: float, digits: str) -> None:
    dial = Dial(DEFAULT_TARGET, LIGHT, 400)
    dial.show(seconds)
    assert dial.digits.value == digits


@pytest.mark.parametrize(
    ("seconds", "share"), [(0, 0), (60, 1 / 4), (120, 1 / 2), (240, 1), (1200, 1)]
)
def test_the_hand_goes_round_once_and_stays(seconds: float, share: float) -> None:
    dial = Dial(DEFAULT_TARGET, LIGHT, 400)
    dial.show(seconds)
    arc = dial.hand.shapes[0]
    assert isinstance(arc, cv.Arc)
    assert isclose(arc.sweep_angle or 0, share * 2 * pi, abs_tol=1e-9)
    assert isclose(arc.start_angle or 0, -pi / 2)


def test_a_take_of_twenty_minutes_is_still_told() -> None:
    dial = Dial(DEFAULT_TARGET, LIGHT, 400)
    dial.show(1200)
    assert (dial.digits.value, dial.words.value) == ("20:00", "1020 s over your band")


@pytest.mark.parametrize("target", TARGETS, ids=str)
def test_every_line_of_the_face_lies_on_the_dial(target: Band) -> None:
    size = 400
    shapes = [one for one in walk(Dial(target, DARK, size).root) if isinstance(one, cv.Line)]
    ends = [(one.x1 or 0, one.y1 or 0) for one in shapes]
    assert shapes
    assert all(hypot(x - size / 2, y - size / 2) <= size / 2 for x, y in ends)


@pytest.mark.parametrize("target", TARGETS, ids=str)
def test_every_mark_lies_inside_the_control(target: Band) -> None:
    root = Dial(target, LIGHT, 400).root
    marks = [one for one in root.controls if isinstance(one, ft.Container) and one.width == 48]
    assert len(marks) == len(marked_s(target))
    for mark in marks:
        assert isinstance(mark.left, int | float)
        assert isinstance(mark.top, int | float)
        assert 0 <= mark.left <= (root.width or 0) - 48
        assert -24 <= mark.top <= (root.height or 0)


def test_the_clock_never_turns_red() -> None:
    dial = Dial(DEFAULT_TARGET, LIGHT, 400)
    dial.show(1200)
    styles = [one.style for one in walk(dial.root) if isinstance(one, ft.Text)]
    assert LIGHT.signal not in [one.color for one in styles if one]
