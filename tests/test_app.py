import asyncio
import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storybuilder.app import Waking, settings_or_defaults, start_log
from storybuilder.core.settings import Settings
from storybuilder.core.story import StoryId
from storybuilder.core.take import Take, TakeId, TakeState
from storybuilder.errors import LibraryUnwritable
from storybuilder.places import Places
from storybuilder.program import Program, assemble
from storybuilder.ui.news import News
from storybuilder.ui.window import AppWindow
from tests.builders import story, take
from tests.fakes import write_wav
from tests.ui.still_client import StillClient
from tests.ui.still_window import on_a_loop, practice_in, until

WORDS = "my manager Ada Brown"
"""What no log may hold."""


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A data folder that does not exist yet."""
    return Places(tmp_path / "data")


@pytest.fixture
def quiet_log() -> Iterator[None]:
    """Closes the log that a test started."""
    ours = logging.getLogger("storybuilder")
    before, level = list(ours.handlers), ours.level
    yield
    ours.setLevel(level)
    for handler in [one for one in ours.handlers if one not in before]:
        ours.removeHandler(handler)
        handler.close()


def program_in(places: Places) -> Program:
    """The program, with scripted ears."""
    return replace(assemble(places, Settings()), practice=practice_in(places.data))


async def woken(program: Program, *news: str) -> tuple[str, ...]:
    """What the first window is told; nothing is under way afterwards."""
    return tuple(one.words for one in await news_of(program, *news))


async def news_of(program: Program, *news: str) -> tuple[News, ...]:
    """What the first window is told, and where it leads."""
    told = await Waking(program, news).news()
    program.practice.catching_up.wait()
    return told


def recorded(program: Program, id: str, **fields: object) -> Take:
    """A take with 1.25 s of sound on disk."""
    made = take(id, **fields)
    wav = program.practice.rehearsing.files.audio(made.id)
    wav.parent.mkdir(parents=True, exist_ok=True)
    write_wav(wav, 1.25)
    return program.practice.rehearsing.takes.change(id, lambda _: made)


# ---------------------------------------------------------------- waking
@on_a_loop
async def test_a_fresh_start_has_nothing_to_tell_and_writes_nothing(tmp_path: Path) -> None:
    places = Places(tmp_path / "data")
    assert await woken(program_in(places)) == ()
    assert not places.data.exists()


@on_a_loop
async def test_a_take_that_was_cut_off_is_kept_and_offered(tmp_path: Path) -> None:
    program = program_in(Places(tmp_path))
    recorded(program, "t1", state=TakeState.RECORDING)
    (told,) = await news_of(program)
    assert told.words == "A take was cut off; the 0:01 that were spoken are kept."
    assert (told.way, told.route) == ("Show it", "/takes/t1")
    found = program.practice.rehearsing.take(TakeId("t1"))
    assert (found.duration_s, found.ended_by) == (1.25, "crash")


@on_a_loop
async def test_takes_that_waited_are_written_down_meanwhile(tmp_path: Path) -> None:
    program = program_in(Places(tmp_path))
    recorded(program, "t1")
    await woken(program)
    assert program.practice.rehearsing.take(TakeId("t1")).state is TakeState.READY


@pytest.mark.parametrize(("days", "kept"), [(29, True), (31, False)])
@on_a_loop
async def test_a_story_deleted_long_ago_is_forgotten(tmp_path: Path, days: int, kept: bool) -> None:
    program = program_in(Places(tmp_path))
    then = datetime.now(UTC) - timedelta(days=days)
    program.practice.drafting.put(story("s1", deleted_at=then))
    await woken(program)
    assert bool(program.practice.drafting.deleted()) is kept


@on_a_loop
async def test_a_deleted_take_is_gone_with_its_sound(tmp_path: Path) -> None:
    program = program_in(Places(tmp_path))
    recorded(program, "t1", deleted_at=datetime.now(UTC))
    await woken(program)
    assert program.practice.rehearsing.takes.all() == ()
    assert list((tmp_path / "takes").iterdir()) == []


@on_a_loop
async def test_only_the_first_window_is_told(tmp_path: Path) -> None:
    program = program_in(Places(tmp_path))
    recorded(program, "t1", state=TakeState.RECORDING)
    awake = Waking(program, ("Something.",))
    told = await asyncio.gather(awake.news(), awake.news())
    assert [len(news) for news in told] == [2, 0]
    assert await awake.news() == ()
    program.practice.catching_up.wait()


@on_a_loop
async def test_a_damaged_library_is_replaced_by_its_backup_and_told(tmp_path: Path) -> None:
    places = Places(tmp_path)
    for title in ("Alpha", "Bravo"):
        assemble(places, Settings()).practice.drafting.put(story(title.lower(), title=title))
    places.library.write_bytes(places.library.read_bytes()[:-20])
    program = assemble(places, Settings())
    (told,) = await woken(program)
    assert told.startswith("The library was damaged and is kept as library.json.damaged-")
    assert [one.title for one in program.practice.drafting.listed()] == ["Alpha"]


@pytest.mark.parametrize(
    ("damaged", "told"),
    [
        (1, "One entry of the library could not be read and was left as it is."),
        (2, "2 entries of the library could not be read; they stay as they are."),
    ],
)
@on_a_loop
async def test_entries_that_cannot_be_read_are_told(
    tmp_path: Path, damaged: int, told: str
) -> None:
    places = Places(tmp_path)
    for id in ("s1", "s2", "s3"):
        assemble(places, Settings()).practice.drafting.put(story(id))
    document = json.loads(places.library.read_bytes())
    for id in ("s1", "s2")[:damaged]:
        document["stories"][id] = {"id": 7}
    places.library.write_text(json.dumps(document))
    assert await woken(assemble(places, Settings())) == (told,)


@on_a_loop
async def test_a_library_that_cannot_be_opened_is_told_and_the_window_opens(
    tmp_path: Path,
) -> None:
    places = Places(tmp_path)
    places.library.write_text('{"format": 99}')
    program = assemble(places, Settings())
    (told,) = await news_of(program)
    assert told.words.endswith("this program knows 1: update storybuilder to open it.")
    client = StillClient()
    await AppWindow(client.page, program.practice, (told,)).open()
    assert "Library.json has format 99 and this program knows 1." in client.seen


# ---------------------------------------------------------------- settings
def test_good_settings_are_in_force_and_no_news(places: Places) -> None:
    assemble(places, Settings()).practice.setting_up.choose(theme="dark")
    assert settings_or_defaults(places) == (Settings(theme="dark"), ())


def test_broken_settings_are_set_aside_and_told(places: Places) -> None:
    places.data.mkdir()
    places.settings.write_text("{theme: dark}")
    settings, (news,) = settings_or_defaults(places)
    assert settings == Settings()
    (aside,) = places.data.iterdir()
    assert aside.read_text() == "{theme: dark}"
    assert news.endswith(f"it is kept as {aside.name} and the defaults hold.")
    assert settings_or_defaults(places) == (Settings(), ())


# ---------------------------------------------------------------- the log
@pytest.mark.usefixtures("quiet_log")
@on_a_loop
async def test_the_log_holds_steps_and_failures_but_no_words(tmp_path: Path) -> None:
    async def failing() -> None:
        raise RuntimeError(WORDS)

    places = Places(tmp_path / "data")
    start_log(places)
    program = program_in(places)
    program.practice.drafting.put(story("s1", title=WORDS, task=WORDS))
    recorded(program, "t1", question=WORDS, story_id=StoryId("s1"))
    client = StillClient(route="/takes/t1")
    window = AppWindow(client.page, program.practice, await news_of(program))
    await window.open()
    await client.see("What you said")
    window.start(failing)
    await until(lambda: client.notices)
    log = places.log.read_text(encoding="utf-8")
    assert "INFO storybuilder.app: started" in log
    assert "ERROR storybuilder.ui.window: a task failed: RuntimeError" in log
    assert "Ada" not in log


@pytest.mark.usefixtures("quiet_log")
def test_a_data_folder_that_cannot_be_made_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryUnwritable) as refused:
        start_log(Places(tmp_path / "file" / "data"))
    assert "the program's log was not saved because" in refused.value.sentence()
