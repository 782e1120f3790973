import subprocess
import sys
from pathlib import Path

import pytest

from storybuilder.adapters.loudspeaker import SoundDeviceLoudspeaker
from storybuilder.errors import AudioUnreadable, LoudspeakerUnavailable
from storybuilder.ports import Loudspeaker
from tests.fakes import write_wav
from tests.scripted_output import ScriptedDevice

IMPORTS = """
import sys
import storybuilder.adapters.loudspeaker
print([name for name in ("sounddevice", "av", "numpy") if name in sys.modules])
"""


def test_a_file_is_played_on_the_device_that_was_opened(tmp_path: Path) -> None:
    write_wav(tmp_path / "take.wav", 2.0)
    device = ScriptedDevice()
    loudspeaker: Loudspeaker = SoundDeviceLoudspeaker(device)
    playing = loudspeaker.play(tmp_path / "take.wav", 0.5, None, 1.0)
    assert device.ask(0.01).strip(b"\0")
    playing.stop()
    assert device.opened[0].calls == ["start", "close"]


def test_a_file_that_is_gone_is_named_and_the_device_is_let_go(tmp_path: Path) -> None:
    device = ScriptedDevice()
    with pytest.raises(AudioUnreadable, match=r"take\.wav could not be read"):
        SoundDeviceLoudspeaker(device).play(tmp_path / "take.wav", 0.0, None, 1.0)
    assert device.opened[0].calls == ["close"]


def test_without_a_loudspeaker_one_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A list without any name at all would make PortAudio abort the process.
    alsa = tmp_path / "alsa.conf"
    alsa.write_text("pcm.nothing { type hw card 31 }")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(alsa))
    write_wav(tmp_path / "take.wav", 1.0)
    with pytest.raises(LoudspeakerUnavailable, match="no loudspeaker was found"):
        SoundDeviceLoudspeaker().play(tmp_path / "take.wav", 0.0, None, 1.0)


def test_nothing_heavy_is_loaded_before_something_is_played() -> None:
    command = [sys.executable, "-c", IMPORTS]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert told.strip() == "[]"
