from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from storybuilder.adapters.settings_file import load_settings
from storybuilder.core.server_address import Server
from storybuilder.core.settings import Settings
from storybuilder.core.take import TakeId, TakeState
from storybuilder.errors import TranscriptionServerFailed
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.server_section import ADDRESS_LABEL, KEY, MODEL_LABEL, OFF, ON
from storybuilder.ui.settings import SettingsScreen
from storybuilder.ui.theme import DARK
from tests.builders import take
from tests.fakes import PATIENCE_S, write_wav
from tests.stand_in_server import StandInServer, stand_in_server
from tests.ui.controls import box, submit
from tests.ui.still_window import StillWindow, on_a_loop, practice_in

OPEN, SAFE = "http://nas.local:8000", "https://nas.local:8000"
PATH = "/v1/audio/transcriptions"
TURN_ON, TURN_OFF, TRY = "Turn it on", "Turn it off", "Try it with silence"


class Trials:
    """Every trial answers after a fifth of a second, or fails as the test says."""

    def __init__(self) -> None:
        self.tried: list[Server] = []
        self.failure: TranscriptionServerFailed | None = None
        self.go_on = Event()
        self.go_on.set()

    def __call__(self, server: Server) -> float:
        self.tried.append(server)
        assert self.go_on.wait(PATIENCE_S), "nobody lets it answer"
        if self.failure is not None:
            raise self.failure
        return 0.2


async def section(
    folder: Path, trials: Trials | None = None, look: Look | None = None, **chosen: object
) -> StillWindow:
    """Settings, with these in force."""
    settings = Settings(**chosen)  # type: ignore[arg-type]
    window = StillWindow(practice_in(folder, settings=settings))
    window.practice.setting_up.try_server = trials or Trials()
    window.look = look or window.look
    await window.show(SettingsScreen(window))
    return window


async def write(window: StillWindow, label: str, words: str) -> str | None:
    """Fill in a field of the section; what it says against it."""
    field = box(window.drawn, label)
    submit(field, words)
    await window.rest()
    error = field.error
    assert error is None or isinstance(error, str)
    return error


def on_disk(folder: Path) -> Settings:
    return load_settings(folder / "settings.json")


@pytest.fixture
def server() -> Iterator[StandInServer]:
    with stand_in_server() as server:
        yield server


# ---------------------------------------------------------------- off
@on_a_loop
async def test_it_is_off_and_says_what_it_would_do(tmp_path: Path) -> None:
    window = await section(tmp_path)
    assert {"Transcription server", "off", OFF, KEY, TURN_ON, TRY} <= set(window.seen)
    assert "everything is in one folder; nothing leaves this computer" in window.seen
    assert window.practice.setting_up.server() is None


@on_a_loop
async def test_without_an_address_nothing_is_turned_on_or_tried(tmp_path: Path) -> None:
    trials = Trials()
    window = await section(tmp_path, trials)
    for way in (TURN_ON, TRY):
        await window.click(way)
    assert "Write the server's address" in str(box(window.drawn, ADDRESS_LABEL).error)
    assert (trials.tried, window.asked) == ([], [])
    assert not window.practice.setting_up.settings.server_on


# ---------------------------------------------------------------- address and model
@on_a_loop
async def test_an_address_is_kept_exactly_and_shown_shortly(tmp_path: Path) -> None:
    window = await section(tmp_path)
    assert await write(window, ADDRESS_LABEL, " NAS.local:8000/v1/ ") is None
    assert box(window.drawn, ADDRESS_LABEL).value == SAFE
    assert on_disk(tmp_path).server == f"{SAFE}{PATH}"
    assert not on_disk(tmp_path).server_on


@on_a_loop
async def test_what_is_no_address_says_why_and_nothing_is_tried(tmp_path: Path) -> None:
    trials = Trials()
    window = await section(tmp_path, trials, server=f"{SAFE}{PATH}")
    error = await write(window, ADDRESS_LABEL, "ada:secret@nas.local")
    assert error is not None and "Leave out the name and password" in error
    await window.click(TRY)
    assert trials.tried == []
    assert not (tmp_path / "settings.json").exists()


@on_a_loop
async def test_a_new_address_is_turned_on_and_confirmed_anew(tmp_path: Path) -> None:
    url = f"{OPEN}{PATH}"
    window = await section(tmp_path, server_on=True, server=url, server_confirmed=url)
    await write(window, ADDRESS_LABEL, "http://nas.local:9000")
    kept = on_disk(tmp_path)
    assert (kept.server_on, kept.server_confirmed) == (False, "")


