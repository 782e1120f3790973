import os
import tempfile
import wave
from pathlib import Path

import numpy as np
import pytest

from storybuilder.adapters.flac_file import shrink
from storybuilder.adapters.wav_samples import as_floats, opened
from storybuilder.errors import AudioUnreadable


def wav(path: Path, values: list[int], rate_hz: int = 16_000, channels: int = 1) -> Path:
    with wave.open(str(path), "wb") as sound:
        sound.setparams((channels, 2, rate_hz, 0, "NONE", ""))
        sound.writeframes(np.array(values, np.int16).tobytes())
    return path


def test_any_stretch_can_be_read(tmp_path: Path) -> None:
    with opened(wav(tmp_path / "a.wav", [10, 20, 30, 40])) as samples:
        assert samples.count == 4
        assert samples.read(1, 2).tolist() == [20, 30]
        assert samples.read(3, 9).tolist() == [40]
        assert samples.read(9, 9).tolist() == []


def test_full_scale_becomes_one(tmp_path: Path) -> None:
    with opened(wav(tmp_path / "a.wav", [-32768, 0, 16384])) as samples:
        floats = as_floats(samples.read(0, 3))
    assert floats.tolist() == [-1.0, 0.0, 0.5]
    assert floats.dtype == np.float32


def test_only_samples_that_are_there_count(tmp_path: Path) -> None:
    path = wav(tmp_path / "a.wav", [1] * 1000)
    os.truncate(path, 44 + 2 * 600)
    with opened(path) as samples:
        assert samples.count == 600


def test_a_wav_of_another_kind_is_refused(tmp_path: Path) -> None:
    for name, kind in {"rate": {"rate_hz": 44_100}, "stereo": {"channels": 2}}.items():
        path = wav(tmp_path / name, [0, 0], **kind)
        with pytest.raises(AudioUnreadable, match="not 16 kHz mono"), opened(path):
            pass


@pytest.mark.parametrize("content", [None, b"", b"RIFF", b"this is a text, not a sound" * 9])
def test_what_is_no_wav_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "a.wav"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(AudioUnreadable, match=r"a\.wav is missing or is no WAV"), opened(path):
        pass


@pytest.mark.parametrize("asked", ["a.flac", "a.wav"])
def test_a_recording_kept_as_flac_is_read_as_the_wav_it_was(tmp_path: Path, asked: str) -> None:
    """Asked for by its old name too: it may have been shrunk since somebody asked where it is."""
    shrink(wav(tmp_path / "a.wav", [10, 20, -30, 40]), tmp_path / "a.flac", lambda: False)
    with opened(tmp_path / asked) as samples:
        assert samples.count == 4
        assert samples.read(1, 2).tolist() == [20, -30]


def test_a_damaged_flac_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.flac").write_bytes(b"fLaC and then nothing")
    with pytest.raises(AudioUnreadable, match=r"a\.flac is"), opened(tmp_path / "a.flac"):
        pass


def test_a_full_folder_for_temporary_files_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shrink(wav(tmp_path / "a.wav", [1] * 100), tmp_path / "a.flac", lambda: False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    refused = pytest.raises(AudioUnreadable, match="could not be unpacked")
    with refused, opened(tmp_path / "a.flac"):
        pass
