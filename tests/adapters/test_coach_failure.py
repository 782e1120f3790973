"""What a call raises, told as ours; `test_anthropic_coach` meets each through the library."""

import httpx2
import pytest

from storybuilder.adapters.coach_failure import failure_of, failures, is_passing
from storybuilder.errors import CoachAnswerUnusable, CoachBusy, CoachUnreachable, StorybuilderError


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (httpx2.ReadTimeout("late"), CoachUnreachable),
        (httpx2.ReadError("gone"), CoachUnreachable),
        (ConnectionResetError("gone"), CoachUnreachable),
        (TypeError("wrong"), CoachAnswerUnusable),
        (RuntimeError("closed"), CoachAnswerUnusable),
    ],
)
def test_an_error_of_any_family_has_its_failure(
    error: Exception, failure: type[StorybuilderError]
) -> None:
    assert isinstance(error, failures())
    assert type(failure_of(error, "m")) is failure


def test_a_failure_of_ours_stays_what_it_is() -> None:
    ours = CoachBusy("wait")
    assert failure_of(ours, "m") is ours


def test_a_bug_of_ours_is_no_failure_of_the_service() -> None:
    assert not isinstance(KeyError("x"), failures())
    assert not is_passing(KeyError("x"))
