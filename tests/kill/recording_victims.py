"""A server of recorders to be killed: it imports everything once and forks one for each take.

Reads a line for each from standard input (`take.wav counts hasty|steady`), and answers with its
process. The recorder is the real one: a device thread hands over blocks, a writer thread writes
them. The device writes into `counts`, which outlives it, how many blocks it has handed over and
how many of those the recorder had written by then.
"""

import mmap
import os
import signal
import struct
import sys
import time
from pathlib import Path

from storybuilder.adapters.microphone import SoundDeviceMicrophone
from storybuilder.adapters.recording import BLOCK_FRAMES, WavRecording
from storybuilder.core.level import BLOCK_S
from tests.scripted_stream import ScriptedDevice

COUNTS = struct.Struct("<QQ")
BURST = 8


def block(number: int) -> bytes:
    """A block in which every sample is its number, so that a missing one shows."""
    return number.to_bytes(2, sys.byteorder) * BLOCK_FRAMES


def written(recording: WavRecording) -> int:
    """Blocks that the recorder says are in the file."""
    return round(recording.look().elapsed_s / BLOCK_S)


def record(wav: Path, counts: Path, *, hasty: bool) -> None:
    """Record until killed.

    A steady device hands over a block once the one before is written, as every device does whose
    disk takes less than a tenth of a second for one. A hasty one hands over many at once.
    """
    counts.write_bytes(COUNTS.pack(0, 0))
    with counts.open("r+b") as file, mmap.mmap(file.fileno(), COUNTS.size) as shared:
        device = ScriptedDevice()
        recording = SoundDeviceMicrophone(device).record(wav, None)
        for number in range(30_000):
            COUNTS.pack_into(shared, 0, number, written(recording))
            device.stream.say(block(number))
            if not hasty or number % BURST == 0:
                wait_until_written(recording, number + 1)


def wait_until_written(recording: WavRecording, blocks: int) -> None:
    """Wait for the writer's thread."""
    while written(recording) < blocks:
        time.sleep(0.0002)


def main() -> None:
    # Whoever is killed is forgotten at once.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        wav, counts, pace = line.split()
        recorder = os.fork()
        if not recorder:
            record(Path(wav), Path(counts), hasty=pace == "hasty")
            os._exit(0)
        os.write(1, f"{recorder}\n".encode())


if __name__ == "__main__":
    main()
