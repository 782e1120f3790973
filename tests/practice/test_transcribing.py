from dataclasses import replace
from pathlib import Path

import pytest

from storybuilder.core.piece import pieces
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Span
from storybuilder.errors import SpeechModelMissing
from storybuilder.practice.transcribing import NOTHING, Heard, transcribe
from tests.builders import spoken, voiced
from tests.fakes import ScriptedTranscriber

WAV = Path("take.wav")
VOICE = voiced(60.0, (0.0, 20.0), (24.0, 44.0), (48.0, 60.0))
ALL = spoken("word " * 120)


def write_down(
    transcriber: ScriptedTranscriber, heard: Heard = NOTHING, stop_at: int = 9
) -> tuple[Transcript | None, list[float]]:
    """The transcript, and the progress told meanwhile; a stop after so many pieces."""
    shares: list[float] = []
    transcript = transcribe(
        transcriber, WAV, VOICE, shares.append, lambda: len(shares) >= stop_at, heard
    )
    return transcript, shares


def test_all_pieces_are_heard_in_order_and_progress_rises_to_the_end() -> None:
    transcriber = ScriptedTranscriber(ALL)
    transcript, shares = write_down(transcriber)
    assert transcript is not None
    assert transcriber.pieces == list(pieces(VOICE))
    assert shares == [pytest.approx(20.3 / 60), pytest.approx(44.3 / 60), 1.0, 1.0]
    within = [w for w in ALL.words if any(p.start_s <= w.start_s < p.end_s for p in pieces(VOICE))]
    assert list(transcript.words) == within


def test_a_stop_is_heeded_before_the_next_piece() -> None:
    transcriber = ScriptedTranscriber(ALL)
    assert write_down(transcriber, stop_at=1)[0] is None
    assert len(transcriber.pieces) == 1


def test_a_stop_before_the_start_asks_no_model() -> None:
    assert write_down(ScriptedTranscriber(installed=False), stop_at=0) == (None, [])


@pytest.mark.parametrize("speech_s", [0.0, 0.49])
def test_less_than_half_a_second_of_voice_asks_no_model(speech_s: float) -> None:
    deaf, quiet = ScriptedTranscriber(installed=False), voiced(10, (1, 1 + speech_s))
    assert transcribe(deaf, WAV, quiet, lambda done: None, lambda: False) == Transcript()
    with pytest.raises(SpeechModelMissing):
        transcribe(deaf, WAV, voiced(10, (1, 1.5)), lambda done: None, lambda: False)


def heard_before(model: str = "") -> dict[Span, Transcript]:
    once = ScriptedTranscriber(replace(ALL, model=model))
    return {piece: once.hear(WAV, piece) for piece in pieces(VOICE)[:2]}


def test_what_was_heard_meanwhile_is_not_heard_again() -> None:
    transcriber = ScriptedTranscriber(ALL)
    assert write_down(transcriber, heard_before()) == write_down(ScriptedTranscriber(ALL))
    assert transcriber.pieces == [pieces(VOICE)[2]]


def test_a_piece_heard_at_other_times_is_of_no_use() -> None:
    transcriber = ScriptedTranscriber(ALL)
    write_down(transcriber, {Span(0.0, 20.2): Transcript()})
    assert transcriber.pieces == list(pieces(VOICE))


def test_one_transcript_is_by_one_model() -> None:
    transcriber = ScriptedTranscriber(replace(ALL, model="small.en"))
    transcript, _ = write_down(transcriber, heard_before("base.en"))
    assert transcript is not None
    assert transcript.model == "small.en"
    assert transcriber.pieces == [pieces(VOICE)[2], *pieces(VOICE)]
