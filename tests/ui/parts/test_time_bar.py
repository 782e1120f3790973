from itertools import pairwise
from math import isfinite

import flet as ft
import pytest

from storybuilder.core.band import Band
from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.ui.parts.time_bar import (
    TICK_WIDTH,
    band,
    clock_bar,
    part_bars,
    split_line,
    tick_step_s,
    verdict,
)
from storybuilder.ui.report_rows import PartTime, Stretch
from storybuilder.ui.theme import DARK, LIGHT
from tests.ui.controls import names, texts, walk

NARROWEST, WIDEST = 504, 760


def part(name: str, seconds: float, low_s: float = 20, high_s: float = 51) -> PartTime:
    return PartTime(part=name, seconds=seconds, low_s=low_s, high_s=high_s, note="note")


def take(end_s: float) -> tuple[Stretch, ...]:
    return (Stretch("situation", 0, end_s / 4), Stretch("action", end_s / 4, end_s))


def containers(control: ft.Control) -> list[ft.Container]:
    return [one for one in walk(control) if isinstance(one, ft.Container)]


def axis(control: ft.Control) -> list[tuple[str, float]]:
    """The names of an axis that stand centred on their second, with where their boxes begin."""
    return [
        (texts(box)[0], box.left)
        for box in containers(control)
        if box.width == TICK_WIDTH and isinstance(box.left, int | float)
    ]


# ---------------------------------------------------------------- verdicts
@pytest.mark.parametrize(
    ("seconds", "sign", "words"),
    [
        (0, "△", "missing"),
        (0.4, "▽", "20 s under"),
        (19, "▽", "1 s under"),
        (19.6, "✓", "in range"),
        (20, "✓", "in range"),
        (51, "✓", "in range"),
        (51.4, "✓", "in range"),
        (52, "▲", "1 s over"),
        (62, "▲", "11 s over"),
    ],
)
def test_a_part_is_judged_in_the_seconds_it_shows(seconds: float, sign: str, words: str) -> None:
    assert verdict(part("situation", seconds))[:2] == (sign, words)


def test_only_what_is_missing_is_in_the_signal_colour() -> None:
    shades = [verdict(part("task", seconds))[2] for seconds in (0, 10, 30, 60)]
    assert shades == ["signal", "ink", "soft", "ink"]


# ---------------------------------------------------------------- part bars
def test_a_screen_reader_hears_each_part_in_one_sentence() -> None:
    made = part_bars((part("situation", 62), part("result", 0, 12.4, 31)), LIGHT, NARROWEST)
    assert names(made) == [
        "Situation: 62 seconds, recommended 20 to 51, 11 s over",
        "Result: 0 seconds, recommended 12 to 31, missing",
    ]
    assert all(one.exclude_semantics for one in walk(made) if isinstance(one, ft.Semantics))


def test_a_part_bar_shows_letter_name_figure_and_verdict() -> None:
    made = part_bars((part("situation", 62),), LIGHT, NARROWEST)
    assert texts(made)[:5] == ["S", "Situation", "1:02", "▲", "11 s over"]


def test_the_part_of_the_fix_is_marked() -> None:
    rows = (part("situation", 62), part("action", 62))
    plain, chosen = (part_bars(rows, LIGHT, 504, chosen=name) for name in ("", "action"))
    marked = [
        one.value
        for one in walk(chosen)
        if isinstance(one, ft.Text) and one.style and one.style.color == LIGHT.signal
    ]
    assert len(marked) == 2
    assert not [
        one
        for one in walk(plain)
        if isinstance(one, ft.Text) and one.style and one.style.color == LIGHT.signal
    ]


def test_bars_share_one_scale() -> None:
    made = part_bars((part("situation", 20), part("action", 40)), LIGHT, NARROWEST)
    short, long = (
        [box.width or 0 for box in containers(made) if box.bgcolor == LIGHT.parts[name]][-1]
        for name in ("situation", "action")
    )
    assert long == pytest.approx(2 * short)


def test_a_missing_part_still_has_a_trace_of_a_bar() -> None:
    made = part_bars((part("task", 0),), LIGHT, NARROWEST)
    assert [box.width for box in containers(made) if box.bgcolor == LIGHT.parts["task"]][-1] == 2


@pytest.mark.parametrize("note", ["", "10 % to 25 % of the answer"])
def test_a_part_has_a_tooltip_only_where_there_is_something_to_say(note: str) -> None:
    row = PartTime(part="task", seconds=1, low_s=0, high_s=2, note=note)
    hints = [box.tooltip for box in containers(part_bars((row,), LIGHT, 504)) if box.tooltip]
    assert len(hints) == bool(note)


# ---------------------------------------------------------------- clock bar
def test_a_screen_reader_hears_the_take_from_first_word_to_last() -> None:
    made = clock_bar(take(120), DEFAULT_TARGET, LIGHT, NARROWEST)
    assert names(made) == [
        "Take of 2:00, target 2:00 to 3:00. Situation 0:00 to 0:30, Action 0:30 to 2:00."
    ]


def test_a_take_without_words_is_a_bar_without_parts() -> None:
    made = clock_bar((), DEFAULT_TARGET, LIGHT, NARROWEST)
    assert names(made) == ["Take of 0:00, target 2:00 to 3:00."]


