import wave
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from storybuilder.adapters.played_sound import played_sound
from storybuilder.core.playback import SPEEDS
from storybuilder.errors import AudioUnreadable
from tests.sounds import encode, tone

RATE_HZ = 16_000
PITCH_HZ = 440


def spoken(path: Path, seconds: float = 10.0) -> NDArray[np.int16]:
    """A tone in a file such as the recorder writes; its samples."""
    samples = (tone(seconds, RATE_HZ) * 32767).astype(np.int16)
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE_HZ, 0, "NONE", ""))
        file.writeframes(samples.tobytes())
    return samples


def heard(
    audio: Path,
    from_s: float = 0.0,
    to_s: float | None = None,
    speed: float = 1.0,
    rate_hz: int = RATE_HZ,
) -> NDArray[np.int16]:
    return np.frombuffer(b"".join(played_sound(audio, from_s, to_s, speed, rate_hz)), np.int16)


def pitch_hz(samples: NDArray[np.int16], rate_hz: int) -> float:
    """The strongest tone in a sound."""
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(spectrum.argmax()) * rate_hz / len(samples)


@pytest.mark.parametrize(("from_s", "to_s"), [(0.0, None), (2.34567, None), (0.0, 3.1), (4.2, 9.9)])
def test_at_its_own_speed_it_is_sample_for_sample_the_recording(
    tmp_path: Path, from_s: float, to_s: float | None
) -> None:
    samples = spoken(tmp_path / "take.wav")
    end = len(samples) if to_s is None else round(to_s * RATE_HZ)
    assert np.array_equal(
        heard(tmp_path / "take.wav", from_s, to_s), samples[round(from_s * RATE_HZ) : end]
    )


@pytest.mark.parametrize("speed", SPEEDS)
@pytest.mark.parametrize("rate_hz", [16_000, 44_100, 48_000])
def test_another_speed_changes_the_length_and_not_the_pitch(
    tmp_path: Path, speed: float, rate_hz: int
) -> None:
    spoken(tmp_path / "take.wav")
    samples = heard(tmp_path / "take.wav", 2.0, 8.0, speed, rate_hz)
    assert len(samples) / rate_hz == pytest.approx(6.0 / speed, abs=0.03)
    assert pitch_hz(samples, rate_hz) == pytest.approx(PITCH_HZ, abs=2)


@pytest.mark.parametrize("from_s", [0.0, 3.3, 9.5])
def test_a_flac_is_played_like_a_wav(tmp_path: Path, from_s: float) -> None:
    spoken(tmp_path / "take.wav")
    encode(tmp_path / "take.flac", tone(10.0, RATE_HZ), RATE_HZ)
    samples = heard(tmp_path / "take.flac", from_s, from_s + 0.5)
    like = heard(tmp_path / "take.wav", from_s, from_s + 0.5)
    assert np.corrcoef(samples, like)[0, 1] > 0.999


def test_it_comes_in_short_stretches_however_long_the_recording_is(tmp_path: Path) -> None:
    spoken(tmp_path / "take.wav", 60.0)
    sizes = [len(stretch) for stretch in played_sound(tmp_path / "take.wav", 0, None, 1, RATE_HZ)]
    assert max(sizes) / 2 / RATE_HZ < 0.2


def test_beyond_the_end_there_is_nothing(tmp_path: Path) -> None:
    spoken(tmp_path / "take.wav", 1.0)
    assert len(heard(tmp_path / "take.wav", 1.5)) == 0


def test_a_recording_without_sound_plays_nothing(tmp_path: Path) -> None:
    spoken(tmp_path / "take.wav", 0.0)
    assert len(heard(tmp_path / "take.wav")) == 0


@pytest.mark.parametrize("content", [None, b"", b"no sound at all" * 100])
def test_a_file_that_holds_no_sound_is_refused_by_name(
    tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "take.wav").write_bytes(content)
    with pytest.raises(AudioUnreadable, match=r"take\.wav"):
        heard(tmp_path / "take.wav")


def test_a_playlist_that_calls_itself_a_recording_leads_nowhere(tmp_path: Path) -> None:
    spoken(tmp_path / "other.wav")
    (tmp_path / "take.wav").write_text("ffconcat version 1.0\nfile other.wav\n")
    with pytest.raises(AudioUnreadable):
        heard(tmp_path / "take.wav")
