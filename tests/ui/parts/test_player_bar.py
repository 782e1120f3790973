import flet as ft
import pytest

from storybuilder.core.playback import SPEEDS, Playback
from storybuilder.ui.parts.player_bar import KNOB, Gestures, PlayerBar, gone
from storybuilder.ui.theme import LIGHT
from tests.ui.controls import button, click, texts, walk

LENGTH_S = 130.0
BAR = ft.Text("bar")


class Told:
    """A player bar, and what was asked of it."""

    def __init__(self) -> None:
        self.asked: list[object] = []
        do = Gestures(
            toggle=lambda: self.asked.append("toggle"),
            seek=self.asked.append,
            choose=lambda speed: self.asked.append(f"{speed:g}×"),
        )
        self.bar = PlayerBar(LENGTH_S, do, LIGHT, 600)
        self.line = self.bar.over(BAR, 2.0, 600)

    def touch(self, x: float) -> None:
        detector = next(one for one in walk(self.line) if isinstance(one, ft.GestureDetector))
        assert detector.on_tap_down is not None
        at = ft.Offset(x, 30)
        detector.on_tap_down(  # type: ignore[call-arg]
            ft.TapEvent(
                name="tap_down",
                control=detector,
                data=None,
                kind=ft.PointerDeviceType.MOUSE,
                local_position=at,
                global_position=at,
            )
        )


def labels(bar: PlayerBar) -> list[str]:
    found = (one.semantics_label for one in walk(bar.root) if isinstance(one, ft.Text))
    return [label for label in found if label]


def test_at_rest_it_offers_to_play_and_says_how_long_it_takes() -> None:
    assert {"Play", "0:00 of 2:10"} <= set(texts(Told().bar.root))


@pytest.mark.parametrize(
    ("playback", "label"),
    [
        (Playback(at_s=3.0), "Pause"),
        (Playback(at_s=3.0, paused=True), "Play"),
        (Playback(at_s=130.0, ended=True), "Play"),
    ],
)
def test_its_button_says_what_a_click_does(playback: Playback, label: str) -> None:
    told = Told()
    told.bar.show(playback)
    click(button(told.bar.root, label))
    assert told.asked == ["toggle"]


def test_it_says_where_it_is_also_to_a_screen_reader() -> None:
    told = Told()
    told.bar.show(Playback(at_s=42.3))
    assert "0:42 of 2:10" in texts(told.bar.root)
    assert "At 42 seconds of 2 minutes 10 seconds" in labels(told.bar)


def test_what_is_heard_last_is_never_beyond_the_end() -> None:
    told = Told()
    told.bar.show(Playback(at_s=130.7, ended=True))
    assert "2:10 of 2:10" in texts(told.bar.root)


def test_every_speed_can_be_chosen_and_the_present_one_is_named() -> None:
    told = Told()
    for speed in SPEEDS:
        click(button(told.bar.root, f"{speed:g}×"))
    assert told.asked == ["0.75×", "1×", "1.25×", "1.5×"]
    told.bar.show(Playback(at_s=0.0, speed=1.25))
    assert [name for name in labels(told.bar) if name.endswith(", chosen")] == [
        "Speed 1.25, chosen"
    ]


def test_a_click_on_the_clock_bar_seeks_and_never_beyond_the_end() -> None:
    told = Told()
    told.touch(84.0)
    told.touch(590.0)
    assert told.asked == [42.0, LENGTH_S]


def test_the_head_stands_on_the_second_that_is_heard() -> None:
    told = Told()
    places = []
    for at_s in (0.0, 10.0, 42.0):
        told.bar.show(Playback(at_s=at_s))
        places.append(told.bar.head.left)
    assert places == [at_s * 2.0 - KNOB / 2 for at_s in (0.0, 10.0, 42.0)]


def test_a_tick_changes_leaves_and_only_what_differs() -> None:
    told = Told()
    assert len(told.bar.show(Playback(at_s=10.0))) == 3  # the head, the second, the button
    assert told.bar.show(Playback(at_s=10.05)) == []
    assert told.bar.show(Playback(at_s=10.3)) == [told.bar.head]


def test_a_take_without_its_sound_says_what_is_kept() -> None:
    assert texts(gone(LIGHT)) == ["The recording of this take was deleted; its words are kept."]
