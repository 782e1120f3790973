"""Playing, with a device and a sound that a test has in its hands."""

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field

import pytest

from storybuilder.adapters.playing import SILENT_S, PlayingRecording
from storybuilder.core.playback import Breakdown
from storybuilder.errors import AudioUnreadable, LoudspeakerUnavailable
from storybuilder.ports import Playing
from tests.scripted_output import DELAY_S, ScriptedDevice

LENGTH_S = 20.0
PATIENCE_S = 10.0


@dataclass
class Tape:
    """A recording of 20 s whose samples tell their tenth of a second."""

    broken_at_s: float = LENGTH_S
    asked: list[tuple[float, float | None, float]] = field(default_factory=list)

    def __call__(
        self, from_s: float, to_s: float | None, speed: float, rate_hz: int
    ) -> Generator[bytes, None, None]:
        self.asked.append((from_s, to_s, speed))
        for tenth in range(round(from_s * 10), round((to_s or LENGTH_S) * 10)):
            if tenth >= self.broken_at_s * 10:
                raise AudioUnreadable("the file ends in the middle")
            yield bytes([tenth % 256, 0]) * round(rate_hz / 10 / speed)


@dataclass
class Played:
    """What plays, and on what."""

    playing: PlayingRecording
    device: ScriptedDevice
    tape: Tape


def play(
    from_s: float = 0.0, to_s: float | None = None, speed: float = 1.0, tape: Tape | None = None
) -> Played:
    device, tape = ScriptedDevice(), tape or Tape()
    playing = PlayingRecording(tape, device, from_s, to_s, speed, clock=device.clock)
    return Played(playing, device, tape)


def until(happened: Callable[[], object]) -> None:
    deadline_s = time.monotonic() + PATIENCE_S
    while not happened():
        assert time.monotonic() < deadline_s
        time.sleep(0.002)


def hear(played: Played, seconds: float) -> bytes:
    """Let the device ask for so much, a tenth of a second at a time, as time goes by."""
    given = b""
    for _ in range(round(seconds * 10)):
        block, deadline_s = b"", time.monotonic() + PATIENCE_S
        while not block.strip(b"\0") and time.monotonic() < deadline_s:
            block = played.device.ask(0.1)  # silence, where the reader is not that far
            if played.playing.look().ended:
                break
        given += block
        played.device.seconds += 0.1
    return given


def tenths(given: bytes) -> list[int]:
    """Which tenths of a second were given away, in order."""
    return list(dict.fromkeys(given[::2]))


def test_it_plays_from_where_it_was_asked_to() -> None:
    played: Playing = play(3.0).playing
    assert played.look().at_s == 3.0
    played.stop()


def test_sound_is_given_in_order_and_without_a_gap() -> None:
    played = play(3.0)
    assert tenths(hear(played, 1.0)) == list(range(30, 40))
    played.playing.stop()


@pytest.mark.parametrize("speed", [0.75, 1.0, 1.5])
def test_its_place_is_what_is_heard_not_what_was_given(speed: float) -> None:
    played = play(3.0, speed=speed)
    hear(played, 2.0)  # the first tenth of it is heard after DELAY_S
    heard_s = 2.0 - DELAY_S
    assert played.playing.look().at_s == pytest.approx(3.0 + heard_s * speed, abs=0.02)
    played.playing.stop()


def test_before_the_first_sound_is_heard_it_stands_at_its_beginning() -> None:
    played = play(3.0)
    hear(played, 0.2)
    assert played.playing.look().at_s == 3.0
    played.playing.stop()


def test_a_pause_lets_go_of_the_device_and_goes_on_from_what_was_heard() -> None:
    played = play(3.0)
    hear(played, 1.5)
    played.playing.pause(True)
    look = played.playing.look()
    assert look.paused
    assert look.at_s == pytest.approx(4.0)
    assert played.device.opened[0].calls == ["start", "close"]
    played.device.seconds += 600
    assert played.playing.look() == look
    played.playing.pause(False)
    assert tenths(hear(played, 0.2)) == [40, 41]
    played.playing.stop()


def test_seeking_goes_on_elsewhere_and_to_the_end() -> None:
    played = play(3.0, 5.0)
    hear(played, 0.3)
    played.playing.seek(12.0)
    assert played.tape.asked == [(3.0, 5.0, 1.0), (12.0, None, 1.0)]
    assert tenths(hear(played, 0.3)) == [120, 121, 122]
    played.playing.stop()


