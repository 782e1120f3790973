import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from storybuilder.adapters.audio_files import DecodedAudioFiles
from storybuilder.adapters.library import Library
from storybuilder.adapters.parser import SpacyParser
from storybuilder.adapters.take_files import FolderOfTakes
from storybuilder.core.band import Band
from storybuilder.core.correction import Correction, Corrections, WordCorrection, told_as
from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.core.report import Report
from storybuilder.core.sentence import LabelledSentence
from storybuilder.core.settings import Settings
from storybuilder.core.story import Part, StoryId
from storybuilder.core.take import Take, TakeId, TakeState
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Span, Voice
from storybuilder.errors import NoSpeech, SpeechModelMissing, TakeUnknown
from storybuilder.practice.following import Following
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
        Following(ScriptedVoiceFinder(), ScriptedTranscriber()),
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


def test_a_short_telling_is_compared_with_the_short_draft(reviewing: Reviewing) -> None:
    written = write_down(reviewing, kept(reviewing))
    assert written is not None
    left_out = "We served 300 patients in Lisbon."
    draft = story(situation=left_out, long_only=(left_out,), result="The wait fell to 15 minutes.")
    asked = replace(ASKED, story=draft)
    short = reviewing.report(replace(written, telling="short"), asked).drafted
    long = reviewing.report(replace(written, telling="long"), asked).drafted
    assert long is not None
    assert short is not None
    assert (long.names_missed, short.names_missed) == (("Lisbon",), ())
    assert len(long.beats) == len(short.beats) + 1


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


# ---------------------------------------------------------------- corrections
HEARD_AT = next(word for word in spoken(ANSWER).words if word.text == "15")
FIFTEEN = WordCorrection(start_s=HEARD_AT.start_s, end_s=HEARD_AT.end_s, heard="15", said="5")


def ready(reviewing: Reviewing, id: str = "t1", **fields: object) -> Take:
    """A take that told the answer, written down."""
    written = write_down(reviewing, kept(reviewing, id))
    assert written is not None
    return reviewing.takes.change(id, lambda _: replace(written, **fields))  # type: ignore[arg-type]


def sentence(report: Report, start: str) -> LabelledSentence:
    return next(one for one in report.sentences if one.sentence.text.startswith(start))


def span_of(report: Report, start: str) -> Span:
    told = sentence(report, start)
    assert told.start_s is not None
    assert told.end_s is not None
    return Span(told.start_s, told.end_s)


def test_a_corrected_word_is_what_the_report_judges(reviewing: Reviewing) -> None:
    first = ready(reviewing)
    heard = reviewing.heard(first)
    corrected = reviewing.correct(first.id, Correction(words=(FIFTEEN,)))
    report = reviewing.report(corrected, ASKED)
    assert report.text == ANSWER.replace("to 15", "to 5")
    assert [one.text for one in report.quantities if one.is_result] == ["from 40 to 5 minutes"]
    assert reviewing.heard(first) == heard


def test_a_part_that_the_person_assigned_is_present(reviewing: Reviewing) -> None:
    first = ready(replace(reviewing, transcriber=ScriptedTranscriber(spoken(NO_TASK))))
    before = reviewing.report(first, ASKED)
    assert Part.TASK in before.missing
    correction = told_as(span_of(before, "Last"), Part.TASK)
    after = reviewing.report(reviewing.correct(first.id, correction), ASKED)
    assert after.parts[Part.TASK].present
    assert "missing_task" not in {finding.code for finding in after.findings}
    assert sentence(after, "Last").confidence == 1.0


def test_a_part_that_the_person_took_away_entirely_is_missing(reviewing: Reviewing) -> None:
    first = ready(reviewing)
    before = reviewing.report(first, ASKED)
    assert Part.TASK not in before.missing
    taken = [one for one in before.sentences if one.part is Part.TASK]
    for one in taken:
        first = reviewing.correct(first.id, told_as(span_of(before, one.sentence.text), None))
    after = reviewing.report(first, ASKED)
    assert Part.TASK in after.missing
    assert "missing_task" in {finding.code for finding in after.findings}


def test_a_part_given_to_one_sentence_changes_no_other(reviewing: Reviewing) -> None:
    first = ready(reviewing)
    before = reviewing.report(first, ASKED)
    correction = told_as(span_of(before, "I measured"), Part.RESULT)
    after = reviewing.report(reviewing.correct(first.id, correction), ASKED)
    changed = {
        a.sentence.text for a, b in zip(after.sentences, before.sentences, strict=True) if a != b
    }
    assert changed == {"I measured every step and moved the check-in online."}


def test_a_correction_taken_back_leaves_the_report_as_it_was(reviewing: Reviewing) -> None:
    first = ready(reviewing)
    before = reviewing.report(first, ASKED)
    correction = Correction(words=(FIFTEEN,))
    reviewing.correct(first.id, correction)
    assert reviewing.report(reviewing.take_back(first.id, correction), ASKED) == before


def test_two_windows_keep_each_others_corrections(reviewing: Reviewing, tmp_path: Path) -> None:
    other = replace(reviewing, takes=Library(tmp_path / "library.json").takes)
    first = ready(reviewing)
    mine, theirs = Correction(words=(FIFTEEN,)), told_as(Span(0, 3), Part.RESULT)
    reviewing.correct(first.id, mine)
    other.correct(first.id, theirs)
    assert reviewing.take_back(first.id, mine).corrections == Corrections((theirs,))


