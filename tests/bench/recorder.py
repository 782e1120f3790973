"""What recording costs: an hour through the real queue and writer, as fast as it goes."""

import statistics
import sys
import tempfile
import time
from array import array
from collections.abc import Callable
from pathlib import Path

from storybuilder.adapters.microphone import SoundDeviceMicrophone
from storybuilder.adapters.recording import BLOCK_FRAMES
from storybuilder.core.level import RecentLevels, measure_level
from tests.scripted_stream import ScriptedDevice

HOUR_BLOCKS = 36_000
ROUNDS = 3
REPEATS = 1000
Figure = tuple[str, float, float, str]


def speech_like() -> bytes:
    """A block that is neither silent nor clipped."""
    return array("h", [(n * 7919) % 20_000 - 10_000 for n in range(BLOCK_FRAMES)]).tobytes()


def resident_mb() -> float:
    """Memory of this process that is in use now (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def an_hour() -> dict[str, float]:
    """Record an hour: seconds lost, memory grown after the first minute, seconds taken."""
    block, device = speech_like(), ScriptedDevice()
    with tempfile.TemporaryDirectory() as folder:
        recording = SoundDeviceMicrophone(device).record(Path(folder) / "hour.wav", None)
        begun_s = time.perf_counter()
        before_mb = 0.0
        for count in range(HOUR_BLOCKS):
            device.stream.say(block)
            if count == 600:
                before_mb = resident_mb()
            # A real device waits a tenth of a second; this one only until there is room.
            while count / 10 - recording.look().elapsed_s > 30:
                time.sleep(0.001)
        growth_mb = resident_mb() - before_mb
        meter = recording.stop()
    return {
        "lost": meter.lost_s + 3600 - meter.elapsed_s,
        "growth": growth_mb,
        "took": time.perf_counter() - begun_s,
    }


def cost_us(work: Callable[[], object]) -> float:
    """Microseconds of one call, as the mean over many."""
    begun_s = time.perf_counter()
    for _ in range(REPEATS):
        work()
    return (time.perf_counter() - begun_s) / REPEATS * 1e6


def callback_us() -> float:
    """Cost of one block in the device's thread."""
    block, device = speech_like(), ScriptedDevice()
    with tempfile.TemporaryDirectory() as folder:
        recording = SoundDeviceMicrophone(device).record(Path(folder) / "take.wav", None)
        begun_s = time.perf_counter()
        for _ in range(500):
            device.stream.say(block)
        took_us = (time.perf_counter() - begun_s) / 500 * 1e6
        recording.stop()
    return took_us


def figure(name: str, unit: str, values: list[float]) -> Figure:
    return name, statistics.median(values), max(values) - min(values), unit


def figures() -> list[Figure]:
    """Name, median, spread (max - min) and unit of each figure."""
    hours = [an_hour() for _ in range(ROUNDS)]
    block = speech_like()
    levels = RecentLevels((measure_level(block),) * 100)

    def judge() -> object:
        return levels.after(levels.blocks[0]).trouble

    level_us = [cost_us(lambda: measure_level(block)) for _ in range(ROUNDS)]
    return [
        figure("recorder: lost in an hour", "s", [hour["lost"] for hour in hours]),
        figure("recorder: memory growth in an hour", "MB", [hour["growth"] for hour in hours]),
        figure("recorder: writing an hour", "s", [hour["took"] for hour in hours]),
        figure("recorder: callback", "us", [callback_us() for _ in range(ROUNDS)]),
        figure("recorder: level of a block", "us", level_us),
        figure("recorder: judging ten seconds", "us", [cost_us(judge) for _ in range(ROUNDS)]),
    ]


if __name__ == "__main__":
    for name, median, spread, unit in figures():
        sys.stdout.write(f"{name}: {median:.3f} ± {spread:.3f} {unit}\n")
