from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from storybuilder.adapters.library import Library
from storybuilder.adapters.planner import HighsPlanner
from storybuilder.core.correction import Correction, Corrections, WordCorrection
from storybuilder.core.framework import Framework, Item
from storybuilder.core.offer import Offer
from storybuilder.core.plan import MOST_QUESTIONS
from storybuilder.core.question import Question, QuestionId
from storybuilder.core.story import Story, StoryId
from storybuilder.core.story_map import coverage, gaps, one_more
from storybuilder.core.suggestion import Suggestion
from storybuilder.core.take import Take, TakeState
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Voice
from storybuilder.errors import FrameworkUnknown, PlanTooLong
from storybuilder.practice.fitting import Fitting
from tests.builders import NOON, question, spoken, story, take, voiced
from tests.outcomes import OUTCOMES
from tests.stories import COMPETENCIES

AMAZON = Framework(
    "amazon",
    "Amazon",
    "",
    (Item("disagree", "Disagree", "", ("conflict",)), Item("odd", "Odd", "", ("gone",))),
)
OWN = Framework("own", "Your own", "", ())
PRESS = story(
    "press",
    title="Press",
    situation="It stopped.",
    task="Run it.",
    action="I argued.",
    result="The stops fell from four a night to none, and we saved £3,000.",
    happened="2025",
    primary_competency="conflict",
)
ASKED = (
    question("fight", text="A disagreement?", competencies=("conflict",), commonness=5),
    question("right", text="A hard right thing?", competencies=("integrity",), commonness=4),
)


class Desk:
    """What the person has: change it, and look at the map again."""

    def __init__(self, folder: Path) -> None:
        self.stories: list[Story] = [PRESS]
        self.takes: list[Take] = []
        self.questions: tuple[Question, ...] = ASKED
        self.words: Transcript | None = None
        self.asked_words = 0
        self.fitting = Fitting(
            stories=lambda: self.stories,
            takes=lambda: self.takes,
            questions=lambda: self.questions,
            frameworks=(AMAZON,),
            in_force=lambda: OWN,
            competencies=COMPETENCIES,
            named=lambda: COMPETENCIES,
            overrides=Library(folder / "library.json").overrides,
            heard=self._heard,
            outcomes=lambda: OUTCOMES,
            suggest=self._suggest,
            planner=HighsPlanner(),
            today=NOON.date,
            chance=Random,
        )

    def _heard(self, _: Take) -> tuple[Voice, Transcript | None]:
        return voiced(60), self.words

    def _suggest(self, text: str) -> tuple[Suggestion, ...]:
        self.asked_words += 1
        cues = {"argued": "conflict", "taught": "mentoring", "teach": "mentoring"}
        return tuple(Suggestion(id, 0.9, ()) for cue, id in cues.items() if cue in text)

    def offer(self) -> Offer:
        return self.fitting.story_map().offers[0]

    def level(self, row: int = 0, column: int = 0) -> str:
        return self.fitting.story_map().levels[row][column]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_stories_are_laid_beside_all_questions(desk: Desk) -> None:
    found = desk.fitting.story_map()
    assert found.levels == (("strong", "gap"),)
    assert [demand.id for demand in found.demands] == ["fight", "right"]


def test_some_questions_can_be_chosen(desk: Desk) -> None:
    assert desk.fitting.story_map(ASKED[1:]).levels == (("gap",),)


def test_an_edit_is_seen_at_once(desk: Desk) -> None:
    assert desk.level() == "strong"
    desk.stories = [replace(PRESS, primary_competency="integrity", result="")]
    assert (desk.level(0, 0), desk.level(0, 1)) == ("gap", "workable")
    desk.questions = (replace(ASKED[0], competencies=("integrity",)),)
    assert desk.level() == "workable"


def test_a_story_is_read_once_a_version(desk: Desk) -> None:
    desk.stories = [story("a", action="I argued.")]
    desk.fitting.story_map()
    desk.fitting.story_map()
    assert desk.asked_words == 1


def test_an_outcome_in_the_result_counts(desk: Desk) -> None:
    assert desk.offer().quantified
    desk.stories = [replace(PRESS, result="It went well in the end.")]
    assert not desk.offer().quantified


@pytest.mark.parametrize(
    ("told", "expected"),
    [("As a result the stops fell by 40 percent", True), ("It all went well", False)],
)
def test_an_outcome_told_in_the_last_take_counts(desk: Desk, told: str, expected: bool) -> None:
    desk.stories = [replace(PRESS, result="It went well.")]
    desk.takes = [take(story_id=PRESS.id, state=TakeState.READY)]
    desk.words = spoken(told)
    assert desk.offer().quantified is expected


def test_a_corrected_take_is_heard_as_corrected(desk: Desk) -> None:
    desk.stories = [replace(PRESS, result="It went well.")]
    desk.words = spoken("As a result the stops fell by many percent")
    before = take(story_id=PRESS.id, state=TakeState.READY)
    desk.takes = [before]
    assert not desk.offer().quantified
    said = WordCorrection(start_s=3.5, end_s=4.0, heard="many", said="40")
    desk.takes = [replace(before, corrections=Corrections((Correction(words=(said,)),)))]
    assert desk.offer().quantified


