import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from storybuilder.core.settings import Settings
from storybuilder.core.story import StoryId
from storybuilder.core.take import Ending, Take, TakeId, TakeState
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Voice
from storybuilder.practice import Practice
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.report import ReportScreen
from storybuilder.ui.theme import LIGHT
from tests import micro_model
from tests.builders import NOON, spoken, story, take, voiced
from tests.fakes import ScriptedTranscriber, write_wav
from tests.stand_in_server import StandInServer, stand_in_server
from tests.ui.still_window import StillWindow, on_a_loop, practice_in

ANSWER = (
    "Last spring our clinic had long queues. My task was to halve the waiting time. "
    "I measured every step and moved the check-in online. The wait fell from 40 to 15 minutes."
)
QUEUE = story("s1", title="The queue", result="The wait fell from 40 to 10 minutes.")
ID = TakeId("t1")


def practised(
    folder: Path, *, voice: Voice | None = None, transcriber: ScriptedTranscriber | None = None
) -> Practice:
    """The program, with a microphone's take t1 of the story s1."""
    heard = transcriber or ScriptedTranscriber(spoken(ANSWER))
    practice = practice_in(folder, voice=voice, transcriber=heard)
    practice.drafting.put(QUEUE)
    kept(practice, ID)
    return practice


def kept(practice: Practice, id: str, **fields: object) -> Take:
    """A take that waits for its words, with its sound."""
    given = {"story_id": StoryId("s1"), "duration_s": 90.0, "question": "Why?", **fields}
    made = take(id, **given)
    wav = practice.rehearsing.files.audio(made.id)
    wav.parent.mkdir(parents=True, exist_ok=True)
    write_wav(wav, 1.0)
    return practice.rehearsing.takes.change(id, lambda _: made)


def report_of(practice: Practice, id: str = ID) -> tuple[StillWindow, ReportScreen]:
    window = StillWindow(practice)
    return window, ReportScreen(window, TakeId(id))


async def shown(practice: Practice, id: str = ID) -> StillWindow:
    """The report of a take, when nothing more will change in it."""
    window, screen = report_of(practice, id)
    await window.show(screen)
    return window


def says(window: StillWindow, start: str) -> bool:
    return any(words.startswith(start) for words in window.seen)


def on_disk(window: StillWindow, id: str = ID) -> Take:
    return window.practice.rehearsing.take(TakeId(id))


# ---------------------------------------------------------------- from the stop to the report
@on_a_loop
async def test_a_fresh_take_is_written_down_and_reported(tmp_path: Path) -> None:
    window = await shown(practised(tmp_path))
    assert on_disk(window).state is TakeState.READY
    assert {"1:30", "30 s short of your band", "Where the time went"} <= set(window.seen)
    assert {"What you said", "The one fix for take 2", "Draft and take"} <= set(window.seen)


@on_a_loop
async def test_a_report_is_measured_against_its_story(tmp_path: Path) -> None:
    window = await shown(practised(tmp_path))
    shows = "".join(window.seen)
    assert "You wrote from 40 to 10 minutes, you said from 40 to 15 minutes" in shows


@on_a_loop
async def test_before_anything_is_known_it_says_that_it_listens(tmp_path: Path) -> None:
    window, screen = report_of(practised(tmp_path))
    await window.open(screen)
    assert "Listening to the take …" in window.seen
    await window.rest()


@on_a_loop
async def test_length_and_pauses_are_there_while_the_words_are_written(tmp_path: Path) -> None:
    slow = ScriptedTranscriber(spoken(ANSWER), go_on=Event())
    voice = voiced(90.0, (0.0, 40.0), (44.0, 90.0))
    window, screen = report_of(practised(tmp_path, voice=voice, transcriber=slow))
    await window.open(screen)
    await window.until(lambda: says(window, "Length and pauses are ready; words: 28"))
    assert {"1:30", "Writing down what you said"} <= set(window.seen)
    assert says(window, "1:30 recorded, 1:26 of it speech; 1 long pause, the longest 4.0 s.")
    slow.go_on.set()
    await window.rest()
    assert "Where the time went" in window.seen


@on_a_loop
async def test_leaving_stops_the_writing_and_the_next_visit_goes_on(tmp_path: Path) -> None:
    slow = ScriptedTranscriber(spoken(ANSWER), go_on=Event())
    practice = practised(tmp_path, transcriber=slow)
    window, screen = report_of(practice)
    await window.open(screen)
    await window.until(lambda: says(window, "Length and pauses are ready; words: 28"))
    await screen.leave()
    drawn = window.redraws
    slow.go_on.set()
    await window.rest()
    assert (on_disk(window).state, window.redraws) == (TakeState.WAITING, drawn)
    assert "What you said" in (await shown(practice)).seen


@on_a_loop
async def test_a_report_that_was_left_does_not_draw_over_what_follows(tmp_path: Path) -> None:
    window, screen = report_of(practised(tmp_path))
    await window.open(screen)
    await screen.leave()
    drawn = window.redraws
    await window.rest()
    assert window.redraws == drawn


