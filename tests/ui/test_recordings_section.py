from datetime import timedelta
from pathlib import Path

import pytest

from storybuilder.core.settings import Settings
from storybuilder.core.story import StoryId
from storybuilder.core.take import TakeId, TakeState
from storybuilder.practice import Practice
from storybuilder.ui.recordings_section import AS_FLAC, AS_WAV
from storybuilder.ui.settings import SettingsScreen
from tests.builders import NOON, spoken, take, voiced
from tests.fakes import write_wav
from tests.ui.controls import button, texts
from tests.ui.still_window import StillWindow, on_a_loop, practice_in, until

TAKES = 3
OLD = "Older than 12 months"


def with_takes(folder: Path, **chosen: object) -> Practice:
    """Takes of ten seconds whose words are written, all of one story and years old."""
    practice = practice_in(folder, settings=Settings(**chosen))  # type: ignore[arg-type]
    keeping = practice.keeping
    (folder / "takes").mkdir()
    for number in range(TAKES):
        id = TakeId(f"t{number}")
        at = NOON - timedelta(days=1000 - number)
        made = take(id, state=TakeState.READY, recorded_at=at, story_id=StoryId("s1"))
        keeping.takes.change(id, lambda _, made=made: made)  # type: ignore[misc]
        write_wav(keeping.files.audio(id), 10.0)
        keeping.files.keep(id, voiced(10.0), spoken("I led it"))
    return practice


async def settings_of(practice: Practice) -> StillWindow:
    window = StillWindow(practice)
    await window.show(SettingsScreen(window))
    return window


def sounds(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.glob("takes/t*.[wf]*a*"))


@on_a_loop
async def test_the_room_they_take_is_told(tmp_path: Path) -> None:
    window = await settings_of(with_takes(tmp_path))
    said = " ".join(texts(window.drawn))
    assert "3 recordings take 1 MB." in said
    assert "The oldest is of 24 February 2024." in said


@on_a_loop
async def test_without_recordings_nothing_can_be_removed(tmp_path: Path) -> None:
    window = await settings_of(practice_in(tmp_path))
    assert "There are no recordings." in texts(window.drawn)
    assert OLD not in texts(window.drawn)


@on_a_loop
async def test_choosing_flac_keeps_old_recordings_so_too(tmp_path: Path) -> None:
    window = await settings_of(with_takes(tmp_path))
    await window.click(AS_FLAC)
    assert sounds(tmp_path) == ["t0.flac", "t1.flac", "t2.flac"]
    assert window.practice.setting_up.settings.keep_flac
    assert [words[:26] for words in window.notices] == ["3 recordings kept as FLAC,"]


@on_a_loop
async def test_choosing_wav_again_leaves_those_that_are_flac(tmp_path: Path) -> None:
    window = await settings_of(with_takes(tmp_path))
    await window.click(AS_FLAC)
    await window.click(AS_WAV)
    assert not window.practice.setting_up.settings.keep_flac
    assert sounds(tmp_path) == ["t0.flac", "t1.flac", "t2.flac"]


@on_a_loop
async def test_stopping_keeps_what_is_done_and_turns_it_off(tmp_path: Path) -> None:
    practice = with_takes(tmp_path)
    window = await settings_of(practice)
    practice.rehearsing.claims.claim(TakeId("now"))  # a take is being recorded: it waits
    await window.touch(AS_FLAC)
    await until(lambda: "Stop" in texts(window.drawn))
    assert any("0 of 3 recordings" in words for words in texts(window.drawn))
    await window.click("Stop")
    practice.rehearsing.claims.release(TakeId("now"))
    assert not practice.setting_up.settings.keep_flac
    assert sounds(tmp_path) == ["t0.wav", "t1.wav", "t2.wav"]
    assert "Stop" not in texts(window.drawn)


@on_a_loop
async def test_it_goes_on_when_settings_are_left(tmp_path: Path) -> None:
    practice = with_takes(tmp_path)
    window = await settings_of(practice)
    practice.rehearsing.claims.claim(TakeId("now"))
    await window.touch(AS_FLAC)
    await until(lambda: "Stop" in texts(window.drawn))
    assert window.screen is not None
    await window.screen.leave()
    practice.rehearsing.claims.release(TakeId("now"))
    await window.rest()
    practice.shrinking.wait()
    assert sounds(tmp_path) == ["t0.flac", "t1.flac", "t2.flac"]


@pytest.mark.parametrize(
    ("rule", "told", "left"),
    [
        (OLD, "3 takes with 1 MB of sound are older than 12 months.", 0),
        ("All but the last two of each story", "1 take with less than 1 MB of sound", 2),
    ],
)
@on_a_loop
async def test_what_would_go_is_told_and_removed_on_demand(
    tmp_path: Path, rule: str, told: str, left: int
) -> None:
    window = await settings_of(with_takes(tmp_path))
    await window.click(rule)
    assert any(words.startswith(told) for words in texts(window.drawn))
    assert len(sounds(tmp_path)) == TAKES
    await window.click("Remove their sound")
    assert len(sounds(tmp_path)) == left


@on_a_loop
async def test_a_second_click_takes_the_question_back(tmp_path: Path) -> None:
    window = await settings_of(with_takes(tmp_path))
    await window.click(OLD)
    await window.click(OLD)
    assert "Remove their sound" not in texts(window.drawn)


@on_a_loop
async def test_removed_sound_comes_back_by_the_notice_or_by_the_section(tmp_path: Path) -> None:
    window = await settings_of(with_takes(tmp_path))
    for back in (window.undone, lambda: window.click("Bring the sound of 3 takes back")):
        await window.click(OLD)
        await window.click("Remove their sound")
        assert sounds(tmp_path) == []
        await back()
        assert len(sounds(tmp_path)) == TAKES
        assert window.notices[-1] == "3 takes can be heard again."


@on_a_loop
async def test_where_no_take_is_so_old_there_is_nothing_to_remove(tmp_path: Path) -> None:
    practice = with_takes(tmp_path)
    for kept in practice.keeping.takes.all():
        practice.keeping.files.set_aside(kept.id)
    window = await settings_of(practice)
    with pytest.raises(AssertionError, match="no button"):
        button(window.drawn, OLD)
