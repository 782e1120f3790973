from dataclasses import replace
from pathlib import Path

import flet as ft
import pytest

from storybuilder.core.playback import Breakdown
from storybuilder.core.voice import Span
from storybuilder.practice.listening import Listening
from storybuilder.ui.stretch_player import LISTEN, STOP, Stretch, StretchPlayer
from storybuilder.ui.theme import LIGHT
from tests.builders import take
from tests.fakes import ScriptedLoudspeaker, ScriptedPlaying, write_wav
from tests.ui.controls import push, texts
from tests.ui.still_window import StillWindow, on_a_loop, practice_in

FIRST = Stretch(take("a"), Span(0.0, 24.0), "situation of take 1, 0:00 to 0:24")
SECOND = Stretch(take("b"), Span(5.0, 30.0), "situation of take 2, 0:05 to 0:30")


class Player:
    """Two stretches with their words, over a loudspeaker of the test's own."""

    def __init__(self, folder: Path, *, plugged: bool = True) -> None:
        practice = practice_in(folder)
        self.speaker = ScriptedLoudspeaker(plugged=plugged)
        files = practice.rehearsing.files
        listening = Listening(files, self.speaker, lambda: False)
        self.window = StillWindow(replace(practice, listening=listening))
        self.player = StretchPlayer(self.window)
        self.words = {one: self.player.link(one, LIGHT) for one in (FIRST, SECOND)}
        for one in self.words:
            wav = files.audio(one.take.id)
            wav.parent.mkdir(parents=True, exist_ok=True)
            write_wav(wav, 1.0)

    @property
    def said(self) -> list[str]:
        return [texts(word)[0] for word in self.words.values()]

    @property
    def last(self) -> ScriptedPlaying:
        return self.speaker.played[-1]

    async def click(self, stretch: Stretch, until: int) -> None:
        """Click the word of a stretch, and wait until so many were played."""
        push(self.words[stretch])
        await self.window.until(lambda: len(self.speaker.played) == until)

    async def end(self, trouble: Breakdown | None = None) -> None:
        self.last.playback = replace(self.last.playback, ended=True, trouble=trouble)
        await self.window.rest()


@on_a_loop
async def test_a_word_plays_exactly_its_stretch_of_its_take(tmp_path: Path) -> None:
    one = Player(tmp_path)
    await one.click(SECOND, 1)
    assert (one.last.audio.stem, one.last.from_s, one.last.to_s) == ("b", 5.0, 30.0)
    assert (one.said, one.player.plays) == ([LISTEN, STOP], True)
    await one.end()


@on_a_loop
async def test_at_its_end_it_can_be_heard_again(tmp_path: Path) -> None:
    one = Player(tmp_path)
    await one.click(FIRST, 1)
    await one.end()
    assert (one.said, one.player.plays) == ([LISTEN, LISTEN], False)
    await one.click(FIRST, 2)
    assert one.said == [STOP, LISTEN]
    await one.end()


@on_a_loop
async def test_a_stretch_that_plays_is_stopped_by_its_word(tmp_path: Path) -> None:
    one = Player(tmp_path)
    await one.click(FIRST, 1)
    push(one.words[FIRST])
    await one.window.rest()
    assert (one.said, one.player.plays) == ([LISTEN, LISTEN], False)
    assert one.last.look().ended


@on_a_loop
async def test_one_stretch_plays_at_a_time(tmp_path: Path) -> None:
    one = Player(tmp_path)
    await one.click(FIRST, 1)
    await one.click(SECOND, 2)
    assert one.said == [LISTEN, STOP]
    assert [playing.look().ended for playing in one.speaker.played] == [True, False]
    await one.end()


@on_a_loop
async def test_impatient_clicks_end_in_what_was_asked_for_last(tmp_path: Path) -> None:
    one = Player(tmp_path)
    for stretch in (FIRST, FIRST, FIRST, SECOND, SECOND):
        push(one.words[stretch])
    await one.window.rest()
    assert (one.said, one.player.plays) == ([LISTEN, LISTEN], False)
    assert all(playing.look().ended for playing in one.speaker.played)


@on_a_loop
async def test_without_a_loudspeaker_it_says_so_and_stays_silent(tmp_path: Path) -> None:
    one = Player(tmp_path, plugged=False)
    push(one.words[FIRST])
    await one.window.rest()
    assert one.window.notices
    assert one.said == [LISTEN, LISTEN]


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (Breakdown.LOST, ["The loudspeaker went away."]),
        (Breakdown.UNREADABLE, ["The recording could not be read on."]),
        (None, []),
    ],
)
@on_a_loop
async def test_what_broke_off_the_playing_is_said(
    tmp_path: Path, trouble: Breakdown | None, told: list[str]
) -> None:
    one = Player(tmp_path)
    await one.click(FIRST, 1)
    await one.end(trouble)
    assert one.window.notices == told


@on_a_loop
async def test_a_screen_reader_is_told_which_stretch_and_what_a_click_does(tmp_path: Path) -> None:
    one = Player(tmp_path)

    def spoken() -> str | None:
        button = one.words[FIRST]
        assert isinstance(button, ft.TextButton)
        assert isinstance(button.content, ft.Text)
        return button.content.semantics_label

    assert spoken() == f"Listen: {FIRST.words}"
    await one.click(FIRST, 1)
    assert spoken() == f"Stop: {FIRST.words}"
    await one.end()


@on_a_loop
async def test_a_word_made_anew_while_it_plays_says_so(tmp_path: Path) -> None:
    one = Player(tmp_path)
    await one.click(FIRST, 1)
    one.words[FIRST] = one.player.link(FIRST, LIGHT)
    assert one.said[0] == STOP
    await one.end()
    assert one.said[0] == LISTEN
