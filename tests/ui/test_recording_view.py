import flet as ft
import pytest

from storybuilder.core.band import Band
from storybuilder.core.meter import Meter, Trouble
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.recording_view import Controls, RecordingView, dial_size, level_words
from storybuilder.ui.theme import DARK, LIGHT, Palette
from tests.ui.controls import button, click, names, texts, walk

WIDE, LOW = Look(LIGHT, 1280, 800), Look(LIGHT, 1280, 640)
TARGET = Band(120, 180)


def controls(done: list[str]) -> Controls:
    """Controls that remember what was clicked."""
    return Controls(
        discard=lambda e: done.append("discard"),
        stop=lambda e: done.append("stop"),
        pause=lambda e: done.append("pause"),
    )


def view(meter: Meter, asked: str = "Why?", done: list[str] | None = None) -> RecordingView:
    return RecordingView(asked, TARGET, meter, WIDE, controls([] if done is None else done))


def lit(made: RecordingView) -> int:
    """How many ticks of the level stand up."""
    ticks = (one for one in walk(made.root) if isinstance(one, ft.Container))
    return sum(one.height == 16 for one in ticks)


@pytest.mark.parametrize(
    ("meter", "words"),
    [
        (Meter(elapsed_s=1.0), "Listening"),
        (Meter(elapsed_s=1.0, peak_dbfs=-51.1), "Listening"),
        (Meter(elapsed_s=1.0, peak_dbfs=-50.9), "Good level"),
        (Meter(elapsed_s=1.0, peak_dbfs=-5.0, trouble=Trouble.QUIET), "Very quiet: come closer"),
        (
            Meter(elapsed_s=1.0, trouble=Trouble.CLIPPING),
            "Too loud: move back a little",
        ),
        (
            Meter(elapsed_s=1.0, trouble=Trouble.MUTED),
            "Nothing arrives: the microphone is muted or not allowed",
        ),
        (Meter(elapsed_s=1.0, trouble=Trouble.MUTED, paused=True), "Not listening"),
        (
            Meter(elapsed_s=1.0, trouble=Trouble.LOST, paused=True),
            "The microphone went away: all of it up to here is kept",
        ),
        (
            Meter(elapsed_s=1.0, trouble=Trouble.DISK_FULL),
            "No room on the disk: all of it up to here is kept",
        ),
        (Meter(elapsed_s=1.0, lost_s=0.7), "The disk is too slow: 1 s could not be kept"),
    ],
)
def test_the_level_is_told_in_words(meter: Meter, words: str) -> None:
    assert level_words(meter) == words
    assert words in texts(view(meter).root)


def test_only_question_clock_level_and_three_controls_show() -> None:
    shown = texts(view(Meter(elapsed_s=84.0), "Why did you lead it?").root)
    assert {"Why did you lead it?", "1:24", "Recording"} <= set(shown)
    assert {"Discard", "Stop", "Pause", "Esc, asks first", "Enter", "Space"} <= set(shown)


@pytest.mark.parametrize(("label", "does"), [("Discard", "discard"), ("Stop", "stop")])
def test_each_control_does_what_it_says(label: str, does: str) -> None:
    done: list[str] = []
    click(button(view(Meter(elapsed_s=1.0), done=done).root, label))
    assert done == [does]


@pytest.mark.parametrize(
    ("paused", "label", "lamp"),
    [(False, "Pause", "Recording"), (True, "Resume", "Paused, kept safe")],
)
def test_a_paused_take_looks_paused(paused: bool, label: str, lamp: str) -> None:
    done: list[str] = []
    made = view(Meter(elapsed_s=1.0, paused=paused), done=done).root
    click(button(made, label))
    assert done == ["pause"]
    assert lamp in texts(made)


def test_only_what_changed_is_sent() -> None:
    made = view(Meter(elapsed_s=1.0))
    assert made.show(Meter(elapsed_s=1.0)) == []
    assert made.show(Meter(elapsed_s=2.0))
    assert "0:02" in texts(made.root)


def test_the_level_falls_to_nothing_in_a_pause() -> None:
    loud = Meter(elapsed_s=1.0, level_dbfs=-10.0, peak_dbfs=-6.0)
    made = view(loud)
    assert lit(made) > 20
    made.show(Meter(elapsed_s=1.0, level_dbfs=-10.0, peak_dbfs=-6.0, paused=True))
    assert lit(made) == 0


def test_the_controls_are_named_for_a_screen_reader() -> None:
    assert {"Discard", "Stop", "Pause"} <= set(names(view(Meter(elapsed_s=1.0)).root))


def test_the_dial_gives_way_to_a_long_question_and_a_low_window() -> None:
    short, long = "Why?", "Tell me about a time. " * 12
    assert dial_size(short, WIDE) == 460
    assert 180 < dial_size(long, WIDE) < dial_size(short, WIDE)
    assert 180 < dial_size(short, LOW) < dial_size(short, WIDE)
    assert dial_size(long, Look(LIGHT, 900, 300)) == 180


@pytest.mark.parametrize(
    ("meter", "stands_out"),
    [
        (Meter(elapsed_s=1.0), False),
        (Meter(elapsed_s=1.0, trouble=Trouble.MUTED), True),
        (Meter(elapsed_s=1.0, trouble=Trouble.MUTED, paused=True), False),
        (Meter(elapsed_s=1.0, trouble=Trouble.LOST, paused=True), True),
        (Meter(elapsed_s=1.0, lost_s=0.1), True),
    ],
)
@pytest.mark.parametrize("p", [LIGHT, DARK])
def test_words_of_trouble_stand_out_in_both_colours(
    meter: Meter, stands_out: bool, p: Palette
) -> None:
    made = RecordingView("Why?", TARGET, meter, Look(p, 900, 640), controls([]))
    words = next(
        one
        for one in walk(made.root)
        if isinstance(one, ft.Text) and one.value == level_words(meter)
    )
    assert isinstance(words.style, ft.TextStyle)
    assert (words.style.color == p.ink) is stands_out
