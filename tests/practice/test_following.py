import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from storybuilder.core.piece import pieces
from storybuilder.core.take import TakeId
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Span, Voice
from storybuilder.errors import AudioUnreadable, SpeechModelBroken, SpeechModelMissing
from storybuilder.practice.following import KEPT, FollowedTake, Following
from storybuilder.practice.precedence import Precedence
from storybuilder.practice.transcribing import transcribe
from tests.builders import spoken, voiced
from tests.fakes import ScriptedFollower, ScriptedTranscriber, ScriptedVoiceFinder

TAKE, WAV = TakeId("t1"), Path("take.wav")
WHOLE = voiced(40.0, (0.0, 12.0), (13.0, 25.0), (26.0, 39.0))
ALL = spoken("word " * 80)


class GrowingFinder(ScriptedVoiceFinder):
    """Knows as much of the voice as the test says; an error instead, if it gives one."""

    now_s = 0.0
    failure: AudioUnreadable | None = None

    def follow(self, wav: Path) -> ScriptedFollower:
        return GrowingFollower(self, wav)

    def find(self, wav: Path) -> Voice:
        if self.failure is not None:
            raise self.failure
        return self.voice


class GrowingFollower(ScriptedFollower):
    def known(self) -> Voice:
        finder = self.finder
        assert isinstance(finder, GrowingFinder)
        if finder.failure is not None:
            raise finder.failure
        spans = [s for s in finder.voice.speech if s.start_s < finder.now_s]
        cut = tuple(Span(s.start_s, min(s.end_s, finder.now_s)) for s in spans)
        return Voice(finder.now_s, cut)


def followed(finder: GrowingFinder, transcriber: ScriptedTranscriber) -> FollowedTake:
    return FollowedTake(WAV, finder, transcriber, Precedence())


def at(take: FollowedTake, finder: GrowingFinder, *moments_s: float) -> None:
    for now_s in moments_s:
        finder.now_s = now_s
        take.go_on()


def test_a_piece_is_heard_once_as_soon_as_its_end_is_certain() -> None:
    finder, transcriber = GrowingFinder(WHOLE), ScriptedTranscriber(ALL)
    take = followed(finder, transcriber)
    at(take, finder, 5.0, 12.5)
    assert transcriber.pieces == []
    at(take, finder, 12.7, 13.5, 14.5)
    assert transcriber.pieces == [Span(0.0, 12.3)]


@pytest.mark.parametrize(("silent_s", "heard"), [(0.65, 0), (0.75, 1)])
def test_who_falls_silent_is_heard_although_the_piece_may_go_on(
    silent_s: float, heard: int
) -> None:
    finder, transcriber = GrowingFinder(voiced(20.0, (0.0, 5.0))), ScriptedTranscriber(ALL)
    at(followed(finder, transcriber), finder, 5.0 + silent_s, 5.0 + silent_s)
    assert len(transcriber.pieces) == heard


def test_after_a_pause_before_the_stop_nothing_is_left_to_hear() -> None:
    finder, transcriber = GrowingFinder(WHOLE), ScriptedTranscriber(ALL)
    take = followed(finder, transcriber)
    at(take, finder, 12.8, 26.0, 39.8, 40.0)
    take.ended.set()
    voice = take.voice()
    assert voice == WHOLE
    assert set(take.heard()) == set(pieces(voice)) == set(transcriber.pieces)


def test_what_was_heard_in_vain_is_heard_again_with_what_followed() -> None:
    finder = GrowingFinder(voiced(20.0, (0.0, 5.0), (7.0, 9.0)))
    transcriber = ScriptedTranscriber(ALL)
    take = followed(finder, transcriber)
    at(take, finder, 6.0, 6.5, 7.5, 9.8)
    assert transcriber.pieces == [Span(0.0, 5.3), Span(0.0, 9.3)]
    assert list(take.heard()) == [Span(0.0, 9.3)]