def test_takes_with_words_rehearse_their_own_story_only(desk: Desk) -> None:
    ready: dict[str, Any] = {"story_id": PRESS.id, "state": TakeState.READY}
    desk.takes = [
        take("t1", **ready),
        take("t2", story_id=PRESS.id),
        take("t3", **{**ready, "story_id": StoryId("other")}),
        take("t4", **{**ready, "state": TakeState.SILENT}),
    ]
    assert desk.offer().ready_takes == 1


def test_the_year_of_a_story_is_counted_from_today(desk: Desk) -> None:
    assert desk.offer().years_ago == 1


def test_what_an_employer_has_heard_is_at_most_workable(desk: Desk) -> None:
    assert desk.fitting.story_map(told_here={PRESS.id}).levels[0][0] == "workable"


def test_untagged_stories_and_questions_go_by_their_words(desk: Desk) -> None:
    desk.stories = [replace(PRESS, primary_competency=None)]
    desk.questions = (question("q", text="Whom did you teach?"),)
    found = desk.fitting.story_map()
    assert (found.offers[0].primary, found.offers[0].confirmed) == ("conflict", False)
    assert (found.demands[0].competencies, found.demands[0].confirmed) == (("mentoring",), False)


def test_competencies_that_no_longer_exist_are_left_out(desk: Desk) -> None:
    desk.stories = [
        replace(PRESS, primary_competency="juggling", secondary_competencies=("x", "conflict"))
    ]
    assert (desk.offer().primary, desk.offer().secondary) == (None, ("conflict",))
    desk.questions = (question("q", text="Juggling?", competencies=("juggling",)),)
    assert desk.level() == "gap"


def test_a_level_set_by_hand_is_kept_and_taken_back(desk: Desk) -> None:
    desk.fitting.override(PRESS.id, "right", "strong")
    assert desk.level(0, 1) == "strong"
    assert desk.fitting.story_map().fit(0, 1).by_hand
    desk.fitting.override(PRESS.id, "right", None)
    desk.fitting.override(PRESS.id, "right", None)
    assert desk.level(0, 1) == "gap"


def test_a_framework_is_a_map_of_its_items(desk: Desk) -> None:
    found = desk.fitting.framework_map("amazon")
    assert [demand.text for demand in found.demands] == ["Disagree", "Odd"]
    assert found.levels == (("strong", "gap"),)


def test_an_empty_framework_of_ones_own_has_nothing_to_plan(desk: Desk) -> None:
    empty = desk.fitting.framework_map("own")
    assert desk.fitting.plan(empty).choices == ()
    assert desk.fitting.simulate(empty).share is None


def test_an_unknown_framework_is_named_with_those_there_are(desk: Desk) -> None:
    with pytest.raises(FrameworkUnknown) as failure:
        desk.fitting.framework_map("acme")
    assert failure.value.sentence() == "there is no framework acme: the ids are amazon."


def test_competencies_are_columns_too(desk: Desk) -> None:
    found = desk.fitting.competency_map()
    strong = [
        d.id for d, level in zip(found.demands, found.levels[0], strict=True) if level == "strong"
    ]
    assert (len(found.demands), strong) == (len(COMPETENCIES), ["conflict"])


def test_a_plan_names_the_best_story_and_what_stays_open(desk: Desk) -> None:
    plan = desk.fitting.plan(desk.fitting.story_map())
    assert [choice.primary for choice in plan.choices] == [0, None]
    assert plan.conflicts == ("No story answers “A hard right thing”.",)


def test_more_slack_is_a_larger_share(desk: Desk) -> None:
    desk.stories = [PRESS, story("b", title="B")]
    found = desk.fitting.story_map((ASKED[0], replace(ASKED[0], id=QuestionId("f2"))))
    assert [desk.fitting.plan(found, slack).share for slack in (0, 1)] == [1, 2]


@pytest.mark.parametrize(
    ("asked", "allowed"), [(MOST_QUESTIONS, True), (MOST_QUESTIONS + 1, False)]
)
def test_a_plan_is_for_one_interview(desk: Desk, asked: int, allowed: bool) -> None:
    found = desk.fitting.story_map([replace(ASKED[0], id=QuestionId(str(n))) for n in range(asked)])
    with nullcontext() if allowed else pytest.raises(PlanTooLong, match="these are 101"):
        assert len(desk.fitting.plan(found).choices) == asked


def test_loops_are_the_same_for_the_same_seed(desk: Desk) -> None:
    found = desk.fitting.story_map()
    assert desk.fitting.simulate(found, 10, 3) == desk.fitting.simulate(found, 10, 3)
    assert desk.fitting.simulate(found, 10).by_unmet == (0, 10)


def test_without_a_story_there_is_a_plan_with_nothing_in_it(desk: Desk) -> None:
    desk.stories = []
    found = desk.fitting.story_map()
    assert [choice.primary for choice in desk.fitting.plan(found).choices] == [None, None]
    assert (coverage(found).gap, len(gaps(found)), one_more(found)[0].questions) == (2, 2, 1)


def test_stories_of_one_title_are_told_apart(desk: Desk) -> None:
    desk.stories = [PRESS, replace(PRESS, id=StoryId("again"))]
    assert [offer.title for offer in desk.fitting.story_map().offers] == ["Press", "Press (2)"]


def test_a_story_without_any_part_is_a_stretch_to_be_written(desk: Desk) -> None:
    desk.stories = [story("idea", primary_competency="conflict")]
    fit = desk.fitting.story_map().fit(0, 0)
    assert (fit.level, fit.bend) == ("stretch", "Write it first: all four parts are empty.")