def test_talk_of_no_part_is_drawn_and_named_too() -> None:
    made = clock_bar((Stretch("other", 0, 60),), DEFAULT_TARGET, LIGHT, NARROWEST)
    assert "Other 0:00 to 1:00" in names(made)[0]
    assert "–" in texts(made)


@pytest.mark.parametrize(
    ("end_s", "last"),
    [(0, "4:00"), (90, "4:00"), (240, "4:00"), (241, "5:00"), (1200, "20:00"), (3601, "1:01:00")],
)
def test_the_bar_holds_four_minutes_or_the_whole_take(end_s: float, last: str) -> None:
    shown = axis(clock_bar(take(end_s), DEFAULT_TARGET, LIGHT, NARROWEST))
    assert shown[-1] == (last, NARROWEST - TICK_WIDTH)


def test_a_long_target_makes_the_bar_long_enough() -> None:
    made = clock_bar(take(60), Band(400, 500), LIGHT, NARROWEST)
    assert axis(made)[-1][0] == "9:00"


@pytest.mark.parametrize("target", [Band(10, 20), DEFAULT_TARGET, Band(150, 155), Band(400, 500)])
@pytest.mark.parametrize("end_s", [0, 90, 600, 1201])
def test_the_name_of_the_band_is_never_cut_by_an_edge_of_it(target: Band, end_s: float) -> None:
    made = clock_bar(take(end_s), target, LIGHT, NARROWEST)
    edges = [box.left for box in containers(made) if box.bgcolor == LIGHT.edge and box.width == 1.5]
    (name,) = (box for box in containers(made) if texts(box)[:1] and "target" in texts(box)[0])
    left = name.left
    assert isinstance(left, int | float)
    assert 0 <= left <= NARROWEST - 110
    assert not any(isinstance(x, int | float) and left < x < left + 110 for x in edges)


@pytest.mark.parametrize("width", [NARROWEST, WIDEST])
@pytest.mark.parametrize("end_s", [0, 239, 241, 480, 601, 1199, 1201, 3599])
def test_no_two_names_of_an_axis_touch(end_s: float, width: float) -> None:
    shown = axis(clock_bar(take(end_s), DEFAULT_TARGET, LIGHT, width))
    lefts = [left for _, left in shown]
    apart = [after - before for before, after in pairwise(lefts[:-1])]
    assert min(apart, default=TICK_WIDTH) >= TICK_WIDTH
    assert lefts[-1] - lefts[-2] >= TICK_WIDTH * 0.75  # the last is set to the right of its box


@pytest.mark.parametrize("longest_s", [0, 60, 179, 300, 599, 1200, 3600])
def test_no_two_names_under_the_part_bars_touch(longest_s: float) -> None:
    shown = axis(part_bars((part("action", longest_s),), LIGHT, NARROWEST))
    lefts = [left for _, left in shown]
    apart = [after - before for before, after in pairwise(lefts)]
    assert min(apart, default=TICK_WIDTH) >= TICK_WIDTH


@pytest.mark.parametrize("end_s", [0, 0.01, 60, 1200])
@pytest.mark.parametrize("target", [Band(1, 2), Band(10, 20), DEFAULT_TARGET, Band(600, 1800)])
def test_no_take_and_no_target_breaks_the_drawing(end_s: float, target: Band) -> None:
    bars = part_bars((part("action", end_s), part("task", 0, 0, 0)), DARK, NARROWEST)
    for box in [*containers(clock_bar(take(end_s), target, DARK, NARROWEST)), *containers(bars)]:
        assert box.width is None or (isfinite(box.width) and 0 <= box.width <= NARROWEST)


def test_a_stretch_has_its_letter_only_where_it_fits() -> None:
    long, short = Stretch("situation", 0, 60), Stretch("task", 60, 61)
    assert "S" in texts(clock_bar((long, short), DEFAULT_TARGET, LIGHT, NARROWEST))
    assert "T" not in texts(clock_bar((long, short), DEFAULT_TARGET, LIGHT, NARROWEST))


@pytest.mark.parametrize(
    ("scale", "least_s", "step_s"),
    [(2.0, 30, 30), (2.0, 60, 60), (1.0, 30, 60), (0.1, 30, 600), (0.001, 30, 3600)],
)
def test_names_stand_as_close_as_they_can(scale: float, least_s: int, step_s: int) -> None:
    assert tick_step_s(scale, least_s) == step_s


# ---------------------------------------------------------------- thin line, band
def test_a_split_line_shows_written_parts_in_proportion() -> None:
    made = split_line((part("situation", 10), part("task", 0), part("action", 30)), LIGHT, 160)
    widths = {box.bgcolor: box.width for box in containers(made)}
    assert widths == {LIGHT.parts["situation"]: 39, LIGHT.parts["action"]: 119}


@pytest.mark.parametrize("width", [0, 150])
def test_a_split_line_of_nothing_is_empty(width: float) -> None:
    assert containers(split_line((part("task", 0),), LIGHT, width)) == []
    assert containers(split_line((), LIGHT, width)) == []


def test_a_band_has_an_edge_on_both_sides() -> None:
    ground, *edges = containers(ft.Stack(band(100, 50, 0, 10, LIGHT)))
    assert (ground.left, ground.width, ground.bgcolor) == (100, 50, LIGHT.band)
    assert [(edge.left, edge.bgcolor) for edge in edges] == [
        (100, LIGHT.edge),
        (148.5, LIGHT.edge),
    ]
