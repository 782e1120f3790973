from dataclasses import replace
from pathlib import Path

import pytest

from storybuilder.core.playback import Breakdown, Playback
from storybuilder.core.take import TakeId
from storybuilder.ui.player import Player
from tests.builders import take
from tests.fakes import ScriptedLoudspeaker, ScriptedPlaying, write_wav
from tests.ui.still_window import StillWindow, on_a_loop, practice_in, until

LENGTH_S = 20.0
TAKE = take("t1")


class Listener:
    """A player of a take of 20 s, and all that it showed."""

    def __init__(self, folder: Path, *, plugged: bool = True) -> None:
        self.speaker = ScriptedLoudspeaker(plugged=plugged)
        practice = practice_in(folder, loudspeaker=self.speaker)
        wav = practice.rehearsing.files.audio(TakeId("t1"))
        wav.parent.mkdir(parents=True, exist_ok=True)
        write_wav(wav, 1.0)
        self.window = StillWindow(practice)
        self.shown: list[Playback] = []
        self.player = Player(self.window, TAKE, LENGTH_S, self.shown.append)
        self.player.marks = (2.0, 7.0, 15.0)

    @property
    def playing(self) -> ScriptedPlaying:
        return self.speaker.played[-1]

    def be(self, **changes: object) -> None:
        """Let what plays get on."""
        self.playing.playback = replace(self.playing.playback, **changes)  # type: ignore[arg-type]

    async def sees(self, at_s: float, *, paused: bool = False) -> None:
        await until(
            lambda: (
                self.shown
                and self.shown[-1].at_s == at_s
                and (self.shown[-1].paused or self.shown[-1].ended) == paused
            )
        )

    async def over(self) -> None:
        await self.player.close()
        await self.window.rest()


@on_a_loop
async def test_it_plays_from_the_beginning_and_follows(tmp_path: Path) -> None:
    listener = Listener(tmp_path)
    listener.player.toggle()
    await listener.sees(0.0)
    listener.be(at_s=4.2)
    await listener.sees(4.2)
    await listener.over()


@on_a_loop
async def test_the_same_gesture_pauses_and_goes_on(tmp_path: Path) -> None:
    listener = Listener(tmp_path)
    listener.player.play(3.0)
    await listener.sees(3.0)
    listener.player.toggle()
    await listener.sees(3.0, paused=True)
    listener.player.toggle()
    await listener.sees(3.0)
    assert listener.playing.asked == ["pause", "go on"]
    await listener.over()


@on_a_loop
async def test_a_stretch_is_played_and_then_it_stands_where_it_ended(tmp_path: Path) -> None:
    listener = Listener(tmp_path)
    listener.player.play(3.0, 5.0)
    await listener.sees(3.0)
    assert listener.playing.to_s == 5.0
    listener.be(at_s=5.0, ended=True)
    await listener.window.rest()
    assert (listener.shown[-1].at_s, listener.shown[-1].ended) == (5.0, True)
    listener.player.toggle()
    await listener.sees(5.0)
    assert listener.playing.to_s is None
    await listener.over()


@on_a_loop
async def test_after_the_end_it_begins_again(tmp_path: Path) -> None:
    listener = Listener(tmp_path)
    listener.player.play(18.0)
    await listener.sees(18.0)
    listener.be(at_s=LENGTH_S - 0.1, ended=True)
    await listener.window.rest()
    listener.player.toggle()
    await listener.sees(0.0)
    await listener.over()


@on_a_loop
async def test_seeking_moves_what_plays(tmp_path: Path) -> None:
    listener = Listener(tmp_path)
    listener.player.play(3.0)
    await listener.sees(3.0)
    listener.player.seek(12.0)
    await listener.sees(12.0)
    assert (len(listener.speaker.played), listener.playing.asked) == (1, ["seek 12"])
    await listener.over()


@on_a_loop
async def test_seeking_without_playing_only_moves_the_place(tmp_path: Path) -> None:
    listener = Listener(tmp_path)
    listener.player.seek(12.0)
    await listener.window.rest()
    assert (listener.shown[-1].at_s, listener.speaker.played) == (12.0, [])
    listener.player.toggle()
    await listener.sees(12.0)
    await listener.over()


