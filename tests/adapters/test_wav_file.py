import os
import resource
import stat
import struct
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storybuilder.adapters.wav_file import RATE_HZ, WavWriter, repair, seconds
from storybuilder.errors import AudioUnreadable, RecordingFailed

BLOCK = bytes(range(1, 201)) * 16
"""A tenth of a second."""


def frames(path: Path) -> bytes:
    with wave.open(str(path), "rb") as sound:
        return sound.readframes(sound.getnframes())


@pytest.fixture
def wav(tmp_path: Path) -> Path:
    """A finished file of one second."""
    path = tmp_path / "take.wav"
    writer = WavWriter(path)
    for _ in range(10):
        writer.write(BLOCK)
    writer.close()
    return path


@contextmanager
def disk_of(limit_bytes: int) -> Iterator[None]:
    """A disk that refuses files beyond a size."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_file_is_16_khz_mono_16_bit(wav: Path) -> None:
    with wave.open(str(wav), "rb") as sound:
        assert sound.getparams()[:4] == (1, 2, 16_000, 16_000)


def test_every_block_can_be_read_as_soon_as_it_is_written(tmp_path: Path) -> None:
    writer = WavWriter(tmp_path / "take.wav")
    for count in range(1, 50):
        writer.write(BLOCK)
        assert frames(tmp_path / "take.wav") == BLOCK * count
    writer.close()


def test_a_file_without_a_block_is_a_wav_of_no_length(tmp_path: Path) -> None:
    writer = WavWriter(tmp_path / "take.wav")
    assert seconds(tmp_path / "take.wav") == 0.0
    writer.close()


def test_the_writer_counts_seconds(tmp_path: Path) -> None:
    writer = WavWriter(tmp_path / "take.wav")
    writer.write(BLOCK * 25)
    assert writer.seconds == 2.5
    writer.close()


def test_closing_twice_is_closing_once(tmp_path: Path) -> None:
    writer = WavWriter(tmp_path / "take.wav")
    writer.write(BLOCK)
    writer.close()
    writer.close()
    assert frames(tmp_path / "take.wav") == BLOCK


def test_an_existing_file_is_never_touched(wav: Path) -> None:
    before = wav.read_bytes()
    with pytest.raises(RecordingFailed, match="exists already"):
        WavWriter(wav)
    assert wav.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "takes").write_text("not a folder")
    with pytest.raises(RecordingFailed, match="cannot be written in") as failure:
        WavWriter(tmp_path / "takes" / "take.wav")
    assert "--data-dir" in failure.value.sentence()


def test_only_the_owner_may_hear_a_take(tmp_path: Path) -> None:
    WavWriter(tmp_path / "takes" / "take.wav").close()
    assert stat.S_IMODE((tmp_path / "takes" / "take.wav").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "takes").stat().st_mode) == 0o700


def test_a_full_disk_keeps_all_blocks_before_it(tmp_path: Path) -> None:
    writer = WavWriter(tmp_path / "take.wav")
    with disk_of(10_000), pytest.raises(RecordingFailed, match=r"take\.wav"):
        for _ in range(10):
            writer.write(BLOCK)
    writer.close()
    assert frames(tmp_path / "take.wav") == (BLOCK * 4)[: 10_000 - 44]
    assert writer.seconds == pytest.approx(0.3)


def test_a_disk_too_full_for_a_header_is_left_without_a_file(tmp_path: Path) -> None:
    with disk_of(20), pytest.raises(RecordingFailed):
        WavWriter(tmp_path / "take.wav")
    assert list(tmp_path.iterdir()) == []


def test_seconds_are_read_from_the_header(wav: Path) -> None:
    assert seconds(wav) == 1.0


@pytest.mark.parametrize("content", [None, b"", b"some text, some more text"])
def test_seconds_of_no_wav_are_refused(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "take.wav").write_bytes(content)
    with pytest.raises(AudioUnreadable, match=r"take\.wav"):
        seconds(tmp_path / "take.wav")


def test_repair_leaves_a_whole_file_as_it_is(wav: Path) -> None:
    before = wav.read_bytes()
    assert repair(wav) == 1.0
    assert wav.read_bytes() == before


def test_repair_counts_samples_that_the_header_does_not(wav: Path) -> None:
    with wav.open("ab") as file:
        file.write(BLOCK)
    assert repair(wav) == pytest.approx(1.1)
    assert frames(wav) == BLOCK * 11


def test_repair_forgets_samples_that_are_not_there(wav: Path) -> None:
    os.truncate(wav, 44 + len(BLOCK))
    assert repair(wav) == pytest.approx(0.1)
    assert frames(wav) == BLOCK


@pytest.mark.parametrize("sizes", [(0, 0), (0xFFFFFFFF, 0xFFFFFFFF), (36, 32_000)])
def test_repair_does_not_trust_the_sizes_it_finds(wav: Path, sizes: tuple[int, int]) -> None:
    with wav.open("r+b") as file:
        for at, size in zip((4, 40), sizes, strict=True):
            file.seek(at)
            file.write(struct.pack("<I", size))
    assert repair(wav) == 1.0
    assert frames(wav) == BLOCK * 10


def test_repair_drops_half_a_sample(wav: Path) -> None:
    os.truncate(wav, 44 + len(BLOCK) + 1)
    assert repair(wav) == pytest.approx(0.1)
    assert wav.stat().st_size == 44 + len(BLOCK)


def test_repair_may_be_repeated(wav: Path) -> None:
    os.truncate(wav, 44 + 3 * len(BLOCK))
    assert repair(wav) == repair(wav) == pytest.approx(0.3)


@pytest.mark.parametrize("size", [0, 3, 43, 44])
def test_a_file_cut_off_before_its_first_sample_is_empty(wav: Path, size: int) -> None:
    os.truncate(wav, size)
    assert repair(wav) == 0.0


def test_repair_passes_over_chunks_before_the_samples(tmp_path: Path) -> None:
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, RATE_HZ, 2 * RATE_HZ, 2, 16)
    note = b"LIST" + struct.pack("<I", 3) + b"abc\0"
    head = b"WAVE" + form + note + b"data" + struct.pack("<I", 0)
    (tmp_path / "take.wav").write_bytes(b"RIFF" + struct.pack("<I", 0) + head + BLOCK)
    assert repair(tmp_path / "take.wav") == pytest.approx(0.1)
    assert frames(tmp_path / "take.wav") == BLOCK


def test_repair_keeps_what_follows_the_samples_of_a_whole_file(wav: Path) -> None:
    whole = bytearray(wav.read_bytes()) + b"LIST" + struct.pack("<I", 4) + b"note"
    whole[4:8] = struct.pack("<I", len(whole) - 8)
    wav.write_bytes(whole)
    assert repair(wav) == 1.0
    assert wav.read_bytes() == whole


@pytest.mark.parametrize(
    "content",
    [b"some text that is long enough to be a header", b"RIFF\0\0\0\0AVI " + bytes(50)],
)
def test_repair_refuses_what_is_no_wav(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "take.wav").write_bytes(content)
    with pytest.raises(AudioUnreadable, match=r"take\.wav"):
        repair(tmp_path / "take.wav")
    assert (tmp_path / "take.wav").read_bytes() == content


def test_repair_refuses_a_wav_without_a_format(tmp_path: Path) -> None:
    head = b"RIFF" + struct.pack("<I", 100) + b"WAVEdata" + struct.pack("<I", 80)
    (tmp_path / "take.wav").write_bytes(head + bytes(80))
    with pytest.raises(AudioUnreadable):
        repair(tmp_path / "take.wav")


def test_repair_of_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AudioUnreadable, match="missing"):
        repair(tmp_path / "take.wav")
