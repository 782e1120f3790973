from dataclasses import replace
from pathlib import Path

import flet as ft
import pytest

from storybuilder.core.comparison import compare
from storybuilder.core.drafted import Drafted
from storybuilder.core.drafts.must_land import MustLand
from storybuilder.core.findings.finding import Finding
from storybuilder.core.quantities.quantity import find_quantities
from storybuilder.core.report import Report
from storybuilder.core.threshold import Thresholds
from storybuilder.core.transcript import Transcript, Word
from storybuilder.ui.compare_view import NOT_AUDIBLE, CompareView
from storybuilder.ui.compared import Compared, Side
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.stretch_player import StretchPlayer
from storybuilder.ui.theme import DARK, LIGHT
from tests.builders import report, take
from tests.ui.controls import button, click, names, texts, walk
from tests.ui.still_window import StillWindow, on_a_loop, practice_in

BEFORE = ("S Our clinic had long queues.", "A I measured every step.", "S It was full.")
NOW = ("S Our clinic had long queues.", "A I measured every step.", "R It fell by 12 %.")
FIX = Finding(code="missing_result", severity="fix", message="Say it.", measure="", source="")


def told(*lines: str, **fields: object) -> Report:
    made = report(*lines)
    return replace(made, quantities=find_quantities(made.text), **fields)  # type: ignore[arg-type]


def side(name: str, made: Report, *, audible: bool = True) -> Side:
    words = Transcript(tuple(Word(w, i / 2, i / 2 + 0.5) for i, w in enumerate(made.text.split())))
    return Side(
        take=take(name.replace(" ", "")),
        name=name,
        story=None,
        report=made,
        words=words,
        corrected=(),
        audible=audible,
    )


def view(before: Side, now: Side, look: Look, window: StillWindow) -> ft.Control:
    found = Compared(before, now, compare(before.report, now.report, Thresholds()))
    opened = (lambda e: window.go("before"), lambda e: window.go("now"))
    return CompareView(found, StretchPlayer(window), opened).draw(look)


def drawn(
    window: StillWindow, *, look: Look | None = None, audible: bool = True, **fields: object
) -> ft.Control:
    before = side("take 1", told(*BEFORE, **fields), audible=audible)
    return view(before, side("take 2", told(*NOW)), look or window.look, window)


@on_a_loop
async def test_both_takes_are_measured_and_their_parts_compared(tmp_path: Path) -> None:
    shown = texts(drawn(StillWindow(practice_in(tmp_path))))
    for words in ("Take 1", "Take 2", "Where the time went", "told now", "How it was said"):
        assert words in shown


@on_a_loop
async def test_each_part_of_each_take_has_its_words_and_its_way_to_hear_them(
    tmp_path: Path,
) -> None:
    shown = texts(drawn(StillWindow(practice_in(tmp_path))))
    said = shown[shown.index("Part against part") :]
    assert said.count("Our clinic had long queues.") == 2
    assert said.count("Not told in take 1.") == 2  # task and result
    assert said.count("Not told in take 2.") == 1
    assert said.count("Listen") == 6


@on_a_loop
async def test_a_part_of_several_passages_has_each_to_listen_to(tmp_path: Path) -> None:
    spoken = [
        one.semantics_label
        for one in walk(drawn(StillWindow(practice_in(tmp_path))))
        if isinstance(one, ft.Text) and one.value == "Listen"
    ]
    assert [words for words in spoken if "situation of take 1" in str(words)] == [
        "Listen: situation of take 1, 0:00 to 0:02",
        "Listen: situation of take 1, 0:04 to 0:06",
    ]


@on_a_loop
async def test_a_take_without_its_sound_says_so_and_offers_nothing_to_hear(tmp_path: Path) -> None:
    shown = texts(drawn(StillWindow(practice_in(tmp_path)), audible=False))
    assert shown.count(NOT_AUDIBLE) == 1
    assert shown.count("Listen") == 3


@on_a_loop
async def test_what_changed_stands_beside_the_measures(tmp_path: Path) -> None:
    window = StillWindow(practice_in(tmp_path))
    shown = texts(drawn(window, findings=(FIX,), wanting=frozenset({FIX.code})))
    assert {"The fix of take 1: done", "Figures", "Only in take 2", "12 %"} <= set(shown)


@on_a_loop
async def test_what_there_is_nothing_to_say_of_is_left_out(tmp_path: Path) -> None:
    window = StillWindow(practice_in(tmp_path))
    same = side("take 1", told(*BEFORE))
    shown = texts(view(same, same, window.look, window))
    assert not {"Figures", "Must-land line", "Still there"} & set(shown)


@on_a_loop
async def test_the_must_land_line_is_shown_with_what_both_did_with_it(tmp_path: Path) -> None:
    window = StillWindow(practice_in(tmp_path))
    line = MustLand("We won.", "not_said")
    drafted = Drafted(said=(), missed=(), changed=(), must_land=line)
    shown = texts(drawn(window, drafted=drafted))
    assert {"We won.", "Not said in take 1"} <= set(shown)


@on_a_loop
async def test_each_take_leads_to_its_report(tmp_path: Path) -> None:
    window = StillWindow(practice_in(tmp_path))
    shown = drawn(window)
    links = [
        one for one in walk(shown) if isinstance(one, ft.TextButton) and "Report" in texts(one)
    ]
    for one in links:
        click(button(one, "Report"))
    assert window.went == ["before", "now"]


@on_a_loop
async def test_talk_of_no_part_is_set_beside_its_like_where_there_is_any(tmp_path: Path) -> None:
    window = StillWindow(practice_in(tmp_path))
    talk = side("take 1", told(*BEFORE, "- So that is it."))
    shown = texts(view(talk, side("take 2", told(*NOW)), window.look, window))
    assert {"So that is it.", "No other talk in take 2."} <= set(shown)
    assert "No other talk in take 2." not in texts(drawn(window))


@on_a_loop
async def test_both_clocks_have_one_scale(tmp_path: Path) -> None:
    window = StillWindow(practice_in(tmp_path))
    long = side("take 1", told("S " + "word " * 2400))
    shown = texts(view(long, side("take 2", told(*NOW)), window.look, window))
    assert shown.count("20:00") >= 2


@pytest.mark.parametrize("look", [Look(DARK, 900, 640), Look(LIGHT, 1680, 1000)])
@on_a_loop
async def test_the_same_is_said_in_every_width_and_theme(tmp_path: Path, look: Look) -> None:
    window = StillWindow(practice_in(tmp_path))
    assert names(drawn(window, look=look)) == names(drawn(window))
    said = [
        {words for words in texts(drawn(window, look=one)) if len(words) > 4}
        for one in (look, window.look)
    ]
    assert said[0] == said[1]
