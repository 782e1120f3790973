import threading
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from storybuilder.adapters.audio_files import DecodedAudioFiles
from storybuilder.adapters.library import Library
from storybuilder.adapters.take_claims import TakeClaims
from storybuilder.adapters.take_files import FolderOfTakes
from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.core.meter import Trouble
from storybuilder.core.story import StoryId
from storybuilder.core.take import Take, TakeId, TakeState
from storybuilder.errors import AudioUnreadable, MicrophoneUnavailable, TakeUnknown
from storybuilder.practice.following import Following
from storybuilder.practice.rehearsing import Rehearsing, Sitting
from tests.builders import NOON, take, voiced
from tests.fakes import (
    ScriptedMicrophone,
    ScriptedRecording,
    ScriptedTranscriber,
    ScriptedVoiceFinder,
    write_wav,
)


def window(folder: Path, microphone: ScriptedMicrophone | None = None) -> Rehearsing:
    """A window on a data folder."""
    ids = count(1)
    return Rehearsing(
        Library(folder / "library.json").takes,
        FolderOfTakes(folder / "takes"),
        TakeClaims(folder / "takes"),
        microphone or ScriptedMicrophone(),
        DecodedAudioFiles(),
        lambda: NOON,
        lambda: f"t{next(ids)}",
        Following(ScriptedVoiceFinder(), ScriptedTranscriber()),
    )


def begin(rehearsing: Rehearsing, story_id: str = "s1") -> Sitting:
    return rehearsing.begin(
        story_id=StoryId(story_id), question="Why?", target=DEFAULT_TARGET, device=None
    )


@pytest.fixture
def rehearsing(tmp_path: Path) -> Rehearsing:
    return window(tmp_path)


def test_a_finished_take_waits_for_its_words(rehearsing: Rehearsing) -> None:
    kept = rehearsing.finish(begin(rehearsing))
    assert (kept.state, kept.duration_s, kept.question) == (TakeState.WAITING, 90.0, "Why?")
    assert rehearsing.of_story(StoryId("s1")) == (kept,)


def test_what_was_playing_falls_silent_before_a_take_begins(tmp_path: Path) -> None:
    hushed: list[int] = []
    microphone = ScriptedMicrophone()
    rehearsing = replace(
        window(tmp_path, microphone), hush=lambda: hushed.append(len(microphone.recordings))
    )
    begin(rehearsing)
    assert (hushed, len(microphone.recordings)) == ([0], 1)


def test_a_take_is_in_the_library_before_it_ends(rehearsing: Rehearsing) -> None:
    sitting = begin(rehearsing)
    assert rehearsing.take(sitting.take.id).state is TakeState.RECORDING
    assert rehearsing.listed() == ()


def test_a_discarded_take_leaves_nothing(rehearsing: Rehearsing, tmp_path: Path) -> None:
    rehearsing.discard(begin(rehearsing))
    assert rehearsing.takes.all() == ()
    assert list((tmp_path / "takes").iterdir()) == []


def test_a_take_is_followed_until_it_is_finished(rehearsing: Rehearsing) -> None:
    sitting = begin(rehearsing)
    assert rehearsing.following.voice(sitting.take.id) is None
    rehearsing.finish(sitting)
    assert rehearsing.following.voice(sitting.take.id) == voiced(90.0)


def test_a_discarded_take_is_followed_no_longer(rehearsing: Rehearsing) -> None:
    sitting = begin(rehearsing)
    rehearsing.discard(sitting)
    assert rehearsing.following.voice(sitting.take.id) is None


def test_the_model_is_made_ready_while_the_person_prepares(tmp_path: Path) -> None:
    rehearsing, asked = window(tmp_path), threading.Event()
    transcriber = ScriptedTranscriber()
    transcriber.ready = asked.set  # type: ignore[method-assign]
    replace(rehearsing, following=Following(ScriptedVoiceFinder(), transcriber)).prepare()
    assert asked.wait(10)


