from pathlib import Path

import pytest

from storybuilder.adapters.take_files import FolderOfTakes
from storybuilder.errors import AudioUnreadable, LoudspeakerUnavailable
from storybuilder.practice.listening import Listening
from tests.builders import take
from tests.fakes import ScriptedLoudspeaker, write_wav

TAKE = take("t1")


def listening(folder: Path, *, recording: bool = False) -> tuple[Listening, ScriptedLoudspeaker]:
    """A practice with the sound of one take on disk."""
    loudspeaker = ScriptedLoudspeaker()
    write_wav(folder / "t1.wav", 1.0)
    return Listening(FolderOfTakes(folder), loudspeaker, lambda: recording), loudspeaker


def test_a_take_is_played_from_one_second_to_another(tmp_path: Path) -> None:
    practice, loudspeaker = listening(tmp_path)
    playing = practice.play(TAKE, 2.0, 5.0, 1.25)
    assert (playing.look().at_s, playing.look().speed) == (2.0, 1.25)
    (played,) = loudspeaker.played
    assert (played.audio, played.to_s) == (tmp_path / "t1.wav", 5.0)


def test_a_take_without_more_said_is_played_whole_as_it_was_spoken(tmp_path: Path) -> None:
    practice, loudspeaker = listening(tmp_path)
    practice.play(TAKE)
    (played,) = loudspeaker.played
    assert (played.from_s, played.to_s, played.look().speed) == (0.0, None, 1.0)


def test_what_was_playing_stops_when_something_else_is_played(tmp_path: Path) -> None:
    practice, loudspeaker = listening(tmp_path)
    practice.play(TAKE)
    practice.play(TAKE, 3.0)
    assert [played.asked for played in loudspeaker.played] == [["stop"], []]


def test_hushing_stops_what_plays_once(tmp_path: Path) -> None:
    practice, loudspeaker = listening(tmp_path)
    practice.hush()
    practice.play(TAKE)
    practice.hush()
    practice.hush()
    assert loudspeaker.played[0].asked == ["stop"]


def test_nothing_is_played_while_a_take_is_recorded(tmp_path: Path) -> None:
    practice, loudspeaker = listening(tmp_path, recording=True)
    with pytest.raises(LoudspeakerUnavailable, match="is being recorded"):
        practice.play(TAKE)
    assert loudspeaker.played == []


def test_a_take_whose_sound_is_gone_is_not_audible_and_says_so(tmp_path: Path) -> None:
    practice, _ = listening(tmp_path)
    assert practice.audible(TAKE)
    (tmp_path / "t1.wav").unlink()
    assert not practice.audible(TAKE)
    with pytest.raises(AudioUnreadable, match="was deleted") as told:
        practice.play(TAKE)
    assert told.value.sentence().endswith("its words are kept in the report.")
