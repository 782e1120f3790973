"""Which two takes are compared, what they are called, and what makes them differ. Pure."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storybuilder.core.story import Story
from storybuilder.core.take import Take, TakeState
from storybuilder.ui.labels import clock

WITHOUT_WORDS = {
    TakeState.RECORDING: "is being recorded",
    TakeState.WAITING: "waits for its words",
    TakeState.READY: "",
    TakeState.SILENT: "has no words in it",
}
"""Why a take cannot be compared."""
_TELLINGS = {"long": "the long telling", "short": "the short telling"}


class Names(NamedTuple):
    """What the two takes are called in the middle of a sentence."""

    before: str
    now: str


def other_for(take: Take, takes: Iterable[Take]) -> Take | None:
    """The take to compare with: the one before, or else after; rather one that has words.

    `takes` are those of one story, oldest first.
    """
    others = [one for one in takes if one.id != take.id]
    before = [one for one in reversed(others) if _when(one) < _when(take)]
    after = [one for one in others if _when(one) > _when(take)]
    nearest = [*before, *after]
    ready = (one for one in nearest if one.state is TakeState.READY)
    return next(ready, next(iter(nearest), None))


def in_order(one: Take, other: Take) -> tuple[Take, Take]:
    """The earlier take, then the later."""
    return (one, other) if _when(one) <= _when(other) else (other, one)


def names_of(before: Take, now: Take, takes: Sequence[Take]) -> Names:
    """Takes of one story go by their number in it, others by their order."""
    ids = [take.id for take in takes]
    if before.id in ids and now.id in ids:
        return Names(*(f"take {ids.index(take.id) + 1}" for take in (before, now)))
    return Names("the earlier take", "the later take")


def choice(number: int, take: Take, when: str) -> str:
    """A take as it is offered; one without words says why it cannot be compared."""
    words = [f"Take {number}", when, clock(take.duration_s), WITHOUT_WORDS[take.state]]
    return " · ".join(word for word in words if word)


def differences(
    before: Take, now: Take, stories: tuple[Story | None, Story | None], names: Names
) -> list[str]:
    """What makes the two takes less comparable, one sentence each."""
    told = []
    if before.story_id != now.story_id:
        told.append(f"They are not of one story: {_pair(_stories(stories), names)}.")
    if before.question != now.question:
        asked = tuple(
            f"“{one.question}”" if one.question else "no question" for one in (before, now)
        )
        told.append(f"They answer different questions: {_pair(asked, names)}.")
    if before.target != now.target:
        targets = tuple(
            f"{clock(one.target.low_s)}–{clock(one.target.high_s)}" for one in (before, now)
        )
        told.append(f"Their targets differ: {_pair(targets, names)}.")
    if before.telling != now.telling:
        tellings = _TELLINGS[before.telling], _TELLINGS[now.telling]
        told.append(f"One is the short telling: {_pair(tellings, names)}.")
    return told


def _stories(stories: tuple[Story | None, Story | None]) -> tuple[str, ...]:
    return tuple(
        f"“{one.title.strip() or 'a story without a title'}”" if one else "no story"
        for one in stories
    )


def _pair(told: Sequence[str], names: Names) -> str:
    return f"{told[0]} for {names.before}, {told[1]} for {names.now}"


def _when(take: Take) -> tuple[object, str]:
    return take.recorded_at, take.id
