"""Records blocks that count themselves, and says on standard output how many are written."""

import os
import sys
import time
from pathlib import Path

from storybuilder.adapters.microphone import SoundDeviceMicrophone
from storybuilder.adapters.recording import BLOCK_FRAMES
from storybuilder.core.level import BLOCK_S
from tests.scripted_stream import ScriptedDevice


def block(number: int) -> bytes:
    """A block in which every sample is its number, so that a missing one shows."""
    return number.to_bytes(2, sys.byteorder) * BLOCK_FRAMES


def main(wav: Path) -> None:
    device = ScriptedDevice()
    recording = SoundDeviceMicrophone(device).record(wav, None)
    for number in range(30_000):
        device.stream.say(block(number))
        written = round(recording.look().elapsed_s / BLOCK_S)
        os.write(1, f"{written}\n".encode())
        time.sleep(0.0005)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
