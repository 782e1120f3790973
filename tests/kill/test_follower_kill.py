"""A program killed while it hears a piece of a take that is being recorded loses nothing of it."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from storybuilder.adapters.audio_files import DecodedAudioFiles
from storybuilder.core.settings import Settings
from storybuilder.core.take import TakeState
from storybuilder.places import Places
from storybuilder.program import assemble
from tests.micro_model import FOLDER, sentences
from tests.speech import say

ROOT = Path(__file__).parents[2]


def killed_while_hearing(folder: Path, sound: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.kill.follower", str(folder), str(sound)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    patience = threading.Timer(60, program.kill)
    patience.start()
    told = program.stdout.readline()
    patience.cancel()
    program.kill()
    program.communicate(timeout=60)
    assert told == "hearing\n"


@pytest.mark.slow
def test_a_take_of_a_program_killed_while_it_was_heard_gets_its_words_at_the_next_start(
    tmp_path: Path,
) -> None:
    sound = tmp_path / "sound.wav"
    length_s = DecodedAudioFiles().bring_in(say(sentences(1, 9), tmp_path / "said.wav"), sound)
    killed_while_hearing(tmp_path / "data", sound)
    practice = assemble(Places(tmp_path / "data"), Settings(), FOLDER).practice
    (take,) = practice.rehearsing.recover()
    assert (take.state, take.ended_by, take.duration_s) == (
        TakeState.WAITING,
        "crash",
        length_s + 2,
    )
    assert practice.reviewing.write_down_waiting(lambda: False) == 1
    heard = practice.reviewing.heard(take)
    assert heard is not None
    assert heard[1] is not None
    assert len(heard[1].words) > 50
