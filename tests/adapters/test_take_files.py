import json
from pathlib import Path

import pytest

from storybuilder.adapters.take_files import FolderOfTakes
from storybuilder.core.take import TakeId
from storybuilder.core.transcript import Transcript
from storybuilder.errors import LibraryUnwritable, TakeUnknown
from storybuilder.ports import TakeFiles
from tests.builders import spoken, voiced
from tests.fakes import write_wav

TAKE = TakeId("t1")
VOICE = voiced(10.0, (0.5, 3.25), (4.0, 9.0))


def files(folder: Path) -> TakeFiles:
    return FolderOfTakes(folder)


def test_the_audio_of_a_take_is_named_after_it_and_nothing_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "takes"
    assert files(folder).audio(TAKE) == folder / "t1.wav"
    assert files(folder).heard(TAKE) is None
    assert not folder.exists()


@pytest.mark.parametrize("transcript", [None, Transcript(), spoken("I led the move — naïvely")])
def test_what_was_heard_is_read_back(tmp_path: Path, transcript: Transcript | None) -> None:
    files(tmp_path).keep(TAKE, VOICE, transcript)
    assert files(tmp_path).heard(TAKE) == (VOICE, transcript)


def test_words_join_the_voice_that_was_kept_before(tmp_path: Path) -> None:
    files(tmp_path).keep(TAKE, VOICE, None)
    files(tmp_path).keep(TAKE, VOICE, spoken("I led it"))
    assert files(tmp_path).heard(TAKE) == (VOICE, spoken("I led it"))


def test_words_take_little_room(tmp_path: Path) -> None:
    files(tmp_path).keep(TAKE, VOICE, spoken("word " * 400))
    assert (tmp_path / "t1.words.json").stat().st_size < 400 * 30


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"format":1}',
        '{"format":1,"voice":{"duration_s":"3"},"transcript":null}',
        '{"format":1,"voice":{"duration_s":3},"transcript":{"words":[["a"]]}}',
        '{"format":1,"voice":{"duration_s":3},"transc',
    ],
)
def test_damaged_words_count_as_not_yet_heard(tmp_path: Path, content: str) -> None:
    (tmp_path / "t1.words.json").write_text(content)
    assert files(tmp_path).heard(TAKE) is None


def test_a_later_versions_words_are_read_as_far_as_they_are_understood(tmp_path: Path) -> None:
    files(tmp_path).keep(TAKE, VOICE, None)
    kept = json.loads((tmp_path / "t1.words.json").read_bytes())
    (tmp_path / "t1.words.json").write_text(json.dumps({**kept, "format": 2, "mood": "calm"}))
    assert files(tmp_path).heard(TAKE) == (VOICE, None)


def test_a_discarded_take_leaves_nothing_and_the_others_stay(tmp_path: Path) -> None:
    for id in ("t1", "t12"):
        files(tmp_path).audio(TakeId(id)).touch()
        files(tmp_path).keep(TakeId(id), VOICE, None)
    files(tmp_path).discard(TAKE)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["t12.wav", "t12.words.json"]


def test_discarding_what_is_not_there_does_nothing(tmp_path: Path) -> None:
    files(tmp_path / "takes").discard(TAKE)
    assert list(tmp_path.iterdir()) == []


def recorded(folder: Path, id: str = "t1", seconds: float = 1.0) -> TakeFiles:
    write_wav(folder / f"{id}.wav", seconds)
    return files(folder)


def test_the_sound_of_a_take_may_be_a_wav_or_a_flac(tmp_path: Path) -> None:
    takes = recorded(tmp_path)
    assert (takes.has_sound(TAKE), takes.is_wav(TAKE)) == (True, True)
    assert takes.shrink(TAKE, lambda: False)
    assert takes.audio(TAKE) == tmp_path / "t1.flac"
    assert (takes.has_sound(TAKE), takes.is_wav(TAKE)) == (True, False)
    assert takes.sound_bytes(TAKE) == (tmp_path / "t1.flac").stat().st_size


def test_a_take_without_sound_keeps_its_words(tmp_path: Path) -> None:
    takes = files(tmp_path)
    takes.keep(TAKE, VOICE, spoken("I led it"))
    assert (takes.has_sound(TAKE), takes.is_wav(TAKE), takes.sound_bytes(TAKE)) == (False, False, 0)
    assert takes.audio(TAKE) == tmp_path / "t1.wav"
    assert takes.heard(TAKE) == (VOICE, spoken("I led it"))


@pytest.mark.parametrize("as_flac", [True, False])
def test_sound_that_was_set_aside_can_be_brought_back(tmp_path: Path, as_flac: bool) -> None:
    takes = recorded(tmp_path)
    if as_flac:
        takes.shrink(TAKE, lambda: False)
    size = takes.sound_bytes(TAKE)
    takes.set_aside(TAKE)
    assert (takes.has_sound(TAKE), takes.aside_bytes()) == (False, size)
    assert takes.bring_back(TAKE)
    assert (takes.sound_bytes(TAKE), takes.aside_bytes()) == (size, 0)
    assert not takes.bring_back(TAKE)


def test_a_flac_beside_its_wav_is_tidied_to_one_of_them(tmp_path: Path) -> None:
    takes = recorded(tmp_path)
    takes.shrink(TAKE, lambda: False)
    recorded(tmp_path)  # as a kill between the two leaves it
    assert takes.audio(TAKE) == tmp_path / "t1.wav"
    takes.tidy()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["t1.flac"]


def test_tidying_leaves_a_lone_wav_and_a_lone_flac_alone(tmp_path: Path) -> None:
    takes = recorded(tmp_path)
    takes.shrink(TAKE, lambda: False)
    recorded(tmp_path, "t2").tidy()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["t1.flac", "t2.wav"]


def test_a_discarded_take_leaves_no_flac(tmp_path: Path) -> None:
    takes = recorded(tmp_path)
    takes.shrink(TAKE, lambda: False)
    takes.discard(TAKE)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("id", ["", "..", "../library", "a/b", "t1.words", "C:t1"])
def test_an_id_that_is_no_plain_name_is_refused(tmp_path: Path, id: str) -> None:
    takes = files(tmp_path)
    for step in (takes.audio, takes.heard, takes.discard):
        with pytest.raises(TakeUnknown):
            step(TakeId(id))
    with pytest.raises(TakeUnknown):
        takes.keep(TakeId(id), VOICE, None)


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "takes").write_text("mine")
    with pytest.raises(LibraryUnwritable, match=r"t1\.words\.json was not saved"):
        files(tmp_path / "takes").keep(TAKE, VOICE, None)


def test_a_file_that_cannot_be_deleted_is_told(tmp_path: Path) -> None:
    (tmp_path / "t1.wav").mkdir()
    with pytest.raises(LibraryUnwritable):
        files(tmp_path).discard(TAKE)
