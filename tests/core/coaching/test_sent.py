"""A call that was written down keeps its words, whatever becomes of it."""

from dataclasses import replace
from datetime import UTC, datetime

from storybuilder.core.coaching.sent import Outcome, Sent


def test_an_outcome_changes_nothing_of_what_was_sent() -> None:
    at = datetime(2026, 3, 1, tzinfo=UTC)
    sent = Sent(id="1", at=at, help="probe", model="m", address="a", text="I led it.")
    ended = replace(sent, outcome=Outcome(words="answered", tokens_sent=9))
    assert replace(ended, outcome=None) == sent
