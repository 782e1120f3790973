from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from threading import Event

import flet as ft
import pytest

from storybuilder.core.correction import told_as
from storybuilder.core.sentence import Sentence
from storybuilder.core.story import Part
from storybuilder.core.take import TakeId, TakeState
from storybuilder.core.voice import Span
from storybuilder.ports import Parser
from storybuilder.practice import Practice
from storybuilder.ui.report import ReportScreen
from storybuilder.ui.report_view import Reviewed
from storybuilder.ui.shown_report import review
from tests.builders import NOON, spoken, story, take, voiced
from tests.fakes import ScriptedLoudspeaker, write_wav
from tests.ui.controls import box, leave, texts, walk, write
from tests.ui.still_window import StillWindow, on_a_loop, until
from tests.ui.test_correcting import ANSWER, choose, opened, rewrite, told

QUEUE = story("s1", title="The queue")
ID = TakeId("t1")
NO_RESULT = ANSWER[: ANSWER.index("The wait fell")].strip()


def reviewed(practice: Practice) -> Reviewed:
    return review(practice, practice.rehearsing.take(ID), QUEUE, spoken(ANSWER))


def told_before(practice: Practice, words: str) -> None:
    """An earlier take of the same story."""
    earlier = take(
        "t0",
        state=TakeState.READY,
        story_id=QUEUE.id,
        recorded_at=NOON - timedelta(days=1),
        duration_s=30.0,
    )
    practice.reviewing.files.keep(earlier.id, voiced(30.0), spoken(words))
    practice.rehearsing.takes.change("t0", lambda _: earlier)


# ---------------------------------------------------------------- what is measured
def test_a_take_is_reviewed_with_its_corrections(tmp_path: Path) -> None:
    practice = told(tmp_path)
    assert reviewed(practice).report.sentences[0].part is Part.SITUATION
    practice.reviewing.correct(ID, told_as(Span(0.0, 3.5), Part.RESULT))
    assert reviewed(practice).report.sentences[0].part is Part.RESULT


def test_a_take_is_reviewed_with_the_fix_of_the_one_before(tmp_path: Path) -> None:
    practice = told(tmp_path)
    assert reviewed(practice).follow_up is None
    told_before(practice, NO_RESULT)
    followed = reviewed(practice).follow_up
    assert followed is not None
    assert (followed.fix.code, followed.done) == ("missing_result", True)


@on_a_loop
async def test_what_became_of_the_last_fix_stands_before_the_next(tmp_path: Path) -> None:
    practice = told(tmp_path)
    told_before(practice, NO_RESULT)
    window = await opened(practice)
    said = window.seen
    assert said.index("Last time’s fix: done") < said.index("The one fix for take 3")
    assert any(words.startswith("0 → ") for words in said)


@on_a_loop
async def test_a_correction_decides_whether_the_last_fix_was_done(tmp_path: Path) -> None:
    practice = told(tmp_path)
    told_before(practice, NO_RESULT)
    window = await opened(practice)
    await choose(window, 4, "Other")
    assert "Last time’s fix: not yet" in window.seen


# ---------------------------------------------------------------- listening
class Listened:
    """A report whose take can be heard."""

    def __init__(self, folder: Path) -> None:
        self.speaker = ScriptedLoudspeaker()
        self.practice = told(folder)
        self.practice.listening.loudspeaker = self.speaker
        write_wav(self.practice.rehearsing.files.audio(ID), 30.0)
        self.window = StillWindow(self.practice)
        self.screen = ReportScreen(self.window, ID)

    async def open(self) -> StillWindow:
        await self.window.show(self.screen)
        return self.window

    async def sees(self, words: str) -> None:
        await until(lambda: words in self.window.seen)

    async def be(self, **changes: object) -> None:
        """Let what plays get on."""
        await until(lambda: self.speaker.played)
        playing = self.speaker.played[-1]
        playing.playback = replace(playing.playback, **changes)  # type: ignore[arg-type]

    @property
    def keys(self) -> ft.KeyboardListener:
        return next(one for one in walk(self.window.drawn) if isinstance(one, ft.KeyboardListener))

    def press(self, key: str) -> None:
        assert self.keys.on_key_down is not None
        event = ft.KeyDownEvent(name="key_down", control=self.keys, data=None, key=key)
        self.keys.on_key_down(event)  # type: ignore[call-arg]


@on_a_loop
async def test_a_take_is_played_and_followed_without_drawing_the_screen_anew(
    tmp_path: Path,
) -> None:
    listened = Listened(tmp_path)
    window = await listened.open()
    drawn, redraws = window.drawn, window.redraws
    await window.touch("Play")
    await listened.be(at_s=4.2)
    await listened.sees("0:04 of 0:30")
    assert "Pause" in window.seen
    window.refreshed.clear()
    await listened.be(at_s=4.3)
    await until(lambda: window.refreshed)
    assert all(isinstance(one, ft.Container | ft.TextSpan) for one in window.refreshed)
    assert (window.drawn, window.redraws) == (drawn, redraws)
    await listened.screen.leave()


@on_a_loop
async def test_a_click_on_a_word_plays_from_it_and_marks_it(tmp_path: Path) -> None:
    listened = Listened(tmp_path)
    window = await listened.open()
    word = next(
        one for one in walk(window.drawn) if isinstance(one, ft.TextSpan) and one.text == "clinic "
    )
    await window.push(word)
    await until(lambda: word.style and word.style.bgcolor == window.look.p.ink)
    assert listened.speaker.played[0].from_s == 1.5
    await listened.screen.leave()


@on_a_loop
async def test_before_anything_was_played_no_word_is_marked(tmp_path: Path) -> None:
    window = await Listened(tmp_path).open()
    styles = [one.style for one in walk(window.drawn) if isinstance(one, ft.TextSpan)]
    assert styles
    assert not [style for style in styles if style and style.bgcolor]


