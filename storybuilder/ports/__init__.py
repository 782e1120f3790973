"""Everything the program needs from outside, as small promises.

Each promise has a handful of methods and speaks only values of `core` and paths. The real ones
live in `adapters`. All of them may be slow (disk, device, model): call them off the event loop,
unless a docstring says "quick".
"""

from storybuilder.ports.coach import Coach, Keys, Prompts, SentLog
from storybuilder.ports.job import Stopped, Told
from storybuilder.ports.judging import Labeller, Parser, Planner
from storybuilder.ports.library import Claims, Shelf, StoryFiles, TakeFiles, Versions
from storybuilder.ports.sound import (
    AudioFiles,
    LevelCheck,
    Loudspeaker,
    Microphone,
    Playing,
    Recording,
)
from storybuilder.ports.speech import Models, Transcriber, VoiceFinder, VoiceFollower

__all__ = [
    "AudioFiles",
    "Claims",
    "Coach",
    "Keys",
    "Labeller",
    "LevelCheck",
    "Loudspeaker",
    "Microphone",
    "Models",
    "Parser",
    "Planner",
    "Playing",
    "Prompts",
    "Recording",
    "SentLog",
    "Shelf",
    "Stopped",
    "StoryFiles",
    "TakeFiles",
    "Told",
    "Transcriber",
    "Versions",
    "VoiceFinder",
    "VoiceFollower",
]