@on_a_loop
async def test_a_speed_holds_for_what_plays_and_for_all_that_follows(tmp_path: Path) -> None:
    listener = Listener(tmp_path)
    listener.player.choose(1.25)
    await listener.window.rest()
    assert listener.shown[-1].speed == 1.25
    listener.player.play(3.0)
    await listener.sees(3.0)
    listener.player.choose(0.75)
    await until(lambda: listener.playing.asked == ["speed 0.75"])
    listener.player.play(6.0)
    await listener.sees(6.0)
    assert listener.playing.look().speed == 0.75
    await listener.over()


@pytest.mark.parametrize(
    ("key", "at_s", "to_s"),
    [
        ("Arrow Right", 3.0, 7.0),
        ("Arrow Right", 15.0, 15.0),
        ("Arrow Left", 9.0, 7.0),
        ("Arrow Left", 1.0, 0.0),
    ],
)
@on_a_loop
async def test_left_and_right_lead_from_mark_to_mark(
    tmp_path: Path, key: str, at_s: float, to_s: float
) -> None:
    listener = Listener(tmp_path)
    listener.player.seek(at_s)
    await listener.window.rest()
    assert listener.player.press(key)
    await listener.window.rest()
    assert listener.shown[-1].at_s == to_s


@on_a_loop
async def test_space_plays_and_other_keys_are_not_its_own(tmp_path: Path) -> None:
    listener = Listener(tmp_path)
    assert not listener.player.press("A")
    assert listener.player.press(" ")
    await listener.sees(0.0)
    await listener.over()


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (Breakdown.LOST, "The loudspeaker went away: connect it again, then press Play."),
        (
            Breakdown.UNREADABLE,
            "The recording could not be read any further: its words are kept.",
        ),
    ],
)
@on_a_loop
async def test_what_breaks_off_says_why_and_can_be_tried_again(
    tmp_path: Path, trouble: Breakdown, told: str
) -> None:
    listener = Listener(tmp_path)
    listener.player.play(3.0)
    await listener.sees(3.0)
    listener.be(at_s=4.0, ended=True, trouble=trouble)
    await listener.window.rest()
    assert listener.window.notices == [told]
    listener.player.toggle()
    await listener.sees(4.0)
    await listener.over()
    assert listener.window.notices == [told]


@on_a_loop
async def test_without_a_loudspeaker_one_sentence_says_so_and_it_stands_still(
    tmp_path: Path,
) -> None:
    listener = Listener(tmp_path, plugged=False)
    listener.player.play(3.0)
    await listener.window.rest()
    assert listener.window.notices == [
        "no loudspeaker was found: connect a loudspeaker or headphones, then try again."
    ]
    assert listener.shown[-1].paused


@on_a_loop
async def test_what_another_window_silenced_goes_on_from_there(tmp_path: Path) -> None:
    listener = Listener(tmp_path)
    listener.player.play(3.0)
    await listener.sees(3.0)
    listener.be(at_s=8.0)
    listener.window.practice.listening.hush()
    await listener.window.rest()
    listener.player.toggle()
    await listener.sees(8.0)
    await listener.over()


@on_a_loop
async def test_once_closed_it_is_silent_whatever_was_asked_before(tmp_path: Path) -> None:
    listener = Listener(tmp_path)
    listener.player.play(3.0)
    await listener.player.close()
    listener.player.play(4.0)
    await listener.window.rest()
    assert all(played.look().ended for played in listener.speaker.played)


@on_a_loop
async def test_gestures_are_done_in_the_order_they_came(tmp_path: Path) -> None:
    listener = Listener(tmp_path)
    listener.player.play(3.0)
    listener.player.seek(9.0)
    listener.player.choose(1.5)
    listener.player.toggle()
    await listener.window.rest()
    assert listener.playing.asked == ["seek 9", "speed 1.5", "pause"]
    await listener.over()
