"""A device that delivers what a test tells it to, at once."""

from pathlib import Path

import numpy as np

from storybuilder.adapters.recording import BLOCK_FRAMES, Gone, Hear
from storybuilder.adapters.wav_file import RATE_HZ
from tests.speech import resample, samples, say

SILENCE = bytes(2 * BLOCK_FRAMES)
SENTENCE = (
    "In my last job I led a team of four people. Our model failed in production on a Friday "
    "evening, and I called the engineer on duty."
)


def tone(amplitude: int) -> bytes:
    """A block of a square wave: its RMS and its peak are both its amplitude."""
    half = amplitude.to_bytes(2, "little", signed=True) * 8
    other_half = (-amplitude).to_bytes(2, "little", signed=True) * 8
    return (half + other_half) * (BLOCK_FRAMES // 16)


def spoken_blocks(folder: Path, dbfs: float) -> list[bytes]:
    """A sentence of a little over five seconds, in blocks, its voice about as loud as that."""
    spoken = np.array(samples(resample(say(SENTENCE, folder / "s.wav"), folder / "r.wav")), float)
    loud = spoken * 32_768 * 10 ** (dbfs / 20) / np.sqrt(np.mean(spoken**2))
    whole = np.clip(loud, -32_768, 32_767).astype(np.int16).tobytes()
    return [whole[at : at + len(SILENCE)] for at in range(0, len(whole), len(SILENCE))]


class ScriptedStream:
    """Stands in for a stream of the sound library. `say` is what the person does."""

    def __init__(self, device: str | None, hear: Hear, gone: Gone, rate_hz: int) -> None:
        self.device = device
        self.unplug = gone
        self.rate_hz = rate_hz
        self.calls: list[str] = []
        self._hear = hear

    def say(self, block: bytes) -> None:
        self._hear(block, self.rate_hz)

    def stop(self) -> None:
        self.calls.append("stop")
        self.unplug()

    def close(self) -> None:
        self.calls.append("close")


class ScriptedDevice:
    """Opens scripted streams, and remembers the latest."""

    stream: ScriptedStream

    def __init__(self, rate_hz: int = RATE_HZ) -> None:
        self._rate_hz = rate_hz

    def __call__(self, device: str | None, hear: Hear, gone: Gone) -> ScriptedStream:
        self.stream = ScriptedStream(device, hear, gone, self._rate_hz)
        return self.stream
