import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest

from storybuilder.adapters.library import Library
from storybuilder.adapters.take_files import FolderOfTakes
from storybuilder.core.story import StoryId
from storybuilder.core.take import TakeId, TakeState
from storybuilder.core.thinning import AllButLast, OlderThan
from storybuilder.errors import LibraryUnwritable
from storybuilder.practice.keeping import Keeping, Thinning
from tests.builders import NOON, spoken, take, voiced
from tests.fakes import write_wav

WAV_BYTES = 32_044
"""One second of sound."""


@dataclass
class Kept:
    """A data folder with takes, and what a test may turn."""

    folder: Path
    chosen: bool = True
    busy: bool = False
    told: list[float] = field(default_factory=list)

    @property
    def keeping(self) -> Keeping:
        return Keeping(
            Library(self.folder / "library.json").takes,
            FolderOfTakes(self.folder / "takes"),
            lambda: self.chosen,
            lambda: self.busy,
            lambda: NOON,
        )

    def take(self, id: str, days_ago: float = 0.0, *, words: bool = True, **fields: object) -> None:
        """A take of one second, with its words written unless said otherwise."""
        at = NOON - timedelta(days=days_ago)
        given = {"state": TakeState.READY, "recorded_at": at, "story_id": StoryId("s1"), **fields}
        keeping = self.keeping
        keeping.takes.change(id, lambda _: take(id, **given))
        (self.folder / "takes").mkdir(exist_ok=True)
        write_wav(self.folder / "takes" / f"{id}.wav", 1.0)
        if words:
            keeping.files.keep(TakeId(id), voiced(1.0), spoken("I led it"))

    def sounds(self) -> list[str]:
        return sorted(file.name for file in self.folder.glob("takes/t*.[wf]*a*"))

    def shrink(self, stopped: Callable[[], bool] = lambda: False) -> int:
        return self.keeping.shrink(self.told.append, stopped)


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


# ---------------------------------------------------------------- space
def test_without_takes_there_is_nothing_to_tell(kept: Kept) -> None:
    space = kept.keeping.space()
    assert (space.recordings, space.taken_bytes, space.oldest, space.leaving_bytes) == (
        0,
        0,
        None,
        0,
    )


def test_space_counts_what_is_there(kept: Kept) -> None:
    for number in range(3):
        kept.take(f"t{number}", days_ago=number)
    (kept.folder / "takes" / "t0.wav").unlink()
    space = kept.keeping.space()
    assert (space.recordings, space.taken_bytes, space.wavs) == (2, 2 * WAV_BYTES, 2)
    assert space.oldest == NOON - timedelta(days=2)


def test_room_that_only_the_next_start_frees_is_told_apart(kept: Kept) -> None:
    kept.take("t1", deleted_at=NOON)
    kept.take("t2", days_ago=400)
    keeping = kept.keeping
    keeping.thin(keeping.to_thin(OlderThan(12)))
    space = keeping.space()
    assert (space.recordings, space.taken_bytes, space.leaving_bytes) == (0, 0, 2 * WAV_BYTES)
    assert (space.aside, kept.keeping.space().aside) == ((TakeId("t2"),), ())


# ---------------------------------------------------------------- as FLAC
def test_every_take_whose_words_are_written_becomes_a_flac(kept: Kept) -> None:
    kept.take("t1")
    kept.take("t2")
    kept.take("t3", state=TakeState.WAITING, words=False)
    kept.take("t4", deleted_at=NOON)
    assert kept.shrink() == 2
    assert kept.sounds() == ["t1.flac", "t2.flac", "t3.wav", "t4.wav"]
    assert kept.told == [0.0, 0.5, 1.0]
    assert kept.shrink() == 0


def test_stopping_leaves_the_rest_as_they_are(kept: Kept) -> None:
    kept.take("t1")
    kept.take("t2")
    assert kept.shrink(lambda: len(kept.told) > 1) == 1
    assert len([name for name in kept.sounds() if name.endswith("wav")]) == 1


def test_a_recording_that_cannot_be_read_does_not_keep_the_others_from_it(kept: Kept) -> None:
    for id in ("t1", "t2", "t3"):
        kept.take(id)
    (kept.folder / "takes" / "t2.wav").write_bytes(b"RIFF and nothing of use")
    assert kept.shrink() == 2
    assert kept.sounds() == ["t1.flac", "t2.wav", "t3.flac"]


def test_it_waits_while_a_take_is_recorded_or_waited_for(kept: Kept) -> None:
    kept.take("t1")
    kept.busy = True
    at_work = threading.Thread(target=kept.shrink)
    at_work.start()
    time.sleep(0.1)
    assert kept.sounds() == ["t1.wav"]
    kept.busy = False
    at_work.join()
    assert kept.sounds() == ["t1.flac"]


