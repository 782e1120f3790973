"""Fitting: which story answers which question, and what to tell when it is asked."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from storybuilder.core.competency import Competency
from storybuilder.core.correction import corrected
from storybuilder.core.findings.recency import years_since
from storybuilder.core.fit import Level, Override
from storybuilder.core.fit_reason import Lore
from storybuilder.core.framework import Framework
from storybuilder.core.loop import Chance, Loops, simulate
from storybuilder.core.offer import (
    Demand,
    Offer,
    competency_demand,
    demand_of,
    item_demands,
    story_words,
    titles_of,
)
from storybuilder.core.plan import MOST_QUESTIONS, Plan, build_plan, share_of, worth_of
from storybuilder.core.quantities.outcome import Outcomes
from storybuilder.core.quantities.quantity import find_quantities
from storybuilder.core.question import Question, QuestionId
from storybuilder.core.story import Part, Story, StoryId
from storybuilder.core.story_map import StoryMap, build_map
from storybuilder.core.suggestion import Suggester
from storybuilder.core.take import Take, TakeId, TakeState
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Voice
from storybuilder.errors import FrameworkUnknown, PlanTooLong
from storybuilder.ports import Planner, Shelf
from storybuilder.practice.asking import taken

LOOPS = 1000
Heard = Callable[[Take], tuple[Voice, Transcript | None] | None]


@dataclass(frozen=True, slots=True)
class _Memory:
    """What was found, and from which value: it holds as long as that is the same."""

    drafts: dict[StoryId, tuple[Story, Offer]] = field(default_factory=dict)
    takes: dict[TakeId, tuple[Take, bool]] = field(default_factory=dict)
    """Whether a take tells a figure as its result."""
    demands: dict[QuestionId, tuple[Question, Demand]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """Lays stories beside questions. Every method reads what is on disk now."""

    stories: Callable[[], Sequence[Story]]
    takes: Callable[[], Sequence[Take]]
    """Takes that are kept, oldest first."""
    questions: Callable[[], Sequence[Question]]
    frameworks: tuple[Framework, ...]
    in_force: Callable[[], Framework]
    """The framework that the person chose; their own one is not among the `frameworks`."""
    competencies: tuple[Competency, ...]
    named: Callable[[], tuple[Competency, ...]]
    """The same, called as the framework in force calls them."""
    overrides: Shelf[Override]
    heard: Heard
    """The words of a take."""
    outcomes: Callable[[], Outcomes]
    suggest: Suggester
    planner: Planner
    today: Callable[[], date]
    chance: Callable[[int], Chance]
    """Draws for the loops, the same for the same seed."""
    _memory: _Memory = field(default_factory=_Memory, repr=False, compare=False)

    def story_map(
        self,
        questions: Sequence[Question] | None = None,
        told_here: Collection[StoryId] = (),
    ) -> StoryMap:
        """Stories in use x these questions, or all; `told_here` are those this employer heard."""
        asked = self.questions() if questions is None else questions
        return self._map([self._demand(question) for question in asked], told_here)

    def framework_map(self, id: str, told_here: Collection[StoryId] = ()) -> StoryMap:
        """Stories in use x the items of a framework. Raises FrameworkUnknown."""
        found = (one for one in (*self.frameworks, self.in_force()) if one.id == id)
        framework = next(found, None)
        if framework is None:
            ids = ", ".join(one.id for one in self.frameworks)
            raise FrameworkUnknown(f"there is no framework {id}", f"the ids are {ids}.")
        return self._map(item_demands(framework, self._known), told_here)

    def competency_map(self) -> StoryMap:
        """Stories in use x competencies."""
        return self._map([competency_demand(one) for one in self.named()], ())

    def override(self, story: StoryId, question: str, level: Level | None) -> None:
        """Set the level of a story for a column of a map by hand; None takes it back."""
        id = f"{story}:{question}"
        if level is None:
            self.overrides.remove(id)
            return
        by_hand = Override(id=id, story_id=story, question_id=question, level=level)
        self.overrides.change(id, lambda _: by_hand)

    def plan(self, map: StoryMap, slack: int = 0) -> Plan:
        """Primary and backup story for each question of a map, none above its share + slack.

        Raises PlanTooLong.
        """
        if len(map.demands) > MOST_QUESTIONS:
            raise PlanTooLong(
                f"a plan is made for {MOST_QUESTIONS} questions at most, and these are "
                f"{len(map.demands):,}"
            )
        share = share_of(map, slack)
        nothing = ((None, None),) * len(map.demands)
        pairs = self.planner.pairs(worth_of(map), share) if map.offers else nothing
        return build_plan(map, pairs, share)

    def simulate(self, map: StoryMap, loops: int = LOOPS, seed: int = 0) -> Loops:
        """Random interview loops over the questions of a map."""
        return simulate(map, loops, self.chance(seed))

    def _map(self, demands: Sequence[Demand], told_here: Collection[StoryId]) -> StoryMap:
        lore = Lore({one.id: one for one in self.competencies}, cache(self.suggest))
        return build_map(self._offers(told_here), demands, lore, self.overrides.all())

    @property
    def _known(self) -> frozenset[str]:
        return frozenset(one.id for one in self.competencies)

    def _demand(self, question: Question) -> Demand:
        found = self._memory.demands.get(question.id)
        if found is None or found[0] != question:
            demand = demand_of(question, self._known, self._suggested(question))
            self._memory.demands[question.id] = found = (question, demand)
        return found[1]

    def _suggested(self, question: Question) -> tuple[str, ...]:
        said = self._known.intersection(question.competencies)
        return () if said else taken(self.suggest(question.text))

    def _offers(self, told_here: Collection[StoryId]) -> list[Offer]:
        stories, takes = self.stories(), self.takes()
        titles = titles_of(stories)
        ready: dict[StoryId | None, list[Take]] = {}
        for take in takes:
            if take.state is TakeState.READY:
                ready.setdefault(take.story_id, []).append(take)
        return [
            self._now(story, titles[story.id], ready.get(story.id, []), story.id in told_here)
            for story in stories
        ]

    def _now(self, story: Story, title: str, takes: Sequence[Take], told_here: bool) -> Offer:
        """What a story offers today: its draft, and what was made of it."""
        drafted = self._drafted(story)
        return replace(
            drafted,
            title=title,
            quantified=drafted.quantified or (bool(takes) and self._tells_figure(takes[-1])),
            ready_takes=len(takes),
            years_ago=years_since(story.happened, self.today()),
            told_here=told_here,
        )

    def _drafted(self, story: Story) -> Offer:
        found = self._memory.drafts.get(story.id)
        if found is None or found[0] != story:
            self._memory.drafts[story.id] = found = (story, self._read(story))
        return found[1]

    def _read(self, story: Story) -> Offer:
        primary, secondary, confirmed = self._shown(story)
        return Offer(
            id=story.id,
            title=story.title,
            texts={part: story.text_of(part) for part in Part},
            missing=story.missing_parts,
            primary=primary,
            secondary=secondary,
            confirmed=confirmed,
            words=story_words(story),
            quantified=self._has_outcome(story.result),
        )

    def _shown(self, story: Story) -> tuple[str | None, tuple[str, ...], bool]:
        """The competencies of a story, and whether the person chose them; those gone are left."""
        primary = story.primary_competency if story.primary_competency in self._known else None
        secondary = tuple(id for id in story.secondary_competencies if id in self._known)
        if primary is not None or secondary:
            return primary, secondary, True
        likely = taken(self.suggest(story.spoken_text))
        return (likely[0] if likely else None), likely[1:], False

    def _tells_figure(self, take: Take) -> bool:
        found = self._memory.takes.get(take.id)
        if found is None or found[0] != take:
            _, transcript = self.heard(take) or (None, None)
            text = corrected(transcript, take.corrections).text if transcript else ""
            self._memory.takes[take.id] = found = (take, self._has_outcome(text))
        return found[1]

    def _has_outcome(self, text: str) -> bool:
        found = find_quantities(text, outcomes=self.outcomes()) if text.strip() else ()
        return any(quantity.is_result for quantity in found)