@on_a_loop
async def test_a_take_that_was_written_down_is_not_heard_again(tmp_path: Path) -> None:
    practice = practised(tmp_path)
    await shown(practice)
    deaf = replace(practice.reviewing, transcriber=ScriptedTranscriber(installed=False))
    window = await shown(replace(practice, reviewing=deaf))
    assert "What you said" in window.seen


@on_a_loop
async def test_words_lost_on_disk_are_written_down_again(tmp_path: Path) -> None:
    practice = practised(tmp_path)
    await shown(practice)
    (tmp_path / "takes" / "t1.words.json").unlink()
    window = await shown(practice)
    assert "What you said" in window.seen
    assert (tmp_path / "takes" / "t1.words.json").exists()


# ---------------------------------------------------------------- without a report
@on_a_loop
async def test_without_a_model_the_length_is_shown_and_the_take_waits(tmp_path: Path) -> None:
    window = await shown(practised(tmp_path, transcriber=ScriptedTranscriber(installed=False)))
    assert {"1:30", "Its words wait for a speech model."} <= set(window.seen)
    assert on_disk(window).state is TakeState.WAITING
    await window.click("Get the speech model")
    assert window.went == ["/settings"]


@pytest.mark.parametrize(
    ("voice", "heard", "why"),
    [
        (Voice(90.0, (), -71.6), spoken(ANSWER), "No voice was found. Its loudest moment is -72"),
        (Voice(90.0, ()), spoken(ANSWER), "No voice was found. The recording is kept."),
        (voiced(90.0), Transcript(), "A voice was heard, but no word understood."),
    ],
)
@on_a_loop
async def test_a_take_without_words_says_why_and_is_kept(
    tmp_path: Path, voice: Voice, heard: Transcript, why: str
) -> None:
    practice = practised(tmp_path, voice=voice, transcriber=ScriptedTranscriber(heard))
    for _ in range(2):  # a second visit finds the same
        window = await shown(practice)
        assert "This take has no words in it." in window.seen
        assert says(window, why)
    await window.click("Check the microphone")
    assert window.went == ["/settings"]


@on_a_loop
async def test_an_unknown_take_says_so_and_offers_nothing_to_delete(tmp_path: Path) -> None:
    window = await shown(practice_in(tmp_path))
    assert {"This take is not here.", "There is no take t1."} <= set(window.seen)
    assert "Delete" not in window.seen


@on_a_loop
async def test_a_take_whose_sound_is_gone_says_so(tmp_path: Path) -> None:
    practice = practised(tmp_path)
    (tmp_path / "takes" / "t1.wav").unlink()
    window = await shown(practice)
    assert "T1.wav is missing or is no WAV file." in window.seen
    assert "Delete" in window.seen


@pytest.mark.parametrize(
    ("ended_by", "told"),
    [
        ("lost", "The microphone went away at 1:30."),
        ("disk_full", "The disk was full at 1:30."),
        ("crash", "The program ended at 1:30 of this take."),
    ],
)
@on_a_loop
async def test_what_cut_a_take_short_stands_above_its_report(
    tmp_path: Path, ended_by: Ending, told: str
) -> None:
    practice = practised(tmp_path)
    kept(practice, ID, ended_by=ended_by)
    window = await shown(practice)
    assert {told, "Everything up to there is saved.", "What you said"} <= set(window.seen)


@on_a_loop
async def test_a_take_outlives_its_story(tmp_path: Path) -> None:
    practice = practised(tmp_path)
    practice.drafting.purge(QUEUE.id)
    window = await shown(practice)
    assert {"What you said", "The one fix for the next take", "Record again"} <= set(window.seen)
    assert "Draft and take" not in window.seen
    await window.click("Record again")
    assert window.went == ["/rehearse"]


# ---------------------------------------------------------------- its head
@on_a_loop
async def test_takes_of_a_story_are_numbered_by_when_they_were_recorded(tmp_path: Path) -> None:
    practice = practised(tmp_path)
    kept(practice, "earlier", recorded_at=NOON - timedelta(hours=1))
    kept(practice, "other", recorded_at=NOON - timedelta(hours=2), story_id=None)
    window = await shown(practice)
    assert {"Take 2 of", "The queue", "Record take 3", "The one fix for take 3"} <= set(window.seen)
    assert "Take 1 of" in (await shown(practice, "earlier")).seen


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({"question": "Why did you lead it?"}, "Why did you lead it?"),
        ({"question": ""}, "The queue"),
        ({"question": "", "story_id": None}, "A take without a question"),
    ],
)
@on_a_loop
async def test_the_title_is_what_was_asked(
    tmp_path: Path, fields: dict[str, object], asked: str
) -> None:
    practice = practised(tmp_path)
    kept(practice, ID, **fields)
    assert asked in (await shown(practice)).seen


@on_a_loop
async def test_a_take_from_a_file_names_it(tmp_path: Path) -> None:
    practice = practised(tmp_path)
    kept(practice, ID, source="phone.m4a")
    window = await shown(practice)
    assert any(words.endswith(" · from phone.m4a") for words in window.seen)


