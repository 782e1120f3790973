"""What the map, the plan and the loops cost: cold with every story read, warm, and by size."""

import statistics
import time
from collections.abc import Callable, Sequence
from random import Random

from storybuilder.adapters.competency_model import CompetencyModel
from storybuilder.adapters.planner import HighsPlanner
from storybuilder.adapters.question_bank import QuestionBank
from storybuilder.core.fit import Override
from storybuilder.core.framework import neutral
from storybuilder.core.question import Question, QuestionId
from storybuilder.core.story import Story
from storybuilder.core.story_map import coverage, gaps, one_more
from storybuilder.places import assets
from storybuilder.practice.fitting import Fitting
from tests.bench.report import TEXT
from tests.builders import NOON, story, voiced
from tests.outcomes import OUTCOMES
from tests.stories import COMPETENCIES

Figure = tuple[str, float, float, str]
RUNS = 15
SEED = 5


class _NoOverrides:
    """ports.Shelf with nothing on it."""

    def all(self) -> tuple[Override, ...]:
        return ()


def stories(count: int) -> list[Story]:
    """So many stories of 400 words, each with three competencies and sentences in its own order."""
    chance = Random(SEED)
    bank = QuestionBank(assets() / "questions.json").all()
    told = [*TEXT.split(". "), *(point for one in bank for point in one.key_points)]
    return [_story(at, told, chance) for at in range(count)]


def _story(at: int, told: Sequence[str], chance: Random) -> Story:
    words = " ".join(f"{chance.choice(told)}." for _ in range(90)).split()
    primary, *others = chance.sample([one.id for one in COMPETENCIES], 3)
    return story(
        f"s{at}",
        title=f"Story {at}",
        situation=" ".join(words[:80]),
        task=" ".join(words[80:120]),
        action=" ".join(words[120:330]),
        result=" ".join(words[330:400]),
        happened="2025",
        primary_competency=primary,
        secondary_competencies=tuple(others),
    )


def questions(count: int) -> list[Question]:
    """So many questions of the bank, the first ones again when it ends."""
    bank = QuestionBank(assets() / "questions.json").all()
    return [
        Question(
            id=QuestionId(f"q{at}"),
            text=bank[at % len(bank)].text,
            competencies=bank[at % len(bank)].competencies,
            commonness=bank[at % len(bank)].commonness,
        )
        for at in range(count)
    ]


def fitting(told: Sequence[Story], asked: Sequence[Question]) -> Fitting:
    return Fitting(
        stories=lambda: told,
        takes=lambda: (),
        questions=lambda: asked,
        frameworks=(neutral(COMPETENCIES),),
        in_force=lambda: neutral(COMPETENCIES),
        competencies=COMPETENCIES,
        named=lambda: COMPETENCIES,
        overrides=_NoOverrides(),  # type: ignore[arg-type]  # nothing is set by hand here
        heard=lambda _: (voiced(1.0), None),
        outcomes=lambda: OUTCOMES,
        suggest=CompetencyModel(assets() / "models"),
        planner=HighsPlanner(),
        today=NOON.date,
        chance=Random,
    )


def figures() -> list[Figure]:
    """Name, median, spread (largest less smallest) and unit."""
    told, asked = stories(50), questions(300)
    warm = fitting(told, asked)
    map = warm.story_map()
    ten = fitting(told[:10], asked[:40])
    few = ten.story_map()
    ten.plan(few)
    return [
        _timed("map of 50 x 300", warm.story_map),
        _timed("map of 50 x 300, every story new", lambda: fitting(told, asked).story_map()),
        _timed("coverage, gaps, one more", lambda: (coverage(map), gaps(map), one_more(map))),
        _timed("why and how to bend, one cell", lambda: map.fit(3, 7)),
        _timed("plan of 10 x 40", lambda: ten.plan(few)),
        _timed("1000 loops with every what-if, 50 x 300", lambda: warm.simulate(map)),
        _timed("1000 loops with every what-if, 10 x 40", lambda: ten.simulate(few)),
    ]


def _timed(name: str, run: Callable[[], object]) -> Figure:
    taken_ms = []
    for _ in range(RUNS):
        began = time.perf_counter()
        run()
        taken_ms.append(1000 * (time.perf_counter() - began))
    return name, statistics.median(taken_ms), max(taken_ms) - min(taken_ms), "ms"
