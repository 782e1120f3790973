from pathlib import Path

import pytest

from storybuilder.adapters.chosen_transcriber import ChosenTranscriber
from storybuilder.adapters.transcription_server import ServerTranscriber
from storybuilder.adapters.whisper import WhisperTranscriber
from storybuilder.core.server_address import Server, server_address
from storybuilder.core.voice import Span
from storybuilder.errors import SpeechModelMissing, TranscriptionServerFailed
from tests.fakes import write_wav
from tests.stand_in_server import StandInServer, stand_in_server

PIECE = Span(0.0, 2.0)


class Switch:
    """A choice that may change at any time, with no model on this computer."""

    def __init__(self, server: StandInServer) -> None:
        self.server = Server(server_address(server.address), "whisper-1", confirmed=False)
        self.on = False
        there = ServerTranscriber(self.chosen, lambda: "en")
        self.ears = ChosenTranscriber(WhisperTranscriber(self.no_folder), there, self.chosen)

    def chosen(self) -> Server | None:
        return self.server if self.on else None

    def no_folder(self) -> Path:
        raise SpeechModelMissing("no speech model is here")


def test_nothing_is_sent_while_the_server_is_off(tmp_path: Path) -> None:
    write_wav(tmp_path / "t.wav", 2.0)
    with stand_in_server() as server:
        switch = Switch(server)
        with pytest.raises(SpeechModelMissing):
            switch.ears.ready()
        with pytest.raises(SpeechModelMissing):
            switch.ears.hear(tmp_path / "t.wav", PIECE)
    assert server.uploads == []


def test_a_change_holds_at_the_next_use(tmp_path: Path) -> None:
    write_wav(tmp_path / "t.wav", 2.0)
    with stand_in_server() as server:
        switch = Switch(server)
        switch.on = True
        switch.ears.ready()
        assert switch.ears.hear(tmp_path / "t.wav", PIECE).text
        switch.on = False
        with pytest.raises(SpeechModelMissing):
            switch.ears.hear(tmp_path / "t.wav", PIECE)
    assert len(server.uploads) == 2


def test_a_server_that_fails_is_not_replaced_in_silence(tmp_path: Path) -> None:
    write_wav(tmp_path / "t.wav", 2.0)
    with stand_in_server() as server:
        server.manner = "500"
        switch = Switch(server)
        switch.on = True
        with pytest.raises(TranscriptionServerFailed):
            switch.ears.hear(tmp_path / "t.wav", PIECE)
