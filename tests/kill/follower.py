"""A program that records and follows a take, and tells when it hears a piece: then it is killed.

    follower.py FOLDER SOUND

SOUND is a WAV that is said into the take at once. It hears one piece, and is in the second until
it is killed.
"""

import sys
from dataclasses import replace
from pathlib import Path
from threading import Event

from storybuilder.adapters.voice_finder import SileroVoiceFinder
from storybuilder.adapters.wav_samples import opened
from storybuilder.adapters.whisper import WhisperTranscriber
from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.core.settings import Settings
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Span
from storybuilder.places import Places
from storybuilder.practice.following import Following
from storybuilder.program import assemble
from tests.hand_recorder import HandRecorder
from tests.micro_model import FOLDER

SILENCE_BYTES = 64_000
"""Two seconds, after which all that was said is heard."""


class TellingTranscriber(WhisperTranscriber):
    """Says when it is in its second piece, and stays there."""

    heard = 0

    def hear(self, wav: Path, piece: Span) -> Transcript:
        self.heard += 1
        if self.heard == 2:
            sys.stdout.write("hearing\n")
            sys.stdout.flush()
            Event().wait()
        return super().hear(wav, piece)


def main(folder: str, sound: str) -> None:
    practice = assemble(Places(Path(folder)), Settings(), FOLDER).practice
    following = Following(SileroVoiceFinder(), TellingTranscriber(lambda: FOLDER))
    microphone = HandRecorder()
    rehearsing = replace(practice.rehearsing, microphone=microphone, following=following)
    rehearsing.begin(story_id=None, question="Why?", target=DEFAULT_TARGET, device=None)
    with opened(Path(sound)) as samples:
        microphone.latest.say(samples.read(0, samples.count).tobytes() + bytes(SILENCE_BYTES))
    Event().wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
