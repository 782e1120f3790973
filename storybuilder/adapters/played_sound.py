"""The sound of a recording as a loudspeaker wants it: from a second on, at a speed, bit by bit.

FFmpeg's atempo, which PyAV brings, changes the speed and leaves the pitch.
"""

from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from storybuilder.errors import AudioUnreadable

if TYPE_CHECKING:
    from av.container import InputContainer

SAMPLE_BYTES = 2
_FORMATS = "wav,flac"
_BEFORE_S = 0.1
"""A jump lands on a packet's beginning, which may not lie after the wanted second."""


def played_sound(
    audio: Path, from_s: float, to_s: float | None, speed: float, rate_hz: int
) -> Generator[bytes, None, None]:
    """Mono 16-bit samples at `rate_hz`, in stretches of less than a second.

    `from_s` and `to_s` (None: the end) count in the recording, whatever the speed. The file is
    opened with the first stretch. Raises AudioUnreadable.
    """
    import av

    try:
        with av.open(
            str(audio), options={"format_whitelist": _FORMATS, "protocol_whitelist": "file"}
        ) as container:
            if not container.streams.audio:
                raise AudioUnreadable(f"{audio.name} holds no sound")
            with closing(_between(container, from_s, to_s)) as frames:
                yield from _at_speed(container, frames, speed, rate_hz)
    except (av.FFmpegError, OSError, ValueError) as error:
        raise AudioUnreadable(
            f"{audio.name} could not be read", "its words are kept; record the take again."
        ) from error


def _between(
    container: "InputContainer", from_s: float, to_s: float | None
) -> Generator[Any, None, None]:
    """Frames with nothing of the recording before one second, and nothing after the other."""
    import av

    stream = container.streams.audio[0]
    container.seek(max(0, int((from_s - _BEFORE_S) * av.time_base)), any_frame=False)
    for frame in container.decode(stream):
        first = 0 if frame.time is None else round(frame.time * frame.sample_rate)
        low = max(0, round(from_s * frame.sample_rate) - first)
        high = frame.samples
        if to_s is not None:
            high = min(high, round(to_s * frame.sample_rate) - first)
        if high <= 0:
            return
        if low < high:
            yield _cut(frame, low, high)


def _cut(frame: Any, low: int, high: int) -> Any:
    import av

    if (low, high) == (0, frame.samples):
        return frame
    each = frame.layout.nb_channels if frame.format.is_packed else 1
    samples = frame.to_ndarray()[:, low * each : high * each].copy()
    part = av.AudioFrame.from_ndarray(samples, format=frame.format.name, layout=frame.layout.name)
    part.sample_rate = frame.sample_rate
    return part


def _at_speed(
    container: "InputContainer", frames: Iterator[Any], speed: float, rate_hz: int
) -> Iterator[bytes]:
    """The frames through the filters, as bytes."""
    graph = _filters(container, speed, rate_hz)
    for frame in frames:
        frame.pts = None
        graph.push(frame)
        yield from _ready(graph)
    graph.push(None)
    yield from _ready(graph)


def _filters(container: "InputContainer", speed: float, rate_hz: int) -> Any:
    import av

    graph = av.filter.Graph()
    chain = [
        graph.add_abuffer(template=container.streams.audio[0]),
        *([graph.add("atempo", f"{speed:g}")] if speed != 1 else []),
        graph.add("aformat", f"sample_fmts=s16:sample_rates={rate_hz}:channel_layouts=mono"),
        graph.add("abuffersink"),
    ]
    graph.link_nodes(*chain).configure()
    return graph


def _ready(graph: Any) -> Iterator[bytes]:
    """What has come out of the filters by now."""
    import av

    while True:
        try:
            frame = graph.pull()
        except (av.BlockingIOError, av.EOFError):
            return
        yield bytes(frame.planes[0])[: frame.samples * SAMPLE_BYTES]