def test_seeking_while_paused_stays_silent() -> None:
    played = play(3.0)
    played.playing.pause(True)
    played.playing.seek(12.0)
    look = played.playing.look()
    assert (look.at_s, look.paused, len(played.device.opened)) == (12.0, True, 1)


def test_a_change_of_speed_goes_on_from_what_was_heard() -> None:
    played = play(3.0, 9.0)
    hear(played, 1.5)
    played.playing.set_speed(1.25)
    assert played.tape.asked[-1] == pytest.approx((4.0, 9.0, 1.25))
    assert played.playing.look().speed == 1.25
    played.playing.set_speed(1.25)
    assert len(played.tape.asked) == 2
    played.playing.stop()


def test_a_stretch_ends_when_its_last_sound_was_heard() -> None:
    played = play(3.0, 4.0)
    hear(played, 1.0)
    assert not played.playing.look().ended
    played.device.seconds += DELAY_S
    until(lambda: played.device.opened[0].calls == ["start", "close"])
    look = played.playing.look()
    assert (look.ended, look.trouble) == (True, None)
    assert look.at_s == pytest.approx(4.0)


def test_after_its_end_it_can_be_played_from_elsewhere() -> None:
    played = play(19.5)
    hear(played, 0.5)
    played.device.seconds += DELAY_S
    until(lambda: played.playing.look().ended)
    played.playing.pause(True)
    played.playing.seek(2.0)
    assert tenths(hear(played, 0.1)) == [20]
    assert not played.playing.look().ended
    played.playing.stop()


def test_nothing_is_there_beyond_the_end() -> None:
    played = play(40.0)
    played.device.ask(0.1)
    until(lambda: played.playing.look().ended)
    assert played.playing.look().trouble is None


def test_stopping_is_for_good() -> None:
    played = play(3.0)
    hear(played, 1.0)
    last = played.playing.stop()
    assert (last.ended, last.trouble) == (True, None)
    assert last.at_s == pytest.approx(3.5)
    played.playing.seek(1.0)
    played.playing.pause(False)
    played.playing.set_speed(1.5)
    assert (played.playing.stop(), len(played.device.opened)) == (last, 1)
    assert played.device.opened[0].calls == ["start", "close"]


def test_a_device_that_goes_away_is_noticed_at_once() -> None:
    played = play(3.0)
    hear(played, 1.0)
    played.device.opened[0].gone()
    look = played.playing.look()
    assert (look.ended, look.trouble) == (True, Breakdown.LOST)
    until(lambda: played.device.opened[0].calls == ["start", "close"])


@pytest.mark.parametrize(("silent_s", "lost"), [(SILENT_S - 0.1, False), (SILENT_S + 0.1, True)])
def test_a_device_that_asks_for_nothing_is_gone(silent_s: float, lost: bool) -> None:
    played = play(3.0)
    played.device.ask(0.1)
    played.device.seconds += silent_s
    assert played.playing.look().ended is lost
    played.playing.stop()


def test_a_file_that_cannot_be_read_on_is_played_up_to_there() -> None:
    played = play(3.0, tape=Tape(broken_at_s=4.0))
    assert tenths(hear(played, 1.0)) == list(range(30, 40))
    played.device.seconds += DELAY_S
    until(lambda: played.playing.look().ended)
    assert played.playing.look().trouble is Breakdown.UNREADABLE


def test_a_file_that_cannot_be_opened_is_refused_and_lets_go_of_the_device() -> None:
    device = ScriptedDevice()
    with pytest.raises(AudioUnreadable):
        PlayingRecording(Tape(broken_at_s=0.0), device, 0.0, None, 1.0)
    assert device.opened[0].calls == ["close"]


def test_going_on_without_a_device_raises_and_stays_paused() -> None:
    played = play(3.0)
    played.playing.pause(True)
    played.device.plugged = False
    with pytest.raises(LoudspeakerUnavailable):
        played.playing.pause(False)
    assert (played.playing.look().paused, played.playing.look().at_s) == (True, 3.0)


def test_the_rest_of_a_long_recording_waits_in_the_file() -> None:
    read: list[int] = []

    def endless(*asked: object) -> Generator[bytes, None, None]:
        while True:
            read.append(1)
            yield b"\1\0" * 100

    device = ScriptedDevice()
    playing = PlayingRecording(endless, device, 0.0, None, 1.0, clock=device.clock)
    until(lambda: len(read) > 40)
    time.sleep(0.2)
    assert len(read) < 50
    playing.stop()
