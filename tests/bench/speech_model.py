"""Seconds from Stop to the report, with a model as large as base.en whose weights are random.

Random weights cost what trained ones cost, and understand nothing (see tests/base_model.py). Takes
go the whole way, from the recorder's blocks to the built report. What a take says before its last
LIVE_S seconds was heard from the whole file before, and is handed over at once here: following
gives the same pieces. The last LIVE_S come in real time, and are heard as in a real take.

A model of random weights says always equally much, whatever it hears; so there are some, and a
piece is heard by the one that says about as many words as speech of its length has.
"""

import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from storybuilder.adapters.audio_files import DecodedAudioFiles
from storybuilder.adapters.recording import BLOCK_FRAMES
from storybuilder.adapters.voice_finder import SileroVoiceFinder
from storybuilder.adapters.wav_file import RATE_HZ, SAMPLE_BYTES, WavWriter
from storybuilder.adapters.wav_samples import opened
from storybuilder.adapters.whisper import WhisperTranscriber
from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.core.piece import MOST_S, pieces
from storybuilder.core.settings import Settings
from storybuilder.core.take import TakeId
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Span, Voice
from storybuilder.places import Places
from storybuilder.practice import Practice
from storybuilder.practice.following import FollowedTake, Following
from storybuilder.practice.precedence import Precedence
from storybuilder.practice.reviewing import Asked
from storybuilder.program import assemble
from tests.base_model import write_model
from tests.bench.recorder import resident_mb
from tests.hand_recorder import HandRecorder
from tests.micro_model import answer
from tests.speech import say

TAKES_S = (30, 180, 600)
SPEECH_S = (5, 10, 15, 20, 25)
"""Seconds of speech that the models say the words of."""
LIVE_S = 20.0
PAUSE_S = 2.5
PATIENCE_S = 60.0
BLOCK_BYTES = BLOCK_FRAMES * SAMPLE_BYTES
SILENCE = bytes(BLOCK_BYTES)
HOUR_S, LOOK_S = 3600, 5.0
Figure = tuple[str, float, float, str]


class Talkative:
    """Hears each piece with the model that says at least as much as is spoken in it."""

    def __init__(self, folder: Path) -> None:
        # They have one name, so that the words of one take are by one model.
        models = {length_s: folder / str(length_s) / "random" for length_s in SPEECH_S}
        self._models = {
            length_s: WhisperTranscriber(partial(Path, write_model(model, length_s)))
            for length_s, model in models.items()
        }
        for model in self._models.values():
            model.ready()

    def ready(self) -> None:
        """All of them are."""

    def hear(self, wav: Path, piece: Span) -> Transcript:
        length_s = next((s for s in SPEECH_S if s >= piece.length_s), SPEECH_S[-1])
        return self._models[length_s].hear(wav, piece)


class Remembering:
    """Hears each piece once. What ends later than `live_from_s` is always heard."""

    def __init__(self, inner: Talkative) -> None:
        self.inner, self.live_from_s = inner, 0.0
        self.known: dict[Span, Transcript] = {}

    def ready(self) -> None:
        self.inner.ready()

    def hear(self, wav: Path, piece: Span) -> Transcript:
        if piece.end_s > self.live_from_s or piece not in self.known:
            self.known[piece] = self.inner.hear(wav, piece)
        return self.known[piece]