def test_writing_a_take_down_again_keeps_its_corrections(
    reviewing: Reviewing, tmp_path: Path
) -> None:
    first = ready(reviewing)
    reviewing.correct(first.id, Correction(words=(FIFTEEN,)))
    (tmp_path / "takes" / "t1.words.json").unlink()
    again = write_down(reviewing, first)
    assert again is not None
    assert reviewing.report(again, ASKED).text == ANSWER.replace("to 15", "to 5")


def test_an_unknown_take_cannot_be_corrected(reviewing: Reviewing) -> None:
    for change in (reviewing.correct, reviewing.take_back):
        with pytest.raises(TakeUnknown, match="there is no take t9"):
            change(TakeId("t9"), Correction(words=(FIFTEEN,)))
    assert reviewing.takes.all() == ()


# ---------------------------------------------------------------- the fix, followed up
NO_TASK = "Last spring our clinic had long queues. I moved the check-in online in a week."
MINE = {"story_id": StoryId("s1")}


def told(reviewing: Reviewing, id: str, hour: int, words: str = ANSWER, **fields: object) -> Take:
    given = {**MINE, "recorded_at": NOON.replace(hour=hour), **fields}
    return ready(replace(reviewing, transcriber=ScriptedTranscriber(spoken(words))), id, **given)


def fix_followed(reviewing: Reviewing, now: Take) -> tuple[str, bool] | None:
    followed = reviewing.follow_up(now, ASKED, reviewing.report(now, ASKED))
    return None if followed is None else (followed.fix.code, followed.done)


def test_the_fix_of_the_take_before_is_followed_up(reviewing: Reviewing) -> None:
    told(reviewing, "t1", 9, NO_TASK)
    now = told(reviewing, "t2", 10)
    again = told(reviewing, "t3", 11, NO_TASK, question="Another one?", target=Band(10, 20))
    assert fix_followed(reviewing, now) == ("missing_result", True)
    fixed = reviewing.report(now, ASKED).fix
    assert fixed is not None
    assert fix_followed(reviewing, again) == (fixed.code, fixed.code not in codes(reviewing, again))


def codes(reviewing: Reviewing, of: Take) -> set[str]:
    return {finding.code for finding in reviewing.report(of, ASKED).findings}


def test_a_fix_that_was_not_done_says_so(reviewing: Reviewing) -> None:
    told(reviewing, "t1", 9, NO_TASK)
    assert fix_followed(reviewing, told(reviewing, "t2", 10, NO_TASK)) == ("missing_result", False)


@pytest.mark.parametrize(
    "between",
    [
        {"deleted_at": NOON},
        {"state": TakeState.WAITING},
        {"state": TakeState.SILENT},
        {"story_id": StoryId("s2")},
        {"story_id": None},
    ],
)
def test_only_earlier_takes_of_the_story_that_are_kept_count(
    reviewing: Reviewing, between: dict[str, object]
) -> None:
    told(reviewing, "t1", 8, NO_TASK)
    told(reviewing, "t2", 9, ANSWER, **between)
    told(reviewing, "t4", 11, ANSWER)
    now = told(reviewing, "t3", 10, NO_TASK)
    assert fix_followed(reviewing, now) == ("missing_result", False)


def test_a_take_without_words_asked_for_nothing(reviewing: Reviewing, tmp_path: Path) -> None:
    told(reviewing, "t1", 8, NO_TASK)
    told(reviewing, "t2", 9)
    (tmp_path / "takes" / "t2.words.json").unlink()
    now = told(reviewing, "t3", 10)
    assert fix_followed(reviewing, now) == ("missing_result", True)


def test_a_first_take_and_one_without_a_story_follow_nothing_up(reviewing: Reviewing) -> None:
    told(reviewing, "t1", 8, NO_TASK, story_id=None)
    assert fix_followed(reviewing, told(reviewing, "t2", 9, story_id=None)) is None
    assert fix_followed(reviewing, told(reviewing, "t3", 10)) is None


class SlowTranscriber(ScriptedTranscriber):
    """Hears its first piece until a take is asked for that a person waits for."""

    def __init__(self, wanted: Callable[[], bool]) -> None:
        super().__init__(spoken(ANSWER))
        self.started, self.wanted = threading.Event(), wanted
        self.order: list[str] = []

    def hear(self, wav: Path, piece: Span) -> Transcript:
        self.order.append(wav.stem)
        self.started.set()
        while not self.wanted():
            threading.Event().wait(0.005)
        return super().hear(wav, piece)


def test_background_work_gives_way_to_the_take_a_person_waits_for(reviewing: Reviewing) -> None:
    asked = threading.Event()
    transcriber = SlowTranscriber(
        lambda: asked.is_set() and reviewing.following.precedence.is_wanted
    )
    busy = replace(reviewing, transcriber=transcriber)
    kept(busy, "old")
    background = threading.Thread(target=busy.write_down_waiting, args=(lambda: False,))
    background.start()
    assert transcriber.started.wait(10)
    asked.set()
    write_down(busy, kept(busy, "new"))
    transcriber.wanted = lambda: True
    background.join(10)
    assert transcriber.order == ["old", *["new"] * 4, *["old"] * 4]
    assert state_of(busy, TakeId("old")) is TakeState.READY
