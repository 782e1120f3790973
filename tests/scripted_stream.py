"""A device that delivers what a test tells it to, at once."""

from storybuilder.adapters.recording import BLOCK_FRAMES, Gone, Hear

SILENCE = bytes(2 * BLOCK_FRAMES)


def tone(amplitude: int) -> bytes:
    """A block of a square wave: its RMS and its peak are both its amplitude."""
    half = amplitude.to_bytes(2, "little", signed=True) * 8
    other_half = (-amplitude).to_bytes(2, "little", signed=True) * 8
    return (half + other_half) * (BLOCK_FRAMES // 16)


class ScriptedStream:
    """Stands in for a stream of the sound library. `say` is what the person does."""

    def __init__(self, device: str | None, hear: Hear, gone: Gone) -> None:
        self.device = device
        self.say = hear
        self.unplug = gone
        self.calls: list[str] = []

    def stop(self) -> None:
        self.calls.append("stop")
        self.unplug()

    def close(self) -> None:
        self.calls.append("close")


class ScriptedDevice:
    """Opens scripted streams, and remembers the latest."""

    stream: ScriptedStream

    def __call__(self, device: str | None, hear: Hear, gone: Gone) -> ScriptedStream:
        self.stream = ScriptedStream(device, hear, gone)
        return self.stream
