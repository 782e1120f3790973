from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.story import StoryId
from storybuilder.core.take import Take, TakeState
from storybuilder.core.thinning import MONTHS, AllButLast, OlderThan, Rule, months_before, thinned
from tests.builders import NOON, take

RULES: tuple[Rule, ...] = (*map(OlderThan, MONTHS), AllButLast())


def ready(id: str, days_ago: float = 0.0, **fields: object) -> Take:
    at = NOON - timedelta(days=days_ago)
    return take(id, **{"state": TakeState.READY, "recorded_at": at, **fields})


def ids(*takes: Take, by: Rule) -> list[str]:
    return [take.id for take in thinned(takes, by, NOON)]


def test_takes_older_than_so_many_months_go_oldest_first() -> None:
    # Noon on 20 November; 20 August is 92 days before.
    takes = (ready("new"), ready("edge", 92), ready("past", 92.01), ready("old", 400))
    assert ids(*takes, by=OlderThan(3)) == ["old", "past"]


@pytest.mark.parametrize(
    ("at", "months", "before"),
    [
        ((2026, 3, 31), 1, (2026, 2, 28)),
        ((2024, 3, 31), 1, (2024, 2, 29)),
        ((2026, 1, 15), 1, (2025, 12, 15)),
        ((2026, 12, 31), 12, (2025, 12, 31)),
        ((2026, 5, 31), 6, (2025, 11, 30)),
    ],
)
def test_months_are_those_of_the_calendar(
    at: tuple[int, int, int], months: int, before: tuple[int, int, int]
) -> None:
    assert months_before(datetime(*at, tzinfo=UTC), months) == datetime(*before, tzinfo=UTC)


def test_the_last_two_of_each_story_stay() -> None:
    takes = [ready(f"a{n}", 10 - n, story_id=StoryId("a")) for n in range(4)]
    takes += [ready(f"b{n}", 10 - n, story_id=StoryId("b")) for n in range(2)]
    assert ids(*takes, by=AllButLast()) == ["a0", "a1"]


def test_questions_without_a_story_and_short_tellings_are_each_their_own() -> None:
    takes = [ready(f"q{n}", 10 - n, question="Why you?") for n in range(3)]
    takes += [ready(f"r{n}", 10 - n, question="Why us?") for n in range(2)]
    takes += [ready(f"l{n}", 10 - n, story_id=StoryId("a")) for n in range(2)]
    takes += [ready(f"s{n}", 10 - n, story_id=StoryId("a"), telling="short") for n in range(2)]
    assert ids(*takes, by=AllButLast()) == ["q0"]


@pytest.mark.parametrize("state", sorted(set(TakeState) - {TakeState.READY}))
@pytest.mark.parametrize("rule", RULES)
def test_a_take_whose_words_are_not_written_never_goes(state: TakeState, rule: Rule) -> None:
    takes = [ready(f"t{n}", 900 + n, state=state, story_id=StoryId("a")) for n in range(5)]
    assert ids(*takes, by=rule) == []


@pytest.mark.parametrize("rule", RULES)
def test_a_deleted_take_is_not_thinned_as_well(rule: Rule) -> None:
    takes = [ready(f"t{n}", 900 + n, deleted_at=NOON) for n in range(5)]
    assert ids(*takes, by=rule) == []


takes = st.lists(
    st.builds(
        ready,
        st.uuids().map(str),
        st.floats(0, 1000),
        state=st.sampled_from(TakeState),
        story_id=st.sampled_from([None, StoryId("a"), StoryId("b")]),
    ),
    max_size=12,
)


@given(takes, st.sampled_from(RULES))
def test_thinning_twice_takes_nothing_more(of: list[Take], rule: Rule) -> None:
    gone = thinned(of, rule, NOON)
    assert thinned([take for take in of if take not in gone], rule, NOON) == ()


@given(takes)
def test_more_months_never_take_more(of: list[Take]) -> None:
    gone = [set(thinned(of, OlderThan(months), NOON)) for months in MONTHS]
    assert all(later <= sooner for sooner, later in pairwise(gone))
