"""A recorder into which sound is put by hand: at once, or as fast as a test likes."""

from pathlib import Path

from storybuilder.adapters.wav_file import WavWriter
from storybuilder.core.meter import Meter
from storybuilder.ports import LevelCheck


class HandRecording:
    """A recording that holds what was said into it. `say` takes 16-bit samples."""

    def __init__(self, wav: Path) -> None:
        self._writer = WavWriter(wav)
        self.say = self._writer.write

    def look(self) -> Meter:
        return Meter(elapsed_s=self._writer.seconds)

    def pause(self, paused: bool) -> None:
        raise NotImplementedError

    def stop(self) -> Meter:
        self._writer.close()
        return self.look()


class HandRecorder:
    """Remembers the latest recording."""

    latest: HandRecording

    def devices(self) -> tuple[str, ...]:
        return ()

    def check(self, device: str | None) -> LevelCheck:
        raise NotImplementedError

    def record(self, wav: Path, device: str | None) -> HandRecording:
        self.latest = HandRecording(wav)
        return self.latest
