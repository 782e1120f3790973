"""A recording in progress: what a device hears is on disk a tenth of a second later.

Three threads meet here. The device's thread hands over a block and must never wait: it queues
and returns. One writer thread writes and measures the block. Whoever looks gets a value that
the writer has left behind.
"""

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from storybuilder.adapters.resampling import Resampler
from storybuilder.adapters.wav_file import RATE_HZ, SAMPLE_BYTES, WavWriter
from storybuilder.core.flow import Flow
from storybuilder.core.level import BLOCK_S, RecentLevels, measure_level
from storybuilder.core.meter import SILENCE_DBFS, Meter, Trouble
from storybuilder.errors import RecordingFailed, StorybuilderError

log = logging.getLogger(__name__)

BLOCK_FRAMES = round(BLOCK_S * RATE_HZ)
QUEUE_BLOCKS = 600
"""A minute of patience with the disk, in 2 MB."""
LEAST_FREE_BYTES = 50_000_000
"""Half an hour of sound; with less, the rest of the computer suffers too."""
ROOM_CHECK_BLOCKS = 100
POLL_S = 0.2

CLOSING_S = 3.0
"""A device that is going away may never answer; the take does not wait for it any longer."""

Hear = Callable[[bytes, int], None]
"""Takes one block of samples and how many of them make a second, in the device's thread.

Never waits, never raises."""
Gone = Callable[[], None]
"""Says, in the device's thread, that no block will follow."""


class Stream(Protocol):
    """A device that is listening."""

    def stop(self) -> None:
        """Hand over what was heard, then listen no more."""
        ...

    def close(self) -> None:
        """Give the device back."""
        ...


class WavRecording:
    """Keeps the promise of `ports.Recording`. Listens from the moment it is made."""

    def __init__(
        self,
        wav: Path,
        listen: Callable[[Hear, Gone], Stream],
        *,
        clock: Callable[[], float],
        free_bytes: Callable[[Path], int],
    ) -> None:
        """Raises RecordingFailed, or what `listen` raises; either way there is no file then."""
        self._folder = wav.parent
        self._clock = clock
        self._free_bytes = free_bytes
        self._queue: queue.Queue[bytes] = queue.Queue(QUEUE_BLOCKS)
        self._rate_hz = RATE_HZ
        self._resampler: Resampler | None = None
        self._blocks_kept = 0
        self._lost_s = 0.0
        self._flow = Flow(opened_s=clock())
        self._levels = RecentLevels()
        self._meter = Meter(elapsed_s=0.0)
        self._paused = self._stopping = self._stopped = self._written = False
        self._ended: Trouble | None = None
        self._stop_once = threading.Lock()
        self._writer = WavWriter(wav)
        try:
            _require_room(self._folder, self._free_bytes)
            self._stream = listen(self._hear, self._gone)
        except StorybuilderError:
            self._writer.close()
            wav.unlink()
            raise
        self._thread = threading.Thread(target=self._write_all, name="recording", daemon=True)
        self._thread.start()

    def look(self) -> Meter:
        """Length, level and anything wrong, as of now. Quick; never raises."""
        meter = replace(
            self._meter,
            paused=self._paused,
            trouble=self._ended or self._meter.trouble,
            lost_s=self._lost_s,
        )
        if self._paused or self._ended:
            return replace(meter, level_dbfs=SILENCE_DBFS, peak_dbfs=SILENCE_DBFS)
        return meter

    def pause(self, paused: bool) -> None:
        """Stop or go on keeping what is heard; the device stays open. Quick."""
        self._paused = paused

    def stop(self) -> Meter:
        """Close device and file, and return the last look. Safe to call twice."""
        with self._stop_once:
            if not self._stopped:
                self._stopping = True
                let_go(self._stream)
                self._stopped = True
                self._wake_writer()
                self._thread.join()
        return self.look()

    # The device's thread.

    def _hear(self, block: bytes, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        block_s = len(block) / SAMPLE_BYTES / rate_hz
        self._flow = self._flow.after(block_s, self._clock())
        if self._paused or self._ended:
            return
        try:
            self._queue.put_nowait(block)
        except queue.Full:
            self._lost_s += block_s

    def _gone(self) -> None:
        if not self._stopping:
            self._end(Trouble.LOST)
            self._wake_writer()

    def _wake_writer(self) -> None:
        try:
            self._queue.put_nowait(b"")
        except queue.Full:
            log.debug("the writer is busy and needs no waking")

    # The writer's thread.

    def _write_all(self) -> None:
        try:
            self._write_until_the_end()
            self._write_rest()
        finally:
            if not self._written:  # a mistake of ours: nobody should go on speaking into it
                self._end(Trouble.LOST)
            self._close_file()

    def _write_until_the_end(self) -> None:
        while self._ended is not Trouble.DISK_FULL:
            # Asked first: a block that comes while we wait for it must not be left in the queue.
            finishing = self._stopped or self._ended is not None
            block = self._next_block(0 if finishing else POLL_S)
            if block:
                self._keep(block)
            elif finishing:
                break
            if not self._stopping and self._flow.is_lost(self._clock()):
                self._end(Trouble.LOST)

    def _write_rest(self) -> None:
        try:
            if self._resampler is not None and self._ended is not Trouble.DISK_FULL:
                self._writer.write(self._resampler.rest())
                self._meter = replace(self._meter, elapsed_s=self._writer.seconds)
        except RecordingFailed:
            self._end(Trouble.DISK_FULL)
        self._written = True

    def _close_file(self) -> None:
        try:
            self._writer.close()
        except RecordingFailed:
            self._end(Trouble.DISK_FULL)

    def _next_block(self, patience_s: float) -> bytes:
        """What was heard next; nothing when woken, or when no sound comes for so long."""
        try:
            return self._queue.get(timeout=patience_s)
        except queue.Empty:
            return b""

    def _keep(self, block: bytes) -> None:
        try:
            if self._blocks_kept % ROOM_CHECK_BLOCKS == 0:
                _require_room(self._folder, self._free_bytes)
            samples = self._at_our_rate(block)
            self._writer.write(samples)
        except RecordingFailed:
            self._end(Trouble.DISK_FULL)
            return
        self._blocks_kept += 1
        self._levels = self._levels.after(measure_level(block))
        self._meter = self._levels.meter(self._writer.seconds)

    def _at_our_rate(self, block: bytes) -> bytes:
        if self._rate_hz == RATE_HZ:
            return block
        if self._resampler is None:
            self._resampler = Resampler(self._rate_hz)
        return self._resampler.after(block)

    def _end(self, trouble: Trouble) -> None:
        # A full disk outranks a lost device: nothing more can be written, not even the rest.
        if self._ended is None or trouble is Trouble.DISK_FULL:
            self._ended = trouble
            log.warning("recording ended by itself: %s", trouble)


def let_go(stream: Stream) -> None:
    """Stop and close a device, or leave it behind if it does not answer."""

    def stopped_and_closed() -> None:
        stream.stop()
        stream.close()

    closing = threading.Thread(target=stopped_and_closed, name="closing", daemon=True)
    closing.start()
    closing.join(CLOSING_S)
    if closing.is_alive():
        log.warning("a microphone did not close within %.0f s", CLOSING_S)


def _require_room(folder: Path, free_bytes: Callable[[Path], int]) -> None:
    try:
        free = free_bytes(folder)
    except OSError as error:
        raise RecordingFailed(f"{folder} is gone") from error
    if free < LEAST_FREE_BYTES:
        raise RecordingFailed(f"only {free // 1_000_000} MB are free for recordings")
