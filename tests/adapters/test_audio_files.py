import os
import struct
import wave
from pathlib import Path

import numpy as np
import pytest

from storybuilder.adapters.audio_files import LONGEST_S, DecodedAudioFiles, _decoded
from storybuilder.adapters.wav_samples import opened
from storybuilder.errors import (
    AudioTooLong,
    AudioTooShort,
    AudioUnreadable,
    LibraryUnwritable,
    StorybuilderError,
)
from tests.sounds import CODECS, cut, encode, tone


def bring_in(source: Path) -> tuple[float, "np.ndarray[tuple[int, ...], np.dtype[np.int16]]"]:
    wav = source.with_name("out.wav")
    seconds = DecodedAudioFiles().bring_in(source, wav)
    with opened(wav) as samples:
        return seconds, samples.read(0, samples.count)


def refusal(source: Path, kind: type[StorybuilderError] = AudioUnreadable) -> str:
    """What bring_in says; it must leave nothing behind."""
    folder = source.parent / "takes"
    with pytest.raises(kind) as caught:
        DecodedAudioFiles().bring_in(source, folder / "out.wav")
    assert type(caught.value) is kind
    assert not folder.exists() or list(folder.iterdir()) == []
    return caught.value.sentence()


def silent_wav(path: Path, seconds: float, claimed_s: float | None = None) -> Path:
    """A sparse WAV: hours of silence take no room on the disk."""
    size, claimed = round(seconds * 16_000) * 2, round((claimed_s or seconds) * 16_000) * 2
    kind = struct.pack("<IHHIIHH", 16, 1, 1, 16_000, 32_000, 2, 16)
    head = struct.pack("<4sI8s", b"RIFF", 36 + claimed, b"WAVEfmt ") + kind
    path.write_bytes(head + struct.pack("<4sI", b"data", claimed))
    os.truncate(path, 44 + size)
    return path


@pytest.mark.parametrize("kind", CODECS)
def test_every_promised_format_comes_in(tmp_path: Path, kind: str) -> None:
    seconds, sound = bring_in(encode(tmp_path / f"answer{kind}", tone(2)))
    assert seconds == pytest.approx(2, abs=0.06)
    assert len(sound) == round(seconds * 16_000)
    middle = sound[8000:24000].astype(float)
    assert 20 * np.log10(np.sqrt(2) * middle.std() / 32768) == pytest.approx(-10, abs=1)
    assert np.abs(np.fft.rfft(middle)).argmax() == 440


def test_the_content_decides_not_the_name(tmp_path: Path) -> None:
    seconds, _ = bring_in(encode(tmp_path / "answer.wav", tone(1), kind=".mp3"))
    assert seconds == pytest.approx(1, abs=0.06)


def test_both_channels_are_heard(tmp_path: Path) -> None:
    path = tmp_path / "right.wav"
    with wave.open(str(path), "wb") as sound:
        sound.setparams((2, 2, 16_000, 0, "NONE", ""))
        right_only = np.stack([np.zeros(16_000), 20_000 * tone(1, 16_000)], axis=1)
        sound.writeframes(right_only.astype(np.int16).tobytes())
    assert bring_in(path)[1].max() > 1000


def test_a_file_that_is_there_already_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "out.wav").write_bytes(b"an earlier one")
    assert bring_in(encode(tmp_path / "answer.flac", tone(1)))[0] == pytest.approx(1)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a.wav") == "a.wav does not exist: check the name and the folder."
    (tmp_path / "folder.wav").mkdir()
    assert refusal(tmp_path / "folder.wav").startswith("folder.wav is a folder: ")
    os.mkfifo(tmp_path / "pipe.wav")
    assert refusal(tmp_path / "pipe.wav").startswith("pipe.wav is not a file: ")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.wav").touch()
    assert refusal(tmp_path / "a.wav").startswith("a.wav is empty: export it again as .wav")


@pytest.mark.parametrize(
    "content",
    [
        b"I led the team through a hard week.\n" * 300,
        b"<html><body>not found</body></html>" * 50,
        bytes(5000),
        np.random.default_rng(0).bytes(200_000),
        b"RIFF\x24\x00\x00\x00WAVE",
    ],
)
def test_what_is_not_sound_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.wav").write_bytes(content)
    assert refusal(tmp_path / "a.wav").startswith("a.wav holds no sound")


@pytest.mark.parametrize(
    "playlist",
    [
        "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{}\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile '{}'\n",
    ],
)
def test_a_playlist_cannot_lead_to_another_file(tmp_path: Path, playlist: str) -> None:
    other = encode(tmp_path / "other.wav", tone(1))
    (tmp_path / "a.wav").write_text(playlist.format(other.name))
    assert refusal(tmp_path / "a.wav").startswith("a.wav holds no sound")


