import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from storybuilder.adapters.audio_files import DecodedAudioFiles
from storybuilder.adapters.library import Library
from storybuilder.adapters.parser import SpacyParser
from storybuilder.adapters.take_files import FolderOfTakes
from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.core.settings import Settings
from storybuilder.core.story import Part
from storybuilder.core.take import Take, TakeId, TakeState
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Voice
from storybuilder.errors import NoSpeech, SpeechModelMissing, TakeUnknown
from storybuilder.practice.reviewing import Asked, Reviewing
from tests.builders import NOON, spoken, story, take, voiced
from tests.fakes import ScriptedTranscriber, ScriptedVoiceFinder, write_wav
from tests.labeller import LABELLER
from tests.outcomes import OUTCOMES

ASKED = Asked(target=DEFAULT_TARGET, settings=Settings())
ANSWER = (
    "Last spring our clinic had long queues. My task was to halve the waiting time. "
    "I measured every step and moved the check-in online. The wait fell from 40 to 15 minutes."
)


@pytest.fixture
def reviewing(tmp_path: Path) -> Reviewing:
    return Reviewing(
        Library(tmp_path / "library.json").takes,
        FolderOfTakes(tmp_path / "takes"),
        DecodedAudioFiles(),
        ScriptedVoiceFinder(),
        ScriptedTranscriber(spoken(ANSWER)),
        SpacyParser(),
        LABELLER,
        lambda: OUTCOMES,
        NOON.date,
    )


def kept(reviewing: Reviewing, id: str = "t1") -> Take:
    waiting = take(id, duration_s=90.0)
    path = reviewing.files.audio(waiting.id)
    path.parent.mkdir(exist_ok=True)
    write_wav(path, 1.0)
    return reviewing.takes.change(id, lambda _: waiting)


def write_down(reviewing: Reviewing, waiting: Take) -> Take | None:
    return reviewing.write_down(waiting, lambda done: None, lambda: False)


def state_of(reviewing: Reviewing, id: str) -> TakeState:
    return next(take.state for take in reviewing.takes.all() if take.id == id)


def test_a_take_is_written_down_and_its_words_are_kept(reviewing: Reviewing) -> None:
    written = write_down(reviewing, kept(reviewing))
    assert written is not None
    assert written.state is TakeState.READY
    heard = reviewing.heard(written)
    assert heard is not None
    assert heard[1] == spoken(ANSWER)


def test_the_voice_is_looked_for_once(reviewing: Reviewing) -> None:
    waiting = kept(reviewing)
    reviewing.listen(waiting)
    write_down(reviewing, waiting)
    assert isinstance(reviewing.voice_finder, ScriptedVoiceFinder)
    assert reviewing.voice_finder.asked == 1


@pytest.mark.parametrize(("speech_s", "state"), [(0.29, "silent"), (0.31, "ready")])
def test_a_take_with_hardly_a_voice_is_silent(
    reviewing: Reviewing, speech_s: float, state: str
) -> None:
    quiet = replace(reviewing, voice_finder=ScriptedVoiceFinder(voiced(90.0, (1.0, 1 + speech_s))))
    written = write_down(quiet, kept(quiet))
    assert written is not None
    assert written.state.value == state


def test_without_a_model_the_take_goes_on_waiting(reviewing: Reviewing) -> None:
    modelless = replace(reviewing, transcriber=ScriptedTranscriber(installed=False))
    with pytest.raises(SpeechModelMissing):
        write_down(modelless, kept(modelless))
    assert state_of(modelless, "t1") is TakeState.WAITING
    assert modelless.heard(take("t1")) == (voiced(90.0), None)


def test_a_stopped_take_goes_on_waiting(reviewing: Reviewing) -> None:
    waiting = kept(reviewing)
    assert reviewing.write_down(waiting, lambda done: None, lambda: True) is None
    assert state_of(reviewing, "t1") is TakeState.WAITING