@pytest.mark.parametrize("width", [900, 1100, 1600])
@on_a_loop
async def test_the_same_is_said_in_every_width(tmp_path: Path, width: int) -> None:
    window = await shown(practised(tmp_path))
    before = sentences(window)
    window.look = Look(LIGHT, width, 700)
    window.redraw()
    assert sentences(window) == before


def sentences(window: StillWindow) -> set[str]:
    """All words on the screen but letters, signs and figures, for which there may be no room."""
    return {words for words in window.seen if len(words) > 2 and not words[0].isdigit()}


# ---------------------------------------------------------------- ways on
@on_a_loop
async def test_there_is_a_way_to_the_story_and_to_the_next_take(tmp_path: Path) -> None:
    window = await shown(practised(tmp_path))
    await window.click("The queue")
    await window.click("Record take 2")
    await window.press("R", ctrl=True)
    await window.press("R")
    assert window.went == ["/stories/s1", "/rehearse/s1", "/rehearse/s1"]


@pytest.mark.parametrize(
    ("story_id", "then"), [(StoryId("s1"), "/stories/s1"), (None, "/rehearse")]
)
@on_a_loop
async def test_a_deleted_take_comes_back_by_undo(
    tmp_path: Path, story_id: StoryId | None, then: str
) -> None:
    practice = practised(tmp_path)
    kept(practice, ID, story_id=story_id)
    window = await shown(practice)
    await window.click("Delete")
    assert (practice.rehearsing.listed(), window.went) == ((), [then])
    assert window.notices == ["Take 1 is deleted"]
    await window.undone()
    assert (len(practice.rehearsing.listed()), window.went) == (1, [then, "/takes/t1"])


# ---------------------------------------------------------------- a transcription server
async def at_a_server(folder: Path, server: StandInServer) -> StillWindow:
    """The report of a take that a server is to write down."""
    chosen = Settings(server_on=True, server=server.address)
    practice = practice_in(folder, settings=chosen, real_transcriber=True)
    kept(practice, ID, story_id=None)
    return await shown(practice)


@on_a_loop
async def test_a_server_writes_the_take_down(tmp_path: Path) -> None:
    with stand_in_server() as server:
        window = await at_a_server(tmp_path, server)
    heard = window.practice.reviewing.heard(on_disk(window))
    assert heard is not None and heard[1] is not None
    assert heard[1].model == f"whisper-1 at 127.0.0.1:{server.port}"
    assert on_disk(window).state is TakeState.READY


@on_a_loop
async def test_times_that_a_server_did_not_give_are_called_a_guess(tmp_path: Path) -> None:
    with stand_in_server() as server:
        server.manner = "plain_only"
        window = await at_a_server(tmp_path, server)
    assert says(window, "The server gave no times of words")


@on_a_loop
async def test_a_server_that_fails_leaves_the_take_waiting_and_can_be_asked_again(
    tmp_path: Path,
) -> None:
    with stand_in_server() as server:
        server.manner = "503"
        window = await at_a_server(tmp_path, server)
        assert f"127.0.0.1:{server.port} is not ready (answer 503)." in window.seen
        assert "The take is safe, and waits for its words." in window.seen
        assert on_disk(window).state is TakeState.WAITING
        server.manner = "normal"
        await window.click("Try again")
    assert on_disk(window).state is TakeState.READY


@on_a_loop
async def test_this_computer_stands_in_for_a_server_only_at_a_click(tmp_path: Path) -> None:
    with stand_in_server() as server:
        server.manner = "500"
        window = await at_a_server(tmp_path, server)
        assert not says(window, "Turn it off")
        shutil.copytree(micro_model.FOLDER, tmp_path / "models" / "base.en")
        await window.click("Try again")
        sent = len(server.uploads)
        await window.click("Turn it off and use this computer")
    assert len(server.uploads) == sent
    assert not window.practice.setting_up.settings.server_on
    assert on_disk(window).state is TakeState.READY


# ---------------------------------------------------------------- beside another take
async def with_two_takes(folder: Path) -> StillWindow:
    practice = practised(folder)
    kept(practice, "t2", recorded_at=NOON + timedelta(hours=1))
    return await shown(practice, "t2")


@on_a_loop
async def test_a_take_leads_to_itself_beside_the_take_before_by_click_and_key(
    tmp_path: Path,
) -> None:
    window = await with_two_takes(tmp_path)
    await window.click("Compare with take 1")
    await window.press("C")
    await window.press("C", ctrl=True)
    assert window.went == ["/takes/t2/with/t1", "/takes/t2/with/t1"]


@on_a_loop
async def test_a_letter_typed_into_a_correction_leads_nowhere(tmp_path: Path) -> None:
    window = await with_two_takes(tmp_path)
    await window.click("Correct")
    await window.press("C")
    assert window.went == []


@on_a_loop
async def test_the_only_take_of_a_story_is_compared_with_none(tmp_path: Path) -> None:
    window = await shown(practised(tmp_path))
    await window.press("C")
    assert not says(window, "Compare")
    assert window.went == []