@on_a_loop
async def test_leaving_the_report_falls_silent(tmp_path: Path) -> None:
    listened = Listened(tmp_path)
    await (await listened.open()).touch("Play")
    await listened.be(at_s=4.0)
    await listened.screen.leave()
    await listened.window.rest()
    assert listened.speaker.played[0].look().ended


@on_a_loop
async def test_space_plays_and_the_player_keeps_the_keys(tmp_path: Path) -> None:
    listened = Listened(tmp_path)
    window = await listened.open()
    listened.press("A")
    assert (listened.keys.autofocus, window.focused) == (True, [])
    listened.press(" ")
    await listened.sees("Pause")
    assert window.focused == [listened.keys]
    await listened.screen.leave()


@on_a_loop
async def test_what_plays_is_still_shown_after_a_redraw(tmp_path: Path) -> None:
    listened = Listened(tmp_path)
    window = await listened.open()
    await window.touch("Play")
    await listened.be(at_s=4.2)
    await listened.sees("0:04 of 0:30")
    window.redraw()
    assert {"0:04 of 0:30", "Pause"} <= set(window.seen)
    await listened.screen.leave()


@on_a_loop
async def test_while_correcting_each_sentence_can_be_heard(tmp_path: Path) -> None:
    listened = Listened(tmp_path)
    window = await listened.open()
    await window.click("Correct")
    ways = [
        one
        for one in walk(window.drawn)
        if isinstance(one, ft.TextButton) and said_to(one) == "Listen to sentence 2"
    ]
    await window.push(ways[0])
    await until(lambda: listened.speaker.played)
    playing = listened.speaker.played[0]
    assert playing.from_s < 3.5 < 7.5 < (playing.to_s or 0.0) < 9.0
    await window.push(next(one for one in walk(window.drawn) if told_by(one, "Done")))
    await until(lambda: "Correct" in window.seen)
    assert not playing.look().ended
    await listened.screen.leave()


def said_to(one: ft.TextButton) -> str | None:
    """What a screen reader calls a button."""
    found = (text for text in walk(one) if isinstance(text, ft.Text))
    return next((text.semantics_label for text in found), None)


def told_by(one: ft.BaseControl, words: str) -> bool:
    return isinstance(one, ft.TextButton) and words in texts(one)


@on_a_loop
async def test_a_take_without_its_sound_has_no_player_and_says_why(tmp_path: Path) -> None:
    window = await opened(told(tmp_path))
    assert "The recording of this take was deleted; its words are kept." in window.seen
    assert not {"Play", "1.25×", "click a word to hear it"} & set(window.seen)
    assert not [one for one in walk(window.drawn) if isinstance(one, ft.KeyboardListener)]


# ---------------------------------------------------------------- following
@on_a_loop
async def test_following_a_correction_draws_the_screen_not_anew(tmp_path: Path) -> None:
    window = await opened(told(tmp_path))
    drawn, redraws = window.drawn, window.redraws
    await choose(window, 2, "Situation")
    assert (window.drawn, window.redraws) == (drawn, redraws)
    assert "missing" in window.seen


@on_a_loop
async def test_a_resize_while_correcting_keeps_the_rows_and_the_new_report(tmp_path: Path) -> None:
    window = await opened(told(tmp_path))
    await choose(window, 2, "Situation")
    window.redraw()
    assert "missing" in window.seen
    assert box(window.drawn, "Words of sentence 2").value


@on_a_loop
async def test_the_transcript_shows_what_was_corrected(tmp_path: Path) -> None:
    window = await opened(told(tmp_path))
    await rewrite(window, 1, "Last autumn our clinic had long queues.")
    await window.click("Done")
    assert {"autumn", " corrected by you     "} <= set(window.seen)


@dataclass
class SlowParser:
    """Waits before it cuts a text that says `word`, and remembers what it cut."""

    inner: Parser
    word: str
    go_on: Event = field(default_factory=Event)
    waits: Event = field(default_factory=Event)
    cut: list[str] = field(default_factory=list)

    def sentences(self, text: str) -> tuple[Sentence, ...]:
        if self.word in text:
            self.waits.set()
            assert self.go_on.wait(10), "nobody lets it go on"
        self.cut.append(text)
        return self.inner.sentences(text)


@on_a_loop
async def test_a_later_correction_is_shown_however_long_an_earlier_one_takes(
    tmp_path: Path,
) -> None:
    practice = told(tmp_path)
    slow = SlowParser(practice.reviewing.parser, "summer")
    window = await opened(replace(practice, reviewing=replace(practice.reviewing, parser=slow)))
    for season in ("summer", "winter"):
        write(field_of(window), f"Last {season} our clinic had long queues.")
        leave(field_of(window))
        await until(slow.waits.is_set)
    await until(lambda: any("winter" in text for text in slow.cut))
    slow.go_on.set()
    await window.rest()
    await window.click("Done")
    assert "winter" in window.seen


def field_of(window: StillWindow) -> ft.TextField:
    return box(window.drawn, "Words of sentence 1")


# ---------------------------------------------------------------- what can be asked
@on_a_loop
async def test_without_a_key_a_report_offers_cards_and_no_coach(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    window = await opened(told(tmp_path))
    assert "Probe cards" in window.seen
    assert not any("oach" in words for words in window.seen)
    await window.click("Probe cards")
    assert window.went == ["/probe/take/t1"]


@on_a_loop
async def test_with_a_key_a_report_offers_the_coach_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-0123456789abcdef")
    window = await opened(told(tmp_path))
    await window.click("Ask the next question")
    assert window.went == ["/coach/next_question/take/t1"]
    window.redraw()
    assert "Review this take" in window.seen
