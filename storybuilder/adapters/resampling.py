"""Sound of a device that cannot do 16 kHz, brought to 16 kHz while it is being recorded."""

from collections.abc import Iterable
from typing import Any

from storybuilder.adapters.wav_file import RATE_HZ, SAMPLE_BYTES


class Resampler:
    """Blocks of 16-bit mono sound in, the same sound at 16 kHz out; nothing between is lost.

    Holds back about a millisecond, which `rest` hands over. Takes 0.1 ms for a block; the first
    one a quarter of a second, for FFmpeg is loaded then.
    """

    def __init__(self, from_hz: int) -> None:
        import av

        self._from_hz = from_hz
        self._new_frame = av.AudioFrame
        self._resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE_HZ)

    def after(self, block: bytes) -> bytes:
        """What of the sound so far can be handed over once this block has come."""
        # Without the alignment FFmpeg pads a frame, and the padding would be heard.
        samples = len(block) // SAMPLE_BYTES
        frame = self._new_frame(format="s16", layout="mono", samples=samples, align=1)
        frame.sample_rate = self._from_hz
        frame.planes[0].update(block)
        return _samples(self._resampler.resample(frame))

    def rest(self) -> bytes:
        """What was held back. Call once, at the end."""
        return _samples(self._resampler.resample(None))


def _samples(frames: Iterable[Any]) -> bytes:
    return b"".join(bytes(frame.planes[0])[: frame.samples * SAMPLE_BYTES] for frame in frames)