def test_a_picture_without_sound_is_refused(tmp_path: Path) -> None:
    import av

    with av.open(str(tmp_path / "a.webm"), "w") as out:
        stream = out.add_stream("libvpx", rate=5)
        stream.width = stream.height = 64
        stream.pix_fmt = "yuv420p"
        for _ in range(5):
            out.mux(stream.encode(av.VideoFrame(64, 64, "yuv420p")))
        out.mux(stream.encode(None))
    assert refusal(tmp_path / "a.webm").startswith("a.webm holds no sound")


@pytest.mark.parametrize("kind", [".wav", ".flac", ".mp3", ".webm"])
def test_a_file_that_breaks_off_is_refused(tmp_path: Path, kind: str) -> None:
    torso = cut(encode(tmp_path / f"answer{kind}", tone(5)), 0.6)
    said = refusal(torso)
    assert said.startswith(f"cut{kind} breaks off after 3 of 5 s: copy or export it again")


def test_an_m4a_that_breaks_off_is_refused_wherever_its_index_is(tmp_path: Path) -> None:
    last = encode(tmp_path / "last.m4a", tone(5))
    first = encode(tmp_path / "first.m4a", tone(5), movflags="faststart")
    assert refusal(cut(last, 0.6, "a.m4a")).startswith("a.m4a holds no sound that can be decoded")
    assert refusal(cut(first, 0.6, "b.m4a")).startswith("b.m4a breaks off after 3 of 5 s")


@pytest.mark.parametrize(("claimed_s", "is_whole"), [(10.2, True), (10.3, False)])
def test_a_wav_breaks_off_from_a_quarter_of_a_second(
    tmp_path: Path, claimed_s: float, is_whole: bool
) -> None:
    source = silent_wav(tmp_path / "a.wav", 10, claimed_s)
    if is_whole:
        assert bring_in(source)[0] == 10
    else:
        assert "breaks off after 10 of 10 s" in refusal(source)


def test_a_file_that_never_said_its_length_is_taken_as_it_is(tmp_path: Path) -> None:
    torso = cut(encode(tmp_path / "answer.webm", tone(5), live="1"), 0.6)
    assert bring_in(torso)[0] == pytest.approx(3, abs=0.3)


@pytest.mark.parametrize("samples", [0, 160, 4799])
def test_less_than_a_word_is_too_short(tmp_path: Path, samples: int) -> None:
    source = silent_wav(tmp_path / "a.wav", samples / 16_000)
    kind = AudioTooShort if samples else AudioUnreadable
    assert refusal(source, kind).startswith("a.wav ")


def test_three_tenths_of_a_second_is_enough(tmp_path: Path) -> None:
    assert bring_in(silent_wav(tmp_path / "a.wav", 0.3))[0] == 0.3


@pytest.mark.slow
def test_thirty_minutes_is_the_limit(tmp_path: Path) -> None:
    assert bring_in(silent_wav(tmp_path / "a.wav", LONGEST_S))[0] == LONGEST_S
    said = refusal(silent_wav(tmp_path / "b.wav", LONGEST_S + 0.1), AudioTooLong)
    assert said == "b.wav is longer than 30 minutes: cut it down to a single answer first."


def test_two_hours_are_refused_by_what_the_file_says_before_a_byte_is_written(
    tmp_path: Path,
) -> None:
    source = silent_wav(tmp_path / "a.wav", 2 * 3600)
    with pytest.raises(AudioTooLong):
        next(_decoded(source))


@pytest.mark.slow
def test_a_file_that_does_not_say_its_length_is_refused_once_past_the_limit(
    tmp_path: Path,
) -> None:
    source = silent_wav(tmp_path / "a.wav", LONGEST_S + 60)
    with source.open("r+b") as file:
        file.seek(40)
        file.write(b"\xff" * 4)  # as a program writes it that sends its sound down a pipe
    assert "longer than 30 minutes" in refusal(source, AudioTooLong)


def test_a_place_that_cannot_be_written_is_not_blamed_on_the_file(tmp_path: Path) -> None:
    source = encode(tmp_path / "answer.wav", tone(1))
    (tmp_path / "file").touch()
    with pytest.raises(LibraryUnwritable, match=r"out\.wav could not be written"):
        DecodedAudioFiles().bring_in(source, tmp_path / "file" / "out.wav")


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    source = encode(tmp_path / "answer.wav", tone(1))
    part = tmp_path / "out.wav.part"
    part.symlink_to("/dev/full")
    with pytest.raises(LibraryUnwritable):
        DecodedAudioFiles().bring_in(source, tmp_path / "out.wav")
    assert not part.is_symlink()


def test_a_recording_cut_off_by_a_crash_is_made_whole(tmp_path: Path) -> None:
    wav = silent_wav(tmp_path / "take.wav", 5, claimed_s=9)
    assert DecodedAudioFiles().recover(wav) == 5
    with opened(wav) as samples:
        assert samples.count == 80_000


def test_a_recording_that_is_not_there_cannot_be_recovered(tmp_path: Path) -> None:
    with pytest.raises(AudioUnreadable):
        DecodedAudioFiles().recover(tmp_path / "take.wav")
