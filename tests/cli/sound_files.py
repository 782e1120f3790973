"""Sound files that a person could give to `check`, whole and broken."""

import os
import shutil
import struct
from pathlib import Path

from tests.sounds import cut, encode, tone

RATE_HZ = 8_000


def silence(path: Path, seconds: float, claimed_s: float | None = None) -> Path:
    """A WAV of zeros that takes no room on the disk, however long."""
    size, claimed = (2 * round(RATE_HZ * s) for s in (seconds, claimed_s or seconds))
    kind = struct.pack("<IHHIIHH", 16, 1, 1, RATE_HZ, 2 * RATE_HZ, 2, 16)
    head = struct.pack("<4sI8s", b"RIFF", 36 + claimed, b"WAVEfmt ") + kind
    path.write_bytes(head + struct.pack("<4sI", b"data", claimed))
    os.truncate(path, 44 + size)
    return path


def broken(path: Path, share: float = 0.5) -> Path:
    """Five seconds of sound, of which a failed copy kept only the first part."""
    whole = encode(path.with_name(f"whole{path.suffix}"), tone(5))
    return cut(whole, share, path.name)


def studio(source: Path, path: Path) -> Path:
    """The same sound as a studio delivers it: 48 kHz, stereo, 24 bit in a header of its kind."""
    import av

    with av.open(str(source)) as sound, av.open(str(path), "w") as out:
        stream = out.add_stream("pcm_s24le", rate=48_000, layout="stereo")
        resampler = av.AudioResampler(format="s32", layout="stereo", rate=48_000)
        for frame in sound.decode(audio=0):
            for resampled in resampler.resample(frame):
                out.mux(stream.encode(resampled))
        out.mux(stream.encode(None))
    return path


def as_mp3(source: Path, path: Path) -> Path:
    """The same sound as MP3, whatever the path calls it."""
    import av

    with av.open(str(source)) as sound, av.open(str(path), "w", format="mp3") as out:
        stream = out.add_stream("libmp3lame", rate=22_050, layout="mono")
        for frame in sound.decode(audio=0):
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return path


def model_without(name: str, model: Path, folder: Path) -> Path:
    """A copy of a model folder that lacks one file."""
    shutil.copytree(model, folder)
    (folder / name).unlink()
    return folder


def model_cut(model: Path, folder: Path) -> Path:
    """A copy of a model folder whose weights end too soon."""
    shutil.copytree(model, folder)
    weights = folder / "model.bin"
    os.truncate(weights, weights.stat().st_size // 2)
    return folder