class Bench:
    """The program, with one long answer to play to it."""

    def __init__(self, folder: Path) -> None:
        text = " ".join(answer(number) for number in range(8))
        self._folder, wav = folder, folder / "long.wav"
        DecodedAudioFiles().bring_in(say(text, folder / "said.wav"), wav)
        self._voice = SileroVoiceFinder().find(wav)
        with opened(wav) as samples:
            self._sound = samples.read(0, samples.count).tobytes()
        self.transcriber = Remembering(Talkative(folder / "models"))
        self._microphone = HandRecorder()
        self.practice = self._practice()
        self._numbers = count()

    def _practice(self) -> Practice:
        practice = assemble(Places(self._folder / "data"), Settings()).practice
        following = Following(SileroVoiceFinder(), self.transcriber)
        return replace(
            practice,
            rehearsing=replace(
                practice.rehearsing, microphone=self._microphone, following=following
            ),
            reviewing=replace(
                practice.reviewing, transcriber=self.transcriber, following=following
            ),
        )

    def ending_in_speech(self, near_s: float) -> float:
        """A moment about here at which the speaker is in mid-speech."""
        end_s = min((s.end_s for s in self._voice.speech), key=lambda end: abs(end - near_s))
        return end_s - 0.3

    def from_file(self, length_s: float) -> float:
        """Seconds to the report of a take that is heard from its whole file."""
        source = self._folder / f"file{next(self._numbers)}.wav"
        writer = WavWriter(source)
        writer.write(self._until(length_s))
        writer.close()
        take = self.practice.rehearsing.bring_in(
            source, story_id=None, question="", target=DEFAULT_TARGET
        )
        self.transcriber.live_from_s = 0.0
        begun_s = time.perf_counter()
        self._report(take.id)
        return time.perf_counter() - begun_s

    def after_stop(self, length_s: float, pause_s: float) -> tuple[float, float]:
        """Seconds from Stop to the report of a take that was followed, and cores used before."""
        sound = self._until(length_s)
        live = max(0, len(sound) - round(LIVE_S * RATE_HZ) * SAMPLE_BYTES) // BLOCK_BYTES
        self.transcriber.live_from_s = live * BLOCK_FRAMES / RATE_HZ
        rehearsing = self.practice.rehearsing
        sitting = rehearsing.begin(story_id=None, question="", target=DEFAULT_TARGET, device=None)
        blocks = [sound[at : at + BLOCK_BYTES] for at in range(0, len(sound), BLOCK_BYTES)]
        self._microphone.latest.say(b"".join(blocks[:live]))
        self._wait_until_followed(sitting.take.id, self.transcriber.live_from_s)
        blocks = [*blocks[live:], *[SILENCE] * round(pause_s * 10)]
        cores = self._play(blocks)
        begun_s = time.perf_counter()
        self._report(rehearsing.finish(sitting).id)
        return time.perf_counter() - begun_s, cores

    def longest_piece(self) -> float:
        """Seconds to hear the longest piece there can be."""
        wav = self._folder / "long.wav"
        begun_s = time.perf_counter()
        self.transcriber.inner.hear(wav, Span(0.0, MOST_S))
        return time.perf_counter() - begun_s

    def _until(self, length_s: float) -> bytes:
        return self._sound[: round(length_s * RATE_HZ) * SAMPLE_BYTES]

    def _wait_until_followed(self, id: TakeId, until_s: float) -> None:
        """What was said before is heard; a piece that is open then is heard live."""
        known = Voice(until_s, tuple(s for s in self._voice.speech if s.end_s < until_s))
        early = pieces(known)[:-1]
        following, latest_s = self.practice.reviewing.following, time.monotonic() + PATIENCE_S
        while any(piece not in following.heard(id) for piece in early):
            assert time.monotonic() < latest_s, "the take is not followed"
            time.sleep(0.05)

    def _play(self, blocks: list[bytes]) -> float:
        """Say blocks in real time; how many cores were busy meanwhile."""
        begun_s, used_s = time.perf_counter(), time.process_time()
        for number, block in enumerate(blocks, 1):
            time.sleep(max(0.0, begun_s + number / 10 - time.perf_counter()))
            self._microphone.latest.say(block)
        return (time.process_time() - used_s) / (time.perf_counter() - begun_s)

    def _report(self, id: TakeId) -> None:
        """What the report screen does once a take has stopped."""
        practice = self.practice
        take = practice.rehearsing.take(id)
        practice.reviewing.listen(take)
        written = practice.reviewing.write_down(take, lambda done: None, lambda: False)
        assert written is not None
        asked = Asked(target=DEFAULT_TARGET, settings=practice.setting_up.settings)
        practice.reviewing.report(written, asked)


class Deaf:
    """Hears nothing, at once."""

    def ready(self) -> None:
        """There is nothing to load."""

    def hear(self, wav: Path, piece: Span) -> Transcript:
        return Transcript()


def hour_growth_mb() -> float:
    """Memory that following an hour takes after its first minute."""
    with tempfile.TemporaryDirectory() as folder:
        said, brought = say(answer(0), Path(folder) / "said.wav"), Path(folder) / "brought.wav"
        DecodedAudioFiles().bring_in(said, brought)
        with opened(brought) as samples:
            sound = samples.read(0, round(LOOK_S * RATE_HZ)).tobytes()
        wav = Path(folder) / "hour.wav"
        writer = WavWriter(wav)
        followed = FollowedTake(wav, SileroVoiceFinder(), Deaf(), Precedence())
        before_mb = 0.0
        while writer.seconds < HOUR_S:
            writer.write(sound)
            followed.go_on()
            if writer.seconds >= 60:
                before_mb = before_mb or resident_mb()
        writer.close()
        return resident_mb() - before_mb


def figures() -> list[Figure]:
    """Name, median, spread and unit of each figure."""
    growth_mb = hour_growth_mb()
    with tempfile.TemporaryDirectory() as folder:
        return [*_measured(Bench(Path(folder))), _one("following an hour: memory", growth_mb, "MB")]


def _measured(bench: Bench) -> Iterator[Figure]:
    bench.from_file(5.0)  # loads what measures a report
    lengths = {about: bench.ending_in_speech(about) for about in TAKES_S}
    took = {about: bench.from_file(length_s) for about, length_s in lengths.items()}
    for about, file_s in took.items():
        yield _one(f"{about} s take: report from the whole file", file_s, "s")
    yield _one("file path", lengths[600] / took[600], "x real time")
    pieces_s = [bench.longest_piece() for _ in range(3)]
    yield "hearing a piece of 25 s", statistics.median(pieces_s), _spread(pieces_s), "s"
    cores = []
    for about, length_s in lengths.items():
        for pause_s, how in ((0.0, "in mid-speech"), (PAUSE_S, f"{PAUSE_S} s after the last word")):
            waited_s, busy = bench.after_stop(length_s, pause_s)
            cores.append(busy)
            yield _one(f"{about} s take: report after Stop {how}", waited_s, "s")
    yield (
        "cores busy while recording and following",
        statistics.median(cores),
        _spread(cores),
        "cores",
    )


def _one(name: str, value: float, unit: str) -> Figure:
    return f"random weights: {name}", value, 0.0, unit


def _spread(values: list[float]) -> float:
    return max(values) - min(values)