@on_a_loop
async def test_an_address_left_as_it_is_changes_nothing(tmp_path: Path) -> None:
    window = await section(tmp_path, server_on=True, server="nas.local:8000")
    await write(window, ADDRESS_LABEL, SAFE)
    assert window.practice.setting_up.settings.server_on
    assert not (tmp_path / "settings.json").exists()


@on_a_loop
async def test_an_emptied_address_turns_it_off(tmp_path: Path) -> None:
    window = await section(tmp_path, server_on=True, server=f"{SAFE}{PATH}")
    assert await write(window, ADDRESS_LABEL, "") is None
    assert (on_disk(tmp_path).server_on, on_disk(tmp_path).server) == (False, "")


@on_a_loop
async def test_the_model_is_named(tmp_path: Path) -> None:
    window = await section(tmp_path)
    assert box(window.drawn, MODEL_LABEL).value == "whisper-1"
    assert await write(window, MODEL_LABEL, " Systran/faster-whisper-small ") is None
    assert on_disk(tmp_path).server_model == "Systran/faster-whisper-small"


@pytest.mark.parametrize("name", ["", "  ", "m" * 201, "a\x00b"])
@on_a_loop
async def test_a_name_that_no_model_has_is_refused(tmp_path: Path, name: str) -> None:
    window = await section(tmp_path)
    assert "such as whisper-1" in str(await write(window, MODEL_LABEL, name))
    assert not (tmp_path / "settings.json").exists()


# ---------------------------------------------------------------- on
@on_a_loop
async def test_turned_on_it_is_tried_and_shown_everywhere(tmp_path: Path) -> None:
    trials = Trials()
    window = await section(tmp_path, trials, server=f"{SAFE}{PATH}")
    await window.click(TURN_ON)
    assert on_disk(tmp_path).server_on
    assert "Takes are written down by nas.local:8000." in window.seen
    assert "everything is in one folder; takes go to nas.local:8000" in window.seen
    assert {"in use", ON, TURN_OFF} <= set(window.seen)
    assert len(trials.tried) == 1
    assert any(words.startswith("✓ nas.local:8000 answered after 0.2 s") for words in window.seen)


@on_a_loop
async def test_it_is_turned_off(tmp_path: Path) -> None:
    window = await section(tmp_path, server_on=True, server=f"{SAFE}{PATH}")
    await window.click(TURN_OFF)
    assert window.practice.setting_up.server() is None
    assert "Takes are written down by nas.local:8000." not in window.seen
    assert on_disk(tmp_path).server == f"{SAFE}{PATH}"


@on_a_loop
async def test_takes_that_waited_are_written_down_once_it_is_on(tmp_path: Path) -> None:
    window = await section(tmp_path, server=f"{SAFE}{PATH}")
    rehearsing, id = window.practice.rehearsing, TakeId("t1")
    rehearsing.takes.change(id, lambda _: take("t1"))
    rehearsing.files.audio(id).parent.mkdir()
    write_wav(rehearsing.files.audio(id), 1.0)
    await window.click(TURN_ON)
    window.practice.catching_up.wait()
    assert rehearsing.take(id).state is TakeState.READY


# ---------------------------------------------------------------- plain http to elsewhere
@pytest.mark.parametrize("way", [TURN_ON, TRY])
@on_a_loop
async def test_plain_http_to_elsewhere_is_asked_about_first(tmp_path: Path, way: str) -> None:
    trials = Trials()
    window = await section(tmp_path, trials, server=f"{OPEN}{PATH}")
    await window.click(way)
    assert window.asked[0].title == "Send takes to nas.local:8000 unprotected?"
    assert (trials.tried, window.practice.setting_up.server()) == ([], None)
    await window.agree()
    assert [server.may_be_used for server in trials.tried] == [True]
    assert on_disk(tmp_path).server_confirmed == f"{OPEN}{PATH}"
    assert on_disk(tmp_path).server_on is (way == TURN_ON)


@on_a_loop
async def test_what_was_agreed_to_is_not_asked_again(tmp_path: Path) -> None:
    url = f"{OPEN}{PATH}"
    window = await section(tmp_path, server=url, server_confirmed=url)
    await window.click(TURN_ON)
    assert (window.asked, on_disk(tmp_path).server_on) == ([], True)


