from pathlib import Path

import av
import pytest

from storybuilder.adapters.declared_length import declared_s
from tests.sounds import CODECS, encode, tone


def declared(source: Path) -> float | None:
    with av.open(str(source)) as container:
        return declared_s(source, container)


@pytest.mark.parametrize("kind", CODECS)
def test_a_written_length_is_believed(tmp_path: Path, kind: str) -> None:
    assert declared(encode(tmp_path / f"a{kind}", tone(3))) == pytest.approx(3, abs=0.06)


def test_an_mp3_without_a_length_tag_claims_nothing(tmp_path: Path) -> None:
    assert declared(encode(tmp_path / "a.mp3", tone(3), write_xing="0")) is None


def test_the_tag_of_an_mp3_is_found_behind_a_picture_of_any_size(tmp_path: Path) -> None:
    content = encode(tmp_path / "a.mp3", tone(3)).read_bytes()
    old_tag = 10 + content[9] + (content[8] << 7)
    padding = 3 * 128 * 128 + 5 * 128 + 7
    head = b"ID3\x04\x00\x00" + bytes([0, 3, 5, 7]) + bytes(padding)
    (tmp_path / "b.mp3").write_bytes(head + content[old_tag:])
    assert declared(tmp_path / "b.mp3") == pytest.approx(3, abs=0.06)


def test_a_stream_without_a_length_claims_nothing(tmp_path: Path) -> None:
    assert declared(encode(tmp_path / "a.webm", tone(3), live="1")) is None
    assert declared(encode(tmp_path / "a.aac", tone(3), codec="aac", kind=".adts")) is None


@pytest.mark.parametrize("size", [0, 0xFFFFFFFF, 0x7FFFFFFF])
def test_a_wav_written_to_a_pipe_claims_nothing(tmp_path: Path, size: int) -> None:
    path = encode(tmp_path / "a.wav", tone(3))
    content = path.read_bytes()
    at = content.index(b"data") + 4
    path.write_bytes(content[:at] + size.to_bytes(4, "little") + content[at + 4 :])
    assert declared(path) is None
