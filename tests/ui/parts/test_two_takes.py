import flet as ft
import pytest

from storybuilder.ui.compare_rows import MeasureRow, PairedPart
from storybuilder.ui.parts.two_takes import legend, measures, paired_bars
from storybuilder.ui.report_rows import PartTime
from storybuilder.ui.theme import LIGHT
from tests.ui.controls import names, texts, walk

NAMES = ("take 2", "take 3")


def time(seconds: float, low_s: float = 20, high_s: float = 51) -> PartTime:
    return PartTime(part="situation", seconds=seconds, low_s=low_s, high_s=high_s)


def bars(before: PartTime, now: PartTime, width: float = 612) -> ft.Control:
    return paired_bars([PairedPart(before, now, "14 s shorter, closer")], NAMES, LIGHT, width)


def drawn(control: ft.Control) -> list[ft.Container]:
    """The bars, the earlier take's first."""
    found = (one for one in walk(control) if isinstance(one, ft.Container))
    return [one for one in found if one.height == 10]


def test_each_part_says_both_clocks_both_verdicts_and_the_change() -> None:
    shown = texts(bars(time(62), time(48)))
    for words in ("Situation", "14 s shorter, closer", "1:02", "11 s over", "0:48", "in range"):
        assert words in shown


def test_each_part_is_one_spoken_sentence() -> None:
    assert names(bars(time(62), time(48))) == [
        "Situation: 62 seconds in take 2, recommended 20 to 51, 11 s over; "
        "48 seconds in take 3, recommended 20 to 51, in range; 14 s shorter, closer"
    ]


def test_the_two_bars_have_one_scale_and_differ_without_colour() -> None:
    before, now = drawn(bars(time(60), time(30)))
    assert before.width is not None
    assert now.width is not None
    assert float(before.width) == pytest.approx(2 * float(now.width))
    assert (before.border is None, now.border is None) == (False, True)


@pytest.mark.parametrize("seconds", [0.0, 48.0, 1200.0])
def test_no_bar_leaves_its_room(seconds: float) -> None:
    for bar in drawn(bars(time(seconds, 100, 300), time(1))):
        assert 2 <= float(bar.width or 0) <= 612 - 172 - 52 - 98


def test_the_legend_names_both_takes_and_the_range() -> None:
    assert texts(legend(("Take 2", "Take 3"), LIGHT)) == ["Take 2", "Take 3", "recommended"]


@pytest.mark.parametrize(
    ("change", "spoken"),
    [
        ("fewer", "Long pauses: 2 in take 2, 1 in take 3, fewer"),
        ("", "Long pauses: 2 in take 2, 1 in take 3"),
    ],
)
def test_a_measure_is_shown_of_both_takes_and_spoken_as_one(change: str, spoken: str) -> None:
    row = MeasureRow(name="Long pauses", before="2", now="1", change=change)
    shown = measures([row], NAMES, LIGHT, 372)
    assert [words for words in texts(shown) if words] == [
        *NAMES,
        "Long pauses",
        "2",
        "1",
        *([change] if change else []),
    ]
    assert names(shown) == [spoken]
