from dataclasses import FrozenInstanceError

import pytest

from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.core.take import Take, TakeId, TakeState
from tests.builders import NOON


def fresh(state: TakeState = TakeState.WAITING) -> Take:
    return Take(id=TakeId("t1"), recorded_at=NOON, state=state, target=DEFAULT_TARGET)


def test_a_take_belongs_to_no_story_and_no_file_unless_told() -> None:
    made = fresh()
    assert (made.story_id, made.question, made.source, made.deleted_at) == (None, "", "", None)
    assert made.ended_by == "person"


def test_the_states_are_kept_by_these_names() -> None:
    assert [state.value for state in TakeState] == ["recording", "waiting", "ready", "silent"]


def test_a_take_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        fresh().state = TakeState.READY  # type: ignore[misc]