def test_it_gives_way_in_the_middle_of_a_take_and_begins_it_again(kept: Kept) -> None:
    kept.take("t1")
    asked = iter([False, False, True])  # at first free, then wanted in the middle, then free
    assert (
        replace(kept.keeping, busy=lambda: next(asked, False)).shrink(kept.told.append, bool) == 1
    )
    assert kept.sounds() == ["t1.flac"]


@pytest.mark.parametrize(("chosen", "sound"), [(True, "t1.flac"), (False, "t1.wav")])
def test_in_the_background_it_is_done_only_where_it_was_chosen(
    kept: Kept, chosen: bool, sound: str
) -> None:
    kept.take("t1")
    kept.chosen = chosen
    kept.keeping.shrink_new()
    assert kept.sounds() == [sound]


def test_a_refusal_in_the_background_is_logged_without_names(
    kept: Kept, caplog: pytest.LogCaptureFixture
) -> None:
    kept.take("t1")

    def refused(take: TakeId, stopped: Callable[[], bool]) -> bool:
        raise LibraryUnwritable("t1.flac was not saved because the disk is full")

    keeping = kept.keeping
    keeping.files.shrink = refused  # type: ignore[method-assign]
    with caplog.at_level(logging.INFO):
        keeping.shrink_new()
    assert [record.getMessage() for record in caplog.records] == [
        "recordings were not kept as FLAC: LibraryUnwritable"
    ]


# ---------------------------------------------------------------- thinning
def test_thinning_says_before_what_it_takes_away(kept: Kept) -> None:
    kept.take("t1", days_ago=100)
    kept.take("t2", days_ago=10)
    assert kept.keeping.to_thin(OlderThan(3)) == Thinning((TakeId("t1"),), WAV_BYTES)
    assert kept.keeping.to_thin(OlderThan(6)) == Thinning((), 0)


def test_a_thinned_take_keeps_its_words_and_can_be_brought_back(kept: Kept) -> None:
    for number in range(4):
        kept.take(f"t{number}", days_ago=9 - number)
    keeping = kept.keeping
    thinning = keeping.to_thin(AllButLast())
    keeping.thin(thinning)
    assert kept.sounds() == ["t2.wav", "t3.wav"]
    assert keeping.files.heard(TakeId("t0")) == (voiced(1.0), spoken("I led it"))
    assert keeping.bring_back(thinning.takes) == 2
    assert len(kept.sounds()) == 4
    assert keeping.bring_back(thinning.takes) == 0


def test_the_last_takes_are_counted_among_those_with_sound(kept: Kept) -> None:
    for number in range(3):
        kept.take(f"t{number}", days_ago=9 - number)
    (kept.folder / "takes" / "t2.wav").unlink()
    assert kept.keeping.to_thin(AllButLast()).takes == ()


@pytest.mark.parametrize("content", [None, b"", b'{"format":1,"voice":[1,[]],"transcript":null}'])
def test_sound_is_never_taken_from_words_that_cannot_be_read(
    kept: Kept, content: bytes | None
) -> None:
    kept.take("t1", days_ago=900, words=False)
    if content is not None:
        (kept.folder / "takes" / "t1.words.json").write_bytes(content)
    keeping = kept.keeping
    assert keeping.to_thin(OlderThan(1)).takes == ()
    keeping.thin(Thinning((TakeId("t1"),), WAV_BYTES))  # as they were lost since
    assert kept.sounds() == ["t1.wav"]


def test_where_one_is_refused_all_stay(kept: Kept) -> None:
    for number in range(3):
        kept.take(f"t{number}", days_ago=900)
    keeping = kept.keeping
    set_aside = keeping.files.set_aside

    def refused_at_last(take: TakeId) -> None:
        if take == "t2":
            raise LibraryUnwritable("t2.wav was not saved because you may not write there")
        set_aside(take)

    keeping.files.set_aside = refused_at_last  # type: ignore[method-assign]
    with pytest.raises(LibraryUnwritable):
        keeping.thin(keeping.to_thin(OlderThan(1)))
    assert kept.sounds() == ["t0.wav", "t1.wav", "t2.wav"]


def test_the_next_start_frees_the_room_and_another_window_does_not(kept: Kept) -> None:
    kept.take("t1", days_ago=900)
    keeping = kept.keeping
    thinning = keeping.to_thin(OlderThan(1))
    keeping.thin(thinning)
    kept.keeping.tidy()
    assert keeping.bring_back(thinning.takes) == 1
