"""Fitting: which story answers which question, and what to tell when it is asked."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from storybuilder.core.competency import Competency
from storybuilder.core.fit import Level, Override
from storybuilder.core.framework import Framework
from storybuilder.core.loop import Chance, Loops
from storybuilder.core.plan import Plan
from storybuilder.core.question import Question
from storybuilder.core.story import Story, StoryId
from storybuilder.core.story_map import StoryMap
from storybuilder.core.take import Take
from storybuilder.ports import Shelf

LOOPS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """Lays stories beside questions. Every method reads what is on disk now."""

    stories: Callable[[], tuple[Story, ...]]
    takes: Callable[[], tuple[Take, ...]]
    questions: Callable[[], tuple[Question, ...]]
    frameworks: tuple[Framework, ...]
    competencies: tuple[Competency, ...]
    overrides: Shelf[Override]
    today: Callable[[], date]
    chance: Callable[[int], Chance]
    """Draws for the loops, the same for the same seed."""

    def story_map(
        self,
        questions: Sequence[Question] | None = None,
        told_here: Collection[StoryId] = (),
    ) -> StoryMap:
        """Stories in use x these questions, or all; `told_here` are those this employer heard."""
        raise NotImplementedError

    def framework_map(self, id: str, told_here: Collection[StoryId] = ()) -> StoryMap:
        """Stories in use x the items of a framework. Raises FrameworkUnknown."""
        raise NotImplementedError

    def competency_map(self) -> StoryMap:
        """Stories in use x competencies."""
        raise NotImplementedError

    def override(self, story: StoryId, question: str, level: Level | None) -> None:
        """Set a level by hand; None takes it back."""
        raise NotImplementedError

    def plan(self, map: StoryMap, slack: int = 0) -> Plan:
        """Primary and backup story for each question of a map, none above its share + slack."""
        raise NotImplementedError

    def simulate(self, map: StoryMap, loops: int = LOOPS, seed: int = 0) -> Loops:
        """Random interview loops over the questions of a map."""
        raise NotImplementedError
