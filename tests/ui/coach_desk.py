"""A coach that says what a test tells it to, on a practice in a folder of the test's own."""

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from storybuilder.core.coaching.request import Reply, Request, Usage
from storybuilder.core.settings import Settings
from storybuilder.core.story import Story, StoryId
from storybuilder.errors import StorybuilderError
from storybuilder.practice import Practice
from tests.builders import story
from tests.keyrings import KeyInHand
from tests.ui.still_window import practice_in

ADDRESS = "coach.example"
ID = StoryId("s1")
USAGE = Usage(sent=412, received=96, from_cache=380)
TOLD = {
    "title": "The late release",
    "situation": "At Kestrel we were three weeks late with the release.",
    "task": "I had to get it out by Friday.",
    "action": "I cut the scope by half and I called 12 customers.",
    "result": "The customers stayed with us after all of that.",
}


@dataclass
class ScriptedCoach:
    """`answers` are given in turn, the last one again and again; an error is raised instead."""

    answers: list[str | StorybuilderError] = field(default_factory=list)
    asked: list[Request] = field(default_factory=list)
    warmed: int = 0
    held: bool = False
    """Whether an answer stands still after its first piece, until `go_on` or a stop."""
    go_on: threading.Event = field(default_factory=threading.Event)
    stopped: int = 0

    def address(self) -> str:
        return ADDRESS

    def warm(self) -> None:
        self.warmed += 1

    def check(self, model: str) -> None:
        """Every model is there."""

    def ask(
        self, request: Request, heard: Callable[[str], None], stopped: Callable[[], bool]
    ) -> Reply | None:
        self.asked.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, StorybuilderError):
            raise answer
        middle = len(answer) // 2
        heard(answer[:middle])
        while self.held and not self.go_on.wait(0.01):
            if stopped():
                self.stopped += 1
                return None
        heard(answer[middle:])
        return Reply(text=answer, model=request.model, usage=USAGE)

    def says(self, *answers: Mapping[str, object] | StorybuilderError) -> None:
        """What it answers, in turn."""
        self.answers = [
            one if isinstance(one, StorybuilderError) else json.dumps(one) for one in answers
        ]


def coached_in(
    folder: Path, coach: ScriptedCoach, *, key: bool = True, settings: Settings | None = None
) -> Practice:
    """The program on a data folder, with this coach."""
    practice = practice_in(folder, settings=settings)
    keys = KeyInHand() if key else KeyInHand(None)
    return replace(practice, coaching=replace(practice.coaching, coach=coach, keys=keys))


def told(**fields: object) -> Story:
    """The story that most tests are about."""
    return story(ID, **{**TOLD, **fields})