def test_the_tail_that_was_heard_already_is_kept_when_the_silence_goes_on() -> None:
    finder, transcriber = GrowingFinder(voiced(20.0, (0.0, 5.0))), ScriptedTranscriber(ALL)
    take = followed(finder, transcriber)
    at(take, finder, 6.0, 8.5, 9.0)
    assert transcriber.pieces == [Span(0.0, 5.3)]
    assert list(take.heard()) == [Span(0.0, 5.3)]


def test_followed_or_not_the_words_are_the_same() -> None:
    finder, transcriber = GrowingFinder(WHOLE), ScriptedTranscriber(ALL)
    take = followed(finder, transcriber)
    at(take, finder, *(moment / 2 for moment in range(60)))
    early = len(transcriber.pieces)
    words = transcribe(transcriber, WAV, WHOLE, lambda done: None, lambda: False, take.heard())
    alone = transcribe(ScriptedTranscriber(ALL), WAV, WHOLE, lambda done: None, lambda: False)
    assert words == alone
    assert len(transcriber.pieces) == early + 1


def test_after_the_end_nothing_more_is_heard() -> None:
    finder, transcriber = GrowingFinder(WHOLE), ScriptedTranscriber(ALL)
    take = followed(finder, transcriber)
    take.ended.set()
    at(take, finder, 40.0)
    assert transcriber.pieces == []


def test_the_voice_of_a_take_that_has_not_ended_is_not_known() -> None:
    assert followed(GrowingFinder(WHOLE), ScriptedTranscriber()).voice() is None


# ---------------------------------------------------------------- in a thread of its own
def following(finder: ScriptedVoiceFinder, transcriber: ScriptedTranscriber) -> Following:
    return Following(finder, transcriber, look_every_s=0.001)


def until(happened: Callable[[], object]) -> None:
    """Wait until something has happened."""
    pause = threading.Event()
    assert any(happened() or pause.wait(0.002) for _ in range(5000)), "it never happened"


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "following"]


def grown(now_s: float = 39.8) -> GrowingFinder:
    finder = GrowingFinder(WHOLE)
    finder.now_s = now_s
    return finder


def test_a_take_is_followed_until_it_ends_and_its_words_are_kept() -> None:
    follow = following(grown(), ScriptedTranscriber(ALL))
    follow.begin(TAKE, WAV)
    until(lambda: len(follow.heard(TAKE)) == 3)
    follow.end(TAKE)
    until(lambda: not threads())
    assert follow.voice(TAKE) == WHOLE
    assert set(follow.heard(TAKE)) == set(pieces(WHOLE))


def test_a_take_that_is_gone_leaves_neither_words_nor_thread() -> None:
    follow = following(grown(), ScriptedTranscriber(ALL))
    follow.begin(TAKE, WAV)
    follow.forget(TAKE)
    until(lambda: not threads())
    assert (follow.voice(TAKE), follow.heard(TAKE)) == (None, {})


def test_a_take_that_was_never_followed_has_to_be_heard_from_its_file() -> None:
    follow = following(grown(), ScriptedTranscriber())
    follow.end(TAKE)
    follow.forget(TAKE)
    assert (follow.voice(TAKE), follow.heard(TAKE)) == (None, {})


def test_words_that_nobody_asks_for_do_not_pile_up() -> None:
    follow = following(GrowingFinder(WHOLE), ScriptedTranscriber())
    for number in range(KEPT + 3):
        follow.begin(TakeId(f"t{number}"), WAV)
        follow.end(TakeId(f"t{number}"))
    kept = [number for number in range(KEPT + 3) if follow.voice(TakeId(f"t{number}"))]
    assert kept == list(range(3, KEPT + 3))


class BreakingTranscriber(ScriptedTranscriber):
    """Breaks at its second piece, as a model does that is deleted meanwhile."""

    failure: Exception = SpeechModelMissing("it was deleted")

    def hear(self, wav: Path, piece: Span) -> Transcript:
        if self.pieces:
            raise self.failure
        return super().hear(wav, piece)