def test_a_microphone_that_refuses_leaves_nothing(tmp_path: Path) -> None:
    rehearsing = window(tmp_path, ScriptedMicrophone(plugged=False))
    with pytest.raises(MicrophoneUnavailable):
        begin(rehearsing)
    assert rehearsing.takes.all() == ()
    assert list((tmp_path / "takes").iterdir()) == []


def cut_off(folder: Path, seconds: float) -> Take:
    """What a crash leaves behind: a take being recorded, and its audio."""
    lost = take("lost", state=TakeState.RECORDING)
    Library(folder / "library.json").takes.change(lost.id, lambda _: lost)
    (folder / "takes").mkdir(exist_ok=True)
    if seconds:
        write_wav(folder / "takes" / "lost.wav", seconds)
    return lost


def test_a_take_cut_off_by_a_crash_is_found_and_kept(tmp_path: Path) -> None:
    lost = cut_off(tmp_path, 72.0)
    whole = replace(lost, state=TakeState.WAITING, duration_s=72.0, ended_by="crash")
    assert window(tmp_path).recover() == (whole,)
    assert window(tmp_path).listed() == (whole,)


@pytest.mark.parametrize("seconds", [0.0, 0.2])
def test_a_take_cut_off_before_a_word_is_forgotten(tmp_path: Path, seconds: float) -> None:
    cut_off(tmp_path, seconds)
    rehearsing = window(tmp_path)
    assert rehearsing.recover() == ()
    assert rehearsing.takes.all() == ()


def test_a_take_recorded_in_another_window_is_left_alone(tmp_path: Path) -> None:
    here, there = window(tmp_path), window(tmp_path)
    sitting = begin(here)
    assert there.recover() == ()
    assert here.finish(sitting).state is TakeState.WAITING


def test_a_sound_file_becomes_a_take_named_after_it(rehearsing: Rehearsing, tmp_path: Path) -> None:
    write_wav(tmp_path / "phone.wav", 12.5)
    brought = rehearsing.bring_in(
        tmp_path / "phone.wav", story_id=None, question="", target=DEFAULT_TARGET
    )
    assert (brought.source, brought.state) == ("phone.wav", TakeState.WAITING)
    assert brought.duration_s == pytest.approx(12.5)
    assert rehearsing.files.audio(brought.id).exists()


def test_a_file_that_is_no_sound_leaves_nothing(rehearsing: Rehearsing, tmp_path: Path) -> None:
    (tmp_path / "notes.wav").write_text("not a sound")
    with pytest.raises(AudioUnreadable):
        rehearsing.bring_in(
            tmp_path / "notes.wav", story_id=None, question="", target=DEFAULT_TARGET
        )
    assert rehearsing.takes.all() == ()


def test_a_deleted_take_is_hidden_restored_and_purged(rehearsing: Rehearsing) -> None:
    kept = rehearsing.finish(begin(rehearsing))
    rehearsing.delete(kept.id)
    assert rehearsing.listed() == ()
    rehearsing.restore(kept.id)
    assert rehearsing.listed() == (kept,)
    rehearsing.delete(kept.id)
    rehearsing.purge_deleted()
    assert rehearsing.takes.all() == ()
    assert not rehearsing.files.audio(kept.id).exists()


def test_an_unknown_take_is_named(rehearsing: Rehearsing) -> None:
    with pytest.raises(TakeUnknown, match="there is no take t404"):
        rehearsing.take(TakeId("t404"))


@pytest.mark.parametrize(
    ("trouble", "ending"),
    [
        (None, "person"),
        (Trouble.QUIET, "person"),
        (Trouble.LOST, "lost"),
        (Trouble.DISK_FULL, "disk_full"),
    ],
)
def test_a_take_remembers_what_ended_it(
    rehearsing: Rehearsing, trouble: Trouble | None, ending: str
) -> None:
    sitting = begin(rehearsing)
    ended = Sitting(sitting.take, ScriptedRecording(12.0, trouble))
    assert rehearsing.finish(ended).ended_by == ending