def test_a_report_needs_words(reviewing: Reviewing) -> None:
    with pytest.raises(TakeUnknown, match="has no words yet"):
        reviewing.report(kept(reviewing), ASKED)


def test_the_report_of_a_take_is_measured_against_what_was_asked(reviewing: Reviewing) -> None:
    written = write_down(reviewing, kept(reviewing))
    assert written is not None
    draft = story(result="The wait fell from 40 to 10 minutes.")
    report = reviewing.report(written, replace(ASKED, story=draft))
    assert (report.missing, report.quantified_result, report.duration_s) == ((), True, 90.0)
    assert report.drafted is not None
    assert report.drafted.changed


def test_a_text_is_judged_without_times(reviewing: Reviewing) -> None:
    report = reviewing.judge_text("answer.txt", ANSWER, ASKED)
    assert (report.duration_s, report.parts[Part.TASK].present) == (None, True)


def test_a_sound_file_without_a_voice_says_how_quiet_it_is(
    reviewing: Reviewing, tmp_path: Path
) -> None:
    silent = replace(reviewing, voice_finder=ScriptedVoiceFinder(Voice(1.0, (), -71.6)))
    write_wav(tmp_path / "room.wav", 1.0)
    with pytest.raises(NoSpeech, match=r"room\.wav holds no speech .*-72 dB"):
        silent.judge_audio(tmp_path / "room.wav", ASKED)


def test_a_sound_file_without_a_word_says_so(reviewing: Reviewing, tmp_path: Path) -> None:
    deaf = replace(reviewing, transcriber=ScriptedTranscriber(Transcript()))
    write_wav(tmp_path / "hum.wav", 1.0)
    with pytest.raises(NoSpeech, match=r"no words were understood in hum\.wav"):
        deaf.judge_audio(tmp_path / "hum.wav", ASKED)


def test_judging_a_sound_file_keeps_nothing(reviewing: Reviewing, tmp_path: Path) -> None:
    write_wav(tmp_path / "answer.wav", 1.0)
    reviewing.judge_audio(tmp_path / "answer.wav", ASKED)
    assert [path.name for path in tmp_path.iterdir()] == ["answer.wav"]


def test_waiting_takes_are_written_down_once_a_model_is_there(reviewing: Reviewing) -> None:
    for id in ("t1", "t2"):
        kept(reviewing, id)
    assert reviewing.write_down_waiting(lambda: False) == 2
    assert {state_of(reviewing, id) for id in ("t1", "t2")} == {TakeState.READY}
    assert reviewing.write_down_waiting(lambda: False) == 0


def test_a_deleted_take_is_not_written_down(reviewing: Reviewing) -> None:
    waiting = kept(reviewing)
    reviewing.takes.change(waiting.id, lambda _: replace(waiting, deleted_at=NOON))
    assert reviewing.write_down_waiting(lambda: False) == 0


class SlowTranscriber:
    """Works on its first take until it is told to stop; the others are done at once."""

    def __init__(self) -> None:
        self.started = threading.Event()
        self.order: list[str] = []

    def transcribe(
        self,
        wav: Path,
        voice: Voice,
        told: Callable[[float], None],
        stopped: Callable[[], bool],
    ) -> Transcript | None:
        first = not self.started.is_set()
        self.started.set()
        while first and not stopped():
            threading.Event().wait(0.005)
        self.order.append(f"{wav.stem} {'gave way' if first else 'done'}")
        return None if first else spoken(ANSWER)


def test_background_work_gives_way_to_the_take_a_person_waits_for(reviewing: Reviewing) -> None:
    transcriber = SlowTranscriber()
    busy = replace(reviewing, transcriber=transcriber)
    kept(busy, "old")
    background = threading.Thread(target=busy.write_down_waiting, args=(lambda: False,))
    background.start()
    assert transcriber.started.wait(10)
    write_down(busy, kept(busy, "new"))
    background.join(10)
    assert transcriber.order == ["old gave way", "new done", "old done"]
    assert state_of(busy, TakeId("old")) is TakeState.READY