@pytest.mark.parametrize("failure", [SpeechModelMissing("gone"), SpeechModelBroken("broken")])
def test_a_model_that_fails_drops_what_was_heard_and_the_file_is_heard_later(
    failure: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    transcriber = BreakingTranscriber(ALL)
    transcriber.failure = failure
    follow = following(grown(), transcriber)
    with caplog.at_level("INFO"):
        follow.begin(TAKE, WAV)
        until(lambda: not threads())
    follow.end(TAKE)
    assert (follow.voice(TAKE), follow.heard(TAKE)) == (None, {})
    assert caplog.messages == [f"hearing ahead is not possible: {type(failure).__name__}"]


@pytest.mark.parametrize("ended", [False, True])
def test_a_recording_that_cannot_be_read_is_left_to_the_ordinary_way(ended: bool) -> None:
    finder = grown()
    follow = following(finder, ScriptedTranscriber(ALL))
    follow.begin(TAKE, WAV)
    until(lambda: len(follow.heard(TAKE)) == 3)
    if ended:
        follow.end(TAKE)
        until(lambda: not threads())
    finder.failure = AudioUnreadable("it is gone")
    until(lambda: ended or not threads())
    follow.end(TAKE)
    assert (follow.voice(TAKE), follow.heard(TAKE)) == (None, {})


def test_a_piece_waits_for_its_turn_and_after_the_end_is_not_heard() -> None:
    transcriber = ScriptedTranscriber(ALL)
    follow = following(grown(), transcriber)
    with follow.precedence.foreground():
        follow.begin(TAKE, WAV)
        until(lambda: follow.precedence._waiting == 2)
        follow.end(TAKE)
        assert follow.voice(TAKE) == WHOLE
    until(lambda: not threads())
    assert transcriber.pieces == []


def test_two_takes_are_never_heard_at_once() -> None:
    busy, most = [0], [0]

    class Counting(ScriptedTranscriber):
        def hear(self, wav: Path, piece: Span) -> Transcript:
            busy[0] += 1
            most[0] = max(most[0], busy[0])
            threading.Event().wait(0.01)
            busy[0] -= 1
            return super().hear(wav, piece)

    follow = following(grown(), Counting(ALL))
    for id in ("t1", "t2"):
        follow.begin(TakeId(id), WAV)
    until(lambda: all(len(follow.heard(TakeId(id))) == 3 for id in ("t1", "t2")))
    for id in ("t1", "t2"):
        follow.end(TakeId(id))
    until(lambda: not threads())
    assert most == [1]


# ---------------------------------------------------------------- getting ready
class SlowToGetReady(ScriptedTranscriber):
    """Gets ready when it may, and counts how often it was asked to."""

    def __init__(self, failure: Exception | None = None) -> None:
        super().__init__(ALL)
        self.asked, self.failure = 0, failure
        self.may = threading.Event()

    def ready(self) -> None:
        self.asked += 1
        assert self.may.wait(10)
        if self.failure is not None:
            raise self.failure


def test_the_model_is_made_ready_once_however_often_it_is_asked_for() -> None:
    slow = SlowToGetReady()
    follow = Following(GrowingFinder(WHOLE), slow)
    for _ in range(3):
        follow.prepare()
    slow.may.set()
    until(lambda: not [t for t in threading.enumerate() if t.name == "preparing"])
    assert slow.asked == 1


def test_a_model_that_does_not_get_ready_is_no_failure_yet(
    caplog: pytest.LogCaptureFixture,
) -> None:
    slow = SlowToGetReady(SpeechModelMissing("there is none"))
    slow.may.set()
    with caplog.at_level("INFO"):
        Following(GrowingFinder(WHOLE), slow).prepare()
        until(lambda: not [t for t in threading.enumerate() if t.name == "preparing"])
    assert caplog.messages == ["hearing ahead is not possible: SpeechModelMissing"]
