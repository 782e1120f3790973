import os
import tempfile
import threading
import wave
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from storybuilder.adapters.flac_file import flac_blocks, holds_the_same, shrink
from storybuilder.errors import AudioUnreadable, LibraryUnwritable
from tests.sounds import encode as encoded_elsewhere
from tests.sounds import tone


def never() -> bool:
    return False


def wav_of(path: Path, seconds: float = 2.0, seed: int = 1) -> bytes:
    """A WAV of loud noise and silence, the samples at full scale included; returns its samples."""
    noise = np.random.default_rng(seed).integers(-32768, 32768, round(seconds * 16_000))
    noise[len(noise) // 2 :] //= 1000
    sound = noise.astype(np.int16).tobytes()
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(sound)
    return sound


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("samples", [1, 4095, 4096, 4097, 32_000])
def test_a_flac_takes_the_place_of_a_wav_with_every_sample(tmp_path: Path, samples: int) -> None:
    sound = wav_of(tmp_path / "t1.wav", samples / 16_000)
    assert shrink(tmp_path / "t1.wav", tmp_path / "t1.flac", never)
    assert names(tmp_path) == ["t1.flac"]
    assert b"".join(flac_blocks(tmp_path / "t1.flac")) == sound


def test_it_takes_less_room(tmp_path: Path) -> None:
    quiet = (tone(4.0, 16_000) * 3000).astype(np.int16)
    with wave.open(str(tmp_path / "a.wav"), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(quiet.tobytes())
    shrink(tmp_path / "a.wav", tmp_path / "a.flac", never)
    assert (tmp_path / "a.flac").stat().st_size < quiet.nbytes / 2


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    wav_of(tmp_path / "a.wav")
    shrink(tmp_path / "a.wav", tmp_path / "a.flac", never)
    assert os.name != "posix" or (tmp_path / "a.flac").stat().st_mode & 0o077 == 0


def test_where_there_is_no_wav_nothing_happens(tmp_path: Path) -> None:
    assert not shrink(tmp_path / "a.wav", tmp_path / "a.flac", never)
    assert names(tmp_path) == []


@pytest.mark.parametrize("after", [0, 3])
def test_stopping_leaves_the_wav_alone(tmp_path: Path, after: int) -> None:
    sound = wav_of(tmp_path / "a.wav")
    asked = iter([False] * after)
    assert not shrink(tmp_path / "a.wav", tmp_path / "a.flac", lambda: next(asked, True))
    assert names(tmp_path) == ["a.wav"]
    with wave.open(str(tmp_path / "a.wav")) as file:
        assert file.readframes(32_000) == sound


def test_a_wav_beside_its_whole_flac_goes_and_the_flac_is_not_written_again(tmp_path: Path) -> None:
    wav_of(tmp_path / "a.wav")
    content = (tmp_path / "a.wav").read_bytes()
    shrink(tmp_path / "a.wav", tmp_path / "a.flac", never)
    made = (tmp_path / "a.flac").stat().st_ino
    (tmp_path / "a.wav").write_bytes(content)
    assert shrink(tmp_path / "a.wav", tmp_path / "a.flac", never)
    assert (names(tmp_path), (tmp_path / "a.flac").stat().st_ino) == (["a.flac"], made)


@pytest.mark.parametrize("damage", ["other", "torso", "empty", "flipped"])
def test_a_flac_that_does_not_hold_the_wav_is_replaced(tmp_path: Path, damage: str) -> None:
    sound, flac = wav_of(tmp_path / "a.wav"), tmp_path / "a.flac"
    wav_of(tmp_path / "b.wav", seed=2 if damage == "other" else 1)
    shrink(tmp_path / "b.wav", flac, never)
    whole = bytearray(flac.read_bytes())
    whole[len(whole) // 2] ^= 255 if damage == "flipped" else 0
    flac.write_bytes(whole[: {"torso": len(whole) // 2, "empty": 0}.get(damage, len(whole))])
    assert not holds_the_same(flac, tmp_path / "a.wav")
    assert shrink(tmp_path / "a.wav", flac, never)
    assert b"".join(flac_blocks(flac)) == sound


@pytest.mark.parametrize("damage", ["flipped", "cut", "empty", "gone", "text"])
def test_a_damaged_flac_is_told(tmp_path: Path, damage: str) -> None:
    flac = tmp_path / "a.flac"
    wav_of(tmp_path / "a.wav")
    shrink(tmp_path / "a.wav", flac, never)
    whole = bytearray(flac.read_bytes())
    whole[len(whole) // 3] ^= 255
    left = {"flipped": bytes(whole), "cut": bytes(whole)[:9000], "empty": b"", "text": b"mine"}
    flac.write_bytes(left.get(damage, b""))
    if damage == "gone":
        flac.unlink()
    with pytest.raises(AudioUnreadable, match=r"a\.flac is (missing, )?damaged"):
        list(flac_blocks(flac))


def test_a_wav_with_more_in_it_than_its_header_says_stays(tmp_path: Path) -> None:
    wav_of(tmp_path / "a.wav")
    with (tmp_path / "a.wav").open("ab") as file:
        file.write(bytes(3200))
    with pytest.raises(AudioUnreadable, match="is not whole"):
        shrink(tmp_path / "a.wav", tmp_path / "a.flac", never)
    assert names(tmp_path) == ["a.wav"]


def test_a_wav_of_another_kind_stays(tmp_path: Path) -> None:
    encoded_elsewhere(tmp_path / "a.wav", tone(1.0))
    with pytest.raises(AudioUnreadable):
        shrink(tmp_path / "a.wav", tmp_path / "a.flac", never)
    assert names(tmp_path) == ["a.wav"]


def test_a_recording_moved_away_meanwhile_does_not_come_back(tmp_path: Path) -> None:
    wav, aside = tmp_path / "a.wav", tmp_path / "aside.wav"
    wav_of(wav, 3.0)
    blocks = 0

    def moved() -> bool:
        nonlocal blocks
        blocks += 1
        if blocks == 2:
            wav.rename(aside)
        return False

    assert not shrink(wav, tmp_path / "a.flac", moved)
    assert names(tmp_path) == ["aside.wav"]


def test_a_folder_that_refuses_is_told_and_the_wav_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> tuple[int, str]:
        raise PermissionError(13, "Permission denied")

    wav_of(tmp_path / "a.wav")
    monkeypatch.setattr(tempfile, "mkstemp", refused)  # root may write to every folder
    with pytest.raises(LibraryUnwritable, match="you may not write to"):
        shrink(tmp_path / "a.wav", tmp_path / "a.flac", never)
    assert names(tmp_path) == ["a.wav"]


def test_two_windows_may_shrink_the_same_recording(tmp_path: Path) -> None:
    sound = wav_of(tmp_path / "a.wav", 20.0)
    meet = threading.Barrier(2)

    def window(_: int) -> bool:
        meet.wait()
        return shrink(tmp_path / "a.wav", tmp_path / "a.flac", never)

    with ThreadPoolExecutor(2) as windows:
        assert any(list(windows.map(window, range(2))))
    assert names(tmp_path) == ["a.flac"]
    assert b"".join(flac_blocks(tmp_path / "a.flac")) == sound
