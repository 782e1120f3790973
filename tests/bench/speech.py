"""What listening costs: the voice detector, and Whisper with the micro model of the tests.

The micro model says how much our own work around Whisper costs; base.en takes far longer.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from storybuilder.adapters.audio_files import DecodedAudioFiles
from storybuilder.adapters.voice_finder import SileroVoiceFinder
from storybuilder.adapters.whisper import WhisperTranscriber
from storybuilder.practice.transcribing import transcribe
from tests.micro_model import FOLDER, answer
from tests.speech import say

ROUNDS = 5
Figure = tuple[str, float, float, str]


def times_real_time(duration_s: float, work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of sound done in one second: median and spread. The first call, unmeasured, loads."""
    work()
    speeds = []
    for _ in range(ROUNDS):
        begun_s = time.perf_counter()
        work()
        speeds.append(duration_s / (time.perf_counter() - begun_s))
    return statistics.median(speeds), max(speeds) - min(speeds)


def figures() -> list[Figure]:
    """Name, median, spread and unit of each figure."""
    finder, files = SileroVoiceFinder(), DecodedAudioFiles()
    transcriber = WhisperTranscriber(lambda: FOLDER)
    with tempfile.TemporaryDirectory() as folder:
        said, wav = say(answer(0), Path(folder) / "said.wav"), Path(folder) / "answer.wav"
        duration_s = files.bring_in(said, wav)
        voice = finder.find(wav)
        work: list[tuple[str, Callable[[], object]]] = [
            ("decode a sound file", lambda: files.bring_in(said, wav)),
            ("find the voice", lambda: finder.find(wav)),
            (
                "write down the words, micro model",
                lambda: transcribe(transcriber, wav, voice, lambda share: None, lambda: False),
            ),
        ]
        return [(name, *times_real_time(duration_s, do), "x real time") for name, do in work]


if __name__ == "__main__":
    for name, median, spread, unit in figures():
        sys.stdout.write(f"{name:40} {median:8.0f} +- {spread:.0f} {unit}\n")
