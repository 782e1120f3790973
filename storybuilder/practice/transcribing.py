"""Transcribing: a recording heard piece by piece."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from storybuilder.core.piece import joined, pieces
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Span, Voice
from storybuilder.ports import Stopped, Told, Transcriber

LEAST_SPEECH_S = 0.5
"""With less voice than this Whisper guesses instead of listening."""
Heard = Mapping[Span, Transcript]
"""Pieces that were heard already."""
NOTHING: Heard = MappingProxyType({})


def transcribe(
    transcriber: Transcriber,
    wav: Path,
    voice: Voice,
    told: Told,
    stopped: Stopped,
    heard: Heard = NOTHING,
) -> Transcript | None:
    """The words of a recording, none if nothing was understood; None if `stopped()` said so.

    A stop is heeded before each piece: within some seconds. Raises what `Transcriber.hear` does.
    """
    if voice.speaking_s < LEAST_SPEECH_S:
        return Transcript()
    found: list[Transcript] = []
    for piece in pieces(voice):
        if stopped():
            return None
        found.append(heard.get(piece) or transcriber.hear(wav, piece))
        told(min(1.0, piece.end_s / voice.duration_s))
    if heard and len({(one.model, one.language) for one in found}) > 1:
        # Another model was chosen meanwhile: one transcript is by one model.
        return transcribe(transcriber, wav, voice, told, stopped)
    told(1.0)
    return joined(found, voice.duration_s)
