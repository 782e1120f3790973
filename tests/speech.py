"""A voice for tests: speech from text, and the arithmetic to compare sounds."""

import subprocess
import wave
from array import array
from pathlib import Path


def say(text: str, path: Path, voice: str = "en-us", words_per_minute: int = 150) -> Path:
    """Speak `text` into a WAV (22 050 Hz, mono, 16 bit) and return its path."""
    command = ["espeak-ng", "-v", voice, "-s", str(words_per_minute), "-w", str(path), text]
    subprocess.run(command, check=True, capture_output=True)
    return path


def resample(source: Path, path: Path, rate_hz: int = 16_000) -> Path:
    """The same sound at another rate, mono and 16 bit."""
    command = ["sox", "-D", str(source), "-r", str(rate_hz), "-c", "1", "-b", "16", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path


def samples(path: Path) -> "array[int]":
    """All samples of a 16-bit WAV."""
    with wave.open(str(path), "rb") as sound:
        return array("h", sound.readframes(sound.getnframes()))