# ---------------------------------------------------------------- the trial
@on_a_loop
async def test_a_trial_is_told_while_it_lasts_and_is_one_at_a_time(tmp_path: Path) -> None:
    trials = Trials()
    trials.go_on.clear()
    window = await section(tmp_path, trials, server=f"{SAFE}{PATH}")
    await window.touch(TRY)
    await window.until(lambda: "Asking nas.local:8000 …" in window.seen)
    await window.touch(TRY)
    trials.go_on.set()
    await window.rest()
    assert len(trials.tried) == 1
    assert "Asking nas.local:8000 …" not in window.seen


@on_a_loop
async def test_a_trial_that_fails_says_why_and_the_next_one_may_not(tmp_path: Path) -> None:
    trials = Trials()
    trials.failure = TranscriptionServerFailed("nothing answers at nas.local:8000")
    window = await section(tmp_path, trials, server=f"{SAFE}{PATH}")
    await window.click(TRY)
    assert "Nothing answers at nas.local:8000." in window.seen
    trials.failure = None
    await window.click(TRY)
    assert "Nothing answers at nas.local:8000." not in window.seen


@on_a_loop
async def test_a_server_that_is_on_but_fails_is_the_news(tmp_path: Path) -> None:
    trials = Trials()
    trials.failure = TranscriptionServerFailed("nothing answers at nas.local:8000")
    window = await section(tmp_path, trials, server=f"{SAFE}{PATH}")
    await window.click(TURN_ON)
    assert "nas.local:8000 does not write takes down now." in window.seen


@on_a_loop
async def test_the_page_stays_where_it_is_while_a_server_is_written_and_tried(
    tmp_path: Path,
) -> None:
    window = await section(tmp_path)
    before = window.redraws
    await write(window, ADDRESS_LABEL, SAFE)
    await window.click(TRY)
    assert window.redraws == before
    assert any(words.startswith("✓ nas.local:8000 answered") for words in window.seen)


@on_a_loop
async def test_a_trial_of_an_address_that_was_changed_meanwhile_is_not_told(
    tmp_path: Path,
) -> None:
    trials = Trials()
    trials.go_on.clear()
    window = await section(tmp_path, trials, server=f"{SAFE}{PATH}")
    await window.touch(TRY)
    await window.until(lambda: trials.tried)
    submit(box(window.drawn, ADDRESS_LABEL), "https://other.local")
    trials.go_on.set()
    await window.rest()
    assert not any(words.startswith("✓ nas.local") for words in window.seen)


@on_a_loop
async def test_leaving_the_field_by_the_button_tries_what_was_just_written(tmp_path: Path) -> None:
    trials = Trials()
    window = await section(tmp_path, trials)
    submit(box(window.drawn, ADDRESS_LABEL), SAFE)
    await window.click(TRY)
    assert [server.address.short for server in trials.tried] == [SAFE]


@on_a_loop
async def test_a_trial_sends_silence_to_a_real_server(
    tmp_path: Path, server: StandInServer
) -> None:
    window = StillWindow(practice_in(tmp_path, settings=Settings(server=server.address)))
    await window.show(SettingsScreen(window))
    await window.click(TURN_ON)
    assert any(f"✓ 127.0.0.1:{server.port} answered after" in words for words in window.seen)
    (upload,) = server.uploads
    assert set(upload.file[44:]) == {0}


# ---------------------------------------------------------------- drawing
@on_a_loop
async def test_fields_stay_the_same_through_a_redraw(tmp_path: Path) -> None:
    window = await section(tmp_path)
    field = box(window.drawn, ADDRESS_LABEL)
    field.value = "nas"
    window.redraw()
    assert box(window.drawn, ADDRESS_LABEL) is field
    assert field.value == "nas"


@pytest.mark.parametrize("size", [(900, 640), (1280, 800)])
@on_a_loop
async def test_it_can_be_drawn_dark_and_small(tmp_path: Path, size: tuple[int, int]) -> None:
    window = await section(tmp_path, look=Look(DARK, *size), server_on=True, server=SAFE)
    assert box(window.drawn, ADDRESS_LABEL).cursor_color == DARK.ink
    assert float(box(window.drawn, MODEL_LABEL).width or 0) >= 200
